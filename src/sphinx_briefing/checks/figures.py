"""Whether every number, date and amount that a statement gives is in what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sphinx_briefing.model.book import Book, Statement
from sphinx_briefing.model.citations import State
from sphinx_briefing.model.dates import Date
from sphinx_briefing.model.entities import Event
from sphinx_briefing.model.findings import Code, Finding, warning
from sphinx_briefing.model.places import Prose
from sphinx_briefing.model.statements import Position, Quotation, Relation
from sphinx_briefing.text.figures import Figure, keys_in, parts_of
from sphinx_briefing.text.figures import figures as figures_in

_HELD = (State.EXACT, State.NORMALIZED, State.EDITED, State.SILENT, State.CITED)


class Support(StrEnum):
    """How a figure stands."""

    SUPPORTED = "supported"
    """It stands in a passage that the statement rests on, or is the statement's own date."""
    COMPUTED = "computed"
    """It was worked out: by `{computed}`, or from the date of the source ("last Thursday")."""
    UNVERIFIABLE = "not verifiable here"
    """The statement also rests on a source whose text is not held, so nothing can be said."""
    UNSUPPORTED = "unsupported"
    """It stands in no passage that the statement rests on."""


@dataclass(frozen=True, slots=True)
class JudgedFigure:
    """One figure of one statement, and how it stands."""

    statement: Statement
    figure: Figure
    support: Support


def figures(book: Book) -> Iterator[Finding]:
    """A finding for each figure that stands in none of the passages its statement rests on."""
    for item in judged_figures(book):
        if item.support is Support.UNSUPPORTED:
            key = item.statement.key
            yield warning(
                Code.FIGURE,
                item.statement.place,
                f"the {key.kind} `{key.id}` says “{item.figure.written}”; no passage that it rests on has this figure",
                f"cite the passage that has it, or say what it was worked out from: "
                f"{{computed}}`{item.figure.written} <...>`",
            )


def count_figures(book: Book) -> dict[str, int]:
    """How many figures of the book stand in which way; every way is named."""
    found = Counter(item.support for item in judged_figures(book))
    return {support.value: found[support] for support in Support}


def figures_told(book: Book) -> str:
    """ "figures: 41 supported, 3 computed": how many stand in which way; empty when the book has none."""
    found = [f"{number} {way}" for way, number in count_figures(book).items() if number]
    return f"figures: {', '.join(found)}" if found else ""


def judged_figures(book: Book) -> Iterator[JudgedFigure]:
    """Every figure of every statement, in reading order."""
    computed = _computed(book)
    for statement in book.statements:
        worked_out = computed.get((statement.place.page, statement.place.line), frozenset())
        for figure in figures_in(_text(statement.text)):
            yield JudgedFigure(statement, figure, _support(book, statement, figure, worked_out))


def _text(prose: Prose) -> str:
    """Our own words; a name that is kept as a key is no word of the sentence."""
    return "".join(part if isinstance(part, str) else "\ufffc" for part in prose)


def _support(book: Book, statement: Statement, figure: Figure, worked_out: frozenset[str]) -> Support:
    evidence = book.evidence_of(statement)
    own = _own_dates(statement)
    if figure.key in worked_out:
        return Support.COMPUTED
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


def _computed(book: Book) -> Mapping[tuple[str, int], frozenset[str]]:
    """By the page and line of a statement: the figures that `{computed}` marks in it."""
    found: dict[tuple[str, int], frozenset[str]] = {}
    lines: dict[str, list[int]] = {}
    for statement in book.statements:
        lines.setdefault(statement.place.page, []).append(statement.place.line)
    for mention in book.mentions:
        if mention.target.kind == "computed":
            page, line = mention.place.page, mention.place.line
            home = page, max((at for at in lines.get(page, ()) if at <= line), default=0)
            found[home] = found.get(home, frozenset()) | keys_in(mention.target.id)
    return found
