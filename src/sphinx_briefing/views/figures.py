"""How every number, date and amount of the book's statements stands: supported, worked out, set aside, or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import State
from sphinx_briefing.model.dates import Date
from sphinx_briefing.model.entities import Event
from sphinx_briefing.model.pages import Statement
from sphinx_briefing.model.places import Key, Prose
from sphinx_briefing.model.statements import Position, Quotation, Relation
from sphinx_briefing.text.figures import Figure, keys_in, parts_of
from sphinx_briefing.text.figures import figures as figures_in
from sphinx_briefing.views.shown import Shown, show

_HELD = (State.EXACT, State.NORMALIZED, State.EDITED, State.SILENT, State.CITED)


class Support(StrEnum):
    """How a figure stands."""

    SUPPORTED = "supported"
    """It stands in a passage that the statement rests on, or is the statement's own date."""
    COMPUTED = "computed"
    """It was worked out: by `{computed}`, or from the date of the source ("last Thursday")."""
    ASIDE = "set aside"
    """An editor says by `{aside}` why nothing needs to support it."""
    UNVERIFIABLE = "not verifiable here"
    """The statement also rests on a source whose text is not held, so nothing can be said."""
    UNSUPPORTED = "unsupported"
    """It stands in no passage that the statement rests on."""


#: The roles that account for a figure, and how one stands that is marked so.
MARKS: Final = {"computed": Support.COMPUTED, "aside": Support.ASIDE}


@dataclass(frozen=True, slots=True)
class JudgedFigure:
    """One figure of one statement, and how it stands; `reason` is what an editor wrote beside it."""

    statement: Statement
    figure: Figure
    support: Support
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that an editor accounts for: as written, what from or why, and the page (it leads to the statement)."""

    written: str
    reason: str
    page: Shown


@dataclass(frozen=True, slots=True)
class Figures:
    """How many figures stand in which way, every way named; and those worked out and set aside, in reading order."""

    counts: tuple[tuple[str, int], ...]
    computed: tuple[FigureRow, ...]
    aside: tuple[FigureRow, ...]


def figures(book: Book, page: str, options: Mapping[str, str]) -> Figures:
    """View `figures`: of the whole book."""
    judged = list(judged_figures(book))
    rows = {
        support: tuple(_row(book, item) for item in judged if item.support is support and item.reason)
        for support in MARKS.values()
    }
    return Figures(tuple(_counted(judged).items()), rows[Support.COMPUTED], rows[Support.ASIDE])


def _row(book: Book, item: JudgedFigure) -> FigureRow:
    title = show(book, Key("page", item.statement.place.page)).text
    return FigureRow(item.figure.written, item.reason, replace(show(book, item.statement.key), text=title))


def count_figures(book: Book) -> dict[str, int]:
    """How many figures of the book stand in which way; every way is named."""
    return _counted(judged_figures(book))


def _counted(judged: Iterable[JudgedFigure]) -> dict[str, int]:
    found = Counter(item.support for item in judged)
    return {support.value: found[support] for support in Support}


def figures_told(book: Book) -> str:
    """ "figures: 41 supported, 3 computed": how many stand in which way; empty when the book has none."""
    found = [f"{number} {way}" for way, number in count_figures(book).items() if number]
    return f"figures: {', '.join(found)}" if found else ""


def judged_figures(book: Book) -> Iterator[JudgedFigure]:
    """Every figure of every statement, in reading order."""
    marked = _marked(book)
    for statement in book.statements:
        marks = marked.get((statement.place.page, statement.place.line), {})
        for figure in figures_in(_text(statement.text)):
            if figure.key in marks:
                yield JudgedFigure(statement, figure, *marks[figure.key])
            else:
                yield JudgedFigure(statement, figure, _support(book, statement, figure))


def _text(prose: Prose) -> str:
    """Our own words; a name that is kept as a key is no word of the sentence."""
    return "".join(part if isinstance(part, str) else "\ufffc" for part in prose)


def _support(book: Book, statement: Statement, figure: Figure) -> Support:
    evidence = book.evidence_of(statement)
    own = _own_dates(statement)
    if any(figure.key in item.figures for item in evidence):
        return Support.SUPPORTED
    if figure.key in own:
        return Support.COMPUTED if isinstance(statement, Event) and statement.said else Support.SUPPORTED
    if any(figure.key in item.reckoned for item in evidence):
        return Support.COMPUTED
    if not evidence or any(item.state not in _HELD for item in evidence):
        return Support.UNVERIFIABLE
    return Support.UNSUPPORTED


def _own_dates(statement: Statement) -> frozenset[str]:
    date = _date(statement)
    if date is None:
        return frozenset()
    ends = (date.earliest, date.latest)
    return frozenset(key for day in ends if day[:4].isdigit() for key in parts_of(f"d:{day}"))


def _date(statement: Statement) -> Date | None:
    if isinstance(statement, Position):
        return statement.as_of
    return statement.date if isinstance(statement, (Event, Quotation, Relation)) else None


def _marked(book: Book) -> Mapping[tuple[str, int], Mapping[str, tuple[Support, str]]]:
    """By the page and line of a statement: the figures that an editor accounts for in it, how, and with which words."""
    found: dict[tuple[str, int], dict[str, tuple[Support, str]]] = {}
    lines: dict[str, list[int]] = {}
    for statement in book.statements:
        lines.setdefault(statement.place.page, []).append(statement.place.line)
    for mention in book.mentions:
        if support := MARKS.get(mention.target.kind):
            page, line = mention.place.page, mention.place.line
            home = page, max((at for at in lines.get(page, ()) if at <= line), default=0)
            reason = "".join(part for part in mention.sentence if isinstance(part, str))
            found.setdefault(home, {}).update(dict.fromkeys(keys_in(mention.target.id), (support, reason)))
    return found
