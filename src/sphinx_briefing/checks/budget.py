"""Whether the book quotes no more of a source than its budget allows: in one quotation, and in all."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Evidence
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.sources import Source
from sphinx_briefing.text.library import SOURCES_FILE
from sphinx_briefing.text.passages import words
from sphinx_briefing.views.budget import Span, largest, percent, words_shown


def budget(book: Book) -> Iterator[Finding]:
    """A finding for each quotation that is too long, and one for each source of which too much is shown."""
    for evidence in dict.fromkeys(book.evidence.values()):
        citation = evidence.citation
        source = book.source_by_id.get(citation.source)
        limit = source.budget_words if source else 0
        length = _length(book, evidence) if limit and evidence.shown else 0
        if length > limit:
            yield error(
                Code.QUOTE_LONG,
                citation.place,
                f"the quotation has {length} words; one of `{citation.source}` may have {limit}",
                'quote fewer of them, or verify them without showing any: `~"..."`',
            )
    for source in book.sources:
        if source.budget_percent and source.id in book.texts:
            yield from _total(book, source)


def _length(book: Book, evidence: Evidence) -> int:
    """How many of the source's words a quotation shows; without a text to hold it to, how many it has."""
    text = book.texts.get(evidence.citation.source)
    if text is None or evidence.start < 0:
        return words(evidence.citation.words)
    touched = (text.touched(*piece) for piece in evidence.pieces)
    return sum(last - first for first, last in touched)


def _total(book: Book, source: Source) -> Iterator[Finding]:
    shown, whole = words_shown(book.published.get(source.id, ())), book.texts[source.id].words
    if not 100 * shown <= source.budget_percent * whole:  # so that a percentage that is no number allows nothing
        spans = "; ".join(_span(span) for span in largest(book, source))
        yield error(
            Code.BUDGET,
            Place(SOURCES_FILE, source.line),
            f"the book shows {shown} of the {whole} words of `{source.id}`, {percent(shown, whole):.1f}%; "
            f"its budget is {source.budget_percent:g}%. The largest spans: {spans}",
            'quote less there, or verify without showing: `~"..."`',
        )


def _span(span: Span) -> str:
    passages = span.passages[0].text + (f" to {span.passages[-1].text}" if len(span.passages) > 1 else "")
    return f"{span.words} words of {passages} ({', '.join(page.id for page in span.pages)})"
