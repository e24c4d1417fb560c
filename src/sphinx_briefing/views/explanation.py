"""What the Book knows about one thing, from where, and which pages show it. For `briefing explain`, not for pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Evidence
from sphinx_briefing.model.dates import Date
from sphinx_briefing.model.pages import Cited, Fact
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.statements import Judgment, Mention
from sphinx_briefing.views import VIEWS
from sphinx_briefing.views.shown import Shown, judgment_title, name, text_of

#: A view's name and its options.
Question = tuple[str, tuple[tuple[str, str], ...]]
#: Fields of a fact that are told elsewhere, or that say nothing to an editor.
_UNTOLD = frozenset({"id", "place", "layer", "citations", "rests_on", "against", "anchor", "path"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What the pages ask: questions of the Book, titles of other pages (`links`), contents, by page."""

    questions: Mapping[str, Sequence[Question]] = field(default_factory=dict)
    links: Mapping[str, Sequence[str]] = field(default_factory=dict)
    contents: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement about the thing: its key, where it stands, its words, and each piece of evidence."""

    key: Key
    place: Place
    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of one thing. `shown_on` has, for each page, why it must be written again."""

    key: Key
    title: str
    place: Place | None
    facts: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    statements: tuple[Told, ...]
    mentions: tuple[Place, ...]
    shown_on: tuple[tuple[str, tuple[str, ...]], ...]


def keys_of(book: Book, wanted: str) -> tuple[Key, ...]:
    """What a name may mean: `lavrov`, `actor/lavrov`, `actors/lavrov` (a page), `kliment-2009#p3s3`, a source's id."""
    kind, _, identifier = wanted.partition("/")
    found = [key for key in book.objects if wanted == key.id or (kind, identifier) == tuple(key)]
    found += [Key("page", wanted)] if wanted in book.page_by_name else []
    found += [Key("source", wanted)] if wanted in book.source_by_id else []
    found += [Key("passage", wanted)] if wanted in book.passage_by_reference else []
    return tuple(found)


def names_known(book: Book) -> tuple[str, ...]:
    """Every name that can be explained."""
    return (*(key.id for key in book.objects), *book.page_by_name, *book.source_by_id, *book.passage_by_reference)


def explain(book: Book, asked: Asked, key: Key) -> Explanation:
    """What the Book knows about `key`."""
    fact = book.objects.get(key)
    cites = book.evidence_of(fact) if isinstance(fact, Cited) else ()
    mentions = [mention.place for mention in book.mentions_of.get(key, ()) if mention.hit >= 0]
    return Explanation(
        key,
        _title(book, key),
        fact.place if fact else book.homes.get(key),
        tuple(_told(book, fact if fact else book.source_by_id.get(key.id))) if key.kind != "passage" else (),
        cites,
        tuple(_statements(book, key)),
        tuple(mentions),
        tuple(_shown_on(book, asked, key)),
    )


def _title(book: Book, key: Key) -> str:
    """What the thing is called; a judgment never without its likelihood."""
    if key.kind == "source":
        return book.source_by_id[key.id].title
    fact = book.objects.get(key)
    return judgment_title(book, fact) if isinstance(fact, Judgment) else name(book, key)


def _told(book: Book, fact: object) -> Iterator[tuple[str, str]]:
    """The fields of a fact that say something, as words."""
    if not is_dataclass(fact):
        return
    for item in fields(fact):
        value = getattr(fact, item.name)
        if item.name in _UNTOLD or not value:
            continue
        if isinstance(value, str):
            yield item.name, value
        elif isinstance(value, Date):
            yield item.name, value.edtf
        elif isinstance(value, tuple) and all(isinstance(part, (str, Key)) for part in value):
            prose = item.name in ("text", "answer", "comment") or any(isinstance(part, Key) for part in value)
            yield item.name, text_of(book, value) if prose else "; ".join(map(str, value))


def _statements(book: Book, key: Key) -> Iterator[Told]:
    for fact in {fact.key: fact for fact in _about(book, key) if not isinstance(fact, Mention)}.values():
        words = "" if isinstance(fact, Judgment) else text_of(book, getattr(fact, "text", ()))
        words = words or _title(book, fact.key)
        yield Told(fact.key, fact.place, words, book.evidence_of(fact) if isinstance(fact, Cited) else ())


def _about(book: Book, key: Key) -> Iterator[Fact]:
    """The facts on a page, those that rest on a source or a passage, or those that name the thing."""
    if key.kind == "page":
        yield from book.page_by_name[key.id].facts
    elif key.kind == "source":
        yield from (fact for fact in book.statements if any(item.source == key.id for item in fact.citations))
    elif key.kind == "passage":
        yield from (fact for _, fact in book.uses.get(key.id, ()))
    else:
        yield from book.about.get(key, ())


def _shown_on(book: Book, asked: Asked, key: Key) -> Iterator[tuple[str, tuple[str, ...]]]:
    place = book.objects[key].place if key in book.objects else book.homes.get(key)
    home = place.page if place else key.id
    order = list(book.page_by_name)
    beside = [order[at + step] for at in _at(order, key) for step in (-1, 1) if 0 <= at + step < len(order)]
    for page in order:
        reasons = dict.fromkeys(["it stands there"] if page == home else [])
        for view, options in asked.questions.get(page, ()):
            if names(VIEWS[view](book, page, dict(options)), key):
                reasons[view] = None
        if home in asked.links.get(page, ()):
            reasons["a link that shows the title of its page"] = None
        if key.kind == "page" and home in asked.contents.get(page, ()):
            reasons["its contents list the page"] = None
        if page in beside:
            reasons["the page is previous or next to it"] = None
        if reasons:
            yield page, tuple(reasons)


def _at(order: Sequence[str], key: Key) -> Iterator[int]:
    """Where a page stands in reading order, if the thing is a page."""
    if key.kind == "page" and key.id in order:
        yield order.index(key.id)


def names(answer: object, key: Key) -> bool:
    """Whether an answer, however deep, holds the thing itself or what it shows; of a source also a passage."""
    if isinstance(answer, Shown):
        whole = key.kind == "source" and answer.kind == "passage" and answer.id.startswith(f"{key.id}#")
        return whole or (answer.kind, answer.id) == key
    if isinstance(answer, Key):
        return answer == key
    if is_dataclass(answer):
        parts = (getattr(answer, item.name) for item in fields(answer))
        return getattr(answer, "key", None) == key or any(names(part, key) for part in parts)
    if isinstance(answer, Mapping):
        return any(names(part, key) for pair in answer.items() for part in pair)
    return isinstance(answer, (tuple, list)) and any(names(part, key) for part in answer)
