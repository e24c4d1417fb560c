"""What the pages of a book note, what the book is as a whole, and the names of what they can say."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.model.evidence import Passage
from sphinx_briefing.model.places import Key, Prose
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
from sphinx_briefing.model.texts import Paragraph

Statement = Position | Claim | Judgment | Relation | Quotation | Discrepancy | Erratum | Event | Term
STATEMENTS = (Position, Claim, Judgment, Relation, Quotation, Discrepancy, Erratum, Event, Term)
Entity = Actor | Issue
#: What a page may note.
Fact = Statement | Entity | Mention
#: What may rest on evidence. An actor's roles do.
Cited = Statement | Mention | Actor


@dataclass(frozen=True, slots=True)
class BookInfo:
    """What the book is: shown on the cover, in heads and feet, and in the data.

    `quotes` is how exact its quotations must be: "editorial" or "strict".
    """

    title: str
    subtitle: str = ""
    edition: str = ""
    asof: str = ""
    source: str = ""
    language: str = "en"
    rules: str = "2026.1"
    quotes: str = "editorial"

    @property
    def first_day(self) -> str:
        """The first day of the book's date (ISO 8601); empty when it has no date that can be read."""
        try:
            return parse_date(self.asof).earliest if self.asof else ""
        except ValueError:
            return ""

    @property
    def last_day(self) -> str:
        """The last day up to which the book speaks (ISO 8601); empty when it has no date that can be read."""
        try:
            return parse_date(self.asof).latest if self.asof else ""
        except ValueError:  # the date of its source, for which there is a finding already
            return ""


@dataclass(frozen=True, slots=True)
class Page:
    """All that one page notes: its title, its facts in page order, and the lists it holds.

    A list is `sources` (all of them, or those that are `cited`) or `coverage` (the passages of the source named); its
    entries have their home there. `paragraphs` are its own words, all that it says without quoting. `pieces` are those
    in which names are to be linked, and the keys of what it marks itself, in order; none when the page asks for none.
    `changed` is the day of its last significant change, as its editor gave it (EDTF).
    """

    name: str
    title: str = ""
    facts: tuple[Fact, ...] = ()
    lists: tuple[Key, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    pieces: Prose = ()
    changed: str = ""


@dataclass(frozen=True, slots=True)
class PassageOf:
    """A passage together with its source's id and its number of words."""

    source: str
    passage: Passage
    words: int
    sha256: str
    page: str = ""
    """The label of the page it begins on, in a source that has pages."""
