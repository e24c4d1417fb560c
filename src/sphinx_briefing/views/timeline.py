"""What happened when, in order, with what each entry rests on and where the source differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import parse_date, spoken
from sphinx_briefing.model.entities import Event
from sphinx_briefing.model.statements import Discrepancy
from sphinx_briefing.views.notes import Note, notes_of
from sphinx_briefing.views.options import listed
from sphinx_briefing.views.shown import Shown, show, shown_prose
from sphinx_briefing.views.strip import Strip, strips


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event. `said` is the source's own word for its date; `differs` are notices of a slip in the source."""

    event: Shown
    date: str
    edtf: str
    layer: str
    text: tuple[str | Shown, ...]
    said: str
    place: str
    notes: tuple[Note, ...]
    differs: tuple[Shown, ...]


def event_row(book: Book, event: Event) -> EventRow:
    """One event as a row."""
    return EventRow(
        event=show(book, event.key),
        date=spoken(event.date.edtf),
        edtf=event.date.edtf,
        layer=event.layer,
        text=shown_prose(book, event.text),
        said=event.said,
        place=event.place_name,
        notes=notes_of(book, event),
        differs=tuple(show(book, item.key) for item in book.about.get(event.key, ()) if isinstance(item, Discrepancy)),
    )


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by date, and the strips on which they are drawn, if any."""

    rows: tuple[EventRow, ...]
    strips: tuple[Strip, ...] = ()


def timeline(book: Book, page: str, options: Mapping[str, str]) -> Timeline:
    """View `timeline`: all events by date, or those asked for; `compact` leaves the strips out, `figure-only` the rows.

    `from` and `to` (EDTF, inclusive) keep what touches the span, or with `within` what lies wholly in it; `actors` and
    `issues` what has one of either named.
    """
    first = parse_date(options["from"]).earliest if options.get("from") else ""
    last = parse_date(options["to"]).latest if options.get("to") else "~"  # sorts after every digit
    whole = "within" in options
    actors, issues = ({*listed(options.get(name, ""))} for name in ("actors", "issues"))
    events = [
        event
        for event in book.events
        if (event.date.earliest if whole else event.date.latest) >= first
        and (event.date.latest if whole else event.date.earliest) <= last
        and (not actors or actors & {*event.actors})
        and (not issues or issues & {*event.issues})
    ]
    alone = "figure-only" in options
    rows = () if alone else tuple(event_row(book, event) for event in events)
    return Timeline(rows, () if "compact" in options else strips(book, events, beside_list=not alone))
