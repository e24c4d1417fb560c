"""Where the book was wrong: what it said, what it says now, and which page or object it concerns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Erratum, Judgment
from sphinx_briefing.views.notes import Note, notes_of
from sphinx_briefing.views.options import chosen
from sphinx_briefing.views.shown import Shown, judgment_title, show, shown_prose


@dataclass(frozen=True, slots=True)
class Correction:
    """One mistake of the book. `about` names what it concerns in full: a judgment by its title."""

    target: Shown
    date: str
    edtf: str
    on: Shown
    about: str
    was: str
    text: tuple[str | Shown, ...]
    notes: tuple[Note, ...]


def correction(book: Book, item: Erratum) -> Correction:
    """One erratum as a reader sees it."""
    return Correction(
        target=show(book, item.key),
        date=spoken(item.date.edtf),
        edtf=item.date.edtf,
        on=show(book, item.on),
        about=_named(book, item.on),
        was=item.was,
        text=shown_prose(book, item.text),
        notes=notes_of(book, item),
    )


def _named(book: Book, key: Key) -> str:
    found = book.objects.get(key)
    return judgment_title(book, found) if isinstance(found, Judgment) else ""


def errata(book: Book, page: str, options: Mapping[str, str]) -> tuple[Correction, ...]:
    """View `errata`: all of them, the newest first, or those named by the option `only`."""
    return tuple(correction(book, item) for item in chosen(reversed(book.errata), options.get("only", "")))


def erratum(book: Book, page: str, options: Mapping[str, str]) -> Correction | None:
    """View `erratum`: the one whose id is given, for its own place on its page."""
    found = book.objects.get(Key("erratum", options["id"]))
    return correction(book, found) if isinstance(found, Erratum) else None
