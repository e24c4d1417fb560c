"""The Book as JSON: the contract for other programs, and what the PDF carries."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sphinx_briefing.model.book import Book, PassageOf, Statement
from sphinx_briefing.model.citations import Evidence
from sphinx_briefing.model.entities import Actor, Issue, Role
from sphinx_briefing.model.likelihood import Scale
from sphinx_briefing.model.places import Key, Place, plain
from sphinx_briefing.model.sources import Source


def book_json(book: Book) -> str:
    """The whole Book as one JSON document: same Book, same bytes.

    UTF-8, sorted within reading order, with a final line end.
    """
    return json.dumps(book_data(book), ensure_ascii=False, indent=1) + "\n"


def build_id(book: Book) -> str:
    """What names a state of the book: the SHA-256 of its JSON."""
    return hashlib.sha256(book_json(book).encode("utf-8")).hexdigest()


def book_data(book: Book) -> dict[str, Any]:
    """The Book as plain values. Lists are in reading order; events by date, judgments and discrepancies by id."""
    names = {key: item.name for key, item in book.objects.items() if isinstance(item, (Actor, Issue))}
    to = _Writer(book, names)
    info = book.info
    return {
        "book": {
            "title": info.title, "subtitle": info.subtitle, "edition": info.edition, "as_of": info.asof,
            "source": info.source, "language": info.language, "scale": _scale(book.scale),
        },
        "actors": [
            to.entity(
                item, kind=item.kind, native=item.native, lang=item.lang, romanization=item.romanization,
                roles=[_role(role) for role in item.roles],
                part_of=list(item.part_of), side=item.side, also=list(item.also), stands_for=list(item.stands_for),
                but_not=item.but_not, silence=item.silence,
                evidence=[_evidence(found) for found in book.evidence_of(item)],
            )
            for item in book.actors
        ],
        "issues": [
            to.entity(
                item, scope=item.scope, part_of=list(item.part_of), also=list(item.also), silence=item.silence,
            )
            for item in book.issues
        ],
        "events": [
            to.statement(
                item, date=item.date.edtf, said=item.said, place_name=item.place_name, actors=list(item.actors),
                issues=list(item.issues),
            )
            for item in book.events
        ],
        "terms": [
            to.statement(
                item, native=item.native, script=item.script, lang=item.lang, romanization=item.romanization,
                conventional=item.conventional, gloss=item.gloss, confused_with=item.confused_with,
                also=list(item.also),
            )
            for item in book.terms
        ],
        "sources": [_source(item) for item in book.sources],
        "passages": [
            to.passage(item) for item in book.passages
        ],
        "positions": [
            to.statement(
                item, actor=item.actor, issue=item.issue, stance=item.stance, basis=item.basis,
                as_of=item.as_of.edtf if item.as_of else info.asof,
            )
            for item in book.positions
        ],
        "claims": [to.statement(item, rests_on=_keys(item.rests_on)) for item in book.claims],
        "judgments": [
            to.statement(
                item, holder=book.holder_of(item), likelihood=item.likelihood, term=item.term,
                confidence=item.confidence, horizon=item.horizon, condition=item.condition,
                issues=list(item.issues), actors=list(item.actors), rests_on=_keys(item.rests_on),
                against=_keys(item.against),
                alternatives=[plain(text, names) for text in item.alternatives],
                indicators=[plain(text, names) for text in item.indicators],
            )
            for item in book.judgments
        ],
        "relations": [],
        "quotations": [
            to.statement(
                item, speaker=item.speaker, kind=item.kind, date=item.date.edtf if item.date else "",
                variant=item.variant,
            )
            for item in book.quotations
        ],
        "discrepancies": [
            to.statement(
                item, severity=item.severity, actors=list(item.actors), issues=list(item.issues),
                events=list(item.events),
            )
            for item in book.discrepancies
        ],
        "errata": [
            to.statement(item, date=item.date.edtf, on="/".join(item.on), was=item.was) for item in book.errata
        ],
    }  # fmt: skip


class _Writer:
    """Writes what all items of one kind have in common."""

    def __init__(self, book: Book, names: Mapping[Key, str]) -> None:
        self._book, self._names = book, names

    def passage(self, item: PassageOf) -> dict[str, Any]:
        """Where it stands in its source, not what it says. Its place is the page that lists it."""
        reference = f"{item.source}#{item.passage.id}"
        home = self._book.homes.get(Key("passage", reference), Place(""))
        passage = item.passage
        return {
            "id": reference, "place": _place(home), "source": item.source, "kind": passage.kind,
            "start": passage.start, "end": passage.end, "words": item.words, "sha256": item.sha256,
        }  # fmt: skip

    def entity(self, item: Actor | Issue, **more: Any) -> dict[str, Any]:
        return {
            "id": item.id,
            "name": item.name,
            "place": _place(item.place),
            "answer": plain(item.answer, self._names),
            **more,
        }

    def statement(self, item: Statement, **more: Any) -> dict[str, Any]:
        return {
            "id": item.id,
            "place": _place(item.place),
            "layer": item.layer,
            **more,
            "text": plain(item.text, self._names),
            "evidence": [_evidence(found) for found in self._book.evidence_of(item)],
        }


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    """All values but those that say nothing."""
    return {name: value for name, value in values.items() if value not in ("", [])}


def _role(role: Role) -> dict[str, Any]:
    """A role and when it is held (EDTF)."""
    return {"title": role.title, "held": role.held.edtf if role.held else ""}


def _keys(keys: Iterable[Key]) -> list[str]:
    """As an editor writes them: `claim/first-agreed`."""
    return [f"{key.kind}/{key.id}" for key in keys]


def _place(place: Place) -> dict[str, Any]:
    return {"page": place.page, "line": place.line}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    """Words only where they may be published; a silent anchor leaves the house as offsets and hash."""
    found: dict[str, Any] = {
        "source": evidence.citation.source,
        "passage": evidence.passage,
        "state": evidence.state.value,
    }
    if evidence.start >= 0:
        found |= {"start": evidence.start, "end": evidence.end, "sha256": evidence.sha256}
    verdict = evidence.verdict
    if verdict is not None and verdict.passed:
        if not evidence.citation.silent:
            found |= _known({"edits": [_unsaid(edit) for edit in verdict.edits]})
        found |= _known({"acknowledged": list(evidence.citation.acknowledged)})
    found["shown"] = evidence.shown
    if evidence.shown:
        found["words"] = evidence.citation.words
    return found


def _unsaid(edit: str) -> str:
    """An edit without the source's words that it hides: they are not published."""
    if edit.endswith("\u201d left out"):
        return "words left out"
    inserted, found, _ = edit.partition("] for \u201c")
    return f"{inserted}] for words of the source" if found else edit


def _scale(scale: Scale) -> dict[str, Any]:
    """The scale of likelihood; a range is given in percent, where the scale has one."""
    return {
        "id": scale.id, "title": scale.title, "date": scale.date, "note": scale.note, "approximate": scale.approximate,
        "steps": [
            {"words": list(step.words), **({"range": [step.low, step.high]} if step.low is not None else {})}
            for step in scale.steps
        ],
    }  # fmt: skip


def _source(source: Source) -> dict[str, Any]:
    """A source in the field names of CSL-JSON, with our own beside them."""
    known: Iterable[tuple[str, Any]] = (
        ("type", source.type),
        ("title", source.title),
        ("author", [str(name) for name in source.author]),
        ("publisher", source.publisher),
        ("container-title", source.container),
        ("issued", source.issued),
        ("URL", source.url),
        ("language", source.language),
        ("reliability", source.reliability),
        ("note", source.note),
        ("sha256", source.sha256),
    )
    return {"id": source.id, "place": {"page": "", "line": source.line}, **_known(dict(known))}
