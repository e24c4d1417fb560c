"""Actors and what they do to each other, laid out as a drawing: a column for each side, a line for each pair.

The columns stand so that few lines cross a third one, the actors in a column near those they are tied to (barycenter
ordering: Sugiyama, Tagawa and Toda 1981). All is worked out here, in units of a sheet `WIDTH` wide, so that every
output draws the same.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from math import hypot
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Actor
from sphinx_briefing.model.statements import Relation
from sphinx_briefing.views.options import chosen, listed
from sphinx_briefing.views.relations import RelationRow, relation_row
from sphinx_briefing.views.shown import Shown, show

WIDTH: Final = 720
BOX: Final = 112
"""The width of a box."""
_LOW: Final = 36
"""The least height of a box."""
_PORT: Final = 13
"""How far apart lines meet a box."""
_GAP: Final = 26
"""The least room between two boxes of a column."""
_TOP: Final = 34
"""Room above the boxes for the name of a side."""
_OUT: Final = 56
"""Room beside the outer columns, where a line joins two actors of one column."""
_RIM: Final = 8
"""Room beside the outer columns otherwise."""
_LETTERS: Final = 17
"""The letters of a name that fit on a line of a box."""
_LETTER: Final = 5.9
"""The width of a letter of a label."""
_LINE: Final = 15
"""The height of a label of one line; `LEADING` is what each further line adds."""
LEADING: Final = 12
_CLEAR: Final = 3
"""What is left free around a label."""
_PLACES: Final = tuple(0.5 + step * side / 25 for step in range(10) for side in ((1, -1) if step else (1,)))
"""Where along its line a label may stand, the middle first."""
_MOST_SIDES: Final = 6

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An actor: the middle of a box, how high it is, and its name in lines that fit it."""

    actor: Shown
    lines: tuple[str, ...]
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """A line from one actor to another, bent by `bend` (its middle when straight), with a label and perhaps a head.

    `solid` is false where no relation on it comes from the source.
    """

    label: str
    start: Point
    bend: Point
    end: Point
    at: Point
    head: tuple[Point, Point, Point] | None
    solid: bool


@dataclass(frozen=True, slots=True)
class NetworkSide:
    """The name of a column and where its middle is."""

    name: str
    x: float


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing, its height, and the same as rows; `apart` are the actors without a line.

    `figure_only` when another page has the rows for a reader.
    """

    sides: tuple[NetworkSide, ...]
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    height: float
    rows: tuple[RelationRow, ...]
    apart: tuple[Shown, ...]
    figure_only: bool = False


def label_lines(label: str) -> tuple[str, ...]:
    """The lines of a label: one for each kind of relation, so that it is no wider than the longest."""
    *most, last = label.split(", ")
    return (*(f"{kind}," for kind in most), last)


def label_size(label: str) -> tuple[float, float]:
    """How wide and how high a label is."""
    lines = label_lines(label)
    return max(map(len, lines)) * _LETTER + 6, _LINE + LEADING * (len(lines) - 1)


def network(book: Book, page: str, options: Mapping[str, str]) -> Network:
    """View `network`: all relations, or those between the `actors` and of the `kinds` named."""
    actors = chosen(book.actors, options.get("actors", ""))
    names = {actor.id for actor in actors}
    kinds = listed(options.get("kinds", "").casefold())
    items = tuple(
        item
        for item in book.relations
        if {item.actor, item.other} <= names and item.actor != item.other and (not kinds or item.kind in kinds)
    )
    tied = {name for item in items for name in (item.actor, item.other)}
    lines = _lines(items)
    columns = _columns([actor for actor in actors if actor.id in tied], items)
    heights = _heights(columns, lines)
    places, height = _places(columns, heights, lines)
    return Network(
        sides=tuple(NetworkSide(column[0].side, places[column[0].id][0]) for column in columns),
        nodes=tuple(
            NetworkNode(
                show(book, actor.key), tuple(textwrap.wrap(actor.name, _LETTERS)), *places[actor.id], heights[actor.id]
            )
            for column in columns
            for actor in column
        ),
        edges=_edges(lines, places, heights, height),
        height=height,
        rows=tuple(relation_row(book, item) for item in items),
        apart=tuple(show(book, actor.key) for actor in actors if actor.id not in tied),
        figure_only="figure-only" in options,
    )


def _columns(actors: Sequence[Actor], items: Sequence[Relation]) -> list[list[Actor]]:
    """The actors by side: sides that are tied to each other side by side, actors near those they are tied to."""
    sides: dict[str, list[Actor]] = {}
    for actor in actors:
        sides.setdefault(actor.side, []).append(actor)
    side_of = {actor.id: actor.side for actor in actors}
    pairs = [(side_of[item.actor], side_of[item.other]) for item in items]
    orders = permutations(sides) if len(sides) <= _MOST_SIDES else [tuple(sides)]
    best = min(orders, key=lambda order: sum(abs(order.index(a) - order.index(b)) for a, b in pairs), default=())
    columns = [sides[side] for side in best]
    for _ in range(4):
        columns = [_ordered(column, columns, items) for column in columns]
    return columns


def _ordered(column: list[Actor], columns: list[list[Actor]], items: Sequence[Relation]) -> list[Actor]:
    """A column with each actor as high as those it is tied to stand on average."""
    height = {actor.id: at / max(1, len(other) - 1) for other in columns for at, actor in enumerate(other)}
    inside = {actor.id for actor in column}

    def wanted(actor: Actor) -> float:
        ends = [
            height[other]
            for item in items
            for one, other in ((item.actor, item.other), (item.other, item.actor))
            if one == actor.id and other not in inside
        ]
        return sum(ends) / len(ends) if ends else height[actor.id]

    return sorted(column, key=wanted)


def _heights(columns: Sequence[Sequence[Actor]], lines: Sequence[_Line]) -> dict[str, float]:
    """How high each box is: as the lines on its fuller side need."""
    column_of = {actor.id: number for number, column in enumerate(columns) for actor in column}
    met: dict[str, dict[bool, int]] = {name: {} for name in column_of}
    for line in lines:
        for one, other in ((line.actor, line.other), (line.other, line.actor)):
            right = column_of[other] > column_of[one]
            met[one][right] = met[one].get(right, 0) + 1
    names = {actor.id: textwrap.wrap(actor.name, _LETTERS) for column in columns for actor in column}
    return {
        name: float(max(_LOW, 8 + 14 * len(names[name]), 8 + _PORT * max(sides.values(), default=0)))
        for name, sides in met.items()
    }


def _places(
    columns: Sequence[Sequence[Actor]], heights: Mapping[str, float], lines: Sequence[_Line]
) -> tuple[dict[str, Point], float]:
    """The middle of each box, and how high the drawing is; the boxes of a shorter column stand farther apart."""
    full = [sum(heights[actor.id] for actor in column) for column in columns]
    tallest = max((high + _GAP * len(column) for high, column in zip(full, columns, strict=True)), default=0)
    left, right = (_rim(column, lines) for column in (columns[0], columns[-1])) if columns else (0.0, 0.0)
    between = (WIDTH - left - right - BOX) / max(1, len(columns) - 1)
    found: dict[str, Point] = {}
    for number, (high, column) in enumerate(zip(full, columns, strict=True)):
        x = left + BOX / 2 + number * between if len(columns) > 1 else WIDTH / 2
        gap = (tallest - high) / len(column)
        top = _TOP + gap / 2
        for actor in column:
            found[actor.id] = (round(x, 1), round(top + heights[actor.id] / 2, 1))
            top += heights[actor.id] + gap
    return found, _TOP + tallest


def _rim(column: Sequence[Actor], lines: Sequence[_Line]) -> float:
    """The room beside an outer column."""
    inside = {actor.id for actor in column}
    return _OUT if any({line.actor, line.other} <= inside for line in lines) else _RIM


@dataclass(frozen=True, slots=True)
class _Line:
    actor: str
    other: str
    kinds: tuple[str, ...]
    mutual: bool
    solid: bool


def _edges(
    lines: Sequence[_Line], places: Mapping[str, Point], heights: Mapping[str, float], height: float
) -> tuple[NetworkEdge, ...]:
    ends = _ports(lines, places)
    boxes = {name: _box(point, BOX, heights[name]) for name, point in places.items()}
    taken = [*boxes.values(), *(_box(end, 18, 10) for _, end in ends)]
    found = []
    for line, (start, end) in zip(lines, ends, strict=True):
        others = [box for name, box in boxes.items() if name not in (line.actor, line.other)]
        bend = _bend(start, end, places[line.actor], places[line.other], others, height)
        label = ", ".join(line.kinds)
        at = _label_place(label, start, bend, end, taken, height)
        taken.append(_box(at, *label_size(label)))
        head = None if line.mutual else _head(bend, end)
        found.append(NetworkEdge(label, start, bend, end, at, head, line.solid))
    return tuple(found)


def _lines(items: Sequence[Relation]) -> list[_Line]:
    """One line for all that one actor does to another; what holds both ways joins a line that is there already."""
    grouped: dict[tuple[str, str], list[Relation]] = {}
    for item in sorted(items, key=lambda item: item.mutual):  # sorted is stable: directed ones open the lines
        back = (item.other, item.actor)
        key = back if item.mutual and back in grouped else (item.actor, item.other)
        grouped.setdefault(key, []).append(item)
    return [
        _Line(
            actor,
            other,
            tuple(dict.fromkeys(item.kind for item in group)),
            all(item.mutual for item in group),
            any(item.layer not in ("context", "hindsight") for item in group),
        )
        for (actor, other), group in grouped.items()
    ]


def _ports(lines: Sequence[_Line], places: Mapping[str, Point]) -> list[tuple[Point, Point]]:
    """Where each line leaves and meets a box: spread along the side of the box that faces the other."""
    sides: dict[tuple[str, float], list[tuple[float, int, int]]] = {}
    for number, line in enumerate(lines):
        for end, (one, other) in enumerate(((line.actor, line.other), (line.other, line.actor))):
            facing = _facing(places[one], places[other])
            sides.setdefault((one, facing), []).append((places[other][1], number, end))
    found: dict[tuple[int, int], Point] = {}
    for (one, facing), there in sides.items():
        x, y = places[one]
        for at, (_, number, end) in enumerate(sorted(there)):
            found[number, end] = (
                round(x + facing * BOX / 2, 1),
                round(y + (at - (len(there) - 1) / 2) * _PORT, 1),
            )
    return [(found[number, 0], found[number, 1]) for number in range(len(lines))]


def _facing(one: Point, other: Point) -> float:
    """-1 for the left side of a box, 1 for its right; a line within the first column leaves to the left."""
    if one[0] == other[0]:
        return -1.0 if one[0] < WIDTH / 2 else 1.0
    return 1.0 if other[0] > one[0] else -1.0


def _bend(start: Point, end: Point, one: Point, other: Point, boxes: Sequence[Box], height: float) -> Point:
    """The control point: the middle for a straight line, outside for one within a column.

    A line over a third column goes through the gap between two boxes that lies nearest: else it would seem to lead to
    an actor that it passes.
    """
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    if one[0] == other[0]:
        return (round(x + _facing(one, other) * _OUT * 1.6, 1), round(y, 1))
    between = [box for box in boxes if min(start[0], end[0]) < box[0] and box[2] < max(start[0], end[0])]
    bends = [(x, y)]
    for box in between:
        share = ((box[0] + box[2]) / 2 - start[0]) / (end[0] - start[0])
        straight = (1 - share) ** 2 * start[1] + share**2 * end[1]
        bends += [(x, (gap - straight) / (2 * share * (1 - share))) for gap in (box[1] - _GAP / 2, box[3] + _GAP / 2)]

    def cost(bend: Point) -> tuple[bool, int, float]:
        points = [_on(start, bend, end, share / 40) for share in range(1, 40)]
        outside = sum(not 0 <= py <= height for _, py in points)
        through = sum(
            box[0] - 2 <= px <= box[2] + 2 and box[1] - 2 <= py <= box[3] + 2 for px, py in points for box in between
        )
        return outside > 0, through, abs(bend[1] - y)

    best = min(bends, key=cost)
    return (round(best[0], 1), round(best[1], 1))


def _on(start: Point, bend: Point, end: Point, share: float) -> Point:
    """A point of a quadratic Bezier curve."""
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    x, y = (a * p + b * q + c * r for p, q, r in zip(start, bend, end, strict=True))
    return (round(x, 1), round(y, 1))


def _box(middle: Point, width: float, height: float) -> Box:
    x, y = middle
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _label_place(label: str, start: Point, bend: Point, end: Point, taken: Sequence[Box], height: float) -> Point:
    """The first place along the line where the label covers nothing; else where it covers least."""
    wide, high = label_size(label)

    def covered(place: Point) -> float:
        left, top, right, bottom = _box(place, wide + 2 * _CLEAR, high + 2 * _CLEAR)
        return sum(
            max(0.0, min(right, box[2]) - max(left, box[0])) * max(0.0, min(bottom, box[3]) - max(top, box[1]))
            for box in taken
        )

    on_sheet = (_inside(_on(start, bend, end, share), wide, high, height) for share in _PLACES)
    return min(on_sheet, key=covered)


def _inside(place: Point, wide: float, high: float, height: float) -> Point:
    """A place for a label, moved so that the label stays on the sheet."""
    x, y = (
        round(min(max(at, size / 2), max(whole - size / 2, size / 2)), 1)
        for at, size, whole in zip(place, (wide, high), (WIDTH, height), strict=True)
    )
    return (x, y)


def _head(before: Point, tip: Point) -> tuple[Point, Point, Point]:
    """The head of an arrow that comes from `before`."""
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = hypot(dx, dy) or 1
    dx, dy = dx / length, dy / length
    return (
        tip,
        (round(tip[0] - 8 * dx - 3.4 * dy, 1), round(tip[1] - 8 * dy + 3.4 * dx, 1)),
        (round(tip[0] - 8 * dx + 3.4 * dy, 1), round(tip[1] - 8 * dy - 3.4 * dx, 1)),
    )
