"""The timeline: order by EDTF dates, from and to, and what each row carries."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.places import Key
from sphinx_briefing.views.timeline import timeline
from views.books import actor, book, cite, discrepancy, event

DATES = {
    "day": "2009-03-06",
    "month": "2009-03",
    "about": "2009-04~",
    "years": "2006/2008",
    "since": "2008-08/..",
    "late": "2009-09-17",
}
HARBOR = book(*(event(name, date) for name, date in reversed(DATES.items())))


def ids(**options: str) -> list[str]:
    return [row.event.id for row in timeline(HARBOR, "timeline", options).rows]


def test_events_stand_in_order_of_time_not_of_pages() -> None:
    assert ids() == ["years", "since", "month", "day", "about", "late"]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({"from": "2009-03-06"}, ["since", "month", "day", "about", "late"]),  # what reaches into the span is in it
        ({"to": "2008"}, ["years", "since"]),
        ({"from": "2009-04", "to": "2009-04"}, ["since", "about"]),
        ({"from": "2009-09-17", "to": "2009-09-17"}, ["since", "late"]),  # both ends count
        ({"from": "2009-09-18"}, ["since"]),
        ({"to": "2005"}, []),
        ({"from": "2009-03", "to": "2009-09-17", "within": ""}, ["month", "day", "about", "late"]),  # “since” is not
        ({"from": "2009-03-06", "to": "2009-09-16", "within": ""}, ["day", "about"]),
        ({"to": "2008", "within": ""}, ["years"]),
    ],
)
def test_from_and_to_keep_what_touches_the_span(options: dict[str, str], shown: list[str]) -> None:
    assert ids(**options) == shown


def test_a_row_says_when_in_whose_words_where_and_on_what_it_rests() -> None:
    found = book(
        actor("north", name="Northport"),
        event(
            "e",
            "2009-03~",
            layer="context",
            said="last spring",
            place_name="Harbor",
            text=("With ", Key("actor", "north"), "."),
            citations=(cite("a tax on fog"),),
        ),
        discrepancy("d-1", events=("e",)),
        discrepancy("d-2", events=("other",)),
    )
    (row,) = timeline(found, "timeline", {}).rows
    assert (row.date, row.edtf, row.layer, row.said, row.place) == (
        "about March 2009",
        "2009-03~",
        "context",
        "last spring",
        "Harbor",
    )
    assert [part if isinstance(part, str) else part.text for part in row.text] == ["With ", "Northport", "."]
    assert [note.words for note in row.notes] == ["a tax on fog"]
    assert [shown.text for shown in row.differs] == ["D-1"]


def test_actors_and_issues_keep_the_events_that_name_one_of_them() -> None:
    found = book(
        event("a", "2009-01", actors=("north",), issues=("toll",)),
        event("b", "2009-02", actors=("south", "north")),
        event("c", "2009-03", issues=("fog",)),
    )

    def shown(**options: str) -> list[str]:
        return [row.event.id for row in timeline(found, "timeline", options).rows]

    assert shown(actors="north") == ["a", "b"]
    assert shown(actors="south, west") == ["b"]
    assert shown(issues="toll, fog") == ["a", "c"]
    assert shown(actors="north", issues="toll") == ["a"]
    assert shown(actors="west") == []
    assert shown(actors="north", **{"from": "2009-02"}) == ["b"]


def test_the_strips_are_left_out_when_asked() -> None:
    assert timeline(HARBOR, "timeline", {}).strips
    assert timeline(HARBOR, "timeline", {"compact": ""}).strips == ()
    assert timeline(HARBOR, "timeline", {"compact": ""}).rows == timeline(HARBOR, "timeline", {}).rows


def test_the_strips_can_stand_without_their_list() -> None:
    days = book(*(event(f"e{day}", f"2009-03-{day:02}") for day in (1, 5, 9, 22)))
    found = timeline(days, "page", {"figure-only": ""})
    assert (found.rows, len(found.strips) > 0) == ((), True)
    assert not any("list below" in strip.title for strip in found.strips)
