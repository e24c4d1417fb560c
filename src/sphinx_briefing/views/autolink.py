"""Which words of a page are linked though nobody marked them: the first mention of each name that the book knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.names import as_text
from sphinx_briefing.model.places import Key
from sphinx_briefing.text.names import names_in
from sphinx_briefing.views.shown import Shown, show


@dataclass(frozen=True, slots=True)
class Linked:
    """One link: the piece of the page's text (by number), the words in it, and where they lead."""

    piece: int
    start: int
    end: int
    target: Shown


def autolink(book: Book, page: str, options: Mapping[str, str]) -> tuple[Linked, ...]:
    """View `autolink`: the first mention of each actor, issue and term on the page.

    One that the page marks itself counts as its first. What the page declares is not linked to itself.
    """
    found = book.page_by_name.get(page)
    seen: set[Key] = set()
    links: list[Linked] = []
    for number, piece in enumerate(found.pieces if found else ()):
        if isinstance(piece, Key):
            seen.update(_marked(book, piece))
            continue
        for start, end, key in names_in(piece, book.names):
            target = show(book, key)
            if key not in seen and target.page not in ("", page):
                links.append(Linked(number, start, end, target))
            seen.add(key)
    return tuple(links)


def _marked(book: Book, key: Key) -> tuple[Key, ...]:
    """What a mark of the page's own names: an object, or the term that has the form it gives."""
    if key.kind != "form":
        return (key,)
    return tuple(found for _, _, found in names_in(as_text(key.id), book.names))
