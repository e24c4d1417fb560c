"""Whether every reference leads somewhere: roles, subjects of statements, options that name ids."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.model.findings import Code, Finding, Fix, error
from sphinx_briefing.model.pages import Fact
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.statements import (
    NEWEST,
    Claim,
    Discrepancy,
    Erratum,
    Judgment,
    Mention,
    Position,
    Relation,
)
from sphinx_briefing.model.suggestions import hint, one_slip
from sphinx_briefing.views.figures import MARKS


def references(book: Book) -> Iterator[Finding]:
    """A finding for each reference to an object that no page declares."""
    for page in book.pages:
        for fact in page.facts:
            for key, how in _named(fact):
                if key.kind not in ("source", "passage", *MARKS) and not _is_there(book, key):
                    yield _unknown(book, fact.place, key, how)


def _is_there(book: Book, key: Key) -> bool:
    if key.kind == "edition":
        return key.id == NEWEST or key.id in book.editions
    if key.kind in ("page", "side"):
        return key.id in (book.page_by_name if key.kind == "page" else book.sides)
    return key in book.objects


def _named(fact: Fact) -> Iterator[tuple[Key, str]]:
    """Every key that a fact names, and how an editor wrote it."""
    match fact:
        case Mention():
            yield fact.target, ""
        case Position():
            yield Key("actor", fact.actor), "the position's actor"
            yield Key("issue", fact.issue), "the position's issue"
        case Relation():
            yield from _relation(fact)
        case Judgment():
            yield from _lists(fact.actors, fact.issues)
            yield from _grounds(fact.rests_on)
            yield from ((key, "option `:against:`") for key in fact.against)
        case Event():
            yield from _lists(fact.actors, fact.issues)
        case Claim():
            yield from _grounds(fact.rests_on)
        case Discrepancy():
            yield from _lists(fact.actors, fact.issues)
            yield from ((Key("event", item), "option `:events:`") for item in fact.events)
        case Erratum():
            yield fact.on, "option `:on:`"
        case Actor():
            yield from ((Key("actor", item), "option `:part-of:`") for item in fact.part_of)
            yield from ((Key("actor", item), "option `:stands-for:`") for item in fact.stands_for)
        case Issue():
            yield from ((Key("issue", item), "option `:part-of:`") for item in fact.part_of)
        case Term() if fact.confused_with:
            yield Key("term", fact.confused_with), "option `:confused-with:`"


def _relation(fact: Relation) -> Iterator[tuple[Key, str]]:
    yield from ((Key("actor", item), "the relation's actors") for item in (fact.actor, fact.other))
    yield from _lists((), fact.issues)
    if fact.event:
        yield Key("event", fact.event), "option `:event:`"


def _lists(actors: tuple[str, ...], issues: tuple[str, ...]) -> Iterator[tuple[Key, str]]:
    yield from ((Key("actor", item), "option `:actors:`") for item in actors)
    yield from ((Key("issue", item), "option `:issues:`") for item in issues)


def _grounds(keys: tuple[Key, ...]) -> Iterator[tuple[Key, str]]:
    yield from ((key, "option `:rests-on:`") for key in keys)


def _unknown(book: Book, place: Place, key: Key, how: str) -> Finding:
    message = f"unknown {key.kind} `{key.id}`" + (f" ({how})" if how else "")
    known, declared = _what_there_is(book, key)
    return error(
        Code.REFERENCE,
        place,
        message,
        hint(key.id, known, declared),
        fix=Fix("", place.line, key.id, meant) if (meant := one_slip(key.id, known)) else None,
    )


def _what_there_is(book: Book, key: Key) -> tuple[tuple[str, ...], str]:
    """All names of the key's kind, and how one that is missing comes to be."""
    if key.kind == "edition":
        return tuple(book.editions), "name an edition that `briefing freeze` wrote, other than the book's own"
    if key.kind == "page":
        return tuple(book.page_by_name), "write the path of a page without its ending"
    if key.kind == "side":
        return book.sides, "write a side that an actor has in `:side:`; sides are parted by `;`"
    return book.ids(key.kind), f"declare it with `:::{{{_word(key.kind)}}} {key.id}`, or correct the id"


def _word(kind: str) -> str:
    return "lexeme" if kind == "term" else kind
