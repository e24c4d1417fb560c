"""Laws 1 and 2: the same sources give the same bytes, in any folder, time zone, and number of processes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, BookCopy, copy_book, run_apart

OUTPUTS = ("html", "pdf", "data", "epub")
HERE = {"TZ": "UTC", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LC_ALL": "C"}


def built_apart(book: BookCopy, cwd: Path, *options: str, **env: str) -> BookCopy:
    result = run_apart("build", *options, "--book", str(book.root), *OUTPUTS, cwd=cwd, **env)
    assert result.code == 0, result.err
    return book


def assert_same(one: BookCopy, other: BookCopy) -> None:
    for output in OUTPUTS:
        assert one.published(output) == other.published(output)
        assert one.published(output)


@pytest.mark.slow
def test_built_twice_in_two_places_and_time_zones_is_the_same(tmp_path: Path) -> None:
    one = copy_book("small", tmp_path / "one")
    other = copy_book("small", tmp_path / "a deeper folder" / "other")
    assert_same(built_apart(one, one.root, **HERE), built_apart(other, tmp_path, **THERE))


@pytest.mark.slow
def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    one = copy_book("small", tmp_path / "one")
    two = copy_book("small", tmp_path / "two")
    assert_same(built_apart(one, tmp_path, **HERE), built_apart(two, tmp_path, "-j", "2", **HERE))


@pytest.mark.slow
def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    book = copy_book("small", tmp_path / "book")
    book.edit("source/actors/rehn.md", "survive another winter", "survive another summer")
    book.edit("source/actors/dockers.md", ":speaker: dockers", ":speakers: dockers")
    book.write("source/words.md", book.read_text("source/words.md") + "\n:::{unknown-word}\n:::\n")
    serial = run_apart("check", "--format", "json", "--book", str(book.root), cwd=tmp_path)
    shutil.rmtree(book.root / "build")
    parallel = run_apart("check", "--format", "json", "-j", "2", "--book", str(book.root), cwd=tmp_path)
    assert serial.code == parallel.code == 1
    assert serial.out == parallel.out
    assert serial.out.count('"code"') == 3


@pytest.mark.slow
def test_the_real_book_is_the_same_from_two_processes_in_another_place(tmp_path: Path) -> None:
    """Laws 1 and 2 at once, on the book of this repository."""
    one, other = (copy_real(tmp_path / name) for name in ("one", "other"))
    assert_same(built_apart(one, one.root, **HERE), built_apart(other, tmp_path, "-j", "2", **THERE))


def copy_real(folder: Path) -> BookCopy:
    """The sources of the repository's own book."""
    folder.mkdir()
    for name in ("source", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy2(ROOT / "conf.py", folder)
    return BookCopy(folder)
