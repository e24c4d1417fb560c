"""Names found in running text: whole words, the longest first. The time grows with the text, not with the names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sphinx_briefing.model.names import FIRST_WORD, Name, NameIndex
from sphinx_briefing.model.places import Key

_SPACE: Final = re.compile(r"\s")
_QUOTES: Final = re.compile(r"[“”«»„\"]")
_OPENING: Final = "“«„"
#: Stands for each character that was masked: it is no letter, so no name goes over it.
MASK: Final = "\ufffc"


def names_in(text: str, index: NameIndex) -> Iterator[tuple[int, int, Key]]:
    """Every name in `text`: start, end (exclusive), and whose it is."""
    flat = _SPACE.sub(" ", text).replace("'", "’")
    end = 0
    for word in FIRST_WORD.finditer(flat):
        start = word.start()
        if start < end or flat[start - 1 : start] == "-":
            continue
        for name in index.get(word[0].casefold(), ()):
            if _stands(flat, start, name):
                end = start + len(name.words)
                yield start, end, name.key
                break


def _stands(text: str, start: int, name: Name) -> bool:
    end = start + len(name.words)
    found = text[start:end]
    if found != name.words:
        same = found[1:] == name.words[1:] and found[:1].casefold() == name.words[:1].casefold()
        if not (name.loose and same):
            return False
    after = text[end : end + 2]
    return not (after[:1].isalnum() or after[:1] == "_" or (after[:1] == "-" and after[1:].isalnum()))


def without_quotations(text: str, quoted: bool) -> tuple[str, bool]:
    """`text` with all that stands between double quotation marks masked, and whether one is open at its end.

    A quotation may begin in one piece of a paragraph and end in another; `quoted` says that one is open already.
    """
    parts: list[str] = []
    last = 0
    for mark in _QUOTES.finditer(text):
        piece = text[last : mark.start()]
        parts.append(MASK * len(piece) if quoted else piece)
        parts.append(MASK)
        quoted = mark[0] in _OPENING or (mark[0] == '"' and not quoted)
        last = mark.end()
    rest = text[last:]
    parts.append(MASK * len(rest) if quoted else rest)
    return "".join(parts), quoted
