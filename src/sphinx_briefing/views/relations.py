"""What actors do to each other: one relation at its own place, and those that touch an entity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Relation
from sphinx_briefing.views.notes import Note, notes_of
from sphinx_briefing.views.shown import Shown, show, shown_prose


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One relation. `kind` stands between the two actors as a verb; `mutual` when it holds both ways."""

    target: Shown
    actor: Shown
    other: Shown
    kind: str
    mutual: bool
    date: str
    event: Shown | None
    text: tuple[str | Shown, ...]
    layer: str
    notes: tuple[Note, ...]


def relation_row(book: Book, item: Relation) -> RelationRow:
    """One relation as a row. Without a date of its own it has that of its event."""
    event = show(book, Key("event", item.event)) if item.event else None
    return RelationRow(
        target=show(book, item.key),
        actor=show(book, Key("actor", item.actor)),
        other=show(book, Key("actor", item.other)),
        kind=item.kind,
        mutual=item.mutual,
        date=spoken(item.date.edtf) if item.date else event.text if event else "",
        event=event,
        text=shown_prose(book, item.text),
        layer=item.layer,
        notes=notes_of(book, item),
    )


def relation(book: Book, page: str, options: Mapping[str, str]) -> RelationRow | None:
    """View `relation`: the one whose id is given, for its own place on its page."""
    found = book.objects.get(Key("relation", options["id"]))
    return relation_row(book, found) if isinstance(found, Relation) else None
