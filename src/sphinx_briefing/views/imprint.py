"""What names this copy of the book: its edition, the day up to which it speaks, and the id of its build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.serialization import build_id, short_build_id


@dataclass(frozen=True, slots=True)
class Imprint:
    """`sha256` is the hash of the book's data, `build` its beginning; `hindsight` tells whether any is published."""

    edition: str
    asof: str
    hindsight: bool
    build: str
    sha256: str


def imprint(book: Book, page: str, options: Mapping[str, str]) -> Imprint:
    """View `imprint`. The page that shows it is written anew whenever anything in the book changes."""
    found = build_id(book)
    layers = (getattr(fact, "layer", "") for own in book.pages for fact in own.facts)
    return Imprint(
        edition=book.info.edition,
        asof=spoken(book.info.asof) if book.info.asof else "",
        hindsight="hindsight" in layers,
        build=short_build_id(found),
        sha256=found,
    )
