"""Who or what a page is about, in a few facts; and how much of the source the page uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import parse_date, spoken
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.pages import Page
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.notes import Note, notes_of
from sphinx_briefing.views.roles import RoleRow, roles_of
from sphinx_briefing.views.shown import Shown, show


@dataclass(frozen=True, slots=True)
class Identity:
    """The facts of an actor or an issue, each empty when unknown.

    `roles` are those held on the book's date, `past_roles` those that had ended; `notes` are what both rest on.
    `members` are its parts, `metonyms` the names that stand for it.
    """

    entity: Shown
    kind: str = ""
    native: str = ""
    lang: str = ""
    romanization: str = ""
    roles: tuple[RoleRow, ...] = ()
    past_roles: tuple[RoleRow, ...] = ()
    notes: tuple[Note, ...] = ()
    part_of: tuple[Shown, ...] = ()
    members: tuple[Shown, ...] = ()
    stands_for: tuple[Shown, ...] = ()
    but_not: str = ""
    metonyms: tuple[Shown, ...] = ()
    also: tuple[str, ...] = ()
    scope: str = ""
    silence: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The line under a page's title: edition, as-of date, last change, how many of the source's passages are used here.

    The home page has the last change of any page. `printed` is the page of the PDF on which the page begins; 0 when no
    edition tells.
    """

    edition: str
    asof: str
    asof_iso: str
    used: tuple[Shown, ...]
    total: int
    whole: int
    changed: str = ""
    printed: int = 0


def identity(book: Book, page: str, options: Mapping[str, str]) -> Identity | None:
    """View `identity`: the actor or issue that the options `kind` and `id` name."""
    found = book.objects.get(Key(options["kind"], options["id"]))
    if not isinstance(found, (Actor, Issue)):
        return None
    kind = found.key.kind
    facts = Identity(
        show(book, found.key),
        part_of=tuple(show(book, Key(kind, whole)) for whole in found.part_of),
        members=tuple(show(book, item.key) for item in book.members.get(found.key, ())),
        also=found.also,
        silence=found.silence,
    )
    if isinstance(found, Issue):
        return replace(facts, scope=found.scope)
    now, past = roles_of(book, found)
    return replace(
        facts,
        kind=found.kind,
        native=found.native,
        lang=found.lang,
        romanization=found.romanization,
        roles=now,
        past_roles=past,
        notes=notes_of(book, found),
        stands_for=tuple(show(book, Key("actor", meant)) for meant in found.stands_for),
        but_not=found.but_not,
        metonyms=tuple(show(book, item.key) for item in book.metonyms.get(found.id, ())),
    )


def status(book: Book, page: str, options: Mapping[str, str]) -> Status:
    """View `status`: for the page it stands on; on the home page it counts the whole book."""
    own = book.own_passages
    used = sorted(book.passages_used_on.get(page, frozenset()) & own.keys(), key=own.__getitem__)
    here = tuple(show(book, Key("passage", reference)) for reference in used)
    whole = sum(reference in book.uses for reference in own) if options.get("whole") else -1
    asof = book.info.asof
    pages = book.pages if options.get("whole") else filter(None, (book.page_by_name.get(page),))
    changed = _last_change(pages)
    last = spoken(changed) if changed else ""
    shown = spoken(asof) if asof else ""
    printed = book.printed.get(page, 0)
    return Status(book.info.edition, shown, asof, here, len(own), whole, last, printed)


def _last_change(pages: Iterable[Page]) -> str:
    return max((item.changed for item in pages if item.changed), key=lambda day: parse_date(day).order, default="")
