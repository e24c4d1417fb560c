"""From the facts of all pages to the frozen Book: every citation asked of its source's text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sphinx_briefing.model.book import Book, BookInfo, Page, PassageOf
from sphinx_briefing.model.citations import Citation, Evidence, State
from sphinx_briefing.model.evidence import Verdict, VerdictKind
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.borrowing import loans, source_text
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.passages import words


def freeze(pages: Iterable[Page], library: Library, info: BookInfo) -> Book:
    """The whole Book: `pages` in reading order, the library's sources and passages, each citation's evidence."""
    book = Book(
        info,
        tuple(pages),
        library.sources,
        tuple(passage for seed in library.seeds.values() for passage in _passages(seed)),
    )
    evidence = {citation: resolve(citation, library) for citation in book.citations()}
    texts = {seed.id: source_text(seed) for seed in library.seeds.values()}
    return Book(info, book.pages, book.sources, book.passages, evidence, texts, loans(book, library.seeds, texts))


def _passages(seed: Seed) -> Iterable[PassageOf]:
    for passage in seed.passages:
        text = seed.text[passage.start : passage.end]
        yield PassageOf(seed.id, passage, words(text), _sha256(text))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def resolve(citation: Citation, library: Library) -> Evidence:
    """What one citation turns out to be.

    Words of a source whose text is not held are UNVERIFIED, never passed off as checked; so are those of a source whose
    seed is broken, about which the library has a finding of its own.
    """
    seed = library.seeds.get(citation.source)
    if seed is None:
        known = any(source.id == citation.source for source in library.sources)
        state = State.UNVERIFIED if citation.words or citation.source in library.broken else State.RECORD
        return Evidence(citation, state if known else State.FAILED)
    if citation.words:
        return _words(citation, seed)
    return _passage(citation, seed) if citation.passage else Evidence(citation, State.CITED)


def _words(citation: Citation, seed: Seed) -> Evidence:
    verdict = verify(seed, citation.words, passage=citation.passage, before=citation.before, after=citation.after)
    if not verdict.passed:
        return Evidence(citation, State.FAILED, citation.passage, verdict=verdict)
    state = State.SILENT if citation.silent else State.EXACT if verdict.kind == VerdictKind.EXACT else State.NORMALIZED
    return Evidence(
        citation,
        state,
        verdict.passage,
        verdict.start,
        verdict.end,
        _sha256(seed.text[verdict.start : verdict.end]),
        verdict,
    )


def _passage(citation: Citation, seed: Seed) -> Evidence:
    found = next((passage for passage in seed.passages if passage.id == citation.passage), None)
    if found is None:
        return Evidence(citation, State.FAILED, citation.passage, verdict=Verdict(VerdictKind.UNKNOWN_PASSAGE))
    return Evidence(
        citation, State.CITED, found.id, found.start, found.end, _sha256(seed.text[found.start : found.end])
    )
