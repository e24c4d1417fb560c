"""Whether a Russian name is written in Latin letters as the rules have it, or on purpose otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Actor, Term
from sphinx_briefing.model.findings import Code, Finding, warning
from sphinx_briefing.model.places import Place
from sphinx_briefing.text.transliteration import Romanized, part_of_name, romanize, same_romanization

RUSSIAN: Final = "ru"
#: What follows a name on the title line: an office, a note.
_AFTER: Final = re.compile(r"\s*[,(:–—].*", re.DOTALL)


def romanization(book: Book) -> Iterator[Finding]:
    """A finding for each person and each term whose Latin form is neither the strict nor the press one of its own.

    The name of a state or an organization is translated, not spelled out, so it is not compared. An actor's own
    `:romanization:` and a term's `:conventional:` say that the spelling is meant.
    """
    for actor in book.actors:
        if actor.kind == "person" and not actor.romanization:
            yield from _actor(actor)
    for term in book.terms:
        if term.romanization and not term.conventional:
            yield from _term(term)


def _actor(actor: Actor) -> Iterator[Finding]:
    forms = romanize(actor.native) if actor.lang == RUSSIAN else None
    name = _AFTER.sub("", actor.name)
    if forms and not any(part_of_name(name, form) for form in forms):
        yield _differs(actor.place, name, actor.native, forms, f"`:romanization: {name}`")


def _term(term: Term) -> Iterator[Finding]:
    forms = romanize(term.native) if term.lang == RUSSIAN else None
    if forms and not any(same_romanization(term.romanization, form) for form in forms):
        yield _differs(term.place, term.romanization, term.native, forms, "`:conventional:`")


def _differs(place: Place, written: str, native: str, forms: Romanized, keep: str) -> Finding:
    both = f"`{forms.strict}` (BGN/PCGN 1947)"
    if forms.press != forms.strict:
        both += f" or `{forms.press}` (as the press writes it)"
    return warning(
        Code.ROMANIZATION,
        place,
        f"`{written}` is not `{native}` in Latin letters",
        f"write {both}; to keep a spelling that is customary, add {keep}",
    )
