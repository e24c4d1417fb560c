"""The Book as linked data, `book.jsonld`: its anchors as W3C Web Annotations, and what they belong to."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Evidence, State
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.pages import Statement
from sphinx_briefing.model.places import plain
from sphinx_briefing.model.sources import Source
from sphinx_briefing.outputs.data.linked import book_node

#: The vocabulary of the recommendation, and one term that it lacks: the hash of what a selector selects.
CONTEXT: Final = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"}]


def annotations_json(book: Book) -> str:
    """All anchors as one JSON-LD document: same Book, same bytes."""
    return json.dumps(collection(book), ensure_ascii=False, indent=1) + "\n"


def collection(book: Book) -> dict[str, Any]:
    """One collection with one page: an annotation for each piece of evidence that has a place in a seed.

    Its body is the statement, its target the words. Words are in it only where the book shows them.
    """
    names = {key: item.name for key, item in book.objects.items() if isinstance(item, (Actor, Issue))}
    items = [
        _annotation(book, statement, number, evidence, plain(statement.text, names))
        for statement in book.statements
        for number, evidence in enumerate(book.evidence_of(statement))
        if evidence.start >= 0 and evidence.state is not State.FAILED
    ]
    return {"@context": CONTEXT, **_collection(book, items)}


def _collection(book: Book, items: list[dict[str, Any]]) -> dict[str, Any]:
    whole = _urn(f"{book.info.title} {book.info.edition}")
    found: dict[str, Any] = {
        "id": whole, "type": "AnnotationCollection", "label": book.info.title, "total": len(items),
        "schema:isPartOf": book_node(book, lambda name: _urn(f"{whole} {name}")),
    }  # fmt: skip
    if items:
        page = {"id": _urn(f"{whole} 1"), "type": "AnnotationPage", "partOf": whole, "startIndex": 0, "items": items}
        found["first"] = page
    return found


def _annotation(book: Book, statement: Statement, number: int, evidence: Evidence, text: str) -> dict[str, Any]:
    key = statement.key
    name = f"{book.info.title} {key.kind} {key.id} {statement.place.page} {statement.place.line} {number}"
    body = {"type": "TextualBody", "value": text, "format": "text/plain", "language": book.info.language}
    return {
        "id": _urn(name),
        "type": "Annotation",
        "motivation": "linking",
        "body": {key: value for key, value in body.items() if value},
        "target": {
            "type": "SpecificResource",
            "source": _source(book.source_by_id[evidence.citation.source]),
            "selector": list(_selectors(evidence)),
        },
    }


def _source(source: Source) -> dict[str, Any]:
    """The stored text, named by its hash (RFC 6920), since offsets hold in it alone; and where it was published."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(source.sha256)).decode("ascii").rstrip("=")
    known: Mapping[str, str] = {"language": source.language, "via": source.url}
    found = {"id": f"ni:///sha-256;{digest}", "type": "Text", "format": "text/plain"}
    return found | {name: value for name, value in known.items() if value}


def _selectors(evidence: Evidence) -> Iterator[dict[str, Any]]:
    quote = evidence.quote
    if quote is not None:
        context = {"prefix": quote.prefix, "suffix": quote.suffix}
        yield {"type": "TextQuoteSelector", "exact": quote.exact} | {
            name: words for name, words in context.items() if words
        }
    yield {
        "type": "TextPositionSelector", "start": evidence.start, "end": evidence.end, "sha256": evidence.sha256,
    }  # fmt: skip


def _urn(name: str) -> str:
    """A name that is the same at every build."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"
