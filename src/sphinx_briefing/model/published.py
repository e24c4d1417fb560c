"""What of a Book may leave the house: all that it says, and nothing that only those know who hold its sources."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation, Evidence
from sphinx_briefing.model.entities import Issue
from sphinx_briefing.model.evidence import Verdict
from sphinx_briefing.model.pages import Fact

#: By class: the fields that stay in the house. They hold words of a source, or are worked out from its text at every
#: build: what a refusal quotes, figures of passages, where each word of a text begins.
WITHHELD: Final[Mapping[type[Any], tuple[str, ...]]] = {
    Book: ("standings", "texts", "loans", "editions", "printed"),
    Evidence: ("figures", "reckoned", "hedges", "stated"),
    Citation: ("head",),
    Verdict: ("start", "end", "passage", "hits", "closest", "difference", "cause", "told", "review"),
}
_MARK: Final = "sha256:"


def published(book: Book) -> Book:
    """The Book as every output may tell it. Words that are not shown are replaced by their hash."""
    evidence = {published_citation(book, key): _evidence(book, item) for key, item in book.evidence.items()}
    pages = tuple(replace(page, facts=tuple(_fact(book, fact) for fact in page.facts)) for page in book.pages)
    return Book(book.info, pages, book.sources, book.passages, evidence, scale=book.scale)


def _fact(book: Book, fact: Fact) -> Fact:
    if isinstance(fact, Issue) or not fact.citations:
        return fact
    return replace(fact, citations=tuple(published_citation(book, item) for item in fact.citations))


def published_citation(book: Book, citation: Citation) -> Citation:
    """A citation as others may see it: its words where they are shown, of its context only a hash."""
    evidence = book.evidence.get(citation)
    shown = evidence is not None and evidence.shown
    words = citation.words if shown else withheld(citation.words)
    return replace(citation, words=words, before=withheld(citation.before), after=withheld(citation.after), head="")


def withheld(words: str) -> str:
    """The hash that stands for words; what is one already stays as it is."""
    if not words or words.startswith(_MARK):
        return words
    return _MARK + hashlib.sha256(words.encode("utf-8")).hexdigest()


def is_withheld(words: str) -> bool:
    """Whether a hash stands here for words."""
    return words.startswith(_MARK)


def _evidence(book: Book, evidence: Evidence) -> Evidence:
    verdict = evidence.verdict
    kept = None
    if verdict is not None and verdict.passed:
        edits = () if evidence.citation.silent else tuple(map(_unsaid, verdict.edits))
        kept = Verdict(verdict.kind, folds=verdict.folds, edits=edits, hidden=verdict.hidden)
    usual = dict.fromkeys(WITHHELD[Evidence], ())
    return replace(evidence, citation=published_citation(book, evidence.citation), verdict=kept, **usual)  # type: ignore[arg-type]  # all of them are tuples


def _unsaid(edit: str) -> str:
    """An edit without the source's words that it hides: they are not published."""
    if edit.endswith("\u201d left out"):
        return "words left out"
    inserted, found, _ = edit.partition("] for \u201c")
    return f"{inserted}] for words of the source" if found else edit
