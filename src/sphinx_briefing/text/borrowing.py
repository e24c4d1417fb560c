"""The other direction: words of a held source that stand in a page without being quoted.

The words of all seeds are indexed once, by runs of eight; the words of pages are then looked up one after the other.
Case, punctuation and typography do not count here: who drops a comma still copies.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
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
    starts, ends = array("Q"), array("Q")
    for start, end in word_spans(seed.text):
        starts.append(start)
        ends.append(end)
    return SourceText(seed.id, seed.sha256, starts, ends)


def pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of folded text as they are compared, with where they stand in it; parts of a compound are words."""
    return ((found[0].casefold(), *found.span()) for found in _PIECE.finditer(text))


def _hashes(words: Sequence[str]) -> Iterator[int]:
    """Each run of eight, as a number."""
    return (hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1))


class Index:
    """All words of some seeds, and where each run of eight stands first. Titles are left out: pages name sources.

    Only the runs that are `wanted` are kept, so that a large seed costs no more memory than its words.
    """

    def __init__(self, seeds: Iterable[Seed], titles: Iterable[str], wanted: Container[int]) -> None:
        self._words: list[str] = []
        self._starts, self._ends = array("Q"), array("Q")
        self._firsts: list[int] = []
        self._seeds = tuple(seeds)
        known: dict[str, str] = {}
        for seed in self._seeds:
            self._firsts.append(len(self._words))
            self._add(seed, known)
        self._runs: dict[int, int] = {}
        for at, run in enumerate(_hashes(self._words)):
            if run in wanted:
                self._runs.setdefault(run, at)
        self._titles = [f" {' '.join(word for word, _, _ in pieces(fold(title).text))} " for title in titles]

    def _add(self, seed: Seed, known: dict[str, str]) -> None:
        titles = [seed.folded.position(item.end) for item in seed.passages if item.kind == "title"]
        skipped = max(titles, default=0)
        for word, start, end in pieces(seed.folded.text):
            if start >= skipped:
                self._words.append(known.setdefault(word, word))
                self._starts.append(start)
                self._ends.append(end)
        self._words.append("\n")  # no word of a page: no run goes over the end of a text
        self._starts.append(0)
        self._ends.append(0)

    def runs(self, words: list[str]) -> Iterator[tuple[int, int, str, int, int]]:
        """Each longest run of eight or more: first and last (exclusive) of `words`, the seed, and the stored span."""
        at = 0
        hashes = list(_hashes(words))
        while at + RUN <= len(words):
            found = self._runs.get(hashes[at])
            if found is None or (length := self._common(words, at, found)) < RUN:
                at += 1
                continue
            if not any(f" {' '.join(words[at : at + length])} " in title for title in self._titles):
                seed = self._seeds[bisect_right(self._firsts, found) - 1]
                span = seed.folded.stored(self._starts[found], self._ends[found + length - 1])
                yield at, at + length, seed.id, *span
            at += length

    def _common(self, words: list[str], at: int, found: int) -> int:
        length = 0
        while at + length < len(words) and words[at + length] == self._words[found + length]:
            length += 1
        return length


def loans(book: Book, seeds: Mapping[str, Seed], texts: Mapping[str, SourceText]) -> tuple[Loan, ...]:
    """Every run of eight or more words of a held source in the book's own text, in reading order."""
    names = {item.key: item.name for items in (book.actors, book.issues) for item in items}
    pages = [(page.name, *_read(page.paragraphs, names)) for page in book.pages]
    pages += [(SOURCES_PAGE, *_read(_told(source), names)) for source in book.sources]
    wanted = {run for _, words, _ in pages for run in _hashes(words)}
    index = Index(seeds.values(), (source.title for source in book.sources), wanted)
    return tuple(_loans(index, texts, seeds, pages))


def _told(source: Source) -> Iterator[Paragraph]:
    """What a record says in the book's own words."""
    for text in (source.note, *(gist.gist for gist in source.passages), *(item.reason for item in source.set_aside)):
        yield Paragraph(source.line, (text, CUT))


def _read(paragraphs: Iterable[Paragraph], names: Mapping[Key, str]) -> tuple[list[str], list[int]]:
    """The words of some paragraphs as they are compared, and the line of each; an empty one marks a cut."""
    words: list[str] = []
    lines: list[int] = []
    for paragraph in paragraphs:
        for number, part in enumerate(plain(paragraph.text, names).split(CUT)):
            own = [word for word, _, _ in pieces(fold(part).text)]
            cut = [""] if number else []
            words += [*cut, *own]
            lines += [paragraph.line] * (len(cut) + len(own))
    return words, lines


def _loans(
    index: Index, texts: Mapping[str, SourceText], seeds: Mapping[str, Seed],
    pages: Iterable[tuple[str, list[str], list[int]]],
) -> Iterator[Loan]:  # fmt: skip
    for page, words, lines in pages:
        for first, last, source, start, end in index.runs(words):
            touched = texts[source].touched(start, end)
            if touched[1] - touched[0] >= RUN:
                passage = passage_at(seeds[source].passages, start)
                yield Loan(
                    source, passage.id if passage else "", start, end, touched[1] - touched[0],
                    Place(page, lines[first]), " ".join(words[first:last]),
                )  # fmt: skip
