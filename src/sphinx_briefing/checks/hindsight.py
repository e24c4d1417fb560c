"""Whether what came after the book's date is fenced as hindsight."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.findings import Code, Finding, warning


def hindsight(book: Book) -> Iterator[Finding]:
    """A finding for each event after the as-of date that stands outside a hindsight layer."""
    asof = book.info.last_day
    if not asof:
        return
    for event in book.events:
        if event.date.earliest > asof and event.layer != "hindsight":
            yield warning(
                Code.HINDSIGHT,
                event.place,
                f"the event `{event.id}` ({spoken(event.date.edtf)}) comes after the book's date, {spoken(book.info.asof)}",
                "put it into `::::{layer} hindsight`",
            )
