"""From the facts of all pages to the frozen Book: every citation asked of its source's text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation, Evidence, State
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.evidence import Quote, Verdict, VerdictKind
from sphinx_briefing.model.likelihood import ICD_203, Scale
from sphinx_briefing.model.pages import BookInfo, Page, PassageOf
from sphinx_briefing.model.sources import Source
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.attribution import in_quotation_marks, objection
from sphinx_briefing.text.borrowing import loans, source_text
from sphinx_briefing.text.estimates import SeedEstimates
from sphinx_briefing.text.figures import SeedFigures
from sphinx_briefing.text.fragments import quote_at
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.lock import standings
from sphinx_briefing.text.passages import words
from sphinx_briefing.text.standing import Standing, standing


def freeze(pages: Iterable[Page], library: Library, info: BookInfo, scale: Scale = ICD_203) -> Book:
    """The whole Book: `pages` in reading order, the library's sources and passages, each citation's evidence."""
    passages = (passage for seed in library.seeds.values() for passage in _passages(seed, library.pages(seed.id)))
    book = Book(info, tuple(pages), library.sources, tuple(passages), scale=scale)
    actors = {actor.id: actor for actor in book.actors}
    strict = info.quotes == "strict"
    evidence = {
        citation: resolve(citation, library, stands, strict=strict)
        for stands, citations in _given(book, actors)
        for citation in citations
    }
    fates = tuple(standings(library.lock, evidence.values(), library.seeds)) if library.lock else ()
    texts = {seed.id: source_text(seed) for seed in library.seeds.values()}
    borrowed = loans(book, library.seeds, texts)
    found = _enriched(evidence, library, scale)
    return replace(book, evidence=found, standings=fates, texts=texts, loans=borrowed)


def _given(book: Book, actors: Mapping[str, Actor]) -> Iterable[tuple[Standing, tuple[Citation, ...]]]:
    """What each statement and mention brings, and what it cites, in reading order."""
    for page in book.pages:
        for fact in page.facts:
            if not isinstance(fact, Issue) and fact.citations:
                yield standing(fact, actors), fact.citations


def _quote(evidence: Evidence, library: Library) -> Quote | None:
    """How others find the words: only where the book shows them anyway, and all of them."""
    if not evidence.shown or evidence.start < 0 or len(evidence.pieces) > 1:
        return None
    return quote_at(library.seeds[evidence.citation.source].text, evidence.start, evidence.end)


def _enriched(evidence: Mapping[Citation, Evidence], library: Library, scale: Scale) -> dict[Citation, Evidence]:
    """The evidence with what else its seed says: figures and estimates of its passages, how to find its words."""
    held = ((source, library.seeds[source.id]) for source in library.sources if source.id in library.seeds)
    known = {source.id: SeedFigures(seed, source.issued) for source, seed in held}
    estimates = {name: SeedEstimates(seed, scale) for name, seed in library.seeds.items()}
    found = dict(evidence)
    for citation, item in evidence.items():
        if citation.source in known and item.state is not State.FAILED:
            figures, reckoned = known[citation.source].between(item.start, item.end)
            hedges = estimates[citation.source].around(item.start, item.end)
            stated = estimates[citation.source].across(item.start, item.end) if citation.words else ()
            found[citation] = replace(
                item, figures=figures, reckoned=reckoned, quote=_quote(item, library), hedges=hedges, stated=stated
            )
    return found


def _passages(seed: Seed, pages: Mapping[str, str]) -> Iterable[PassageOf]:
    page = ""
    for passage in seed.passages:
        page = pages.get(passage.id, page)
        text = seed.text[passage.start : passage.end]
        yield PassageOf(seed.id, passage, words(text), _sha256(text), page)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def resolve(citation: Citation, library: Library, stands: Standing | None = None, *, strict: bool = False) -> Evidence:
    """What one citation turns out to be, given what its statement brings; `strict` allows no edits.

    Words of a source whose text is not held are UNVERIFIED, never passed off as checked; so are those of a source whose
    seed is broken, about which the library has a finding of its own.
    """
    seed = library.seeds.get(citation.source)
    if seed is None:
        known = any(source.id == citation.source for source in library.sources)
        state = State.UNVERIFIED if citation.words or citation.source in library.broken else State.RECORD
        return Evidence(citation, state if known else State.FAILED)
    if citation.words:
        source = next(source for source in library.sources if source.id == citation.source)
        return _words(citation, seed, source, stands or Standing(), strict)
    return _passage(citation, seed) if citation.passage else Evidence(citation, State.CITED)


_STATES: Final = {
    VerdictKind.EXACT: State.EXACT,
    VerdictKind.NORMALIZED: State.NORMALIZED,
    VerdictKind.EDITED: State.EDITED,
}


def _words(citation: Citation, seed: Seed, source: Source, stands: Standing, strict: bool) -> Evidence:
    verdict = verify(
        seed,
        citation.words,
        passage=citation.passage,
        before=citation.before,
        after=citation.after,
        carries=stands.carries,
        acknowledged=citation.acknowledged,
        strict=strict,
    )
    if verdict.passed and (told := _misattributed(seed, source, verdict, stands)):
        verdict = Verdict(VerdictKind.ATTRIBUTION, passage=verdict.passage, closest=verdict.passage, told=told)
    if not verdict.passed:
        return Evidence(citation, State.FAILED, citation.passage, verdict=verdict)
    state = State.SILENT if citation.silent else _STATES[VerdictKind(verdict.kind)]
    return Evidence(
        citation,
        state,
        verdict.passage,
        verdict.start,
        verdict.end,
        _sha256(seed.text[verdict.start : verdict.end]),
        verdict,
    )


def _misattributed(seed: Seed, source: Source, verdict: Verdict, stands: Standing) -> str:
    """Why the words may not be shown as those of their speaker, or as what kind of words they are."""
    if not stands.kind and not stands.speaker and in_quotation_marks(seed, verdict.start, verdict.end):
        return "they stand in quotation marks there, and the quotation does not say what kind of words they are"
    return objection(seed, source, verdict.start, verdict.end, stands.speaker)


def _passage(citation: Citation, seed: Seed) -> Evidence:
    found = seed.by_id.get(citation.passage)
    if found is None:
        return Evidence(citation, State.FAILED, citation.passage, verdict=Verdict(VerdictKind.UNKNOWN_PASSAGE))
    return Evidence(
        citation, State.CITED, found.id, found.start, found.end, _sha256(seed.text[found.start : found.end])
    )
