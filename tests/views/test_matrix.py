"""The matrix: groups by side, gaps as gaps, who and what is shown, and what is counted."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.courses import Course, Stand
from sphinx_briefing.views.matrix import matrix
from sphinx_briefing.views.shown import show
from views.books import actor, book, issue, position


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
    assert [(group.side, [row.head.id for row in group.rows]) for group in found.groups] == [
        ("Towns", ["north", "south"]),
        ("Boards", ["board"]),
    ]
    assert [(column.head.id, column.note) for column in found.columns] == [("toll", "2010"), ("ferry", "")]


def test_a_cell_leads_to_its_position_and_a_gap_is_none(harbor: Book) -> None:
    north, south = matrix(harbor, "matrix", {}).groups[0].rows
    assert north.cells[0] == Course((Stand("opposes", ("words",), show(harbor, Key("position", "north.toll"))),))
    assert (north.held, south.held) == (2, 0)
    assert south.cells == (Course(), Course())


def test_positions_holders_and_what_no_sentence_states_are_counted(harbor: Book) -> None:
    found = matrix(harbor, "matrix", {})
    assert (found.held, found.height, found.whole) == (3, 3, True)
    assert [cell.derived for cell in found.cells].count(True) == 1
    assert [column.held for column in found.columns] == [2, 1]


def test_a_part_of_the_matrix_counts_only_what_it_shows(harbor: Book) -> None:
    found = matrix(harbor, "index", {"actors": "board, north", "issues": "toll"})
    assert [row.head.id for group in found.groups for row in group.rows] == ["board", "north"]  # in the order asked
    assert (found.held, found.height, found.whole) == (2, 2, False)
    assert matrix(harbor, "index", {"issues": "ferry; toll"}).columns[0].head.id == "ferry"


def test_an_id_that_nobody_declares_asks_for_nothing(harbor: Book) -> None:
    found = matrix(harbor, "index", {"actors": "nobody, north"})
    assert [row.head.id for group in found.groups for row in group.rows] == ["north"]


def test_a_matrix_of_nothing_is_empty() -> None:
    found = matrix(book(), "matrix", {})
    assert (found.columns, found.groups, found.held, found.height) == ((), (), 0, 0)


def test_a_group_stands_for_its_members_and_theirs_each_once() -> None:
    found = book(
        actor("towns"),
        actor("north", part_of=("towns", "boards")),
        actor("boards", part_of=("towns",)),
        actor("clerk", part_of=("boards", "clerk")),
        issue("trade"),
        issue("toll", part_of=("trade",)),
        issue("fog"),
    )

    def shown(**options: str) -> tuple[list[str], list[str]]:
        answer = matrix(found, "page", options)
        return [row.head.id for group in answer.groups for row in group.rows], [item.head.id for item in answer.columns]

    assert shown(actors="clerk, towns/*", issues="fog; trade/*") == (["clerk", "north", "boards"], ["fog", "toll"])
    assert shown(actors="boards/*", issues="trade")[0] == ["north", "clerk"]
    assert shown(actors="fog/*")[0] == []


def test_sides_and_kinds_keep_the_actors_of_these() -> None:
    found = book(
        actor("a", side="Towns, old", kind="state"), actor("b", side="Boards"), actor("c", kind="group"), issue("i")
    )

    def rows(**options: str) -> list[str]:
        return [row.head.id for group in matrix(found, "page", options).groups for row in group.rows]

    assert rows(sides="Towns, old; Boards") == ["a", "b"]
    assert rows(kinds="group, state") == ["a", "c"]
    assert rows(kinds="person", sides="Boards", actors="c, b, a") == ["b"]
    assert not matrix(found, "page", {"sides": "Boards"}).whole


def test_turned_round_issues_are_rows_and_actors_columns_with_their_sides(harbor: Book) -> None:
    found = matrix(harbor, "matrix", {"transposed": "", "compact": ""})
    assert (found.rows, found.compact, found.whole) == ("issue", True, True)
    assert [(column.head.id, column.note, column.held) for column in found.columns] == [
        ("north", "Towns", 2),
        ("board", "Boards", 1),
        ("south", "Towns", 0),
    ]
    (group,) = found.groups
    assert [(row.head.id, [cell.held for cell in row.cells]) for row in group.rows] == [
        ("toll", [True, True, False]),
        ("ferry", [True, False, False]),
    ]


def test_a_metonym_has_a_row_if_it_is_named_or_holds_a_position() -> None:
    hall = actor("hall", kind="metonym", stands_for=("north",))
    facts = (actor("north"), hall, issue("toll"))

    def rows(*more: Any, **options: str) -> list[str]:
        return [row.head.id for group in matrix(book(*facts, *more), "p", options).groups for row in group.rows]

    assert rows() == ["north"]
    assert matrix(book(*facts), "p", {}).whole
    assert rows(actors="hall, north") == ["hall", "north"]
    assert rows(position("hall", "toll")) == ["north", "hall"]
