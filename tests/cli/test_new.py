"""`briefing new`: a book that builds green at once, from the example or from a text of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import BookCopy, run

TEXTS = {
    "prose": "A bridge for the east bank\n\nThe town will build it in the spring. The ferrymen are against it.\n",
    "one sentence": "The town will build a bridge.",
    "marks": '“Never,” she said. He wrote: "We shall see about it, and soon." Then they left.\n',
    "quotes first": '"We shall see," he wrote to the council. Nothing came of it.\n',
    "another script": "Мост построят весной. Паромщики против.\n",
    "windows": "The town will build a bridge.\r\n\r\nThe ferrymen are against it.\r\n",
    "markdown": "# The `town` *will* build {actor}`bridges` for $5 & <more>. The [end] comes.\n",
    "repeated": "It rains. It rains. It rains. It rains.\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_ones_own_makes_a_green_book(name: str, tmp_path: Path) -> None:
    seed = tmp_path / "own.txt"
    seed.write_bytes(TEXTS[name].encode())
    folder = tmp_path / "my-book"
    made = run("new", str(folder), "--seed", str(seed))
    assert made.code == 0, made.err
    assert (folder / "seeds" / "text.txt").read_bytes() == seed.read_bytes()
    result = BookCopy(folder).build("html", "data")
    assert result.code == 0, result.err
    assert "no findings" in result.out


@pytest.mark.slow
def test_the_example_makes_a_green_book_in_every_output(tmp_path: Path) -> None:
    folder = tmp_path / "my-book"
    assert run("new", str(folder)).code == 0
    result = BookCopy(folder).build("html", "pdf", "data")
    assert result.code == 0, result.err
    assert "no findings" in result.out
    assert (folder / "build/pdf/briefing.pdf").read_bytes().startswith(b"%PDF-")
    assert run("check", "--strict", "--book", str(folder)).code == 0


@pytest.mark.parametrize(
    "title", ['The "north" channel', "It's", "A\\B", "Größe: 5", "{x} @@WORDS@@", "Tide\x7f tables\x9f\ufeff"]
)
def test_any_title_will_do(title: str, tmp_path: Path) -> None:
    folder = tmp_path / "book"
    assert run("new", str(folder), "--title", title).code == 0
    result = BookCopy(folder).build("data")
    assert result.code == 0, result.err
    assert not (folder / "source" / "conf.py").exists()


def test_a_title_that_is_no_text_is_refused(tmp_path: Path) -> None:
    result = run("new", str(tmp_path / "book"), "--title", "na\udcefve")
    assert result.code == 2
    assert "give a title with --title" in result.err
    assert not (tmp_path / "book").exists()


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine", "utf-8")
    result = run("new", str(tmp_path))
    assert result.code == 2
    assert "not empty" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "book").write_text("mine", "utf-8")
    result = run("new", str(tmp_path / "book"))
    assert result.code == 2
    assert "Traceback" not in result.err
    assert (tmp_path / "book").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "content"),
    [("none.txt", None), ("latin.txt", "é".encode("latin-1")), ("empty.txt", b""), ("stars.txt", b"* * *\n")],
)
def test_a_seed_that_will_not_do(name: str, content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = run("new", str(tmp_path / "book"), "--seed", str(tmp_path / name))
    assert result.code == 2
    assert name in result.err
    assert not (tmp_path / "book").exists()
