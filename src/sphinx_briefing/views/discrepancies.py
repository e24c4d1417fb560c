"""Where the source and the record part, each shown with what both say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Discrepancy
from sphinx_briefing.views.notes import Note, notes_of
from sphinx_briefing.views.options import chosen
from sphinx_briefing.views.shown import Shown, show, shown_prose


@dataclass(frozen=True, slots=True)
class Notice:
    """One discrepancy: our notice, what the source says (its notes) and what the record says."""

    target: Shown
    severity: str
    text: tuple[str | Shown, ...]
    source: tuple[Note, ...]
    record: tuple[Note, ...]


def notice(book: Book, item: Discrepancy) -> Notice:
    """One discrepancy as a notice. Evidence from a held seed is the source; all other is the record."""
    held = {source.id for source in book.sources if source.seed}
    pairs = tuple(zip(book.evidence_of(item), notes_of(book, item), strict=True))
    return Notice(
        target=show(book, item.key),
        severity=item.severity,
        text=shown_prose(book, item.text),
        source=tuple(note for evidence, note in pairs if evidence.citation.source in held),
        record=tuple(note for evidence, note in pairs if evidence.citation.source not in held),
    )


def discrepancies(book: Book, page: str, options: Mapping[str, str]) -> tuple[Notice, ...]:
    """View `discrepancies`: all of them, or those named by the option `only`."""
    return tuple(notice(book, item) for item in chosen(book.discrepancies, options.get("only", "")))


def discrepancy(book: Book, page: str, options: Mapping[str, str]) -> Notice | None:
    """View `discrepancy`: the one whose id is given, for its own place on its page."""
    found = book.objects.get(Key("discrepancy", options["id"]))
    return notice(book, found) if isinstance(found, Discrepancy) else None
