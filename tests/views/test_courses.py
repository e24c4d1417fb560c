"""Positions in time: the one that holds on the book's date, what was before it, what came later, and conflicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_briefing.model.statements import Position
from sphinx_briefing.views.courses import Course, course
from views.books import INFO, actor, book, issue, position


def told(*positions: Position, asof: str = "2009-09-21") -> Course:
    found = book(actor("north"), issue("toll"), *positions, info=replace(INFO, asof=asof))
    return course(found, "north", "toll")


def held(stance: str, asof: str = "", basis: str = "words", page: str = "page") -> Position:
    return position("north", "toll", stance, basis, asof=asof, page=page)


def stances(found: Course) -> list[str]:
    return [stand.stance for stand in found.stands]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("2009-03", "2009-09-17", "second"),
        ("2009-09-17", "2009-03", "first"),
        ("2009", "2009-09-17", "first"),  # it holds for the whole year, so longer
        ("2008/..", "2009-09-17", "first"),  # it holds to this day
        ("", "2009-09-17", "first"),  # undated: as of the book's date, 2009-09-21
        ("2008/..", "", "second"),
        ("", "2009-10", "first"),  # that one comes after the book's date
    ],
)
def test_the_latest_position_holds_whatever_the_order_of_pages(first: str, second: str, shown: str) -> None:
    one, two = held("opposes", first, page="a"), held("supports", second, page="b")
    wanted = "opposes" if shown == "first" else "supports"
    assert stances(told(one, two)) == [wanted]
    assert stances(told(two, one)) == [wanted]


def test_an_undated_position_holds_to_the_last_day_of_the_books_month() -> None:
    assert stances(told(held("opposes"), held("mixed", "2009-09-25"), asof="2009-09")) == ["opposes"]


def test_nothing_is_held_where_nothing_is_stated() -> None:
    found = told()
    assert found == Course()
    assert (found.held, found.conflict, found.derived) == (False, False, False)


def test_a_change_names_the_last_position_that_differed() -> None:
    found = told(held("opposes", "2007"), held("supports", "2008"), held("supports", "2009"))
    assert found.was is not None
    assert (stances(found), found.was.stance, found.was.as_of) == (["supports"], "opposes", "2007")
    assert found.stands[0].as_of == "2009"
    assert told(held("opposes", "2007"), held("opposes", "2008")).was is None


def test_what_begins_after_the_books_date_is_told_apart() -> None:
    found = told(held("opposes"), held("supports", "2010"), held("mixed", "2011"))
    assert found.later is not None
    assert (stances(found), found.later.stance, found.was) == (["opposes"], "mixed", None)
    only = told(held("supports", "2010"))
    assert (only.held, only.later is not None) == (False, True)
    undated = told(held("supports", "2010"), asof="")
    assert (stances(undated), undated.later) == (["supports"], None)  # a book without a date has no later


def test_positions_of_one_date_that_disagree_are_all_told() -> None:
    found = told(held("opposes"), replace(held("supports", basis="acts"), apart="acts"))
    assert (stances(found), found.conflict) == (["opposes", "supports"], True)
    dated = told(held("opposes"), held("supports", "2009-09-21", "acts"))  # the book's date is that of the undated one
    assert dated.conflict


def test_bases_that_agree_are_no_conflict() -> None:
    found = told(held("opposes", basis="derived"), replace(held("opposes", basis="acts"), apart="acts"))
    assert (found.conflict, found.derived) == (False, False)
    assert found.stands[0].bases == ("derived", "acts")
    assert told(held("opposes", basis="derived")).derived
