"""The Book: everything all pages say, frozen, with the indexes that views and checks ask."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from sphinx_briefing.model.citations import Citation, Evidence, State
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.model.likelihood import ICD_203, Scale
from sphinx_briefing.model.lock import Standing
from sphinx_briefing.model.names import NameIndex, name_index
from sphinx_briefing.model.pages import STATEMENTS, BookInfo, Cited, Entity, Page, PassageOf, Statement
from sphinx_briefing.model.places import Key, Place, anchor
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.statements import (
    Claim,
    Discrepancy,
    Erratum,
    Judgment,
    Mention,
    Position,
    Quotation,
    Relation,
)
from sphinx_briefing.model.texts import Loan, Published, SourceText


def _none() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Book:
    """All pages, all sources and all passages, and what each citation turned out to be.

    `pages` are in reading order (the order of the tables of contents); everything below keeps that order, so that
    nothing depends on the order in which pages were read. `standings` are the citations that do not stand as the lock
    pins them; a book without a lock has none. `editions` are frozen states of the book that it is compared with, the
    newest last. `printed` is the page of the PDF on which each page begins, of a book that is its own frozen edition.
    """

    info: BookInfo
    pages: tuple[Page, ...] = ()
    sources: tuple[Source, ...] = ()
    passages: tuple[PassageOf, ...] = ()
    evidence: Mapping[Citation, Evidence] = field(default_factory=_none)
    standings: tuple[Standing, ...] = ()
    texts: Mapping[str, SourceText] = field(default_factory=_none)
    loans: tuple[Loan, ...] = ()
    scale: Scale = ICD_203
    editions: Mapping[str, Book] = field(default_factory=_none)
    printed: Mapping[str, int] = field(default_factory=_none)

    def _all(self, *types: type[Any]) -> Iterator[Any]:
        return (fact for page in self.pages for fact in page.facts if isinstance(fact, types))

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(self._all(Actor))

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(self._all(Issue))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return tuple(sorted(self._all(Event), key=lambda event: event.date.order))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(self._all(Term))

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        return tuple(self._all(Position))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(self._all(Claim))

    @cached_property
    def judgments(self) -> tuple[Judgment, ...]:
        """By rank, then those without one, each in the order of their ids, as a reader counts them."""
        return tuple(sorted(self._all(Judgment), key=lambda item: (item.rank == 0, item.rank, _counted(item.id))))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        return tuple(self._all(Relation))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        return tuple(self._all(Quotation))

    @cached_property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """In the order of their ids, as a reader counts them."""
        return tuple(sorted(self._all(Discrepancy), key=lambda item: _counted(item.id)))

    @cached_property
    def errata(self) -> tuple[Erratum, ...]:
        """By date; of one date in the order of their ids."""
        return tuple(sorted(self._all(Erratum), key=lambda item: (item.date.order, _counted(item.id))))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(self._all(Mention))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in reading order."""
        return tuple(self._all(*STATEMENTS))

    @cached_property
    def objects(self) -> Mapping[Key, Entity | Statement]:
        """Every object by its key; of two with one key the first in reading order (the second is a finding)."""
        found: dict[Key, Entity | Statement] = {}
        for fact in self._all(Actor, Issue, *STATEMENTS):
            found.setdefault(fact.key, fact)
        return found

    @cached_property
    def homes(self) -> Mapping[Key, Place]:
        """Where sources and passages are listed: the first page in reading order that lists them."""
        found: dict[Key, Place] = {}
        for page in self.pages:
            for listed in page.lists:
                for key in self._listed(listed):
                    found.setdefault(key, Place(page.name, 0, anchor(key)))
        return found

    def _listed(self, listed: Key) -> Iterator[Key]:
        if listed.kind == "sources":
            cited = {citation.source for citation in self.citations()} if listed.id else ()
            yield from (Key("source", item.id) for item in self.sources if not listed.id or item.id in cited)
        elif listed.kind == "coverage":
            source = listed.id or self.info.source
            yield from (
                Key("passage", f"{source}#{item.passage.id}") for item in self.passages if item.source == source
            )

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def passage_by_reference(self) -> Mapping[str, PassageOf]:
        """By `source#passage`."""
        return {f"{item.source}#{item.passage.id}": item for item in self.passages}

    @cached_property
    def own_passages(self) -> Mapping[str, int]:
        """The passages of the book's own source (`source#passage`), each with its place among them."""
        own = (f"{item.source}#{item.passage.id}" for item in self.passages if item.source == self.info.source)
        return {reference: place for place, reference in enumerate(own)}

    @cached_property
    def page_by_name(self) -> Mapping[str, Page]:
        return {page.name: page for page in self.pages}

    def evidence_of(self, statement: Cited) -> tuple[Evidence, ...]:
        """What the statement rests on, in the order in which its page gives it."""
        return tuple(self.evidence[citation] for citation in statement.citations if citation in self.evidence)

    def holder_of(self, judgment: Judgment) -> str:
        """Who judges, as written (an actor's id, or a name); else the author of the first source cited that has one."""
        if judgment.holder:
            return judgment.holder
        authors = (
            self.source_by_id[item.source].author for item in judgment.citations if item.source in self.source_by_id
        )
        return next((", ".join(map(str, names)) for names in authors if names), "")

    def ids(self, kind: str) -> tuple[str, ...]:
        """All ids of one kind, in reading order."""
        return tuple(key.id for key in self.objects if key.kind == kind)

    def citations(self) -> Iterable[Citation]:
        """Every citation of the book, in reading order."""
        return (citation for found in self.citations_by_page.values() for citation in found)

    # Indexes, each built once: no question about one page or one object may cost the whole book.

    @cached_property
    def citations_by_page(self) -> Mapping[str, tuple[Citation, ...]]:
        """What each page cites, in the order in which it does."""
        return {
            page.name: tuple(
                citation for fact in page.facts if not isinstance(fact, Issue) for citation in fact.citations
            )
            for page in self.pages
        }

    @cached_property
    def names(self) -> NameIndex:
        """Every name of an actor, an issue or a term, by its first word."""
        named: list[tuple[str, Key]] = []
        for actor in self.actors:
            named += [(form, actor.key) for form in (actor.name, actor.native, *actor.also)]
        for issue in self.issues:
            named += [(form, issue.key) for form in (issue.name, *issue.also)]
        for term in self.terms:
            named += [(form, term.key) for form in (term.native, term.romanization, *term.also)]
        return name_index(named)

    @cached_property
    def mentions_of(self) -> Mapping[Key, tuple[Mention, ...]]:
        """By what is mentioned: the mentions, in reading order."""
        return _grouped((mention.target, mention) for mention in self.mentions)

    @cached_property
    def about(self) -> Mapping[Key, tuple[Statement, ...]]:
        """By actor, issue or event: the statements that name it, each kind in its own order."""
        kinds = (
            self.positions, self.judgments, self.relations, self.discrepancies, self.quotations, self.events,
        )  # fmt: skip
        return _grouped((key, item) for items in kinds for item in items for key in dict.fromkeys(_named(item)))

    @cached_property
    def positions_on(self) -> Mapping[tuple[str, str], tuple[Position, ...]]:
        """By the ids of an actor and an issue: the positions, in reading order."""
        return _grouped(((item.actor, item.issue), item) for item in self.positions)

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The sides that actors name, each once."""
        return tuple(dict.fromkeys(actor.side for actor in self.actors if actor.side))

    @cached_property
    def resting_on(self) -> Mapping[Key, tuple[Key, ...]]:
        """By statement: the judgments and claims that cannot stand without it, or that it speaks against."""
        resting: tuple[Judgment | Claim, ...] = (*self.judgments, *self.claims)
        pairs = [(ground, item.key) for item in resting for ground in item.rests_on]
        return _grouped((*pairs, *((key, item.key) for item in self.judgments for key in item.against)))

    @cached_property
    def members(self) -> Mapping[Key, tuple[Entity, ...]]:
        """By actor or issue: those that are part of it, in reading order."""
        entities: tuple[Entity, ...] = (*self.actors, *self.issues)
        return _grouped((Key(item.key.kind, whole), item) for item in entities for whole in item.part_of)

    @cached_property
    def metonyms(self) -> Mapping[str, tuple[Actor, ...]]:
        """By the id of an actor: the metonyms that stand for it."""
        return _grouped((meant, actor) for actor in self.actors for meant in actor.stands_for)

    @cached_property
    def uses(self) -> Mapping[str, tuple[tuple[Evidence, Cited], ...]]:
        """By `source#passage`: the evidence that touches the passage, with the statement that gives it.

        Words that run over a sentence's end use every passage that they touch; what fails verification uses none.
        """
        by_source = _grouped((item.source, item) for item in self.passages)
        starts = {source: [item.passage.start for item in items] for source, items in by_source.items()}
        pairs: list[tuple[str, tuple[Evidence, Cited]]] = []
        for fact in (*self.statements, *self.mentions, *self.actors):
            for evidence in self.evidence_of(fact):
                source = evidence.citation.source
                if evidence.state is State.FAILED or evidence.start < 0 or source not in by_source:
                    continue
                first = max(bisect_right(starts[source], evidence.start) - 1, 0)
                for item in by_source[source][first : bisect_left(starts[source], evidence.end)]:
                    if evidence.start < item.passage.end:
                        pairs.append((f"{source}#{item.passage.id}", (evidence, fact)))
        return _grouped(pairs)

    @cached_property
    def published(self) -> Mapping[str, tuple[Published, ...]]:
        """By held source: its words that pages show, quoted or not. Silent anchors show none."""
        pairs = [
            (evidence.citation.source, (*piece, evidence.citation.place.page, True))
            for evidence in self.evidence.values()
            if evidence.shown and evidence.start >= 0
            for piece in evidence.pieces
        ]
        pairs += [(loan.source, (loan.start, loan.end, loan.place.page, False)) for loan in self.loans]
        return _grouped(
            (source, Published(*self.texts[source].touched(start, end), page, quoted))
            for source, (start, end, page, quoted) in pairs
            if source in self.texts
        )

    @cached_property
    def passages_used_on(self) -> Mapping[str, frozenset[str]]:
        """By page: the passages (`source#passage`) that it uses."""
        found = _grouped(
            (evidence.citation.place.page, reference) for reference, used in self.uses.items() for evidence, _ in used
        )
        return {page: frozenset(references) for page, references in found.items()}


K = TypeVar("K")
V = TypeVar("V")


def _counted(identifier: str) -> tuple[tuple[str, int], ...]:
    """Sorts ids as a reader counts them: `j-2` before `j-10`."""
    return tuple((word, int(number or 0)) for word, number in re.findall(r"(\D*)([0-9]*)", identifier))


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Pairs gathered by their first half, in order."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _named(item: Statement) -> Iterator[Key]:
    """The entities that a statement names as its own: not those that its words mention."""
    if isinstance(item, Position):
        yield from (Key("actor", item.actor), Key("issue", item.issue))
    elif isinstance(item, Relation):
        yield from (Key("actor", item.actor), Key("actor", item.other))
        yield from (Key("issue", name) for name in item.issues)
    elif isinstance(item, Quotation) and item.speaker:
        yield Key("actor", item.speaker)
    elif isinstance(item, (Judgment, Event, Discrepancy)):
        yield from (Key("actor", name) for name in item.actors)
        yield from (Key("issue", name) for name in item.issues)
        if isinstance(item, Discrepancy):
            yield from (Key("event", name) for name in item.events)
