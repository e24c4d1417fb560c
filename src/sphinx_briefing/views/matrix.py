"""Who stands where on what: actors by issues, with the gaps, since an empty cell is information."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Actor
from sphinx_briefing.model.statements import Position
from sphinx_briefing.views.options import chosen
from sphinx_briefing.views.shown import Shown, show


@dataclass(frozen=True, slots=True)
class Cell:
    """One position: stance, basis, and the place where it stands in words."""

    stance: str
    basis: str
    target: Shown


@dataclass(frozen=True, slots=True)
class Column:
    """An issue, its scope, and how many positions on it are held."""

    issue: Shown
    scope: str
    held: int


@dataclass(frozen=True, slots=True)
class Row:
    """An actor and her cell in each column; None where no position is known."""

    actor: Shown
    cells: tuple[Cell | None, ...]

    @property
    def held(self) -> int:
        return sum(cell is not None for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one side, under its name (empty when no actor names a side)."""

    side: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Its columns, and its rows in groups; `whole` when it has every actor and issue of the book."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    whole: bool

    @property
    def held(self) -> int:
        return sum(column.held for column in self.columns)

    @property
    def holders(self) -> int:
        return sum(len(group.rows) for group in self.groups)

    @property
    def derived(self) -> int:
        """How many positions no sentence states."""
        cells = (cell for group in self.groups for row in group.rows for cell in row.cells)
        return sum(cell is not None and cell.basis == "derived" for cell in cells)


def latest_positions(book: Book) -> dict[tuple[str, str], Position]:
    """For each actor and issue the position with the latest date; an undated one holds as of the book's date."""
    found: dict[tuple[str, str], Position] = {}
    for position in book.positions:
        cell = (position.actor, position.issue)
        if cell not in found or _when(book, position) >= _when(book, found[cell]):
            found[cell] = position
    return found


def _when(book: Book, position: Position) -> str:
    return position.as_of.latest if position.as_of else book.info.last_day


def matrix(book: Book, page: str, options: Mapping[str, str]) -> Matrix:
    """View `matrix`: all actors by all issues, or those named by the options `actors` and `issues`."""
    positions = latest_positions(book)
    issues = chosen(book.issues, options.get("issues", ""))
    actors = chosen(book.actors, options.get("actors", ""))

    def cell(actor: str, issue: str) -> Cell | None:
        position = positions.get((actor, issue))
        return Cell(position.stance, position.basis, show(book, position.key)) if position else None

    sides: dict[str, list[Row]] = {}
    for actor in actors:
        sides.setdefault(actor.side, []).append(
            Row(show(book, actor.key), tuple(cell(actor.id, issue.id) for issue in issues))
        )
    columns = tuple(Column(show(book, issue.key), issue.scope, _held(actors, issue.id, positions)) for issue in issues)
    whole = len(actors) == len(book.actors) and len(issues) == len(book.issues)
    return Matrix(columns, tuple(Group(side, tuple(rows)) for side, rows in sides.items()), whole)


def _held(actors: tuple[Actor, ...], issue: str, positions: Mapping[tuple[str, str], Position]) -> int:
    return sum((actor.id, issue) in positions for actor in actors)
