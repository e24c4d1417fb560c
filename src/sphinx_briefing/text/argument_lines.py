"""The argument line of a word: an id (or actor / issue), then values of closed vocabularies, then a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sphinx_briefing.model.dates import Date, parse_date
from sphinx_briefing.model.suggestions import NEARER, did_you_mean, one_of

_HEAD: Final = re.compile(r"(?P<first>[^\s,/]+)(?:\s*/\s*(?P<second>[^\s,/]+))?[\s,]*(?P<rest>.*)", re.DOTALL)
_DATE_LIKE: Final = re.compile(r"-?\d{4}\S*|\.\.\S*")
_MEND: Final = "an id has small Latin letters, digits, `-`, `.` or `_`, such as `{}`"
IDENTIFIER: Final = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an argument line or an option, and how to mend it."""

    message: str
    hint: str
    is_date: bool = False


@dataclass
class Arguments:
    """An argument line, read: up to two ids, one value of each vocabulary that was used, a date, and what was wrong."""

    ids: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    date: Date | None = None
    problems: list[Problem] = field(default_factory=list)


def read_arguments(line: str, vocabularies: Mapping[str, tuple[str, ...]], *, dated: bool = False) -> Arguments:
    """Read an argument line.

    `vocabularies` are disjoint: name of the field -> its values. With `dated`, one item may be an EDTF date, alone or
    after the last value. Nothing is guessed: an unknown or doubled value is a problem.
    """
    found = Arguments()
    head = _HEAD.match(line.strip())
    if head is None:
        return found
    found.ids = tuple(filter(None, (head["first"], head["second"])))
    for name in found.ids:
        if not IDENTIFIER.fullmatch(name):
            found.problems.append(
                Problem(
                    f"`{name}` is not an id",
                    _MEND.format(_as_id(name)),
                )
            )
    items = [item.strip() for item in head["rest"].split(",") if item.strip()]
    for item in items:
        _read_item(item, vocabularies, dated, found)
    return found


def _as_id(name: str) -> str:
    """An example of an id: what was written, if small letters make it one."""
    small = name.lower()
    return small if IDENTIFIER.fullmatch(small) else "iran-sanctions"


def _read_item(item: str, vocabularies: Mapping[str, tuple[str, ...]], dated: bool, found: Arguments) -> None:
    name = next((name for name, values in vocabularies.items() if item.casefold() in values), "")
    if name:
        set_value(name, item.casefold(), found)
        return
    before, _, last = item.rpartition(" ")
    if dated and _DATE_LIKE.fullmatch(last):
        if before:
            _read_item(before, vocabularies, False, found)
        set_date(last, found)
        return
    if dated and any(character.isdigit() for character in item):
        set_date(item, found)
        return
    known = [value for values in vocabularies.values() for value in values]
    hint = did_you_mean(item, known, NEARER) or (
        one_of(known) if known else "only an id stands here" + (", and a date" if dated else "")
    )
    found.problems.append(Problem(f"unknown value `{item}`", hint))


def set_value(name: str, value: str, found: Arguments) -> None:
    """Take one value of the vocabulary `name`; two values of one vocabulary are a problem."""
    if name in found.values:
        found.problems.append(
            Problem(f"two values for {name}: `{found.values[name]}` and `{value}`", "keep one of them")
        )
    found.values[name] = value


def set_date(text: str, found: Arguments) -> None:
    """Take the date; a second one is a problem, and so is one that is not EDTF."""
    if found.date is not None:
        found.problems.append(Problem(f"two dates: `{found.date.edtf}` and `{text}`", "keep one of them"))
        return
    try:
        found.date = parse_date(text)
    except ValueError as problem:
        found.problems.append(Problem(str(problem), "correct the date", is_date=True))
