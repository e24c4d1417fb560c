"""What a statement brings to its quotations: classes of words it carries itself, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sphinx_briefing.model.entities import Actor
from sphinx_briefing.model.pages import Fact
from sphinx_briefing.model.statements import Judgment, Mention, Position, Quotation, Relation, Unread
from sphinx_briefing.text.hedges import CONDITION, LIKELIHOOD, REPORT, classes_in

_SHOWN: Final = re.compile("\u201c[^\u201d]*\u201d")

#: What a statement may bring by its own values.
_ANY: Final = frozenset({CONDITION, LIKELIHOOD, REPORT})


@dataclass(frozen=True, slots=True)
class Standing:
    """`carries` are classes of `hedges`; `speaker` are the names of whoever the words are given to, the first as shown.

    `kind` tells whether a quotation says what kind of words it shows; True for all other statements.
    """

    carries: frozenset[str] = frozenset()
    speaker: tuple[str, ...] = ()
    kind: bool = True


def standing(fact: Fact, actors: Mapping[str, Actor]) -> Standing:
    """What one statement or mention brings to the words it quotes."""
    match fact:
        case Position():
            speaker = _names(fact.actor, actors) if fact.basis == "words" else ()
            return Standing(_position(fact), speaker)
        case Judgment():
            stated = {LIKELIHOOD} if fact.likelihood or fact.term else set()
            return Standing(frozenset(stated | ({CONDITION} if fact.condition else set())))
        case Quotation():
            spoken = frozenset({REPORT}) if fact.speaker else frozenset()
            return Standing(spoken, _names(fact.speaker, actors), bool(fact.kind))
        case Relation():
            return Standing(classes_in(fact.kind))
        case Unread():
            return Standing(_ANY)  # whether its words are cut is asked when it can be read: one mistake is one finding
        case Mention():
            return Standing(classes_in(_around(fact)))
        case _:
            return Standing()


def _position(fact: Position) -> frozenset[str]:
    found = set()
    if fact.basis in ("reported", "attributed", "words"):
        found.add(REPORT)
    if fact.stance == "conditional":
        found.add(CONDITION)
    return frozenset(found)


def _around(mention: Mention) -> str:
    """The page's own words in the sentence of a mention: neither the quotation itself nor any other."""
    parts = (part for at, part in enumerate(mention.sentence) if at != mention.hit and isinstance(part, str))
    return _SHOWN.sub(" ", " ".join(parts))


def _names(speaker: str, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """How a source may name a speaker: all names of the actor, the last word of a person's, what he is."""
    actor = actors.get(speaker)
    if actor is None:
        return tuple(dict.fromkeys((speaker, speaker.split()[-1]))) if speaker.split() else ()
    last = (actor.name.split()[-1],) if actor.kind == "person" and actor.name.split() else ()
    roles = (re.split(r" of |, ", role.title)[0] for role in actor.roles)
    return tuple(dict.fromkeys(filter(None, (actor.name, *last, *actor.also, actor.native, *roles))))
