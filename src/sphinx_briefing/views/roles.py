"""Which roles an actor has on the book's date, and which before it. What comes after it is not told."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import DISTANT_PAST, spoken
from sphinx_briefing.model.entities import Actor, Role


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role, and when it is held ("since 9 March 2004"), as far as the book's date lets a reader know."""

    title: str
    held: str


def roles_of(book: Book, actor: Actor) -> tuple[tuple[RoleRow, ...], tuple[RoleRow, ...]]:
    """The roles held on the book's date, and those that had ended by then."""
    day = book.info.last_day
    now = tuple(RoleRow(role.title, _held(role, day)) for role in actor.roles if role.holds_on(day))
    past = tuple(
        RoleRow(role.title, _held(role, day)) for role in actor.roles if role.held and day and role.held.latest < day
    )
    return now, past


def role_line(book: Book, actor: Actor) -> str:
    """The titles that an actor has on the book's date, in one line."""
    return "; ".join(row.title for row in roles_of(book, actor)[0])


def _held(role: Role, day: str) -> str:
    """When it is held. An end that lies after the book's date would be hindsight: the role is held "since"."""
    if role.held is None:
        return ""
    first, slash, _ = role.held.edtf.partition("/")
    if not slash or not day or role.held.latest <= day:
        return spoken(role.held.edtf)
    return "" if role.held.earliest == DISTANT_PAST else spoken(f"{first}/..")
