"""Where an actor stands on an issue in the course of time: now, before, later, and where the sources disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.statements import Position
from sphinx_briefing.views.shown import Shown, show


@dataclass(frozen=True, slots=True)
class Stand:
    """One stance, the bases by which it is known, as of when (empty: the book's date), and where it is in words."""

    stance: str
    bases: tuple[str, ...]
    target: Shown
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """The positions of one actor on one issue.

    `stands` are those of the latest date that the book's date lets it know, one for each stance; `was` is the last one
    before them that differed, `later` the last one that begins after the book's date.
    """

    stands: tuple[Stand, ...] = ()
    was: Stand | None = None
    later: Stand | None = None

    @property
    def held(self) -> bool:
        """Whether a position is known on the book's date."""
        return bool(self.stands)

    @property
    def conflict(self) -> bool:
        """Whether positions of one date disagree."""
        return len(self.stands) > 1

    @property
    def derived(self) -> bool:
        """Whether no sentence states it."""
        return self.held and all(stand.bases == ("derived",) for stand in self.stands)


def course(book: Book, actor: str, issue: str) -> Course:
    """How the positions of an actor on an issue went."""
    day = book.info.last_day
    known: list[Position] = []
    coming: list[Position] = []
    for position in book.positions_on.get((actor, issue), ()):
        late = day and position.as_of is not None and position.as_of.earliest > day
        (coming if late else known).append(position)
    moments = [_stands(book, items) for items in _by_date(book, known)]
    now = moments[-1] if moments else ()
    stances = {stand.stance for stand in now}
    before = (stands[-1] for stands in reversed(moments[:-1]) if {stand.stance for stand in stands} != stances)
    later = [_stands(book, items) for items in _by_date(book, coming)]
    return Course(now, next(before, None), later[-1][-1] if later else None)


def disagrees(book: Book, position: Position) -> bool:
    """Whether another position of the actor on the issue holds at the same time and says something else."""
    others = book.positions_on.get((position.actor, position.issue), ())
    return any(other.stance != position.stance and moment(book, other) == moment(book, position) for other in others)


def moment(book: Book, position: Position) -> tuple[str, str]:
    """When a position holds: its last day, or the book's if that comes first; then the day from which it is known to.

    A position without a date holds as of the book's date.
    """
    day = book.info.last_day
    if position.as_of is None:
        return day, book.info.first_day
    return (min(position.as_of.latest, day) if day and position.as_of.earliest <= day else position.as_of.latest), (
        position.as_of.earliest
    )


def _by_date(book: Book, positions: Iterable[Position]) -> list[list[Position]]:
    """Positions by their moment, earliest first; those of one moment in reading order."""
    return [
        list(items)
        for _, items in groupby(sorted(positions, key=lambda item: moment(book, item)), lambda item: moment(book, item))
    ]


def _stands(book: Book, positions: Iterable[Position]) -> tuple[Stand, ...]:
    """The stances of one moment, each once, with all bases by which it is known."""
    found: dict[str, Stand] = {}
    for item in positions:
        stand = found.get(item.stance)
        if stand is None:
            date = spoken(item.as_of.edtf) if item.as_of else ""
            found[item.stance] = Stand(item.stance, (item.basis,), show(book, item.key), date)
        elif item.basis not in stand.bases:
            found[item.stance] = replace(stand, bases=(*stand.bases, item.basis))
    return tuple(found.values())
