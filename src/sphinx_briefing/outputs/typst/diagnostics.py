"""What Typst says, told at the Markdown line it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_HEAD = re.compile(r"^(error|warning): (.*)$")
_PLACE = re.compile(r"(?:┌─|-->) (.+?):(\d+):(\d+)")
_ORIGIN = "//@ "
_NO_GLYPH = re.compile(r"the text [`\"]+(.)[^`\"]*[`\"]+ could not be displayed with font")
_NO_FACE = re.compile(r"no face of the printed book has the character `(.)`")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One error or warning of Typst. `path` and `line` are of the page; empty and 0 if the fault lies with us."""

    severity: str
    message: str
    path: str = ""
    line: int = 0

    @property
    def hint(self) -> str:
        """How to mend it."""
        if _NO_FACE.match(self.message):
            return "write it in Latin, Greek or Cyrillic letters, or show it as a picture"
        return "look at what stands there; what Typst was given is `book.typ`, in the folder `typst` of the PDF's work"


def complaints(diagnostic: str, source: str, name: str) -> list[Complaint]:
    """The complaints in Typst's `diagnostic` about `source`, the text of the file called `name`."""
    lines = source.splitlines()
    found: list[Complaint] = []
    for spoken in diagnostic.splitlines():
        if head := _HEAD.match(spoken):
            found.append(Complaint(head[1], _plain(head[2])))
        elif found and not found[-1].path and (place := _PLACE.search(spoken)) and place[1].endswith(name):
            path, line = origin(lines, int(place[2]))
            found[-1] = Complaint(found[-1].severity, found[-1].message, path, line)
    placed = [each for item in found for each in _placed(item, lines)]
    return list(dict.fromkeys(placed)) or [Complaint("error", f"Typst: {diagnostic.strip()}")]


def _placed(complaint: Complaint, lines: Sequence[str]) -> Iterator[Complaint]:
    """Typst does not say where a character without a glyph stands if it is set as code: it is told wherever it is."""
    characters = _NO_FACE.match(complaint.message)
    if complaint.path or not characters:
        yield complaint
        return
    for number, line in enumerate(lines, 1):
        if characters[1] in line:
            yield Complaint(complaint.severity, complaint.message, *origin(lines, number))


def _plain(message: str) -> str:
    """What an editor can mend, in her words; all else as Typst says it."""
    match = _NO_GLYPH.search(message)
    if not match:
        return f"Typst: {message}"
    return f"no face of the printed book has the character `{match[1]}` (U+{ord(match[1]):04X})"


def origin(lines: Sequence[str], at: int) -> tuple[str, int]:
    """The page and its line that line `at` (1-based) of the Typst source was written for."""
    for line in reversed(lines[:at]):
        if line.startswith(_ORIGIN):
            path, _, number = line.removeprefix(_ORIGIN).rpartition(":")
            return path, int(number)
    return "", 0
