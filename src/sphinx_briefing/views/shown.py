"""What a key shows: the one function that every mention of an object goes through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.model.names import ARTICLES
from sphinx_briefing.model.places import Key, Prose, anchor
from sphinx_briefing.model.statements import Judgment, Position, Relation, headline, title_prefix

#: How many letters stand for a text that has no name.
_OPENING: Final = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees of an object: the text, and the page and anchor that it leads to (both empty: nowhere)."""

    kind: str
    id: str
    text: str
    page: str = ""
    anchor: str = ""

    @property
    def known(self) -> bool:
        return bool(self.page)


def show(book: Book, key: Key) -> Shown:
    """What `key` shows now; an unknown key shows its id and leads nowhere (a finding says so)."""
    if key.kind == "page":
        page = book.page_by_name.get(key.id)
        return Shown("page", key.id, page.title if page else key.id, key.id if page else "")
    if key.kind in ("passage", "source"):
        home = book.homes.get(key)
        text = key.id.rpartition("#")[2]
        return Shown(key.kind, key.id, text, home.page, home.anchor) if home else Shown(key.kind, key.id, text)
    found = book.objects.get(key)
    if found is None:
        return Shown(key.kind, key.id, key.id)
    return Shown(key.kind, key.id, _text(book, found), found.place.page, anchor(key))


def _text(book: Book, found: object) -> str:
    match found:
        case Actor() | Issue():
            return found.name
        case Event():
            return spoken(found.date.edtf)
        case Term():
            return found.romanization or found.native
        case Position():
            return f"{name(book, Key('actor', found.actor))} on {inside(name(book, Key('issue', found.issue)))}"
        case Relation():
            ends = (name(book, Key("actor", end)) for end in (found.actor, found.other))
            return f"{f' {arrow(found.mutual)} '.join(ends)}: {found.kind}"
        case Judgment():
            return found.id.upper()
    return str(getattr(found, "id", "")).upper()


def arrow(mutual: bool) -> str:
    """What stands between two actors, "Top generals → Council: opposes": a verb would agree with one of them only.

    It points to the second, unless the relation holds both ways.
    """
    return "and" if mutual else "→"


def name(book: Book, key: Key) -> str:
    """The text that `key` shows."""
    return show(book, key).text


def inside(words: str) -> str:
    """A name as it stands inside a phrase: an article that begins it is small there, "on the reset"."""
    first, space, rest = words.partition(" ")
    return f"{first.lower()}{space}{rest}" if space and first in ARTICLES else words


def opening(words: str) -> str:
    """The first words of a text, with dots where it goes on."""
    return shorten(words, _OPENING, placeholder="…")


def in_list(book: Book, key: Key) -> Shown:
    """What `key` shows in a list: an event its title, a judgment its own, so that no list says the opposite of it."""
    shown, found = show(book, key), book.objects.get(key)
    if isinstance(found, Judgment):
        return replace(shown, text=judgment_title(book, found))
    return replace(shown, text=found.title) if isinstance(found, Event) and found.title else shown


def shown_prose(book: Book, prose: Prose) -> tuple[str | Shown, ...]:
    """Running text with each key replaced by what it shows."""
    return tuple(part if isinstance(part, str) else show(book, part) for part in prose)


def text_of(book: Book, prose: Prose) -> str:
    """Running text as one string."""
    return "".join(part if isinstance(part, str) else name(book, part) for part in prose)


def judgment_title(book: Book, judgment: Judgment) -> str:
    """ "Very unlikely: the Kremlin turns round ...", the only way in which a judgment is ever named in full."""
    return title_prefix(judgment.likelihood, judgment.term) + text_of(book, headline(judgment.text))
