"""The quotation ledger of a source: how much of it the whole book shows, and where most of it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.rules import fingerprint
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.texts import Published
from sphinx_briefing.views.answered import Answered, answered
from sphinx_briefing.views.shown import Shown, show

#: So many quotations and spans are named.
NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Span:
    """Consecutive words of a source: in which passages they stand, how many they are, which pages show them."""

    passages: tuple[Shown, ...]
    words: int
    pages: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What of a source the book shows. Words shown twice count once; a limit of 0 is none."""

    source: str
    title: str
    words: int
    shown: int
    unquoted: int
    limit_words: int
    limit_percent: float
    longest: tuple[Span, ...]
    largest: tuple[Span, ...]
    rules: str
    unicode: str
    sha256: str
    answered: tuple[Answered, ...] = ()

    @property
    def percent(self) -> float:
        return percent(self.shown, self.words)


def percent(shown: int, words: int) -> float:
    """How much of a text so many of its words are."""
    return 100 * shown / words if words else 0.0


def merged(items: Iterable[Published]) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Spans that overlap or touch as one, with the pages that show any of it; in the order of the text."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for item in sorted(items, key=lambda item: (item.first, item.last)):
        if found and item.first <= found[-1][1]:
            first, last, pages = found.pop()
            found.append((first, max(last, item.last), (*pages, item.page)))
        elif item.words:
            found.append((item.first, item.last, (item.page,)))
    return tuple((first, last, tuple(dict.fromkeys(pages))) for first, last, pages in found)


def words_shown(items: Iterable[Published]) -> int:
    """How many words of the text some published spans show, each counted once."""
    return sum(last - first for first, last, _ in merged(items))


def largest(book: Book, source: Source) -> tuple[Span, ...]:
    """The longest stretches of a source that can be read in the book, the longest first."""
    spans = merged(book.published.get(source.id, ()))
    return _named(book, source, spans)


def ledger(book: Book, page: str, options: Mapping[str, str]) -> Ledger | None:
    """View `ledger`: the source named by the option `source`, else the book's own; None when its text is not held."""
    source = book.source_by_id.get(options.get("source", "") or book.info.source)
    if source is None or source.id not in book.texts:
        return None
    text, published = book.texts[source.id], book.published.get(source.id, ())
    single: dict[tuple[int, int], tuple[str, ...]] = {}
    for item in published:
        if item.quoted:
            single[item.first, item.last] = (*single.get((item.first, item.last), ()), item.page)
    made_by = fingerprint(book)
    return Ledger(
        source=source.id,
        title=source.title,
        words=text.words,
        shown=words_shown(published),
        unquoted=words_shown(item for item in published if not item.quoted),
        limit_words=source.budget_words,
        limit_percent=source.budget_percent,
        longest=_named(book, source, ((first, last, pages) for (first, last), pages in single.items())),
        largest=largest(book, source),
        rules=made_by["version"],
        unicode=made_by["unicode"],
        sha256=text.sha256,
        answered=answered(book, source, [(first, last) for first, last, _ in merged(published)]),
    )


def _named(book: Book, source: Source, spans: Iterable[tuple[int, int, tuple[str, ...]]]) -> tuple[Span, ...]:
    """The longest of some spans, with passages and pages by name."""
    text = book.texts[source.id]
    chosen = sorted(spans, key=lambda span: (span[0] - span[1], span[0]))[:NAMED]
    return tuple(
        Span(
            tuple(
                show(book, Key("passage", f"{source.id}#{item.passage.id}"))
                for item in book.passages
                if item.source == source.id
                and item.passage.start < text.ends[last - 1]
                and text.starts[first] < item.passage.end
            ),
            last - first,
            tuple(show(book, Key("page", name)) for name in dict.fromkeys(pages)),
        )
        for first, last, pages in chosen
    )
