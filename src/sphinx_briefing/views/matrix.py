"""Who stands where on what: actors by issues, with the gaps, since an empty cell is information."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.views.courses import Course, course
from sphinx_briefing.views.options import chosen_of, listed, parted
from sphinx_briefing.views.shown import Shown, show


@dataclass(frozen=True, slots=True)
class Column:
    """What heads a column, a few words on it, and how many cells of it hold a position."""

    head: Shown
    note: str
    held: int


@dataclass(frozen=True, slots=True)
class Row:
    """What heads a row, and its cell in each column; a cell that holds nothing is a gap."""

    head: Shown
    cells: tuple[Course, ...]

    @property
    def held(self) -> int:
        return sum(cell.held for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one side, under its name (empty when no actor names a side)."""

    side: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Its columns, and its rows in groups.

    `whole` when it has every actor and issue of the book; `rows` is what its rows are: "actor", or "issue" when it is
    transposed; `compact` when its cells show signs only.
    """

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    whole: bool
    rows: str = "actor"
    compact: bool = False

    @property
    def cells(self) -> tuple[Course, ...]:
        """All cells, row by row."""
        return tuple(cell for group in self.groups for row in group.rows for cell in row.cells)

    @property
    def held(self) -> int:
        return sum(column.held for column in self.columns)

    @property
    def height(self) -> int:
        """How many rows there are."""
        return sum(len(group.rows) for group in self.groups)


_GAP: Final = Course()


def matrix(book: Book, page: str, options: Mapping[str, str]) -> Matrix:
    """View `matrix`: all actors by all issues, or those that the options choose.

    `actors` and `issues` name ids and groups; `sides` and `kinds` keep the actors of these. A metonym has a row where
    it is named or holds a position.
    """
    issues = chosen_of(book, book.issues, options.get("issues", ""))
    every = tuple(actor for actor in book.actors if actor.kind != "metonym" or actor.id in _holders(book))
    actors = _kept(chosen_of(book, book.actors, options.get("actors", "")) if options.get("actors") else every, options)
    whole = set(every) <= set(actors) and len(issues) == len(book.issues)
    grid = _Grid(book, actors, issues)
    compact = "compact" in options
    if "transposed" in options:
        columns = tuple(Column(show(book, actor.key), actor.side, grid.held(actor=actor.id)) for actor in actors)
        rows = tuple(Row(show(book, issue.key), tuple(grid.at(actor, issue) for actor in actors)) for issue in issues)
        return Matrix(columns, (Group("", rows),) if rows else (), whole, "issue", compact)
    columns = tuple(Column(show(book, issue.key), issue.scope, grid.held(issue=issue.id)) for issue in issues)
    sides: dict[str, list[Row]] = {}
    for actor in actors:
        row = Row(show(book, actor.key), tuple(grid.at(actor, issue) for issue in issues))
        sides.setdefault(actor.side, []).append(row)
    groups = tuple(Group(side, tuple(found)) for side, found in sides.items())
    return Matrix(columns, groups, whole, compact=compact)


class _Grid:
    """The cells of some actors and issues: only where positions are, since most cells of a large book are gaps."""

    def __init__(self, book: Book, actors: Sequence[Actor], issues: Sequence[Issue]) -> None:
        rows, columns = {actor.id for actor in actors}, {issue.id for issue in issues}
        self._courses = {
            (actor, issue): course(book, actor, issue)
            for actor, issue in book.positions_on
            if actor in rows and issue in columns
        }

    def at(self, actor: Actor, issue: Issue) -> Course:
        return self._courses.get((actor.id, issue.id), _GAP)

    def held(self, actor: str = "", issue: str = "") -> int:
        """How many cells of an actor, or of an issue, hold a position."""
        return sum(
            cell.held for (one, other), cell in self._courses.items() if actor in ("", one) and issue in ("", other)
        )


def _holders(book: Book) -> frozenset[str]:
    return frozenset(actor for actor, _ in book.positions_on)


def _kept(actors: Sequence[Actor], options: Mapping[str, str]) -> tuple[Actor, ...]:
    """The actors of the sides and kinds that are asked for."""
    sides, kinds = parted(options.get("sides", "")), listed(options.get("kinds", ""))
    return tuple(actor for actor in actors if (not sides or actor.side in sides) and (not kinds or actor.kind in kinds))
