"""The other direction: words of a held source that stand in a page without being quoted.

The words of all seeds are indexed once, by runs of eight; a page's words are then looked up one after the other. Case,
punctuation and typography do not count here: who drops a comma still copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key, Place, plain
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.texts import CUT, Loan, Paragraph, SourceText
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.folding import fold
from sphinx_briefing.text.passages import UNSPACED, passage_at, word_spans

RUN: Final = 8
"""So many consecutive words are the source's, not chance."""

_PIECE: Final = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[^\W_])+(?:['.,](?:(?![{UNSPACED}])[^\W_])+)*")
SOURCES_PAGE: Final = "sources.yaml"
"""Where gists and notes stand, which pages show as well."""


def source_text(seed: Seed) -> SourceText:
    """Where the words of a seed stand."""
    spans = tuple(word_spans(seed.text))
    return SourceText(seed.id, seed.sha256, tuple(start for start, _ in spans), tuple(end for _, end in spans))


def pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of folded text as they are compared, with where they stand in it; parts of a compound are words."""
    return ((found[0].casefold(), *found.span()) for found in _PIECE.finditer(text))


@dataclass(frozen=True, slots=True)
class _Word:
    seed: str
    start: int
    end: int


class Index:
    """All words of some seeds, and where each run of eight stands first. Titles are left out: pages name sources."""

    def __init__(self, seeds: Iterable[Seed], titles: Iterable[str]) -> None:
        self._words: list[str] = []
        self._where: list[_Word] = []
        self._seeds = {seed.id: seed for seed in seeds}
        for seed in self._seeds.values():
            self._add(seed)
        self._runs: dict[int, int] = {}
        for at in range(len(self._words) - RUN + 1):
            self._runs.setdefault(hash(tuple(self._words[at : at + RUN])), at)
        self._titles = [f" {' '.join(word for word, _, _ in pieces(fold(title).text))} " for title in titles]

    def _add(self, seed: Seed) -> None:
        titles = [seed.folded.position(item.end) for item in seed.passages if item.kind == "title"]
        skipped = max(titles, default=0)
        for word, start, end in pieces(seed.folded.text):
            if start >= skipped:
                self._words.append(word)
                self._where.append(_Word(seed.id, start, end))
        self._words.append("")  # no run goes over the end of a text
        self._where.append(_Word("", 0, 0))

    def runs(self, words: list[str]) -> Iterator[tuple[int, int, str, int, int]]:
        """Each longest run of eight or more: first and last (exclusive) of `words`, the seed, and the stored span."""
        at = 0
        while at + RUN <= len(words):
            found = self._runs.get(hash(tuple(words[at : at + RUN])))
            length = self._common(words, at, found) if found is not None else 0
            if found is None or length < RUN:
                at += 1
                continue
            if not any(f" {' '.join(words[at : at + length])} " in title for title in self._titles):
                first, last = self._where[found], self._where[found + length - 1]
                yield at, at + length, first.seed, *self._seeds[first.seed].folded.stored(first.start, last.end)
            at += length

    def _common(self, words: list[str], at: int, found: int) -> int:
        length = 0
        while (
            at + length < len(words)
            and found + length < len(self._words)
            and words[at + length] == self._words[found + length] != ""
        ):
            length += 1
        return length


def loans(book: Book, seeds: Mapping[str, Seed], texts: Mapping[str, SourceText]) -> tuple[Loan, ...]:
    """Every run of eight or more words of a held source in the book's own text, in reading order."""
    index = Index(seeds.values(), (source.title for source in book.sources))
    names = {item.key: item.name for items in (book.actors, book.issues) for item in items}
    found = [loan for page in book.pages for loan in _in(index, texts, seeds, names, page.name, page.paragraphs)]
    for source in book.sources:
        found += _in(index, texts, seeds, names, SOURCES_PAGE, _told(source))
    return tuple(found)


def _told(source: Source) -> Iterator[Paragraph]:
    """What a record says in the book's own words."""
    for text in (source.note, *(gist.gist for gist in source.passages), *(item.reason for item in source.set_aside)):
        yield Paragraph(source.line, (text, CUT))


def _in(
    index: Index, texts: Mapping[str, SourceText], seeds: Mapping[str, Seed], names: Mapping[Key, str], page: str,
    paragraphs: Iterable[Paragraph],
) -> Iterator[Loan]:  # fmt: skip
    words: list[str] = []
    lines: list[int] = []
    for paragraph in paragraphs:
        for number, part in enumerate(plain(paragraph.text, names).split(CUT)):
            own = [word for word, _, _ in pieces(fold(part).text)]
            cut = [""] if number else []
            words += [*cut, *own]
            lines += [paragraph.line] * (len(cut) + len(own))
    for first, last, source, start, end in index.runs(words):
        touched = texts[source].touched(start, end)
        if touched[1] - touched[0] >= RUN:
            passage = passage_at(seeds[source].passages, start)
            yield Loan(
                source, passage.id if passage else "", start, end, touched[1] - touched[0],
                Place(page, lines[first]), " ".join(words[first:last]),
            )  # fmt: skip
