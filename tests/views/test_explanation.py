"""What the Book knows of one thing: found by any of its names, and on every page whose answers hold it."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.places import Key
from sphinx_briefing.views.explanation import Asked, explain, keys_of, names, names_known
from sphinx_briefing.views.shown import Shown, show
from views.books import actor, book, mention, position

BOOK = book(
    actor("north"),
    position("north", "toll", "opposes"),
    mention(Key("actor", "north"), ("So says ", Key("actor", "north"), "."), 1),
    lists={"sources": (Key("sources", ""), Key("coverage", "tale"))},
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("north", [Key("actor", "north")]),
        ("actor/north", [Key("actor", "north")]),
        ("tale", [Key("source", "tale")]),
        ("tale#p1s1", [Key("passage", "tale#p1s1")]),
        ("nothing", []),
    ],
)
def test_a_thing_is_found_by_its_names(wanted: str, found: list[Key]) -> None:
    assert list(keys_of(BOOK, wanted)) == found
    assert not found or found[0].id in names_known(BOOK)


def test_an_answer_names_what_it_shows_however_deep() -> None:
    north = show(BOOK, Key("actor", "north"))
    assert names({"rows": ((1, [north]),)}, Key("actor", "north"))
    assert not names({"rows": ((1, [north]),)}, Key("issue", "north"))
    assert names(Shown("passage", "tale#p1s1", "p1s1"), Key("source", "tale"))
    assert not names(Shown("passage", "taler#p1s1", "p1s1"), Key("source", "tale"))


def test_pages_are_told_with_their_reasons() -> None:
    key = Key("actor", "north")
    home = BOOK.objects[key].place.page
    asked = Asked(
        {home: [("mention", (("id", "north"), ("kind", "actor"))), ("mention", (("id", "x"), ("kind", "issue")))]}
    )
    assert explain(BOOK, asked, key).shown_on == ((home, ("it stands there", "mention")),)


def test_of_a_book_without_pages_nothing_is_known() -> None:
    assert keys_of(book(), "north") == ()
