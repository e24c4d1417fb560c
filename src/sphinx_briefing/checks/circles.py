"""Whether statements that rest on others rest on solid ground in the end, and not on themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Claim, Judgment


def circles(book: Book) -> Iterator[Finding]:
    """A finding for each circle of `:rests-on:`, at its first statement in reading order."""
    resting: list[Claim | Judgment] = [*book.claims, *book.judgments]
    grounds = {item.key: item.rests_on for item in resting if item.rests_on}
    told: set[Key] = set()
    for statement in book.statements:
        if not isinstance(statement, (Claim, Judgment)) or statement.key in told:
            continue
        circle = _circle(statement.key, grounds)
        if circle:
            told |= set(circle)
            way = " → ".join(f"{key.kind}/{key.id}" for key in (*circle, statement.key))
            yield error(
                Code.RESTS_CIRCLE,
                statement.place,
                f"the {statement.key.kind} `{statement.id}` rests on itself: {way}",
                "leave out one of these `:rests-on:`; what proves itself proves nothing",
            )


def _circle(start: Key, grounds: Mapping[Key, tuple[Key, ...]]) -> tuple[Key, ...]:
    """The shortest way from a statement back to itself; empty when there is none."""
    ways: dict[Key, tuple[Key, ...]] = {start: (start,)}
    open_ = [start]
    for key in open_:  # grows while it is walked, nearest first
        for ground in grounds.get(key, ()):
            if ground == start:
                return ways[key]
            if ground not in ways:
                ways[ground] = (*ways[key], ground)
                open_.append(ground)
    return ()
