"""The timeline as drawn strips: events on an axis of time, and once more, enlarged, those of its busiest days.

A label runs to the right or to the left of its mark, above the axis or below it. It lies farther out than every label
and mark that it reaches over, so no leader runs through it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import DISTANT_FUTURE, DISTANT_PAST, MONTHS, spoken
from sphinx_briefing.model.entities import Event
from sphinx_briefing.views.shown import text_of

#: So few events are read faster in the list, and so many cannot be told apart.
_LEAST, _MOST = 3, 150
_LABEL: Final = 32
_CHARACTER: Final = 0.0094
"""The width of a character of a label, as a share of the strip, in both outputs."""
_SENTENCE_END: Final = re.compile(r"(?<=[a-z]{3})\.(?=\s)")
_LANES: Final = 12
_TURNS: Final = (1, 0.75, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
#: Busy days are enlarged when they hold so large a part of the events in so small a part of the time.
_BUSY, _NARROW = 0.35, 0.12
_TICKS: Final = 10
_STEPS: Final = (
    ("day", 1), ("day", 2), ("day", 7), ("month", 1), ("month", 3), ("month", 6),
    *(("year", step) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)  # fmt: skip
_LENGTHS: Final = {"day": 1, "month": 30.44, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Tick:
    """A division of the axis: where (0 to 1), and what it is called."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis, from `at` to `until` (the same for a day).

    `lane` counts its label outward from the axis, 0 for none; `above` tells on which side of the axis it stands, `left`
    on which side of its mark. `sure` is false where the date is approximate or uncertain.
    """

    at: float
    until: float
    label: str
    layer: str
    lane: int
    above: bool
    left: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip: what it shows in words, its ticks and marks, how many lanes it needs, where the book's date stands."""

    title: str
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    above: int
    below: int
    asof: float | None


def strips(book: Book, events: Sequence[Event], *, beside_list: bool = True) -> tuple[Strip, ...]:
    """The strip of some events, and that of their busiest days; none where there are too few, or all of one day.

    `beside_list` when a list of the same events stands below, and the strip's title may say so.
    """
    days = [_day(end) for event in events for end in _ends(event)]
    if not _LEAST <= len(events) <= _MOST or not days or min(days) == max(days):
        return ()
    busy = _busiest(events, max(days) - min(days))
    same = " The list below has the same." if beside_list else ""
    whole = _strip(book, events, [event for event in events if event not in busy], "Timeline from", same)
    if not busy:
        return (whole,)
    return (whole, _strip(book, busy, busy, "Enlarged, from", same))


def _busiest(events: Sequence[Event], span: int) -> list[Event]:
    """The events of the shortest run of days that holds a large part of all; none where there are no such days."""
    dated = [event for event in events if event.date.earliest[:7] == event.date.latest[:7]]
    starts = [_day(event.date.earliest) for event in dated]
    least = max(_LEAST, round(len(events) * _BUSY))
    runs = [(starts[at + least - 1] - starts[at], at) for at in range(len(dated) - least + 1)]
    if not runs or min(runs)[0] > span * _NARROW:
        return []
    width, first = min(runs)
    last = first + least - 1
    close = max(1, width)  # what stands no farther off than that belongs to them
    while (
        last + 1 < len(dated)
        and starts[last + 1] - starts[last] <= close
        and _fits(starts[first], starts[last + 1], span)
    ):
        last += 1
    while first and starts[first] - starts[first - 1] <= close and _fits(starts[first - 1], starts[last], span):
        first -= 1
    return dated[first : last + 1] if starts[first] < starts[last] else []


def _fits(first: int, last: int, span: int) -> bool:
    return last - first <= span * _NARROW


def _strip(book: Book, events: Sequence[Event], labeled: Sequence[Event], what: str, same: str) -> Strip:
    days = [_day(end) for event in events for end in _ends(event)]
    first, last = min(days), max(days)
    room = max(1, (last - first) // 40)
    axis = _Axis(max(first - room, 1), min(last + room, date.max.toordinal()))
    marks = _marks(book, events, labeled, axis)
    asof = _day(book.info.last_day) if book.info.last_day else 0
    return Strip(
        f"{what} {_spoken(first)} to {_spoken(last)}, {len(events)} events.{same}",
        tuple(_ticks(axis)),
        marks,
        max((mark.lane for mark in marks if mark.above), default=0),
        max((mark.lane for mark in marks if not mark.above), default=0),
        axis.at(asof) if axis.first < asof < axis.last else None,
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    first: int
    last: int

    def at(self, day: int) -> float:
        """Where a day stands, from 0 to 1; days outside stand at the ends."""
        return round(min(1, max(0, (day - self.first) / (self.last - self.first))), 4)


def _ends(event: Event) -> Iterator[str]:
    """The ends of an event's date that are known."""
    yield from (end for end in (event.date.earliest, event.date.latest) if end not in (DISTANT_PAST, DISTANT_FUTURE))


def _day(iso: str) -> int:
    """The number of a day; the year 0 and open ends count as the nearest day that there is."""
    year, month, day = (int(part) for part in iso.split("-"))
    return date(max(year, 1), max(month, 1), max(day, 1)).toordinal()


def _spoken(day: int) -> str:
    return spoken(date.fromordinal(day).isoformat())


def _marks(book: Book, events: Sequence[Event], labeled: Sequence[Event], axis: _Axis) -> tuple[Mark, ...]:
    places = [(axis.at(_day(event.date.earliest)), axis.at(_day(event.date.latest))) for event in events]
    labels = [_label(book, event) if event in labeled else "" for event in events]
    placed, lanes = _arranged([at for at, _ in places], labels)
    return tuple(
        Mark(
            at,
            until,
            labels[number],
            event.layer,
            lanes.get(number, 0),
            placed[number].above,
            placed[number].left,
            not any(sign in event.date.edtf for sign in "~?%X"),
        )
        for number, (event, (at, until)) in enumerate(zip(events, places, strict=True))
    )


def _width(label: str) -> float:
    return len(label) * _CHARACTER + 0.02 if label else 0


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where a label stands: on which side of the axis and of its mark, and from where to where it reaches."""

    above: bool
    left: bool
    start: float
    end: float

    def overlaps(self, other: _Placed) -> bool:
        return self.above == other.above and self.start <= other.end and other.start <= self.end


def _arranged(places: Sequence[float], labels: Sequence[str]) -> tuple[list[_Placed], dict[int, int]]:
    """Where the labels stand, and their lanes: of some arrangements the one that drops fewest, then is lowest.

    They differ in where on the axis labels stop running to the right; those that do keep others from running left.
    """
    widths = [_width(label) for label in labels]
    tried = [_placed(places, widths, turn) for turn in _TURNS]
    found = [(placed, _lanes(placed, labels)) for placed in tried]
    return min(found, key=lambda pair: (-len(pair[1]), max(pair[1].values(), default=0)))


def _placed(places: Sequence[float], widths: Sequence[float], turn: float) -> list[_Placed]:
    """Where each label stands, earliest first: where there is room for it, on the side of the axis that has fewer.

    Beyond `turn` labels run to the left where they can.

    No mark whose label runs to the left stands under a label that runs to the right: its leader would cross it.
    """
    found: list[_Placed] = []
    for at, width in zip(places, widths, strict=True):
        choices = [_Placed(True, False, at, at + width), _Placed(False, True, at - width, at)]
        if not any(item.above and not item.left and item.end >= at for item in found):
            choices.append(_Placed(True, True, at - width, at))
        turned = [item for item in choices if item.left or at <= turn]
        fitting = [item for item in turned if item.start >= 0 and item.end <= 1] or choices[:1]
        counts = [sum(1 for other in found if other.above == item.above) for item in fitting]
        found.append(fitting[counts.index(min(counts))])
    return found


def _lanes(placed: Sequence[_Placed], labels: Sequence[str]) -> dict[int, int]:
    """The lanes of the labels: those to the right from the latest on, then those to the left from the earliest on."""
    lanes: dict[int, int] = {}
    numbers = [number for number, label in enumerate(labels) if label]
    rightward = [number for number in reversed(numbers) if not placed[number].left]
    for number in (*rightward, *(number for number in numbers if placed[number].left)):
        reached = (lane for other, lane in lanes.items() if placed[other].overlaps(placed[number]))
        lanes[number] = 1 + max(reached, default=0)
    return {number: lane for number, lane in lanes.items() if lane <= _LANES}


def _label(book: Book, event: Event) -> str:
    """A short date and the event's title; of one without a title the first words of what happened."""
    words = (event.title or text_of(book, event.text)).split()
    said = ""
    for word in words:
        if len(said) + len(word) > _LABEL:
            ended = _SENTENCE_END.search(said)  # a whole sentence needs no dots behind it
            return f"{_short(event.date.edtf)}: {said[: ended.start()] if ended else said.rstrip(' ,;:') + '…'}"
        said += f"{word} "
    return f"{_short(event.date.edtf)}: {said.strip().removesuffix('.')}"


def _short(edtf: str) -> str:
    """A date for a label: months in three letters, and no year beside a day, for the axis has it."""
    words = spoken(edtf)
    for month in MONTHS:
        words = words.replace(month, month[:3])
    return words[: -len(edtf[:4]) - 1] if len(edtf) == 10 and words.endswith(edtf[:4]) else words


def _ticks(axis: _Axis) -> Iterator[Tick]:
    """Divisions of the axis: the finest that are few enough."""
    span = axis.last - axis.first
    unit, step = next(
        ((unit, step) for unit, step in _STEPS if span / (_LENGTHS[unit] * step) <= _TICKS), ("year", 2000)
    )
    for number, day in enumerate(_divisions(axis, unit, step)):
        yield Tick(axis.at(day.toordinal()), _named(day, unit, first=number == 0))


def _divisions(axis: _Axis, unit: str, step: int) -> Iterator[date]:
    first, last = date.fromordinal(axis.first), date.fromordinal(axis.last)
    if unit == "day":
        aligned = (first.toordinal() + step - 1) // step * step
        yield from (date.fromordinal(day) for day in range(aligned, axis.last + 1, step))
        return
    for year in range(first.year, last.year + 1):
        if unit == "year" and year % step:
            continue
        for month in range(1, 13, 12 if unit == "year" else step):
            if first <= (day := date(year, month, 1)) <= last:
                yield day


def _named(day: date, unit: str, *, first: bool) -> str:
    if unit == "year":
        return str(day.year)
    month = MONTHS[day.month - 1][:3]
    if unit == "month":
        return f"{month} {day.year}" if first or day.month == 1 else month
    return f"{day.day}\u00a0{month}" + (f" {day.year}" if first else "")
