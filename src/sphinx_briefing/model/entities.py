"""Entities: what a briefing has a page or an entry for. Each carries its id and its place."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.dates import Date
from sphinx_briefing.model.places import Key, Place, Prose


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person, an administration, a group, a state or an organization."""

    id: str
    name: str
    place: Place
    kind: str = "person"
    native: str = ""
    lang: str = ""
    role: str = ""
    part_of: str = ""
    side: str = ""
    also: tuple[str, ...] = ()
    answer: Prose = ()

    @property
    def key(self) -> Key:
        return Key("actor", self.id)


@dataclass(frozen=True, slots=True)
class Issue:
    """What is at stake between actors."""

    id: str
    name: str
    place: Place
    scope: str = ""
    also: tuple[str, ...] = ()
    answer: Prose = ()

    @property
    def key(self) -> Key:
        return Key("issue", self.id)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened when. `said` holds the source's own words for the date ("last Thursday")."""

    id: str
    date: Date
    place: Place
    layer: str
    text: Prose = ()
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
    """A word that needs explaining, in its own script and romanized. `confused_with` is another term's id."""

    id: str
    native: str
    place: Place
    layer: str
    script: str = ""
    lang: str = ""
    romanization: str = ""
    gloss: str = ""
    confused_with: str = ""
    also: tuple[str, ...] = ()
    text: Prose = ()
    citations: tuple[Citation, ...] = ()

    @property
    def key(self) -> Key:
        return Key("term", self.id)
