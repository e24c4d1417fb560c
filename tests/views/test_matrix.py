"""The matrix: groups by side, gaps as gaps, the latest position in each cell, and what is counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.matrix import Cell, latest_positions, matrix
from sphinx_briefing.views.shown import show
from views.books import INFO, actor, book, issue, position


@pytest.fixture
def harbor() -> Book:
    return book(
        actor("north", side="Towns"),
        actor("board", side="Boards"),
        actor("south", side="Towns"),
        issue("toll", scope="2010"),
        issue("ferry"),
        position("north", "toll", "opposes", "words"),
        position("board", "toll", "supports", "derived"),
        position("north", "ferry", "mixed", "acts"),
    )


def test_actors_stand_under_their_sides_in_the_order_in_which_sides_first_appear(harbor: Book) -> None:
    found = matrix(harbor, "matrix", {})
    assert [(group.side, [row.actor.id for row in group.rows]) for group in found.groups] == [
        ("Towns", ["north", "south"]),
        ("Boards", ["board"]),
    ]
    assert [(column.issue.id, column.scope) for column in found.columns] == [("toll", "2010"), ("ferry", "")]


def test_a_cell_leads_to_its_position_and_a_gap_is_none(harbor: Book) -> None:
    north, south = matrix(harbor, "matrix", {}).groups[0].rows
    assert north.cells[0] == Cell("opposes", "words", show(harbor, Key("position", "north.toll")))
    assert (north.held, south.held) == (2, 0)
    assert south.cells == (None, None)


def test_positions_holders_and_what_no_sentence_states_are_counted(harbor: Book) -> None:
    found = matrix(harbor, "matrix", {})
    assert (found.held, found.holders, found.derived, found.whole) == (3, 3, 1, True)
    assert [column.held for column in found.columns] == [2, 1]


def test_a_part_of_the_matrix_counts_only_what_it_shows(harbor: Book) -> None:
    found = matrix(harbor, "index", {"actors": "board, north", "issues": "toll"})
    assert [row.actor.id for group in found.groups for row in group.rows] == ["board", "north"]  # in the order asked
    assert (found.held, found.holders, found.whole) == (2, 2, False)
    assert matrix(harbor, "index", {"issues": "ferry; toll"}).columns[0].issue.id == "ferry"


def test_an_id_that_nobody_declares_asks_for_nothing(harbor: Book) -> None:
    found = matrix(harbor, "index", {"actors": "nobody, north"})
    assert [row.actor.id for group in found.groups for row in group.rows] == ["north"]


def test_a_matrix_of_nothing_is_empty() -> None:
    found = matrix(book(), "matrix", {})
    assert (found.columns, found.groups, found.held, found.holders) == ((), (), 0, 0)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("2009-03", "2009-09-17", "second"),
        ("2009-09-17", "2009-03", "first"),
        ("2009", "2009-09-17", "first"),  # it holds for the whole year, so longer
        ("", "2009-09-17", "first"),  # undated: as of the book's date, 2009-09-21
        ("", "2009-10", "second"),
    ],
)
def test_the_latest_position_wins_whatever_the_order_of_pages(first: str, second: str, shown: str) -> None:
    one = position("north", "toll", "opposes", asof=first, page="a")
    two = position("north", "toll", "supports", asof=second, page="b")
    wanted = one if shown == "first" else two
    assert latest_positions(book(one, two)) == {("north", "toll"): wanted}
    assert latest_positions(book(two, one)) == {("north", "toll"): wanted}


def test_an_undated_position_holds_to_the_last_day_of_the_books_month() -> None:
    undated, dated = position("north", "toll"), position("north", "toll", "mixed", asof="2009-09-25")
    found = latest_positions(book(undated, dated, info=replace(INFO, asof="2009-09")))
    assert found["north", "toll"] is undated
