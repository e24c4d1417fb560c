"""The judgments of the book, each under its whole title, likelihood first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Claim, Judgment, Quotation
from sphinx_briefing.views.notes import Note, notes_of
from sphinx_briefing.views.options import chosen
from sphinx_briefing.views.shown import Shown, judgment_title, name, show, shown_prose


@dataclass(frozen=True, slots=True)
class Counter:
    """A statement that speaks against a judgment: where it stands, and what it says."""

    target: Shown
    text: tuple[str | Shown, ...]


@dataclass(frozen=True, slots=True)
class JudgmentRow:
    """One judgment.

    `likelihood` is the scale's key ("very-unlikely"), empty when none is stated; `step` is that of `steps`, or 0.
    A `compact` one is listed without what speaks against it and what to watch.
    """

    target: Shown
    title: str
    likelihood: str
    word: str
    step: int
    steps: int
    term: str
    holder: str
    confidence: str
    horizon: str
    condition: str
    issues: tuple[Shown, ...]
    actors: tuple[Shown, ...]
    alternatives: tuple[tuple[str | Shown, ...], ...]
    indicators: tuple[tuple[str | Shown, ...], ...]
    notes: tuple[Note, ...]
    rests_on: tuple[Shown, ...] = ()
    against: tuple[Counter, ...] = ()
    compact: bool = False


def judgment_row(book: Book, judgment: Judgment) -> JudgmentRow:
    """One judgment as a row."""
    scale = book.scale.on_scale(judgment.likelihood)
    return JudgmentRow(
        target=show(book, judgment.key),
        title=judgment_title(book, judgment),
        likelihood=scale.key if scale else "",
        word=judgment.likelihood,
        step=scale.step if scale else 0,
        steps=len(book.scale.steps),
        term=judgment.term,
        holder=name(book, Key("actor", holder)) if (holder := book.holder_of(judgment)) else "",
        confidence=judgment.confidence,
        horizon=judgment.horizon,
        condition=judgment.condition,
        issues=tuple(show(book, Key("issue", item)) for item in judgment.issues),
        actors=tuple(show(book, Key("actor", item)) for item in judgment.actors),
        alternatives=tuple(shown_prose(book, item) for item in judgment.alternatives),
        indicators=tuple(shown_prose(book, item) for item in judgment.indicators),
        notes=notes_of(book, judgment),
        rests_on=tuple(show(book, item) for item in judgment.rests_on),
        against=tuple(_counter(book, item) for item in judgment.against),
    )


def _counter(book: Book, key: Key) -> Counter:
    """What speaks against it, by its name; what has an id alone goes by the page on which it stands."""
    found = book.objects.get(key)
    if isinstance(found, (Claim, Quotation)):
        where = name(book, Key("page", found.place.page))
        return Counter(replace(show(book, key), text=f"{where}:"), shown_prose(book, found.text))
    if isinstance(found, Judgment):
        return Counter(show(book, key), (judgment_title(book, found),))
    return Counter(show(book, key), shown_prose(book, getattr(found, "text", ())))


def judgments(book: Book, page: str, options: Mapping[str, str]) -> tuple[JudgmentRow, ...]:
    """View `judgments`: all of them, or those named by the option `only`, in that order.

    `compact` leaves out what speaks against each and what to watch.
    """
    rows = (judgment_row(book, item) for item in chosen(book.judgments, options.get("only", "")))
    if "compact" not in options:
        return tuple(rows)
    return tuple(replace(row, against=(), indicators=(), compact=True) for row in rows)


def judgment(book: Book, page: str, options: Mapping[str, str]) -> JudgmentRow | None:
    """View `judgment`: the facts of the one judgment whose id is given, for its own place on its page."""
    found = book.objects.get(Key("judgment", options["id"]))
    return judgment_row(book, found) if isinstance(found, Judgment) else None
