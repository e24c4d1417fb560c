"""Small Books made by hand, for tests of what is asked of a Book: facts in, a frozen Book with real evidence out.

The seed is a text of our own, with typographic marks and a sentence that comes twice.
"""

from __future__ import annotations

from typing import Any

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.model.pages import BookInfo, Fact, Page
from sphinx_briefing.model.places import Key, Place, Prose, anchor
from sphinx_briefing.model.sources import Gist, Name, Source
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
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.verification import freeze

TEXT = """The Harbor Talks

By Ada Marsh

Northport opposes the new toll and says so loudly. Its mayor called the plan “a tax on fog.” The ferry was late again.

Southport may yet agree, though nobody expects it before spring. The two towns met on Monday in the old customs house.
The ferry was late again.
"""
INFO = BookInfo("Harbor", source="tale", asof="2009-09-21", edition="1")
TALE = Source(
    "tale",
    "article-newspaper",
    "The Harbor Talks",
    (Name("Marsh", "Ada"),),
    container="The Gull",
    issued="2009-09-21",
    seed="tale.txt",
    passages=(Gist("p1s1", "report", "Northport is against the toll."),),
    line=2,
)
RECORD = Source(
    "S02",
    "report",
    "Minutes",
    publisher="Harbor Board",
    issued="2009-09",
    url="https://harbor.example/minutes",
    reliability="A",
    line=9,
)
LIBRARY = Library((TALE, RECORD), {"tale": Seed.of("tale", TEXT)})


def cite(
    words: str = "", passage: str = "", source: str = "tale", *, page: str = "page", line: int = 9, **more: Any
) -> Citation:
    """A citation as a page gives it."""
    return Citation(source, Place(page, line), passage, words, **more)


def record(page: str = "page", line: int = 9) -> Citation:
    """A citation of the source whose text is not held."""
    return cite(source="S02", page=page, line=line)


def actor(id: str, page: str = "", *, line: int = 1, **more: Any) -> Actor:
    return Actor(id, more.pop("name", id.title()), _place(Key("actor", id), page or f"actors/{id}", line), **more)


def issue(id: str, page: str = "", *, line: int = 1, **more: Any) -> Issue:
    return Issue(id, more.pop("name", f"The {id}"), _place(Key("issue", id), page or f"issues/{id}", line), **more)


def position(
    actor: str,
    issue: str,
    stance: str = "opposes",
    basis: str = "words",
    *,
    page: str = "page",
    line: int = 5,
    asof: str = "",
    **more: Any,
) -> Position:
    place, date = Place(page, line), parse_date(asof) if asof else None
    return Position(
        actor,
        issue,
        stance,
        basis,
        place,
        more.pop("layer", "fact"),
        date,
        more.pop("text", ("Some words.",)),
        **_rests(more, page, line),
    )


def claim(id: str, *, page: str = "page", line: int = 5, layer: str = "fact", **more: Any) -> Claim:
    return Claim(
        id,
        _place(Key("claim", id), page, line),
        layer,
        more.pop("text", ("The ferry was late.",)),
        **_rests(more, page, line),
    )


def judgment(
    id: str,
    likelihood: str = "unlikely",
    text: Prose = ("The toll will fall.",),
    *,
    page: str = "page",
    line: int = 5,
    **more: Any,
) -> Judgment:
    return Judgment(id, likelihood, text, _place(Key("judgment", id), page, line), **_rests(more, page, line))


def relation(actor: str, other: str, kind: str = "met", *, page: str = "page", line: int = 5, **more: Any) -> Relation:
    found = Relation(actor, other, kind, Place(""), "fact", more.get("date"))
    return Relation(
        actor, other, kind, _place(found.key, page, line), more.pop("layer", "fact"), **_rests(more, page, line)
    )


def event(id: str, date: str, *, page: str = "page", line: int = 5, layer: str = "fact", **more: Any) -> Event:
    return Event(
        id,
        parse_date(date),
        _place(Key("event", id), page, line),
        layer,
        more.pop("text", ("They met.",)),
        **_rests(more, page, line),
    )


def term(id: str, native: str, *, page: str = "glossary", line: int = 5, **more: Any) -> Term:
    return Term(id, native, _place(Key("term", id), page, line), more.pop("layer", "context"), **more)


def quotation(id: str, *, page: str = "page", line: int = 5, **more: Any) -> Quotation:
    return Quotation(
        id, _place(Key("quotation", id), page, line), more.pop("layer", "fact"), **_rests(more, page, line)
    )


def discrepancy(
    id: str, severity: str = "factual error", *, page: str = "page", line: int = 5, **more: Any
) -> Discrepancy:
    return Discrepancy(
        id, severity, _place(Key("discrepancy", id), page, line), more.pop("layer", "fact"), **_rests(more, page, line)
    )


HERE = Key("page", "page")


def erratum(
    id: str, date: str = "2009-11-20", on: Key = HERE, *, page: str = "page", line: int = 5, **more: Any
) -> Erratum:
    return Erratum(
        id,
        parse_date(date),
        _place(Key("erratum", id), page, line),
        more.pop("layer", "context"),
        on,
        more.pop("was", "The ferry was early."),
        more.pop("text", ("It was late.",)),
        **more,
    )


def mention(target: Key, sentence: Prose, hit: int = 0, *, page: str = "page", line: int = 7, **more: Any) -> Mention:
    return Mention(target, Place(page, line, more.pop("anchor", "p1-1")), sentence, hit, **more)


def book(
    *facts: Fact,
    info: BookInfo = INFO,
    library: Library = LIBRARY,
    lists: dict[str, tuple[Key, ...]] | None = None,
    titles: dict[str, str] | None = None,
) -> Book:
    """The Book of some facts: pages in the order of their first facts, then those that only hold lists."""
    lists, titles = lists or {}, titles or {}
    by_page: dict[str, list[Fact]] = {}
    for fact in facts:
        by_page.setdefault(fact.place.page, []).append(fact)
    for name in (*lists, *titles):
        by_page.setdefault(name, [])
    return freeze(
        [
            Page(name, titles.get(name, f"Title of {name}"), tuple(found), lists.get(name, ()))
            for name, found in by_page.items()
        ],
        library,
        info,
    )


def _place(key: Key, page: str, line: int) -> Place:
    return Place(page, line, anchor(key))


def _rests(more: dict[str, Any], page: str, line: int) -> dict[str, Any]:
    """Every statement rests on something, unless a test says on what."""
    return {"citations": (cite("Northport opposes the new toll", page=page, line=line + 1),), **more}
