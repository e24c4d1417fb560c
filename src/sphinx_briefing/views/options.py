"""The options of a view, read: lists of ids, and the entity that a page is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from sphinx_briefing.model.book import Book, Entity
from sphinx_briefing.model.entities import Actor, Issue


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


def listed(text: str) -> tuple[str, ...]:
    """The ids in "j-05, j-06"."""
    return tuple(item.strip() for item in text.replace(";", ",").split(",") if item.strip())


def chosen(items: Iterable[T], wanted: str) -> tuple[T, ...]:
    """The items whose ids are wanted, in the wanted order; all of them, in their own order, when none is named."""
    ids = listed(wanted)
    if not ids:
        return tuple(items)
    by_id = {item.id: item for item in items}
    return tuple(by_id[identifier] for identifier in ids if identifier in by_id)


def subjects(book: Book, page: str) -> tuple[Entity, ...]:
    """The actors and issues that a page declares; the first is what the page is about."""
    found = book.page_by_name.get(page)
    return tuple(fact for fact in found.facts if isinstance(fact, (Actor, Issue))) if found else ()
