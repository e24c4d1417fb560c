"""The Book as JSON and back: the contract for other programs, and what the PDF and every edition carry."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation, Evidence
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.model.evidence import Passage
from sphinx_briefing.model.likelihood import Scale
from sphinx_briefing.model.pages import BookInfo, Fact, Page, PassageOf
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.plain_values import PARTS, read_object, write_object
from sphinx_briefing.model.published import is_withheld, published
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

#: The lists of facts by the class that each holds. The attribute of the Book has the same name and order.
LISTS: Final[Mapping[str, type[Any]]] = {
    "actors": Actor,
    "issues": Issue,
    "events": Event,
    "terms": Term,
    "positions": Position,
    "claims": Claim,
    "judgments": Judgment,
    "relations": Relation,
    "quotations": Quotation,
    "discrepancies": Discrepancy,
    "errata": Erratum,
    "mentions": Mention,
}
#: Fields that have another name in JSON: that of CSL-JSON, or one that reads better.
NAMES: Final[Mapping[type[Any], Mapping[str, str]]] = {
    BookInfo: {"asof": "as_of"},
    Source: {"container": "container-title", "url": "URL"},
}
#: Fields whose value was not written by an editor but follows; a reader leaves them out again.
IMPLIED: Final = "implied"
#: How many digits of a build id are printed.
_SHORT: Final = 12


class NoBookError(ValueError):
    """What was to be read is no book in JSON; the text says what is wrong with it."""


def book_json(book: Book) -> str:
    """The whole Book as one JSON document: same Book, same bytes.

    UTF-8, sorted within reading order, with a final line end.
    """
    return json.dumps(book_data(book), ensure_ascii=False, indent=1) + "\n"


def build_id(book: Book) -> str:
    """What names a state of the book: the SHA-256 of its JSON."""
    return id_of_json(book_json(book))


def id_of_json(data: str) -> str:
    """The build id of the book that is written in `data`."""
    return hashlib.sha256(data.encode("utf-8")).hexdigest()


def short_build_id(full: str) -> str:
    """As much of a build id as is printed: enough to tell builds apart, and short enough to be read aloud."""
    return full[:_SHORT]


def book_data(book: Book) -> dict[str, Any]:
    """The Book as plain values, without what may not leave the house.

    Lists are in reading order; events and errata by date, judgments and discrepancies by id.
    """
    to = _Writer(published(book))
    listed = {name: to.listed(name) for name in LISTS}
    mentions = listed.pop("mentions")
    return {
        "book": to.object(to.book.info) | {"scale": to.object(to.book.scale)},
        **{name: listed.pop(name) for name in ("actors", "issues", "events", "terms")},
        "sources": [to.source(item) for item in to.book.sources],
        "passages": [to.passage(item) for item in to.book.passages],
        **{name: listed.pop(name) for name in ("positions", "claims", "judgments", "relations")},
        **listed,
        "mentions": mentions,
        "pages": [to.page(item) for item in to.book.pages],
    }


class _Writer:
    """Writes a Book that is fit to be published; `pointers` tells where in the lists each fact went."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._names = {key: item.name for key, item in book.objects.items() if isinstance(item, (Actor, Issue))}
        self._pointers: dict[int, str] = {}

    def object(self, value: Any, *, sparse: bool = False, without: tuple[str, ...] = ()) -> dict[str, Any]:
        """A dataclass by the names of its fields in JSON."""
        other = NAMES.get(type(value), {})
        found = write_object(value, self._names, sparse=sparse, without=without)
        return {other.get(name, name): held for name, held in found.items()}

    def listed(self, name: str) -> list[dict[str, Any]]:
        """One list of facts."""
        items = []
        for number, fact in enumerate(getattr(self.book, name)):
            self._pointers[id(fact)] = f"/{name}/{number}"
            items.append(self.fact(fact))
        return items

    def fact(self, fact: Any) -> dict[str, Any]:
        """Who or what it is and where it stands; its own fields; what it says; what it rests on."""
        found = self.object(fact, without=("citations",))
        head = {"id": fact.id} if hasattr(fact, "id") else {}
        head |= {name: found.pop(name) for name in ("place", "layer") if name in found}
        tail: dict[str, Any] = {name: found.pop(name) for name in ("text", PARTS) if name in found}
        if hasattr(fact, "citations"):
            tail["evidence"] = [self.evidence(citation) for citation in fact.citations]
        found.pop("id", None)
        return head | self._told(fact, found) | tail

    def _told(self, fact: Any, found: dict[str, Any]) -> dict[str, Any]:
        """The fields, with what follows where an editor wrote nothing."""
        follows: dict[str, str] = {}
        if isinstance(fact, Position) and fact.as_of is None:
            follows["as_of"] = self.book.info.asof
        elif isinstance(fact, Judgment) and not fact.holder:
            follows["holder"] = self.book.holder_of(fact)
        follows = {name: value for name, value in follows.items() if value}
        return found | follows | ({IMPLIED: list(follows)} if follows else {})

    def evidence(self, citation: Citation) -> dict[str, Any]:
        """Words only where they are shown; a silent anchor leaves the house as offsets and hash."""
        evidence = self.book.evidence.get(citation)
        found: dict[str, Any] = {"source": citation.source}
        if evidence is not None:
            answer = self.object(evidence, sparse=True, without=("citation",))
            found |= {"passage": answer.pop("passage", ""), "state": answer.pop("state")}
            found |= {name: answer.pop(name) for name in ("start", "end", "sha256") if name in answer}
            found["shown"] = evidence.shown
            found |= answer
        if citation.words:
            found["withheld" if is_withheld(citation.words) else "words"] = citation.words
        written = self.object(citation, sparse=True, without=("source", "words", "passage"))
        if citation.passage != found.get("passage", ""):  # found elsewhere than it was cited, or cited without one
            written["cited"] = citation.passage
        return found | written

    def source(self, item: Source) -> dict[str, Any]:
        """A source in the field names of CSL-JSON, with our own beside them; its place is a line of `sources.yaml`."""
        found = self.object(item, sparse=True, without=("id",))
        return {"id": item.id, "place": {"page": "", "line": item.line, "anchor": ""}, **found}

    def passage(self, item: PassageOf) -> dict[str, Any]:
        """Where it stands in its source, not what it says. Its place is the page that lists it."""
        reference = f"{item.source}#{item.passage.id}"
        home = self.book.homes.get(Key("passage", reference), Place(""))
        inside = self.object(item.passage, without=("id",))
        return {"id": reference, "place": _place(home), "source": item.source, **inside} | self.object(
            item, without=("source", "passage")
        )

    def page(self, page: Page) -> dict[str, Any]:
        """A page: its facts in order, each by its place in this document (RFC 6901)."""
        facts = [self._pointers[id(fact)] for fact in page.facts]
        return self.object(page, without=("facts", "paragraphs")) | {
            "facts": facts, "paragraphs": [self.object(item) for item in page.paragraphs],
        }  # fmt: skip


def _place(place: Place) -> dict[str, Any]:
    return {"page": place.page, "line": place.line, "anchor": place.anchor}


def read_book(text: str) -> Book:
    """The Book that a JSON document tells.

    It equals what was published of the Book that was written. Raises NoBookError.
    """
    try:
        data = json.loads(text)
    except ValueError as problem:
        raise NoBookError(f"it is not JSON: {problem}") from None
    if not isinstance(data, dict) or not isinstance(data.get("book"), dict):
        raise NoBookError("it has no object `book` at its top")
    try:
        return _read(data)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as problem:
        raise NoBookError(f"it does not follow the schema: {problem}") from None


def _read(data: Mapping[str, Any]) -> Book:
    facts: dict[str, Fact] = {}
    rests: dict[str, list[Evidence]] = {}
    for name, cls in LISTS.items():
        for number, item in enumerate(data.get(name, ())):
            pairs = [_read_evidence(found) for found in item.get("evidence", ())]
            pointer = f"/{name}/{number}"
            facts[pointer] = _read_fact(cls, item, tuple(citation for citation, _ in pairs))
            rests[pointer] = [evidence for _, evidence in pairs if evidence is not None]
    pages = tuple(_read_page(item, facts) for item in data.get("pages", ()))
    order = (pointer for item in data.get("pages", ()) for pointer in item["facts"])
    evidence = {found.citation: found for pointer in order for found in rests[pointer]}
    book = data["book"]
    return Book(
        read_object(BookInfo, _own(BookInfo, book)),
        pages,
        tuple(read_object(Source, _own(Source, item)) for item in data.get("sources", ())),
        tuple(map(_read_passage, data.get("passages", ()))),
        evidence,
        **({"scale": read_object(Scale, book["scale"])} if "scale" in book else {}),
    )


def _own(cls: type[Any], item: Mapping[str, Any]) -> dict[str, Any]:
    """An item under the field names of its class."""
    back = {there: here for here, there in NAMES.get(cls, {}).items()}
    return {back.get(name, name): value for name, value in item.items() if name not in item.get(IMPLIED, ())}


def _read_fact(cls: type[Any], item: Mapping[str, Any], citations: tuple[Citation, ...]) -> Any:
    return read_object(cls, _own(cls, item), **({"citations": citations} if citations else {}))


def _read_evidence(item: Mapping[str, Any]) -> tuple[Citation, Evidence | None]:
    """What an editor wrote, and what it turned out to be.

    Under `passage` stands where the words were found, under `cited` what was written where that differs.
    """
    words = item.get("words", item.get("withheld", ""))
    cited = item.get("cited", item.get("passage", ""))
    citation: Citation = read_object(Citation, item, words=words, passage=cited)
    return citation, read_object(Evidence, item, citation=citation) if "state" in item else None


def _read_passage(item: Mapping[str, Any]) -> PassageOf:
    inside = read_object(Passage, item, id=item["id"][len(item["source"]) + 1 :])
    found: PassageOf = read_object(PassageOf, item, passage=inside)
    return found


def _read_page(item: Mapping[str, Any], facts: Mapping[str, Fact]) -> Page:
    page: Page = read_object(Page, item, facts=tuple(facts[pointer] for pointer in item["facts"]))
    return page
