"""Whether what is built on something else, or is part of it, ends somewhere, and not in itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.pages import Entity
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Claim, Judgment


@dataclass(frozen=True, slots=True)
class _Relation:
    """One relation in which nothing may lead back to itself: what it is called, and how a circle of it is told."""

    option: str
    code: Code
    verb: str
    reason: str


_RESTS = _Relation("rests-on", Code.RESTS_CIRCLE, "rests on itself", "what proves itself proves nothing")
_PART = _Relation("part-of", Code.PART_CIRCLE, "is part of itself", "a whole cannot be a part of its part")
_STANDS = _Relation("stands-for", Code.PART_CIRCLE, "stands for itself", "a name has to stand for somebody in the end")


def circles(book: Book) -> Iterator[Finding]:
    """A finding for each circle of `:rests-on:`, `:part-of:` or `:stands-for:`, at the first to be read."""
    resting = [item for item in book.statements if isinstance(item, (Claim, Judgment))]
    yield from _circles(resting, {item.key: item.rests_on for item in resting}, _RESTS)
    entities: list[Entity] = [*book.actors, *book.issues]
    wholes = {item.key: tuple(Key(item.key.kind, whole) for whole in item.part_of) for item in entities}
    yield from _circles(entities, wholes, _PART)
    meant = {actor.key: tuple(Key("actor", other) for other in actor.stands_for) for actor in book.actors}
    yield from _circles(book.actors, meant, _STANDS)


def _circles(
    items: Sequence[Claim | Judgment | Entity], grounds: Mapping[Key, tuple[Key, ...]], relation: _Relation
) -> Iterator[Finding]:
    told: set[Key] = set()
    endless = _endless(grounds)
    for item in items:
        circle = _circle(item.key, grounds) if item.key in endless and item.key not in told else ()
        if circle:
            told |= set(circle)
            way = " → ".join(f"{key.kind}/{key.id}" for key in (*circle, item.key))
            yield error(
                relation.code,
                item.place,
                f"the {item.key.kind} `{item.id}` {relation.verb}: {way}",
                f"leave out one of these `:{relation.option}:`; {relation.reason}",
            )


def _endless(grounds: Mapping[Key, tuple[Key, ...]]) -> set[Key]:
    """Whatever leads into a circle; all else comes to an end. However many there are, each is looked at once."""
    resting: dict[Key, list[Key]] = {}
    for key, found in grounds.items():
        for ground in found:
            resting.setdefault(ground, []).append(key)
    open_ways = {key: sum(ground in grounds for ground in found) for key, found in grounds.items()}
    ended = [key for key, ways in open_ways.items() if not ways]
    for key in ended:  # grows while it is walked
        for other in resting.get(key, ()):
            open_ways[other] -= 1
            if not open_ways[other]:
                ended.append(other)
    return set(grounds) - set(ended)


def _circle(start: Key, grounds: Mapping[Key, tuple[Key, ...]]) -> tuple[Key, ...]:
    """The shortest way from a statement back to itself; empty when there is none."""
    before: dict[Key, Key] = {}
    open_ = [start]
    for key in open_:  # grows while it is walked, nearest first
        for ground in grounds.get(key, ()):
            if ground == start:
                return _way(start, key, before)
            if ground not in before:
                before[ground] = key
                open_.append(ground)
    return ()


def _way(start: Key, end: Key, before: Mapping[Key, Key]) -> tuple[Key, ...]:
    way = [end]
    while way[-1] != start:
        way.append(before[way[-1]])
    return tuple(reversed(way))
