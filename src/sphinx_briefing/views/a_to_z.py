"""An index of the book: persons and other actors, issues, terms and sources, each with the pages that treat it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.names import as_text
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.options import listed
from sphinx_briefing.views.shown import Shown, show
from sphinx_briefing.views.sources import pages_by_source

KINDS: Final = ("actor", "issue", "term", "source")
_ARTICLES: Final = ("the ", "a ", "an ")
_OTHER: Final = "#"


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One entry: the words it stands under, its home, and where else it is treated.

    `see` is the heading to look under instead, for a name that is not the main one; such a row has no places.
    """

    words: str
    lang: str
    note: str
    kind: str
    home: Shown
    places: tuple[Shown, ...] = ()
    see: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries under one letter. Digits and signs stand under `#`."""

    letter: str
    rows: tuple[IndexRow, ...]


def a_to_z(book: Book, page: str, options: Mapping[str, str]) -> tuple[Letter, ...]:
    """View `a-to-z`: all entries by letter, Latin letters first; with the option `only` those of some kinds."""
    wanted = listed(options.get("only", "")) or KINDS
    rows = sorted((row for row in _rows(book) if row.home.kind in wanted), key=_place)
    return tuple(Letter(letter, tuple(found)) for letter, found in groupby(rows, key=lambda row: _letter(row.words)))


def _rows(book: Book) -> Iterator[IndexRow]:
    for actor in book.actors:
        words = actor.sort_as or _surname_first(actor.kind, actor.name)
        home = show(book, actor.key)
        yield IndexRow(words, "", "", actor.kind, home, _places(book, home))
        native = actor.native if actor.sort_as else _surname_first(actor.kind, actor.native)
        yield from _aliases(home, words, actor.kind, (native, *actor.also), actor.lang)
    for issue in book.issues:
        home = show(book, issue.key)
        yield IndexRow(issue.name, "", "", "issue", home, _places(book, home))
        yield from _aliases(home, issue.name, "issue", issue.also)
    for term in book.terms:
        home = show(book, term.key)
        yield IndexRow(term.native, term.lang, term.romanization, "term", home, _places(book, home))
        yield from _aliases(home, term.native, "term", (term.romanization, *term.also), of=term.lang)
    used = pages_by_source(book)
    for source in book.sources:
        home = show(book, Key("source", source.id))
        places = tuple(show(book, Key("page", name)) for name in used.get(source.id, ()) if name != home.page)
        yield IndexRow(source.title or source.id, "", source.id, "source", home, places)


def _surname_first(kind: str, name: str) -> str:
    """“Lavrov, Sergey”: a person stands under the last word of the name."""
    first, _, last = name.rpartition(" ")
    plain = kind == "person" and first and "," not in name and "(" not in name
    return f"{last}, {first}" if plain else name


def _aliases(
    home: Shown, main: str, kind: str, forms: tuple[str, ...], lang: str = "", of: str = ""
) -> Iterator[IndexRow]:
    """A reference from each other name that a reader would not find beside the main one anyway."""
    for form in dict.fromkeys(form for form in forms if form):
        if not _order(main).startswith(_order(form)) and as_text(form) != main:
            yield IndexRow(form, lang, of, kind, home, see=main)


def _places(book: Book, home: Shown) -> tuple[Shown, ...]:
    """The pages that state something of it or mention it, in reading order, each at its first place."""
    key = Key(home.kind, home.id)
    found: dict[str, str] = {}
    for item in (*book.about.get(key, ()), *book.mentions_of.get(key, ())):
        found.setdefault(item.place.page, item.place.anchor)
    found.pop(home.page, None)
    pages = (show(book, Key("page", page.name)) for page in book.pages if page.name in found)
    return tuple(Shown("page", page.id, page.text, page.page, found[page.id]) for page in pages)


def _place(row: IndexRow) -> tuple[bool, str, str]:
    return (_letter(row.words) != _OTHER, _order(row.words), row.see)


def _order(words: str) -> str:
    """Words as they are sorted: no case, no accents, no article, no marks before the first letter."""
    flat = as_text(words).casefold()
    for article in _ARTICLES:
        flat = flat.removeprefix(article)
    return "".join(map(_bare, flat)).lstrip('“‘’”"(-–— .')


def _bare(letter: str) -> str:
    """A Latin letter without its accent; й and ё are letters of their own."""
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() else letter


def _letter(words: str) -> str:
    first = _order(words)[:1].upper()
    return first if first.isalpha() else _OTHER
