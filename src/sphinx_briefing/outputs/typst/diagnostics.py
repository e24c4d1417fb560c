"""What Typst says, told at the Markdown line it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = re.compile(r"^(error|warning): (.*)$")
_PLACE = re.compile(r"(?:┌─|-->) (.+?):(\d+):(\d+)")
_ORIGIN = "//@ "


@dataclass(frozen=True, slots=True)
class Complaint:
    """One error or warning of Typst. `path` and `line` are of the page; empty and 0 if the fault lies with us."""

    severity: str
    message: str
    path: str = ""
    line: int = 0


def complaints(diagnostic: str, source: str, name: str) -> list[Complaint]:
    """The complaints in Typst's `diagnostic` about `source`, the text of the file called `name`."""
    lines = source.splitlines()
    found: list[Complaint] = []
    for spoken in diagnostic.splitlines():
        if head := _HEAD.match(spoken):
            found.append(Complaint(head[1], head[2]))
        elif found and not found[-1].path and (place := _PLACE.search(spoken)) and place[1].endswith(name):
            path, line = origin(lines, int(place[2]))
            found[-1] = Complaint(found[-1].severity, found[-1].message, path, line)
    return found or [Complaint("error", diagnostic.strip())]


def origin(lines: Sequence[str], at: int) -> tuple[str, int]:
    """The page and its line that line `at` (1-based) of the Typst source was written for."""
    for line in reversed(lines[:at]):
        if line.startswith(_ORIGIN):
            path, _, number = line.removeprefix(_ORIGIN).rpartition(":")
            return path, int(number)
    return "", 0
