"""`briefing ingest`: what is shown, what is written, and what is never touched."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest
import yaml

from conftest import BookCopy, run, run_apart, tree
from ingest.files import PAGE, docx_file, pdf_file, pictures
from sphinx_briefing.text.library import load_library

SOURCES = "seeds/sources.yaml"
TEXT = "The ferry stays\n\nBy Ada Marsh\n\nThe council keeps the ferry. The pilots said nothing at all.\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_bytes(TEXT.encode())
    return path


def ingest(book: BookCopy, *arguments: str | Path) -> tuple[int, str, str]:
    result = run("ingest", *map(str, arguments), "--book", str(book.root))
    assert "Traceback" not in result.err
    return result.code, result.out, result.err


def test_nothing_is_written_before_it_was_looked_at(small: BookCopy, text: Path) -> None:
    before = tree(small.root)
    code, out, _ = ingest(small, text)
    assert code == 0
    assert tree(small.root) == before
    assert "t1    The ferry stays\nb1    By Ada Marsh\np1s1  The council keeps the ferry.\n" in out
    assert "ferry: 17 words in 4 passages\n" in out
    assert "nothing is written yet" in out


def test_a_text_becomes_a_seed_and_a_record(small: BookCopy, text: Path) -> None:
    before = small.read_text(SOURCES)
    more = ("--author", "Marsh, Ada", "--author", "Harbor desk", "--issued", "2031-06", "--url", "https://a.example/x")
    code, out, _ = ingest(small, text, "--title", 'The "ferry": #1', "--type", "article-newspaper", *more, "--write")
    assert code == 0
    assert f"wrote seeds/marsh-2031.txt, and its record at the end of {SOURCES}" in out
    after = small.read_text(SOURCES)
    assert after.startswith(before)
    pin = hashlib.sha256(TEXT.encode()).hexdigest()
    assert yaml.safe_load(after)["sources"][-1] == {
        "id": "marsh-2031", "type": "article-newspaper", "title": 'The "ferry": #1',
        "author": [{"family": "Marsh", "given": "Ada"}, {"literal": "Harbor desk"}], "issued": "2031-06",
        "URL": "https://a.example/x", "seed": "marsh-2031.txt", "sha256": pin, "original-sha256": pin,
    }  # fmt: skip
    assert (small.root / "seeds/marsh-2031.txt").read_bytes() == TEXT.encode()
    assert small.check() == (0, [])


def test_words_of_an_ingested_source_verify(small: BookCopy, text: Path) -> None:
    assert ingest(small, text, "--write")[0] == 0
    small.write("source/words.md", small.read_text("source/words.md") + '\n{cite}`@ferry#p1s2 "pilots said nothing"`\n')
    assert small.check() == (0, [])
    small.edit("source/words.md", "pilots said nothing", "pilots said everything")
    assert [item["code"] for item in small.check()[1]] == ["brief.quote-negation"]


def test_page_labels_stand_in_the_record_and_at_the_foot_of_a_note(small: BookCopy, tmp_path: Path) -> None:
    (tmp_path / "review.pdf").write_bytes(pdf_file(tmp_path, paragraphs=8))
    code, out, _ = ingest(small, tmp_path / "review.pdf", "--id", "review", "--write")
    assert code == 0
    assert "— p. 2\n" in out
    record = yaml.safe_load(small.read_text(SOURCES))["sources"][-1]
    assert list(record["pages"].values())[:2] == ["1", "2"]
    second = list(record["pages"])[1]
    assert record["original-sha256"] == hashlib.sha256((tmp_path / "review.pdf").read_bytes()).hexdigest()
    claim = f"\n:::{{claim}} plan\nThe plan is known.\n\n> @review#{second}\n:::\n"
    small.write("source/words.md", small.read_text("source/words.md") + claim)
    assert small.build().code == 0
    assert "p.\u00a02 ·" in small.html("words")


@pytest.mark.parametrize(
    ("name", "data"),
    [("page.html", PAGE.encode()), ("paper.docx", docx_file()), ("notes.md", b"# Notes\n\nIt rains.\n")],
)
def test_every_format_makes_a_green_book(small: BookCopy, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert ingest(small, tmp_path / name, "--id", "own", "--write")[0] == 0
    assert small.check() == (0, [])


def test_standard_input(small: BookCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert ingest(small, "-", "--id", "piped", "--write")[0] == 0
    assert (small.root / "seeds/piped.txt").read_bytes() == TEXT.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# One\n\nIt *rains*.\n")))
    assert ingest(small, "-", "--as", "md", "--id", "marked", "--write")[0] == 0
    assert small.read_text("seeds/marked.txt") == "One\n\nIt rains.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert ingest(small, "-", "--id", "nothing")[0] == 2


@pytest.mark.parametrize("write", [(), ("--write",)])
def test_nothing_is_ever_overwritten(small: BookCopy, text: Path, write: tuple[str, ...]) -> None:
    small.write("seeds/stray.txt", "mine")
    before = tree(small.root)
    code, _, err = ingest(small, text, "--id", "herald", *write)
    assert (code, "a record is never overwritten: give another id with --id" in err) == (2, True)
    code, _, err = ingest(small, text, "--id", "stray", *write)
    assert (code, "a seed is never overwritten" in err) == (2, True)
    assert tree(small.root) == before


REFUSED = {
    "an id that is none": (("--id", "../x"), "`../x` is no id"),
    "a date that is none": (("--issued", "May 2031"), "--issued: "),
    "an address that is none": (("--url", "a.example"), "--url: `a.example` is no address"),
    "a private seed without a folder": (("--private",), "BRIEFING_SEEDS=FOLDER"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_wrong_use_writes_nothing(small: BookCopy, text: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_SEEDS", raising=False)
    arguments, message = REFUSED[name]
    before = tree(small.root)
    code, _, err = ingest(small, text, "--write", *arguments)
    assert (code, message in err) == (2, True), err
    assert tree(small.root) == before


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gone.txt", None, "cannot be read: No such file"),
        ("folder", "folder", "it is a folder"),
        ("a.odt", b"x", "`.odt` is no format"),
        ("nul.txt", b"a\0b", "NUL"),
        ("latin.txt", b"\xff", "not UTF-8"),
        ("empty.txt", b"", "no text in it"),
        ("scan.pdf", pictures(), "OCR is not done"),
        ("app.html", b"<html><body></body></html>", "no article was found"),
        ("broken.docx", b"PK\x03\x04", "broken one"),
    ],
)
def test_a_file_that_will_not_do(
    small: BookCopy, tmp_path: Path, name: str, data: bytes | str | None, message: str
) -> None:
    path = tmp_path / name
    if data == "folder":
        path.mkdir()
    elif isinstance(data, bytes):
        path.write_bytes(data)
    before = tree(small.root)
    code, out, err = ingest(small, path, "--write")
    assert (code, out) == (2, "")
    assert message in err
    assert str(path) in err
    assert tree(small.root) == before


SHAPES = {
    "nothing": None,
    "empty": "",
    "a comment": "# My sources.\n",
    "no record": "sources:\n",
    "no line end": "# Mine.\nsources:",
    "an empty list": "sources: [] # none yet\n",
    "not indented": "sources:\n- id: a\n  type: report\n  title: A\n",
    "deeply indented, no line end": "sources:\n      - id: a\n        type: report\n        title: A # so",
    "windows": "sources:\r\n  - id: a\r\n    type: report\r\n    title: A\r\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_record_is_appended_to_a_file_of_any_good_shape(tmp_path: Path, text: Path, shape: str) -> None:
    (tmp_path / "conf.py").write_text("", "utf-8")
    seeds = tmp_path / "seeds"
    old = SHAPES[shape]
    if old is not None:
        seeds.mkdir()
        (seeds / "sources.yaml").write_bytes(old.encode())
    assert ingest(BookCopy(tmp_path), text, "--write")[0] == 0
    library = load_library(seeds, "seeds")
    assert library.findings == ()
    assert [source.id for source in library.sources] == (["a"] if old and "id: a" in old else []) + ["ferry"]
    new = (seeds / "sources.yaml").read_bytes().decode()
    assert all(piece in new for piece in (old or "").replace("[]", "\n").split("\n") if piece)
    assert "\r\n" not in (old or "") or "\n" not in new.replace("\r\n", "")


@pytest.mark.parametrize(
    "broken", ["sources: [{id: a, type: report, title: A}]\n", "sources: 3\n", "{", "other: 1\n", "- a\n"]
)
def test_a_file_that_cannot_be_appended_to_is_left_alone(tmp_path: Path, text: Path, broken: str) -> None:
    (tmp_path / "conf.py").write_text("", "utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/sources.yaml").write_text(broken, "utf-8")
    before = tree(tmp_path)
    code, _, err = ingest(BookCopy(tmp_path), text, "--write")
    assert code == 2
    assert "sources" in err
    assert tree(tmp_path) == before


def test_what_a_new_record_would_break_is_taken_back(small: BookCopy, text: Path) -> None:
    """Here a marker ends the document in front of the record."""
    small.write(SOURCES, small.read_text(SOURCES) + "...\n")
    before = tree(small.root)
    code, _, err = ingest(small, text, "--write")
    assert code == 2
    assert "nothing was written" in err
    assert tree(small.root) == before


@pytest.mark.parametrize("problem", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_interruption_leaves_neither_seed_nor_record(
    small: BookCopy, text: Path, problem: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(small.root)

    def fail(self: Path, target: Path) -> Path:
        raise problem

    monkeypatch.setattr(Path, "replace", fail)
    assert ingest(small, text, "--write")[0] == 2
    assert tree(small.root) == before


def test_a_title_of_any_characters_is_stored(small: BookCopy, text: Path) -> None:
    title = "\u200f“It’s”: {a} \\ \u2028 # \ufeff 'x' \U0001f6a2 \x1b[31m"
    assert ingest(small, text, "--title", title, "--write")[0] == 0
    record = yaml.safe_load(small.read_text(SOURCES))["sources"][-1]
    assert record["title"] == "\u200f“It’s”: {a} \\ # \ufeff 'x' \U0001f6a2 [31m"


def test_a_private_seed_lies_outside_the_book(
    small: BookCopy, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    monkeypatch.setenv("BRIEFING_SEEDS", str(vault))
    code, out, _ = ingest(small, text, "--private", "--write")
    assert (code, "wrote $BRIEFING_SEEDS/ferry.txt" in out) == (0, True)
    assert [path.name for path in vault.iterdir()] == ["ferry.txt"]
    assert not (small.root / "seeds/ferry.txt").exists()
    evidence = '\n:::{claim} kept\nThe ferry is kept.\n\n> @ferry "council keeps the ferry."\n> @ferry#p1s2\n:::\n'
    small.write("source/words.md", small.read_text("source/words.md") + evidence + "\n```{coverage} ferry\n```\n")
    assert small.build().code == 0
    assert "Not verified here" not in small.html("words")
    assert "Verified" in small.html("words")
    monkeypatch.delenv("BRIEFING_SEEDS")
    assert small.check() == (0, [])
    assert small.build().code == 0
    assert small.html("words").count("Not verified here") == 2
    assert "The text of this source is not held here" in small.html("words")
    monkeypatch.setenv("BRIEFING_SEEDS", str(vault))
    (vault / "ferry.txt").write_text(TEXT.replace("keeps", "sells"), "utf-8")
    (finding,) = small.check()[1]
    assert (finding["code"], finding["place"]["path"]) == ("brief.seed-changed", "$BRIEFING_SEEDS/ferry.txt")


def test_a_book_with_its_own_seeds_folder(small: BookCopy, text: Path) -> None:
    (small.root / "seeds").rename(small.root / "texts")
    small.write("conf.py", small.read_text("conf.py") + '\nbrief_seeds = "texts/"\n')
    assert ingest(small, text, "--write")[0] == 0
    assert (small.root / "texts/ferry.txt").is_file()


def test_a_conf_that_cannot_be_read(small: BookCopy, text: Path) -> None:
    small.write("conf.py", "project = (\n")
    assert ingest(small, text)[0] == 2


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe")
def test_nothing_is_warned_of_in_a_process_of_its_own(small: BookCopy, tmp_path: Path) -> None:
    for name, data in (("a.pdf", pdf_file(tmp_path)), ("b.docx", docx_file()), ("c.html", PAGE.encode())):
        (tmp_path / name).write_bytes(data)
        result = run_apart("ingest", name, "--book", str(small.root), cwd=tmp_path, PYTHONWARNINGS="error")
        assert (result.code, result.err) == (0, "")
