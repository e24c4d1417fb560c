"""Who mentions the page's entity, each with the sentence in which it is mentioned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.options import subjects
from sphinx_briefing.views.shown import Shown, show, shown_prose


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One mention: the page and paragraph it leads to, the sentence, and which part of it is the mention (`hit`)."""

    page: Shown
    sentence: tuple[str | Shown, ...]
    hit: int


def mentions(book: Book, page: str, options: Mapping[str, str]) -> tuple[MentionRow, ...]:
    """View `mentions`: all mentions on other pages of the entities that the page declares, in reading order."""
    wanted = tuple(entity.key for entity in subjects(book, page)[:1])
    if options.get("of"):
        kind, _, identifier = options["of"].partition("/")
        wanted = (Key(kind.strip(), identifier.strip()),)
    rows: dict[tuple[str, tuple[str | Shown, ...]], MentionRow] = {}
    for mention in (mention for key in wanted for mention in book.mentions_of.get(key, ())):
        if mention.place.page != page and mention.hit >= 0:
            sentence = shown_prose(book, mention.sentence)
            target = show(book, Key("page", mention.place.page))
            row = MentionRow(
                Shown("page", target.id, target.text, target.page, mention.place.anchor), sentence, mention.hit
            )
            rows.setdefault((mention.place.page, sentence), row)  # twice in one sentence is one mention
    return tuple(rows.values())
