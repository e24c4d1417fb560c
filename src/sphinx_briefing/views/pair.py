"""Two words that are easily confused, side by side, with the letters seen in which they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Term
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.glossary import TermRow, runs, term_row


def pair(book: Book, page: str, options: Mapping[str, str]) -> tuple[TermRow, ...]:
    """View `pair`: the term that the option `term` names, and the one that it is confused with.

    The first of the two holds the comparison. Nothing when the term is unknown or is confused with none.
    """
    first = book.objects.get(Key("term", options.get("term", "")))
    second = book.objects.get(Key("term", first.confused_with)) if isinstance(first, Term) else None
    if not isinstance(first, Term) or not isinstance(second, Term):
        return ()
    other = replace(
        term_row(book, second),
        native_runs=runs(second.native, first.native),
        romanization_runs=runs(second.romanization, first.romanization),
        pair=None,
    )
    return (term_row(book, first), other)
