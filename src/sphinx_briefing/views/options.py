"""The options of a view, read: lists of ids, and the entity that a page is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol, TypeVar

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.pages import Entity
from sphinx_briefing.model.places import Key


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)
E = TypeVar("E", Actor, Issue)
#: What stands behind a group's id for its members.
EVERYBODY: Final = "/*"


def listed(text: str) -> tuple[str, ...]:
    """The ids in "j-05, j-06"."""
    return tuple(item.strip() for item in text.replace(";", ",").split(",") if item.strip())


def parted(text: str) -> tuple[str, ...]:
    """The names in "Russia; United States": parted by semicolons, since a name may hold a comma."""
    return tuple(item.strip() for item in text.split(";") if item.strip())


def chosen(items: Iterable[T], wanted: str) -> tuple[T, ...]:
    """The items whose ids are wanted, in the wanted order; all of them, in their own order, when none is named."""
    ids = listed(wanted)
    if not ids:
        return tuple(items)
    by_id = {item.id: item for item in items}
    return tuple(by_id[identifier] for identifier in ids if identifier in by_id)


def chosen_of(book: Book, items: tuple[E, ...], wanted: str) -> tuple[E, ...]:
    """As `chosen`, where `kremlin/*` stands for the members of a group, and theirs, in reading order, each once."""
    if not listed(wanted) or not items:
        return items
    by_id = {item.id: item for item in items}
    found: dict[str, None] = {}
    for name in listed(wanted):
        group, star, _ = name.partition(EVERYBODY)
        found |= dict.fromkeys(_members(book, Key(items[0].key.kind, group)) if star else (name,))
    return tuple(by_id[name] for name in found if name in by_id)


def _members(book: Book, group: Key) -> tuple[str, ...]:
    """The ids of all that is part of a group, directly or through other groups; circles end."""
    found: dict[Key, None] = {group: None}
    for key in (open_ := [group]):  # grows while it is walked
        for member in book.members.get(key, ()):
            if member.key not in found:
                found[member.key] = None
                open_.append(member.key)
    inside = {key for key in found if key != group}
    return tuple(key.id for key in book.objects if key in inside)


def subjects(book: Book, page: str) -> tuple[Entity, ...]:
    """The actors and issues that a page declares; the first is what the page is about."""
    found = book.page_by_name.get(page)
    return tuple(fact for fact in found.facts if isinstance(fact, (Actor, Issue))) if found else ()
