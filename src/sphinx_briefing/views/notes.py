"""What a statement rests on, as notes a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Evidence, State
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.entities import Issue
from sphinx_briefing.model.pages import Cited
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Quotation
from sphinx_briefing.text.fragments import address
from sphinx_briefing.views.shown import Shown, show

#: state -> (the word in the note's head, the verdict in its foot)
WORDS: Final[Mapping[State, tuple[str, str]]] = {
    State.EXACT: ("exact words", "Verified"),
    State.NORMALIZED: ("exact words", "Verified, other typography"),
    State.EDITED: ("exact words, edited", "Verified, edits marked"),
    State.SILENT: ("words not shown", "Verified, not shown"),
    State.CITED: ("cited", "Cited as a whole, without words"),
    State.RECORD: ("record", "Not verified here"),
    State.UNVERIFIED: ("words of the record", "Not verified here"),
    State.FAILED: ("does not hold", "Fails verification"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """One note of evidence.

    `words` are empty when none may be shown; `issuer`, `date` and `reliability` name a record; `original` is the
    address of the words where they were published, when that is known; `page` the label of the page of the source
    where the passage begins.
    """

    state: str
    reference: Shown
    head: str
    verdict: str
    words: str = ""
    issuer: str = ""
    date: str = ""
    reliability: str = ""
    page: str = ""
    original: str = ""

    @property
    def unverified(self) -> bool:
        """Whether nothing here was held to a text: it must never look checked."""
        return self.state in (State.RECORD, State.UNVERIFIED)


def note(book: Book, evidence: Evidence) -> Note:
    """The note that shows one piece of evidence."""
    citation = evidence.citation
    source = book.source_by_id.get(citation.source)
    head, verdict = WORDS[evidence.state]
    held = bool(source and source.seed)
    passage = evidence.passage or citation.passage
    key = Key("passage", f"{citation.source}#{passage}") if held and passage else Key("source", citation.source)
    return Note(
        state=evidence.state.value,
        reference=show(book, key),
        head=head,
        verdict=verdict,
        words=citation.words if evidence.shown else "",
        issuer="" if held or source is None else source.issuer,
        date="" if held or source is None or not source.issued else spoken(source.issued),
        reliability="" if held or source is None else source.reliability,
        original=address(source.url, evidence.quote) if source and source.url and evidence.quote else "",
        page=_page(book, citation.source, passage) if source and source.pages else "",
    )


def _page(book: Book, source: str, passage: str) -> str:
    found = book.passage_by_reference.get(f"{source}#{passage}")
    return found.page if found else ""


def notes_of(book: Book, statement: Cited) -> tuple[Note, ...]:
    """All notes of a statement, in the order of its evidence lines."""
    return tuple(note(book, evidence) for evidence in book.evidence_of(statement))


def notes(book: Book, page: str, options: Mapping[str, str]) -> tuple[Note, ...]:
    """View `notes`: what the statement named by the options `kind` and `id` rests on.

    The words of a quotation stand large beside its notes, which do not say them again.
    """
    found = book.objects.get(Key(options["kind"], options["id"]))
    if found is None or isinstance(found, Issue):  # it rests on nothing; what is said of it does
        return ()
    told = notes_of(book, found)
    return tuple(replace(item, words="") for item in told) if isinstance(found, Quotation) else told


def sources_cited(items: Iterable[Evidence]) -> tuple[str, ...]:
    """The ids of the sources that some evidence cites, once each, in order of first use."""
    return tuple(dict.fromkeys(item.citation.source for item in items))
