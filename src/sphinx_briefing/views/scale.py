"""The scale of likelihood that the book is held to: its words, their ranges, and which of them the book uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.views.shown import Shown, show


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """One step: its key, its first word, the others, its range (empty when it has none), the judgments on it."""

    step: int
    key: str
    word: str
    others: tuple[str, ...]
    range: str
    judgments: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ScaleShown:
    """The scale. `title` names it and its date; `ranged` tells whether it has any range."""

    title: str
    note: str
    ranged: bool
    rows: tuple[ScaleRow, ...]


def scale(book: Book, page: str, options: Mapping[str, str]) -> ScaleShown:
    """View `scale`: the book's scale from the least likely up."""
    found = book.scale
    rows = tuple(
        ScaleRow(
            step=step.step,
            key=step.key,
            word=step.word,
            others=step.words[1:],
            range=found.range_of(step),
            judgments=tuple(show(book, item.key) for item in book.judgments if item.likelihood in step.words),
        )
        for step in found.steps
    )
    title = f"{found.title} ({spoken(found.date)})" if found.date else found.title
    return ScaleShown(title, found.note, any(row.range for row in rows), rows)
