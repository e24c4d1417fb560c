"""The register of views: every view is a pure function that answers the same twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.views import VIEWS
from views.books import (
    actor,
    book,
    cite,
    claim,
    discrepancy,
    erratum,
    event,
    issue,
    judgment,
    mention,
    position,
    quotation,
    relation,
    term,
)

OPTIONS = {
    "notes": {"kind": "claim", "id": "c"},
    "position": {"id": "north.toll", "other": "issue"},
    "judgment": {"id": "j"},
    "relation": {"id": "north.south.met"},
    "quotation": {"id": "q"},
    "discrepancy": {"id": "d"},
    "erratum": {"id": "e-1"},
    "term": {"id": "t"},
    "pair": {"term": "t"},
    "identity": {"kind": "actor", "id": "north"},
    "mention": {"kind": "actor", "id": "north"},
    "cite": {"number": "0"},
    "depends-on": {"source": "tale"},
}


def whole() -> Book:
    found = book(
        actor("north", "north"),
        issue("toll"),
        *(
            position("north", "toll"),
            claim("c"),
            judgment("j"),
            relation("north", "south"),
            quotation("q", speaker="north"),
            discrepancy("d"),
            erratum("e-1"),
            event("e", "2009"),
            term("t", "т", confused_with="u"),
            term("u", "ту"),
        ),
        mention(Key("actor", "north"), (Key("actor", "north"), " x"), page="other"),
        mention(Key("passage", "tale#p1s1"), ("x",), page="north", citations=(cite(passage="p1s1", page="north"),)),
    )
    pages = (replace(page, pieces=("On the toll.",)) if page.name == "north" else page for page in found.pages)
    return replace(found, pages=tuple(pages))


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_answers_with_a_plain_value_that_says_all_it_holds(name: str) -> None:
    """Its `repr` decides whether a page is written anew, so it is the same for the same Book and holds no address."""
    answers = [VIEWS[name](whole(), "north", OPTIONS.get(name, {})) for _ in range(2)]
    assert answers[0], name
    assert answers[0] == answers[1]
    assert repr(answers[0]) == repr(answers[1])
    assert " object at 0x" not in repr(answers[0])
    hash(answers[0])  # frozen through and through


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_of_an_empty_book_is_empty_and_no_error(name: str) -> None:
    VIEWS[name](book(), "north", OPTIONS.get(name, {}))
