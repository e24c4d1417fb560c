"""Numbers, dates and amounts in running text, each as a key by which two ways of writing it are one.

A key is `n:4000000000` or `n:5%` for a number, `d:2009-09-17` for a date; a date without a year is `d:--09-17`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sphinx_briefing.model.dates import MONTHS
from sphinx_briefing.text.anchors import Seed

_SMALL: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELLED: Final = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SCALES: Final = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH: Final = "|".join(MONTHS)
_ORDINAL: Final = "(?:st|nd|rd|th)?"
#: Several days of a month have it once, at their end; without a limit a row of numbers would cost its square.
_DATES: Final = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d\d-\d\d\b)"
    rf"|(?P<days>\b\d{{1,2}}(?:(?:,|\s+and|\s+to|–|\s+or|-)\s*\d{{1,2}}){{0,30}}+){_ORDINAL}"
    rf"\s+(?P<month>{_MONTH})\b(?:\s+(?P<year>\d{{4}})\b)?"
    rf"|\b(?P<month_2>{_MONTH})\s+(?P<day>\d{{1,2}}){_ORDINAL}\b(?:,?\s+(?P<year_2>\d{{4}})\b)?"
    rf"|\b(?P<month_3>{_MONTH})\s+(?P<year_3>\d{{4}})\b"
)
_SCALE: Final = rf"(?:[\s-]+(?P<scale>{'|'.join(_SCALES)}))?(?P<percent>\s*(?:%|percent\b|per\s+cent\b))?"
#: A number that is glued to letters is part of a name (S-300, p3s3), not a figure.
_NUMBER: Final = re.compile(
    rf"(?<![\w.,])(?<![^\W\d]-)(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?){_ORDINAL}(?![\w]|-[^\W\d]\d){_SCALE}"
)
_WORDS: Final = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:-(?P<unit>{'|'.join(_SMALL)}))?|(?P<small>{'|'.join(_SMALL)}))\b{_SCALE}",
    re.IGNORECASE,
)
#: Spelled out, a small number is a figure in our own sentences only where it measures: "two governments" is style.
_MEASURES: Final = re.compile(
    r"\s+(?:dollars|euros|rubles|pounds|years|months|weeks|days|hours|minutes|miles|kilometers|meters|feet|tons)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    rf"\b(?:(?P<which>last|next|this|on|by|until|since)\s+(?P<unit>{'|'.join(_WEEKDAYS)}|month|year)"
    r"|(?P<day>yesterday|today|tomorrow))\b",
    re.IGNORECASE,
)

_DATE_KEY: Final = re.compile(r"d:(?:(?P<year>\d{4})-|--)(?P<month>\d\d)(?:-(?P<day>\d\d))?")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it is written, and its key."""

    written: str
    key: str


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of one of our own sentences: dates, numbers in digits, and some in words."""
    return tuple(_digits(text)) + tuple(figure for figure, is_figure in _spelled(text) if is_figure)


@lru_cache(maxsize=4096)
def keys_in(text: str) -> frozenset[str]:
    """All keys that a source's text supports: its dates whole and in parts, its numbers in digits and spelled out."""
    found = {key for figure in _digits(text) for key in parts_of(figure.key)}
    return frozenset(found | {figure.key for figure, _ in _spelled(text)})


def parts_of(key: str) -> tuple[str, ...]:
    """A key and, for a date, what less may be said of it: the month of its year, the day of its month, the year."""
    if not key.startswith("d:"):
        return (key,)
    found = _DATE_KEY.fullmatch(key)
    assert found is not None  # we wrote it
    year, month, day = found["year"], found["month"], found["day"]
    known = [key, f"d:--{month}-{day}" if day else ""] + ([f"d:{year}-{month}", f"n:{int(year)}"] if year else [])
    return tuple(dict.fromkeys(item for item in known if item))


@lru_cache(maxsize=4096)
def reckoned(text: str, issued: str) -> frozenset[str]:
    """The dates that a text published on a day (ISO 8601) gives in words: "last Thursday", "this month".

    The day itself is one of them. Empty when the day is not known.
    """
    try:
        day = date.fromisoformat(issued)
    except ValueError:
        return frozenset()
    found = set(parts_of(f"d:{day.isoformat()}"))
    for match in _RELATIVE.finditer(text):
        found.update(_reckoned(match, day))
    return frozenset(found)


def _reckoned(match: re.Match[str], day: date) -> tuple[str, ...]:
    if match["day"]:
        shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["day"].lower()]
        return parts_of(f"d:{(day + timedelta(shift)).isoformat()}")
    which, unit = match["which"].lower(), match["unit"].lower()
    if unit in _WEEKDAYS:
        ahead = (_WEEKDAYS.index(unit) - day.weekday()) % 7
        shift = ahead - 7 if which in ("last", "since") else ahead or 7 * (which == "next")
        return parts_of(f"d:{(day + timedelta(shift)).isoformat()}")
    step = {"last": -1, "next": 1}.get(which, 0)
    if unit == "year":
        return (f"n:{day.year + step}",)
    months = day.year * 12 + day.month - 1 + step
    return (f"d:{months // 12}-{months % 12 + 1:02d}", f"n:{months // 12}")


def _digits(text: str) -> Iterator[Figure]:
    rest = list(text)
    for match in _DATES.finditer(text):
        rest[match.start() : match.end()] = "\0" * (match.end() - match.start())
        yield from (Figure(match[0], key) for key in _date_keys(match))
    for match in _NUMBER.finditer("".join(rest)):
        yield Figure(match[0].strip(), _key(Decimal(match["number"].replace(",", "")), match))


def _date_keys(match: re.Match[str]) -> Iterator[str]:
    if match["iso"]:
        yield f"d:{match['iso']}"
        return
    month = MONTHS.index(match["month"] or match["month_2"] or match["month_3"]) + 1
    year = match["year"] or match["year_2"] or match["year_3"] or "-"
    days = re.findall(r"\d+", match["days"] or match["day"] or "")
    for day in days:
        yield f"d:{year}-{month:02d}-{int(day):02d}"
    if not days:
        yield f"d:{year}-{month:02d}"


def _spelled(text: str) -> Iterator[tuple[Figure, bool]]:
    """The numbers in words, and whether each is clearly a figure: in percent or hundreds, above twelve, or measured."""
    for match in _WORDS.finditer(text):
        number = sum(_SPELLED[word.lower()] for word in match.group("tens", "unit", "small") if word)
        least = 1 if _MEASURES.match(text, match.end()) else 12  # "one day" is style, too
        is_figure = bool(match["scale"] or match["percent"]) or number > least
        yield Figure(match[0].strip(), _key(Decimal(number), match)), is_figure


def _key(number: Decimal, match: re.Match[str]) -> str:
    value = number * _SCALES.get((match["scale"] or "").lower(), 1)
    return f"n:{value.normalize():f}" + ("%" if match["percent"] else "")


class SeedFigures:
    """What figures stand in the passages of one seed."""

    def __init__(self, seed: Seed, issued: str) -> None:
        self._seed, self._issued = seed, issued
        self._starts = [passage.start for passage in seed.passages]

    def between(self, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys in every passage that a span touches (in the whole seed for -1): as they stand, and as reckoned."""
        if start < 0:
            return _sorted(keys_in(self._seed.text)), _sorted(reckoned(self._seed.text, self._issued))
        first = max(bisect_right(self._starts, start) - 1, 0)
        touched = self._seed.passages[first : bisect_left(self._starts, end)]
        text = " ".join(self._seed.text[passage.start : passage.end] for passage in touched)
        return _sorted(keys_in(text)), _sorted(reckoned(text, self._issued))


def _sorted(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(keys))
