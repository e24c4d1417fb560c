"""Entities: what a briefing has a page or an entry for. Each carries its id and its place."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.dates import Date
from sphinx_briefing.model.places import Key, Place, Prose


@dataclass(frozen=True, slots=True)
class Role:
    """An office or a function, and when it is held; None when that is not said."""

    title: str
    held: Date | None = None

    def holds_on(self, day: str) -> bool:
        """Whether it is held on a day (ISO 8601). Without a date, or a day to ask about, it is."""
        return self.held is None or not day or self.held.earliest <= day <= self.held.latest


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person, an administration, a government, a group, a state or an organization.

    A metonym ("the Kremlin") is an actor that a source names in the place of those in `stands_for`; `but_not` says
    where it does not mean them. `citations` are what the roles rest on, `silence` is what the sources leave unsaid.
    `romanization` is the name in Latin letters where it is meant to differ from what the rules give; `sort_as` is what
    it stands under in the index.
    """

    id: str
    name: str
    place: Place
    kind: str = "person"
    native: str = ""
    lang: str = ""
    romanization: str = ""
    roles: tuple[Role, ...] = ()
    part_of: tuple[str, ...] = ()
    side: str = ""
    sort_as: str = ""
    also: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()
    but_not: str = ""
    silence: str = ""
    answer: Prose = ()
    citations: tuple[Citation, ...] = ()

    @property
    def key(self) -> Key:
        return Key("actor", self.id)


@dataclass(frozen=True, slots=True)
class Issue:
    """What is at stake between actors. It may be a part of wider issues."""

    id: str
    name: str
    place: Place
    scope: str = ""
    part_of: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    silence: str = ""
    answer: Prose = ()

    @property
    def key(self) -> Key:
        return Key("issue", self.id)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened when. `said` holds the source's own words for the date ("last Thursday").

    `title` names it in a few words, where there is no room for its text.
    """

    id: str
    date: Date
    place: Place
    layer: str
    text: Prose = ()
    title: str = ""
    said: str = ""
    place_name: str = ""
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def key(self) -> Key:
        return Key("event", self.id)


@dataclass(frozen=True, slots=True)
class Term:
    """A word that needs explaining, in its own script and romanized. `confused_with` is another term's id.

    `conventional` says that the romanization is a customary spelling, which no rule gives.
    """

    id: str
    native: str
    place: Place
    layer: str
    script: str = ""
    lang: str = ""
    romanization: str = ""
    conventional: bool = False
    gloss: str = ""
    confused_with: str = ""
    also: tuple[str, ...] = ()
    text: Prose = ()
    citations: tuple[Citation, ...] = ()

    @property
    def key(self) -> Key:
        return Key("term", self.id)
