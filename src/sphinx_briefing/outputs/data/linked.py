"""The book in the words of schema.org: what it is, whom and what it is about, what it says, what it cites."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.statements import Claim, Judgment, Position
from sphinx_briefing.views.shown import judgment_title, name, text_of

Node = dict[str, Any]
#: What each kind of actor is called there. An actor without one is some thing.
ACTOR_TYPES: Final = {
    "person": "Person",
    "state": "Country",
    "government": "GovernmentOrganization",
    "administration": "GovernmentOrganization",
    "organization": "Organization",
    "group": "Organization",
}
#: What each type of source is called there; any other is a creative work.
SOURCE_TYPES: Final = {
    "article-newspaper": "NewsArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "book": "Book",
    "chapter": "Chapter",
    "legislation": "Legislation",
    "report": "Report",
    "webpage": "WebPage",
}


def book_node(book: Book, named: Callable[[str], str]) -> Node:
    """The book as one thing of schema.org; `named` makes the name of a thing from a key's text."""
    info = book.info
    entities: tuple[Actor | Issue | Term, ...] = (*book.actors, *book.issues, *book.terms)
    about = [_entity(item) for item in entities]
    about += [_event(book, item) for item in book.events]
    return _filled({
        "id": named("book"),
        "type": "schema:Book",
        "schema:name": info.title,
        "schema:alternativeHeadline": info.subtitle,
        "schema:bookEdition": info.edition,
        "schema:inLanguage": info.language,
        "schema:temporalCoverage": info.asof,
        "schema:about": [{"id": named(f"{key.kind}/{key.id}"), **node} for key, node in about],
        "schema:hasPart": [{"id": named(f"{key.kind}/{key.id}"), **node} for key, node in _said(book, named)],
        "schema:citation": [{"id": named(f"source/{item.id}"), **_source(item)} for item in book.sources],
    })  # fmt: skip


def _entity(item: Actor | Issue | Term) -> tuple[Key, Node]:
    if isinstance(item, Term):
        return item.key, _filled({
            "type": "schema:DefinedTerm", "schema:name": item.native, "schema:alternateName": [item.romanization],
            "schema:description": item.gloss,
        })  # fmt: skip
    kind = ACTOR_TYPES.get(item.kind, "Thing") if isinstance(item, Actor) else "Thing"
    other = [*item.also, item.native] if isinstance(item, Actor) else item.also
    return item.key, _filled(
        {"type": f"schema:{kind}", "schema:name": item.name, "schema:alternateName": [form for form in other if form]}
    )


def _event(book: Book, item: Event) -> tuple[Key, Node]:
    first, _, last = item.date.edtf.partition("/")
    return item.key, _filled({
        "type": "schema:Event",
        "schema:name": item.title or text_of(book, item.text),
        "schema:description": text_of(book, item.text) if item.title else "",
        "schema:startDate": first.strip(".~?%"),
        "schema:endDate": last.strip(".~?%"),
        "schema:location": item.place_name,
    })  # fmt: skip


def _said(book: Book, named: Callable[[str], str]) -> Iterator[tuple[Key, Node]]:
    """Positions, claims and judgments: each a claim, a judgment never without its likelihood."""
    said: tuple[Position | Claim | Judgment, ...] = (*book.positions, *book.claims, *book.judgments)
    for item in said:
        node: Node = {"type": "schema:Claim"}
        if isinstance(item, Judgment):
            node |= {"schema:name": judgment_title(book, item)}
            subjects = [Key("actor", known) for known in item.actors] + [Key("issue", known) for known in item.issues]
        elif isinstance(item, Position):
            head = f"{name(book, item.key)}: {item.stance}"
            node |= {"schema:name": head}
            subjects = [Key("actor", item.actor), Key("issue", item.issue)]
        else:
            subjects = []
        about = [{"id": named(f"{key.kind}/{key.id}")} for key in subjects]
        yield item.key, _filled({**node, "schema:text": text_of(book, item.text), "schema:about": about})


def _source(item: Source) -> Node:
    authors = [
        {"type": f"schema:{'Organization' if who.literal else 'Person'}", "schema:name": str(who)}
        for who in item.author
    ]
    return _filled({
        "type": f"schema:{SOURCE_TYPES.get(item.type, 'CreativeWork')}",
        "schema:name": item.title,
        "schema:author": authors,
        "schema:publisher": item.publisher,
        "schema:isPartOf": item.container,
        "schema:datePublished": item.issued,
        "schema:url": item.url,
        "schema:archivedAt": item.archive,
        "schema:inLanguage": item.language,
    })  # fmt: skip


def _filled(node: Node) -> Node:
    """A thing without what is not known of it."""
    return {name: value for name, value in node.items() if value and value != [""]}
