"""From the lines of a PDF to its paragraphs: running heads dropped, hyphenated line ends joined."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

HYPHENS: Final = "-\u2010\u00ad\ufffe"
"""At a line's end: a hyphen, a soft one, and the mark that PDFium puts for a word that goes on in the next line."""

_DEEPEST: Final = 3  # so many lines at the top and at the bottom of a page may be running heads
_WIDEST: Final = 1.6  # pitch in sizes of the type: what is wider is no pitch but gaps between short paragraphs
_SAME_HEIGHT: Final = 4.0  # points
_ENDS: Final = re.compile(r"[.!?:;…。！？][\"'\u2018-\u201f»)\]]*$")
_NUMBER: Final = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+(?:['’.-]\w+)*")
_LAST: Final = re.compile(rf"([\w'’.-]*\w\.?)[{HYPHENS}]$")
_FIRST: Final = re.compile(r"\w+(?:['’]\w+)*")
#: PDFium does not tell a compound from a hyphenated word; these begin compounds only.
_COMPOUND: Final = frozenset("well half twenty thirty forty fifty sixty seventy eighty ninety".split())  # noqa: SIM905
_SUSPENDED: Final = frozenset({"and", "or", "to", "und", "oder"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where it stands: in points, from the lower left corner of its page."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Paragraphs with where each page begins in them, words joined without knowing them, running heads left out."""

    text: str
    pages: tuple[tuple[int, str], ...]
    joined: tuple[str, ...]
    heads: tuple[str, ...]


def flow(pages: Sequence[tuple[str, Sequence[Line]]]) -> Flow:
    """The running text of pages, each given as its label and its lines in reading order."""
    pitch = _pitch([lines for _, lines in pages])
    heads = _heads([label for label, _ in pages], [lines for _, lines in pages], pitch)
    kept = [
        (label, [line for line in lines if (number, line) not in heads]) for number, (label, lines) in enumerate(pages)
    ]
    known = Counter(word.casefold() for _, lines in kept for line in lines for word in _WORD.findall(line.text)[:-1])
    parts: list[str] = []
    starts: list[tuple[int, str]] = []
    joined: dict[str, None] = {}
    length = 0
    before: Line | None = None
    for label, lines in kept:
        for number, line in enumerate(lines):
            glue, cut = "", 0
            if before is not None:
                following = lines[number + 1] if number + 1 < len(lines) else None
                if _parted(before, line, following, pitch, same_page=number > 0):
                    glue = "\n\n"
                else:
                    glue, cut, word = _join(before.text, line.text, known)
                    joined |= {word: None} if word else {}
            if cut:
                parts[-1] = parts[-1][:-cut]
            length += len(glue) - cut
            if number == 0:
                starts.append((length, label))
            parts += [glue, line.text]
            length += len(line.text)
            before = line
    # A mark that stands at no line's end that could be joined was a hyphen on the page.
    text = "".join(parts).replace("\ufffe", "-")
    shown = dict.fromkeys(_key(line.text) for _, line in sorted(heads, key=lambda head: head[0]))
    return Flow(text + "\n", tuple(starts), tuple(joined), tuple(shown))


def _key(text: str) -> str:
    """A running head without what differs from page to page: its number."""
    return _NUMBER.sub("#", " ".join(text.split()))


def _heads(labels: Sequence[str], pages: Sequence[Sequence[Line]], pitch: float) -> set[tuple[int, Line]]:
    """Lines that stand outermost, at one height, on at least every second page: heads may differ left and right.

    A page's own number, alone in its line, is one wherever it stands. The space between heads and text is wider than
    between the lines of a text: without it, a line of the text is none.
    """
    found: set[tuple[int, Line]] = set()
    for edge in (1, -1):
        by_height = [sorted(lines, key=lambda line: -edge * line.bottom) for lines in pages]
        for number, depth in enumerate(_depths(labels, by_height)):
            lines = by_height[number]
            parted = (inner for inner in range(1, depth + 1) if _apart(lines[inner - 1 : inner + 1], pitch))
            found |= {(number, line) for line in lines[: next(parted, 0)]}
    return found


def _apart(lines: Sequence[Line], pitch: float) -> bool:
    """Whether there is more space between two lines than in a text; past a page's last line there always is."""
    if len(lines) < 2:
        return True
    space = abs(lines[0].bottom - lines[1].bottom)
    return space > 1.1 * min(pitch, _WIDEST) * min(line.size for line in lines)


def _depths(labels: Sequence[str], pages: Sequence[Sequence[Line]]) -> list[int]:
    """How many of the lines of each page, given from its edge inward, are repeated on other pages."""
    depths = [0] * len(pages)
    filled = sum(bool(lines) for lines in pages)
    for depth in range(_DEEPEST):
        outermost = [
            (number, lines[depth]) for number, lines in enumerate(pages) if depths[number] == depth < len(lines)
        ]
        heights: dict[str, list[float]] = {}
        for _, line in outermost:
            heights.setdefault(_key(line.text), []).append(line.bottom)
        for known in heights.values():
            known.sort()
        for number, line in outermost:
            known = heights[_key(line.text)]
            same = bisect_right(known, line.bottom + _SAME_HEIGHT) - bisect_left(known, line.bottom - _SAME_HEIGHT)
            alone = line.text.strip("-–— ") == labels[number]
            depths[number] += alone or (same >= 2 and 2 * same >= filled - 1)
    return depths


def _pitch(pages: Sequence[Sequence[Line]]) -> float:
    """The usual distance from line to line, in sizes of the type."""
    steps = [
        round((above.bottom - below.bottom) / below.size, 2)
        for lines in pages
        for above, below in pairwise(lines)
        if above.bottom > below.bottom and _alike(above, below)
    ]
    # Of many paragraphs of one line most steps are gaps; the usual one is never above the median.
    return min(median(steps), Counter(steps).most_common(1)[0][0]) if steps else 1.2


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.15 * max(one.size, other.size)


def _parted(before: Line, line: Line, following: Line | None, pitch: float, *, same_page: bool) -> bool:
    """Whether a line begins a paragraph."""
    if not _alike(before, line):
        return True
    if before.text[-1:] in HYPHENS:
        return False
    ended = bool(_ENDS.search(before.text))
    if not same_page or line.bottom > before.bottom:  # another page or column: nothing but the words can tell
        return ended
    if before.bottom - line.bottom > 1.2 * pitch * line.size:
        return True
    indented = line.left - before.left > 0.8 * line.size
    back = following is None or line.left - following.left > 0.5 * line.size
    return ended and indented and back


def _join(before: str, after: str, known: Counter[str]) -> tuple[str, int, str]:
    """How two lines of a paragraph are joined: what is put between, how many characters go, and the word.

    The word is empty where there is no doubt about it, since it stands elsewhere in the text as well.
    """
    last, first = _LAST.search(before), _FIRST.match(after)
    if not last or not first:
        return " ", 0, ""
    head, tail = last[1].rpartition("-")[2], first[0]
    mark = before[-1] in "\ufffe\u00ad"
    if tail.casefold() in _SUSPENDED:
        return "- " if mark else " ", int(mark), ""
    with_hyphen, without = f"{head}-{tail}".casefold(), f"{head}{tail}".casefold()
    sure = bool(known[with_hyphen] or known[without])
    compound = known[with_hyphen] or head in _COMPOUND or not tail[0].islower() or not head[-1].isalpha()
    if compound and not known[without]:
        return "-" if mark else "", int(mark), "" if sure else f"{last[1]}-{tail}"
    return "", 1, "" if sure else f"{last[1]}{tail}"
