"""Dates as EDTF (ISO 8601-2:2019, level 1): exact, by month or year, approximate, uncertain, and ranges.

Seasons and open digits are read by the `edtf` library. Here are the two ends of a date for sorting, and the way it is
read aloud.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS: Final = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
#: What an open or unknown end of a range sorts as.
DISTANT_PAST, DISTANT_FUTURE = "0000-00-00", "9999-12-31"
_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)")
#: What of level 1 a briefing can use: years 0000 to 9999 (others do not sort as text), to the day, digits left
#: open as X.
_LEVEL_1 = re.compile(
    r"\d\d(?:\d\d|\dX|XX)(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[~?%]?", re.ASCII
)
_OPEN: Final = ("", "..")
_OPEN_DIGITS: Final = re.compile(
    r"(?P<year>\d\d(?:\d\d|\dX|XX))(?:-(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>XX))?)?(?P<mark>[~?%]?)", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written (EDTF), with its earliest and latest day (ISO 8601), both inclusive."""

    edtf: str
    earliest: str
    latest: str

    @property
    def order(self) -> tuple[str, str]:
        """Sorts dates by their first day; a date that covers more comes after the first day of what it covers."""
        return (self.earliest, self.latest)

    def __str__(self) -> str:
        return spoken(self.edtf)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Date:
    """Read an EDTF date.

    Raises ValueError when `text` is not EDTF, with a sentence that shows the usual forms.
    """
    text = text.strip()
    first, slash, last = text.partition("/")
    if not slash:
        return _parse_one(text, text)
    if first in _OPEN and last in _OPEN:
        raise ValueError(_complaint(text))
    start = DISTANT_PAST if first in _OPEN else _parse_one(first, text).earliest
    end = DISTANT_FUTURE if last in _OPEN else _parse_one(last, text).latest
    if start > end:
        raise ValueError(f"`{text}` ends before it begins; write the earlier date first")
    return Date(text, start, end)


def _parse_one(edtf: str, whole: str) -> Date:
    if not _LEVEL_1.fullmatch(edtf):
        raise ValueError(_complaint(whole))
    plain = _PLAIN.fullmatch(edtf)
    try:
        ends = _by_library(edtf) if plain is None or plain["month"] in SEASONS else _by_calendar(plain)
    except ValueError:
        raise ValueError(_complaint(whole)) from None
    return Date(edtf, *ends)


def _by_calendar(plain: re.Match[str]) -> tuple[str, str]:
    """The ends of nearly every date there is.

    The library takes a hundredth of a second for each, and knows February 29 in every year.
    """
    year, month, day = plain["year"], plain["month"], plain["day"]
    length = monthrange(int(year), int(month or 12))[1]
    if day and int(day) > length:
        raise ValueError(day)
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or length}"


def _by_library(edtf: str) -> tuple[str, str]:
    from edtf import parse_edtf  # 0.2 s to import
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed: Any = parse_edtf(edtf)
    except EDTFParseException:
        raise ValueError(edtf) from None
    return _iso(parsed.lower_strict()), _iso(parsed.upper_strict())


def _complaint(text: str) -> str:
    return f"`{text}` is not an EDTF date; write for example `2009-03-06`, `2009-03`, `2009-03~` (about) or `2006/2008`"


def _iso(day: Any) -> str:
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"


def spoken(edtf: str) -> str:
    """The date as an American reader sees it in a sentence: "6 March 2009", "about March 2009", "2006 to 2008"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _spoken_one(edtf)
    if first in _OPEN:
        return f"until {_spoken_one(last)}" if first else f"by {_spoken_one(last)}"
    if last in _OPEN:
        return f"since {_spoken_one(first)}" if last else f"{_spoken_one(first)} to unknown date"
    return _spoken_range(first, last)


def _spoken_range(first: str, last: str) -> str:
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{_spoken_one(last)}"
    if len(first) == len(last) >= 7 and first[:4] == last[:4]:
        return f"{_spoken_one(first).removesuffix(' ' + first[:4])} to {_spoken_one(last)}"
    return f"{_spoken_one(first)} to {_spoken_one(last)}"


def said_and_resolved(said: str, edtf: str) -> str:
    """The source's own words for a date and what they mean, side by side: “last Thursday” [17 September 2009]."""
    return f"“{said}” [{spoken(edtf)}]" if said else spoken(edtf)


def _spoken_one(edtf: str) -> str:
    match = _PLAIN.fullmatch(edtf)
    if match is None or not _LEVEL_1.fullmatch(edtf):
        return _spoken_open(edtf)
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"]
    words = year
    if month in SEASONS:
        words = f"{SEASONS[month]} {year}"
    elif month:
        words = f"{MONTHS[int(month) - 1]} {year}"
    if day:
        words = f"{int(day)}\u00a0{words}"  # no-break space: a day is not parted from its month
    return _marked(words, mark)


def _marked(words: str, mark: str) -> str:
    before = {"~": "about ", "%": "about ", "": "", "?": ""}[mark]
    return before + words + (" (uncertain)" if mark in ("?", "%") else "")


def _spoken_open(edtf: str) -> str:
    """A date with digits left open: what is known of it."""
    match = _OPEN_DIGITS.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"]
    if "X" in year:
        words = f"the years {year.replace('X', '0')} to {year.replace('X', '9')}"
    elif month == "XX":
        words = f"a {'day' if day else 'month'} in {year}"
    else:
        words = f"a day in {MONTHS[int(month) - 1]} {year}"
    return _marked(words, mark)
