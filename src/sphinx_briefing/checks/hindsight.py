"""Whether what came after the book's date is fenced as hindsight."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.findings import Code, Finding, warning


def hindsight(book: Book) -> Iterator[Finding]:
    """A finding for each event after the as-of date that stands outside a hindsight layer.

    What a held source itself foretells (a vote on Friday) is no hindsight.
    """
    asof = book.info.last_day
    if not asof:
        return
    held = {source.id for source in book.sources if source.seed}
    for event in book.events:
        foretold = any(citation.source in held for citation in event.citations)
        if event.date.earliest > asof and event.layer != "hindsight" and not foretold:
            yield warning(
                Code.HINDSIGHT,
                event.place,
                f"the event `{event.id}` ({spoken(event.date.edtf)}) comes after the book's date, {spoken(book.info.asof)}",
                "put it into `::::{layer} hindsight`",
            )
