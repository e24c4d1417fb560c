"""Whether every number, date and amount that a statement gives is in what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, warning
from sphinx_briefing.views.figures import Support, judged_figures


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
                f"{{computed}}`{item.figure.written} <...>`, or why no source needs to have it: "
                f"{{aside}}`{item.figure.written} <...>`",
            )
