"""What the book rests on: every source, how reliable it is, and the pages that cite it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.sources import Source
from sphinx_briefing.views.shown import Shown, show


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source. `held` says whether its text is held as a seed, so that words from it can be verified.

    `checked` is the day of the last look at it, empty where none is known; `archive` the address of an archived copy.
    """

    target: Shown
    author: str
    title: str
    issuer: str
    date: str
    url: str
    reliability: str
    note: str
    held: bool
    checked: str
    archive: str
    used: tuple[Shown, ...]


def source_row(book: Book, source: Source, used: Iterable[str]) -> SourceRow:
    """One source as a row; `used` are the names of the pages that cite it."""
    return SourceRow(
        target=show(book, Key("source", source.id)),
        author=", ".join(str(author) for author in source.author),
        title=source.title,
        issuer=source.issuer,
        date=spoken(source.issued) if source.issued else "",
        url=source.url,
        reliability=source.reliability,
        note=source.note,
        held=bool(source.seed),
        checked=spoken(source.accessed) if source.accessed else "",
        archive=source.archive,
        used=tuple(show(book, Key("page", name)) for name in used),
    )


def pages_by_source(book: Book) -> dict[str, tuple[str, ...]]:
    """For each source the pages that cite it, in reading order."""
    found: dict[str, dict[str, None]] = {}
    for citation in book.citations():
        found.setdefault(citation.source, {})[citation.place.page] = None
    return {source: tuple(pages) for source, pages in found.items()}


def sources(book: Book, page: str, options: Mapping[str, str]) -> tuple[SourceRow, ...]:
    """View `sources`: all of them, in the order of `sources.yaml`; with the option `cited` those that a page cites."""
    used = pages_by_source(book)
    listed = (source for source in book.sources if source.id in used or "cited" not in options)
    return tuple(source_row(book, source, used.get(source.id, ())) for source in listed)


def page_sources(book: Book, page: str, options: Mapping[str, str]) -> tuple[SourceRow, ...]:
    """View `page-sources`: those that the page itself cites, in order of first use."""
    cited = dict.fromkeys(citation.source for citation in book.citations_by_page.get(page, ()))
    known = (book.source_by_id.get(identifier) for identifier in cited)
    return tuple(source_row(book, source, ()) for source in known if source)
