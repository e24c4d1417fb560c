"""Positions and events as tables for a spreadsheet: `positions.csv` and `events.csv`."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import DISTANT_FUTURE, DISTANT_PAST
from sphinx_briefing.model.entities import Event
from sphinx_briefing.model.pages import Statement
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Position
from sphinx_briefing.views.shown import name, text_of

#: Spreadsheets take a file for UTF-8, and not for the machine's own old encoding, when it begins with this.
MARK: Final = "\ufeff"
#: How a formula may begin: a spreadsheet would work it out, whoever wrote it into the book.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def positions_csv(book: Book) -> str:
    """All positions, a row each, in reading order."""
    head = ("id", "actor", "actor_name", "issue", "issue_name", "stance", "basis", "as_of")
    return _table(book, head, ((item, _position(book, item)) for item in book.positions))


def events_csv(book: Book) -> str:
    """All events, a row each, by date."""
    head = ("id", "title", "date", "first_day", "last_day", "said", "place_name", "actors", "issues")
    return _table(book, head, ((item, _event(item)) for item in book.events))


def _position(book: Book, item: Position) -> Sequence[str]:
    names = (name(book, Key("actor", item.actor)), name(book, Key("issue", item.issue)))
    as_of = item.as_of.edtf if item.as_of else book.info.asof
    return (item.id, item.actor, names[0], item.issue, names[1], item.stance, item.basis, as_of)


def _event(item: Event) -> Sequence[str]:
    first, last = item.date.order
    ends = ("" if first == DISTANT_PAST else first, "" if last == DISTANT_FUTURE else last)
    lists = ("; ".join(item.actors), "; ".join(item.issues))
    return (item.id, item.title, item.date.edtf, *ends, item.said, item.place_name, *lists)


def _table(book: Book, head: Sequence[str], rows: Iterable[tuple[Statement, Sequence[str]]]) -> str:
    """A table as RFC 4180 has it; every row ends with what all statements have."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow((*head, *_SHARED))
    for item, cells in rows:
        writer.writerow([safe(cell) for cell in (*cells, *(of(book, item) for of in _SHARED.values()))])
    return MARK + written.getvalue()


def _evidence(book: Book, item: Statement) -> str:
    return "; ".join(
        dict.fromkeys(_reference(found.citation.source, found.passage) for found in book.evidence_of(item))
    )


def _reference(source: str, passage: str) -> str:
    return f"{source}#{passage}" if passage else source


def _states(book: Book, item: Statement) -> str:
    return "; ".join(dict.fromkeys(found.state.value for found in book.evidence_of(item)))


_SHARED: Final[Mapping[str, Callable[[Book, Statement], str]]] = {
    "layer": lambda _, item: item.layer,
    "text": lambda book, item: text_of(book, item.text),
    "evidence": _evidence,
    "states": _states,
    "page": lambda _, item: item.place.page,
    "line": lambda _, item: str(item.place.line),
}


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before it makes it text."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell
