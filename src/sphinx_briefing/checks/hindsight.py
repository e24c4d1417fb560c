"""Whether what came after the book's date is fenced as hindsight."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.entities import Event
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.statements import Position, Quotation, Relation


def hindsight(book: Book) -> Iterator[Finding]:
    """A finding for each event, position, quotation, relation or role after the as-of date, not fenced as hindsight.

    What a held source itself foretells (a vote on Friday) is no hindsight.
    """
    asof = book.info.last_day
    if not asof:
        return
    yield from _later_roles(book, asof)
    held = {source.id for source in book.sources if source.seed}
    dated: list[Event | Position | Quotation | Relation] = [
        *book.events, *book.positions, *book.quotations, *book.relations,
    ]  # fmt: skip
    for item in dated:
        date = item.as_of if isinstance(item, Position) else item.date
        foretold = any(citation.source in held for citation in item.citations)
        if date is not None and date.earliest > asof and item.layer != "hindsight" and not foretold:
            yield error(
                Code.HINDSIGHT,
                item.place,
                f"the {item.key.kind} `{item.id}` ({spoken(date.edtf)}) comes after the book's date, "
                f"{spoken(book.info.asof)}",
                "put it into `::::{layer} hindsight`",
            )


def _later_roles(book: Book, asof: str) -> Iterator[Finding]:
    """A finding for each role that begins after the book's date: no page shows it."""
    for actor in book.actors:
        for role in actor.roles:
            if role.held and role.held.earliest > asof:
                yield error(
                    Code.HINDSIGHT,
                    actor.place,
                    f"the role `{role.title}` of `{actor.id}` begins ({spoken(role.held.edtf)}) after the book's date, "
                    f"{spoken(book.info.asof)}",
                    "leave it out here, and say it in `::::{layer} hindsight`",
                )
