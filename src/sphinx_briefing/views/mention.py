"""A reference in running text: the smallest view."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Mention
from sphinx_briefing.views.notes import Note, note
from sphinx_briefing.views.shown import Shown, show


def mention(book: Book, page: str, options: Mapping[str, str]) -> Shown:
    """View `mention`: what the object named by the options `kind` and `id` shows."""
    return show(book, Key(options["kind"], options["id"]))


def cite(book: Book, page: str, options: Mapping[str, str]) -> Note | None:
    """View `cite`: the mark or the words of one citation in running text.

    The option `number` counts a page's mentions.
    """
    found = book.page_by_name.get(page)
    mentions = [fact for fact in found.facts if isinstance(fact, Mention)] if found else []
    number = int(options["number"])
    evidence = book.evidence_of(mentions[number]) if number < len(mentions) else ()
    return note(book, evidence[0]) if evidence else None
