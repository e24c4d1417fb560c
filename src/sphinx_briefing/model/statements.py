"""Statements: what a page says about entities, and what each rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.dates import Date
from sphinx_briefing.model.likelihood import NONE_STATED
from sphinx_briefing.model.places import Key, Place, Prose
from sphinx_briefing.model.vocabularies import MUTUAL

#: First words that may lose their capital after "Very unlikely: ". A name keeps its own.
_SMALL = {
    "A", "After", "All", "An", "Any", "As", "At", "Before", "Both", "By", "Each", "Either", "Every", "Few",
    "For", "From", "He", "Her", "His", "If", "In", "Its", "It", "Many", "Most", "Neither", "No", "Nobody",
    "None", "Not", "Nothing", "Of", "On", "Once", "One", "Only", "Over", "She", "Should", "Some", "That", "The",
    "Their", "There", "These", "They", "This", "Those", "Three", "To", "Two", "Under", "Until", "What", "When",
    "Where", "Whether", "Which", "While", "Who", "With", "Within", "Without",
}  # fmt: skip

#: Names the last edition that was frozen, whichever that is.
NEWEST: Final = "newest"

_FIRST_WORD = re.compile(r"[A-Za-z]+(?=[\s,;:’']|$)")


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on an issue, as of a date, and how that is known (basis).

    `apart` is the basis of a position that stands on one page beside another of the same date and of another basis.
    """

    actor: str
    issue: str
    stance: str
    basis: str
    place: Place
    layer: str
    as_of: Date | None = None
    text: Prose = ()
    citations: tuple[Citation, ...] = ()
    apart: str = ""

    @property
    def id(self) -> str:
        """Positions are actor x issue x time: `lavrov.iran-sanctions`, with the date when one is given."""
        date = self.as_of.edtf if self.as_of else ""
        return ".".join(filter(None, (self.actor, self.issue, date, self.apart)))

    @property
    def key(self) -> Key:
        return Key("position", self.id)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one actor does to another: a word of `RELATION_KINDS`, perhaps on a date and at an event."""

    actor: str
    other: str
    kind: str
    place: Place
    layer: str
    date: Date | None = None
    event: str = ""
    issues: tuple[str, ...] = ()
    text: Prose = ()
    citations: tuple[Citation, ...] = ()

    @property
    def id(self) -> str:
        """Relations are actor x other x kind x time: `lavrov.clinton.met`, with the date when one is given."""
        found = f"{self.actor}.{self.other}.{self.kind.replace(' ', '-')}"
        return found + (f".{self.date.edtf}" if self.date else "")

    @property
    def key(self) -> Key:
        return Key("relation", self.id)

    @property
    def mutual(self) -> bool:
        """Whether it holds both ways."""
        return self.kind in MUTUAL


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source states as fact or background. `rests_on` are the statements it cannot stand without."""

    id: str
    place: Place
    layer: str
    text: Prose = ()
    citations: tuple[Citation, ...] = ()
    rests_on: tuple[Key, ...] = ()

    @property
    def key(self) -> Key:
        return Key("claim", self.id)


@dataclass(frozen=True, slots=True)
class Judgment:
    """What an author expects, with his own term of likelihood.

    `likelihood` is a word of the book's scale, or "none stated"; `term` is the author's word when it is not on the
    scale ("danger"). `text` is the judgment as one sentence; `comment` what follows it. `rests_on` are the statements
    it cannot stand without, `against` those that speak against it. `rank` is its place among all, 1 the first; 0 is
    none.
    """

    id: str
    likelihood: str
    text: Prose
    place: Place
    layer: str = "judgment"
    term: str = ""
    holder: str = ""
    confidence: str = ""
    horizon: str = ""
    condition: str = ""
    issues: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    alternatives: tuple[Prose, ...] = ()
    indicators: tuple[Prose, ...] = ()
    citations: tuple[Citation, ...] = ()
    rests_on: tuple[Key, ...] = ()
    against: tuple[Key, ...] = ()
    rank: int = 0

    @property
    def key(self) -> Key:
        return Key("judgment", self.id)


def title_prefix(likelihood: str, term: str) -> str:
    """How a judgment's title begins, so that a skimmed heading never says the opposite of its author.

    "Very unlikely: " for a word of the scale; otherwise the author's own word and that it states no likelihood.
    """
    if likelihood != NONE_STATED:
        return f"{likelihood[:1].upper()}{likelihood[1:]}: "
    return f"No likelihood stated (“{term}”): " if term else "No likelihood stated: "


def headline(text: Prose) -> Prose:
    """A judgment's sentence as the second half of its title.

    It has no final period, and no capital that only began a sentence.
    """
    parts = list(text)
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip().removesuffix(".")
    if parts and isinstance(parts[0], str):
        first = parts[0].lstrip()
        word = _FIRST_WORD.match(first)
        parts[0] = first[:1].lower() + first[1:] if word and word[0] in _SMALL else first
    return tuple(part for part in parts if part != "")


def sentence(text: Prose) -> Prose:
    """A headline as a sentence again: first letter large, final full stop."""
    parts = list(text)
    if not parts:  # nothing but a picture
        return ()
    if isinstance(parts[0], str):
        parts[0] = parts[0][:1].upper() + parts[0][1:]
    if isinstance(parts[-1], str) and parts[-1][-1:] in ".!?…”":
        return tuple(parts)
    return (*parts[:-1], f"{parts[-1]}.") if isinstance(parts[-1], str) else (*parts, ".")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Exact words of a speaker (an actor's id, or a plain name). The words stand in its evidence."""

    id: str
    place: Place
    layer: str
    speaker: str = ""
    kind: str = ""
    date: Date | None = None
    variant: str = ""
    text: Prose = ()
    citations: tuple[Citation, ...] = ()

    @property
    def key(self) -> Key:
        return Key("quotation", self.id)


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Where the source and the record part. It is the source's slip, never an erratum of the book."""

    id: str
    severity: str
    place: Place
    layer: str
    text: Prose = ()
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def key(self) -> Key:
        return Key("discrepancy", self.id)


@dataclass(frozen=True, slots=True)
class Erratum:
    """A mistake of the book, mended on `date`: `was` is what it said, `text` what it says now and why.

    `on` is the object, or the page, that was wrong. It is never a slip of a source: that is a discrepancy.
    """

    id: str
    date: Date
    place: Place
    layer: str
    on: Key
    was: str
    text: Prose = ()
    citations: tuple[Citation, ...] = ()

    @property
    def key(self) -> Key:
        return Key("erratum", self.id)


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in running text, with the sentence it stands in and the section it is in.

    The sentence is kept as strings and keys.
    """

    target: Key
    place: Place
    sentence: Prose = ()
    hit: int = -1
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread(Mention):
    """What a statement that could not be read cites: nobody knows what it would say beside those words."""
