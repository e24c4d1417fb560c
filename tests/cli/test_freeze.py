"""`briefing freeze`: an edition is written whole, once, and only of a book without errors."""

from __future__ import annotations

import json

import pytest

from conftest import BookCopy, run
from sphinx_briefing.model.serialization import book_json, read_book


@pytest.mark.slow
def test_an_edition_is_the_book_and_the_page_numbers_of_its_pdf(built: BookCopy) -> None:
    done = run("freeze", "--book", str(built.root))
    assert done.code == 0, done.err
    assert done.out.split() == ["editions/1/book.json", "editions/1/pages.json"]
    text = built.read_text("editions/1/book.json")
    assert book_json(read_book(text)) == text
    numbers = json.loads(built.read_text("editions/1/pages.json"))
    assert numbers["edition"] == "1"
    assert set(numbers["pages"]) == {page.name for page in read_book(text).pages}
    order = list(numbers["pages"].values())
    assert order == sorted(order)
    assert numbers["objects"]["actor/mayor"] == numbers["pages"]["actors/mayor"]
    assert not list(built.root.glob("editions/.*"))
    before = built.read_text("editions/1/pages.json")
    again = run("freeze", "--book", str(built.root))  # it stays as it is
    assert again.code == 2
    assert "editions/1 is frozen already" in again.err
    assert built.read_text("editions/1/pages.json") == before


def test_a_book_with_an_error_is_not_frozen(built: BookCopy) -> None:
    built.write("source/words.md", built.read_text("source/words.md") + "\n{actor}`nobody`\n")
    done = run("freeze", "--book", str(built.root))
    assert done.code == 1
    assert "unknown actor `nobody`" in done.err
    assert "nothing was frozen" in done.err
    assert not (built.root / "editions").exists()


@pytest.mark.parametrize("name", ["../out", "a/b", ".hidden", "one two"])
def test_a_name_that_leads_elsewhere_is_refused(built: BookCopy, name: str) -> None:
    done = run("freeze", name, "--book", str(built.root))
    assert done.code == 2
    assert "cannot name a folder" in done.err


def test_a_book_without_an_edition_needs_a_name(built: BookCopy) -> None:
    built.write("conf.py", built.read_text("conf.py").replace('brief_edition = "1"', ""))
    done = run("freeze", "--book", str(built.root))
    assert done.code == 2
    assert "the edition has no name" in done.err
