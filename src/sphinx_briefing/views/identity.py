"""Who or what a page is about, in a few facts; and how much of the source the page uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.shown import Shown, show


@dataclass(frozen=True, slots=True)
class Identity:
    """The facts of an actor or an issue, each empty when unknown."""

    entity: Shown
    native: str
    lang: str
    role: str
    kind: str
    part_of: Shown | None
    members: tuple[Shown, ...]
    also: tuple[str, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class Status:
    """The line under a page's title: edition, as-of date, and how many of the source's passages are used here."""

    edition: str
    asof: str
    asof_iso: str
    used: tuple[Shown, ...]
    total: int
    whole: int


def identity(book: Book, page: str, options: Mapping[str, str]) -> Identity | None:
    """View `identity`: the actor or issue that the options `kind` and `id` name."""
    found = book.objects.get(Key(options["kind"], options["id"]))
    if isinstance(found, Actor):
        part_of = show(book, Key("actor", found.part_of)) if found.part_of else None
        members = tuple(show(book, item.key) for item in book.members.get(found.id, ()))
        return Identity(
            show(book, found.key), found.native, found.lang, found.role, found.kind, part_of, members, found.also, ""
        )
    if isinstance(found, Issue):
        return Identity(show(book, found.key), "", "", "", "", None, (), found.also, found.scope)
    return None


def status(book: Book, page: str, options: Mapping[str, str]) -> Status:
    """View `status`: for the page it stands on; on the home page it counts the whole book."""
    references = [f"{item.source}#{item.passage.id}" for item in book.passages if item.source == book.info.source]
    used = book.passages_used_on.get(page, frozenset())
    here = tuple(show(book, Key("passage", reference)) for reference in references if reference in used)
    whole = sum(reference in book.uses for reference in references) if options.get("whole") else -1
    asof = book.info.asof
    return Status(book.info.edition, spoken(asof) if asof else "", asof, here, len(references), whole)
