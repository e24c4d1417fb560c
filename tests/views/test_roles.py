"""Roles on the book's date: what holds, what had ended, and nothing of what came later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.entities import Role
from sphinx_briefing.views.roles import role_line, roles_of
from views.books import INFO, actor, book


def harbor(*roles: tuple[str, str], asof: str = "2009-09-21") -> Book:
    found = tuple(Role(title, parse_date(held) if held else None) for title, held in roles)
    return book(actor("north", roles=found), info=replace(INFO, asof=asof))


@pytest.mark.parametrize(
    ("held", "now", "past"),
    [
        ("", [("Mayor", "")], []),
        ("2008-05-07/..", [("Mayor", "since 7\u00a0May 2008")], []),
        ("2008-05-07/2012-05-07", [("Mayor", "since 7\u00a0May 2008")], []),  # its end would be hindsight
        ("../2012", [("Mayor", "")], []),
        ("/2012", [("Mayor", "")], []),
        ("2009", [("Mayor", "2009")], []),
        ("2008-05-07/2009-09-21", [("Mayor", "7\u00a0May 2008 to 21\u00a0September 2009")], []),
        ("2000/2008", [], [("Mayor", "2000 to 2008")]),
        ("2009-09-22/..", [], []),
    ],
)
def test_a_role_is_told_as_of_the_books_date(
    held: str, now: list[tuple[str, str]], past: list[tuple[str, str]]
) -> None:
    found = harbor(("Mayor", held))
    told = roles_of(found, found.actors[0])
    assert [[(row.title, row.held) for row in rows] for rows in told] == [now, past]


def test_several_roles_may_hold_at_once_and_the_line_has_those_only() -> None:
    found = harbor(("Mayor", "2008/.."), ("Chair", "2009-01"), ("Pilot", "2001/2003"), ("Owner of a boat", ""))
    assert role_line(found, found.actors[0]) == "Mayor; Owner of a boat"
    assert [row.title for row in roles_of(found, found.actors[0])[1]] == ["Chair", "Pilot"]


def test_a_book_without_a_date_shows_every_role_as_written() -> None:
    found = harbor(("Mayor", "2008/2012"), ("Chair", "2001"), asof="")
    assert [(row.title, row.held) for row in roles_of(found, found.actors[0])[0]] == [
        ("Mayor", "2008 to 2012"),
        ("Chair", "2001"),
    ]
