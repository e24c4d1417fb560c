"""Law 3 on the book of this repository: edit after edit, with one after the other by night, some at a time by day."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from conftest import BookCopy, restore
from laws.clean import BY_TURNS, NIGHTLY, assert_same, complaints
from laws.real_edits import REAL_EDITS, person
from sphinx_briefing.cli.book import book_folder, run_sphinx
from sphinx_briefing.model.published import published
from sphinx_briefing.model.serialization import book_json, read_book

#: After how many edits the book is compared with a clean build of it.
GROUP = 1 if NIGHTLY else 8


@pytest.mark.slow
@pytest.mark.usefixtures("unprinted")
def test_the_real_book_stays_clean_after_every_edit(real: BookCopy, tmp_path: Path) -> None:
    try:
        for number, edit in enumerate(REAL_EDITS, 1):
            edit(real)
            if number % GROUP == 0 or number == len(REAL_EDITS):
                assert_as_clean(real, tmp_path / f"clean-{number}", edit.__name__)
    finally:
        restore(real)


def assert_as_clean(book: BookCopy, folder: Path, last: str) -> None:
    before = {output: book.published(output) for output in BY_TURNS}
    result = book.build(*BY_TURNS)
    clean = book.copy_to(folder)
    expected = clean.build(*BY_TURNS)
    assert (result.code, complaints(book, result)) == (expected.code, complaints(clean, expected)), last
    if result.code == 0:
        assert_same(book, clean, *BY_TURNS)
    else:
        assert last == "change_likelihood"
        assert {output: book.published(output) for output in BY_TURNS} == before


@pytest.mark.slow
@pytest.mark.usefixtures("unprinted")
def test_the_real_book_follows_a_new_name(real: BookCopy) -> None:
    """No page keeps the old name, one page is read, not all are written."""
    try:
        page = person(real)
        name = page.read_text("utf-8").partition("\n# ")[2].partition("\n")[0]
        page.write_text(page.read_text("utf-8").replace(f"# {name}", f"# {name}son"), "utf-8")
        result = real.build("html")
        assert result.read == (page.relative_to(real.root / "source").with_suffix("").as_posix(),)
        assert len(result.written) < len(real.pages)
        assert not [found for found in real.pages if f">{name}<" in real.html(found)]
    finally:
        restore(real)


@pytest.mark.slow
@pytest.mark.usefixtures("unprinted")
def test_the_real_book_without_change_is_left_alone(real: BookCopy) -> None:
    result = real.build(*BY_TURNS)
    assert (result.code, result.read, result.written) == (0, (), ())
    assert result.out.count("(0 of ") == len(BY_TURNS)


@pytest.mark.slow
def test_the_real_book_loaded_from_its_data_is_the_book(real: BookCopy) -> None:
    """Nothing that the Book says is lost on its way through `book.json`, whatever a large book uses."""
    found = run_sphinx(book_folder(str(real.root)), "briefdata", argparse.Namespace(hindsight=False, jobs=1), None).book
    assert found is not None
    text = real.read_text("build/data/book.json")
    read = read_book(text)
    assert read == published(found)
    assert book_json(read) == text
    assert min(map(len, (read.actors, read.events, read.positions, read.judgments, read.quotations, read.mentions))) > 0
