"""Dates as EDTF (ISO 8601-2:2019, level 1): exact, by month or year, approximate, uncertain, and ranges.

The grammar is the `edtf` library's; here only: the two ends of a date for sorting, and the way it is read aloud.
"""

from __future__ import annotations

import re
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
_PLAIN = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<mark>[~?%]?)$")


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
    from edtf import parse_edtf  # 0.2 s to import: only for books that have dates, so for all, but not for `--help`
    from edtf.parser.edtf_exceptions import EDTFParseException

    text = text.strip()
    if ".." in text:
        first, _, last = text.partition("/")
        start = DISTANT_PAST if first == ".." else parse_date(first).earliest
        end = DISTANT_FUTURE if last == ".." else parse_date(last).latest
        return Date(text, start, end)
    try:
        parsed: Any = parse_edtf(text)
    except EDTFParseException:
        raise ValueError(
            f"`{text}` is not an EDTF date; write for example `2009-03-06`, `2009-03`, `2009-03~` (about) or `2006/2008`"
        ) from None
    return Date(text, _iso(parsed.lower_strict()), _iso(parsed.upper_strict()))


def _iso(day: Any) -> str:
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"


def spoken(edtf: str) -> str:
    """The date as an American reader sees it in a sentence: "6 March 2009", "about March 2009", "2006 to 2008"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _spoken_one(edtf)
    if first == "..":
        return f"until {_spoken_one(last)}"
    if last == "..":
        return f"since {_spoken_one(first)}"
    return _spoken_range(first, last)


def _spoken_range(first: str, last: str) -> str:
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{_spoken_one(last)}"
    if len(first) == len(last) >= 7 and first[:4] == last[:4]:
        return f"{_spoken_one(first).removesuffix(' ' + first[:4])} to {_spoken_one(last)}"
    return f"{_spoken_one(first)} to {_spoken_one(last)}"


def _spoken_one(edtf: str) -> str:
    match = _PLAIN.match(edtf)
    if match is None:
        return edtf
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"]
    words = year
    if month in SEASONS:
        words = f"{SEASONS[month]} {year}"
    elif month:
        words = f"{MONTHS[int(month) - 1]} {year}"
    if day:
        words = f"{int(day)}\u00a0{words}"  # no-break space: a day is not parted from its month
    before = {"~": "about ", "%": "about ", "": "", "?": ""}[mark]
    return before + words + (" (uncertain)" if mark in ("?", "%") else "")
