"""What changed since an edition: each kind of change is told once, what matters apart from typing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.serialization import book_json, read_book
from sphinx_briefing.views.changes import Change, changes, compare
from views.books import actor, book, cite, claim, issue, judgment, position, record

GROUND = claim("ground", line=20, text=("The ferry was late.",))
MIDDLE = claim("middle", line=24, rests_on=(Key("claim", "ground"),))
FACTS: dict[str, Any] = {
    "north": actor("north", name="Northport"),
    "toll": issue("toll"),
    "position": position("north", "toll", "opposes", "reported", text=(Key("actor", "north"), " is against it.")),
    "ground": GROUND,
    "middle": MIDDLE,
    "first": judgment("j-1", "very unlikely", line=30, rests_on=(Key("claim", "middle"),)),
    "second": judgment("j-2", "likely", line=35, against=(Key("claim", "ground"),)),
}


def state(**changed: Any) -> Book:
    """The book with some facts put in the place of others; None takes one away."""
    return book(*(fact for fact in {**FACTS, **changed}.values() if fact is not None))


def told(new: Book, old: Book | None = None) -> list[tuple[Any, ...]]:
    return [(item.kind, item.target.id, item.before, item.after) for item in compare(old or state(), new)]


def only(new: Book) -> Change:
    (found,) = compare(state(), new)
    return found


def test_nothing_changed_is_no_change_and_neither_is_another_line_or_name() -> None:
    assert told(state()) == []
    moved = replace(FACTS["ground"], place=replace(GROUND.place, line=99))
    assert told(state(ground=moved, north=actor("north", name="The North"))) == []


def test_what_is_new_and_what_is_gone() -> None:
    fresh = claim("fresh", line=60, text=("It rains.",))
    assert told(state(fresh=fresh)) == [("new", "fresh", "", "It rains.")]
    found = only(state(position=None))
    assert (found.kind, found.before, found.target.text) == (
        "gone",
        "Northport is against it.",
        "Northport on the toll",
    )
    assert not found.target.known  # it leads nowhere any more


@pytest.mark.parametrize(
    ("name", "field", "value", "change"),
    [
        ("position", "stance", "mixed", ("stance", "north.toll", "opposes", "mixed")),
        ("position", "basis", "attributed", ("basis", "north.toll", "reported", "attributed")),
        ("first", "likelihood", "unlikely", ("likelihood", "j-1", "very unlikely", "unlikely")),
        ("first", "confidence", "low", ("confidence", "j-1", "", "low")),
        ("first", "actors", ("north",), ("actors", "j-1", "", "north")),
        ("first", "indicators", (("It rains.",),), ("indicators", "j-1", "", "It rains.")),
        ("middle", "rests_on", (), ("rests on", "middle", "GROUND", "")),
    ],
)
def test_every_field_of_a_statement_is_compared(name: str, field: str, value: Any, change: tuple[str, ...]) -> None:
    assert told(state(**{name: replace(FACTS[name], **{field: value})})) == [change]


def test_a_judgment_is_named_with_its_likelihood_as_it_is_now() -> None:
    found = only(state(first=replace(FACTS["first"], likelihood="unlikely")))
    assert found.title == "Unlikely: the toll will fall"


def test_other_evidence_is_told_by_its_passages_and_never_by_its_words() -> None:
    more = replace(GROUND, citations=(*GROUND.citations, record(line=22)))
    assert told(state(ground=more)) == [("evidence", "ground", "", "S02")]
    other = replace(GROUND, citations=(cite(passage="p2s2", line=21),))
    assert told(state(ground=other)) == [("evidence", "ground", "tale#p1s1", "tale#p2s2")]
    words = replace(GROUND, citations=(cite("says so loudly", passage="p1s1", line=21),))
    assert told(state(ground=words)) == [("quoted", "ground", "", "tale#p1s1")]


def test_typing_is_told_apart_and_touches_no_judgment() -> None:
    slip = only(state(ground=replace(GROUND, text=("The ferry was laet.",))))
    assert (slip.kind, slip.significant, slip.judgments) == ("reworded", False, ())
    other = only(state(ground=replace(GROUND, text=("The ferry was early.",))))
    assert (other.kind, other.significant) == ("reworded", True)


def test_a_change_names_the_judgments_that_rest_on_it_at_any_remove() -> None:
    changed = only(state(ground=replace(GROUND, text=("The ferry sank.",))))
    assert [item.text for item in changed.judgments] == ["J-1", "J-2"]
    gone = compare(state(), state(ground=None))
    assert [[item.text for item in change.judgments] for change in gone] == [["J-1", "J-2"]]


def test_since_an_edition_as_it_was_frozen() -> None:
    """What is kept of an edition is what was published of it: silent words are compared by their hash."""
    silent = replace(GROUND, citations=(cite("says so loudly", silent=True, line=21),))
    new = state(ground=silent)
    frozen = {"1": read_book(book_json(state())), "2": read_book(book_json(new))}
    whole = replace(new, editions=frozen)
    assert changes(whole, "page", {}).since == "2"
    assert not changes(whole, "page", {}).significant
    first = changes(whole, "page", {"since": "1"})
    assert (first.since, first.asof, len(first.significant), first.slight) == ("1", "21\u00a0September 2009", 1, ())
    assert changes(whole, "page", {"since": "9"}).since == ""


def test_a_first_edition_has_none_before_it() -> None:
    assert changes(state(), "page", {}).since == ""
