"""Where words stand in a seed: a help for whoever quotes. It verifies nothing; what it offers is verified after."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_briefing.model.evidence import VerdictKind
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.folding import fold
from sphinx_briefing.text.passages import passage_at

_WHITE = re.compile(r"\s+")
_AROUND = 60  # characters of context on either side
_JOINT = "'’.,:/&@_"  # may stand inside a word, between two letters
_HYPHENS = "-‐‑"  # may stand after a full stop, too: "U.S.-Russia"


@dataclass(frozen=True, slots=True)
class Found:
    """Words that were found: as the source has them, with offsets in the stored text.

    `exact` is false where they differ in case; `evidence` is what stands in an evidence line after the source.
    """

    source: str
    passage: str
    start: int
    end: int
    words: str
    before: str
    after: str
    exact: bool
    evidence: str


def search(seed: Seed, words: str) -> Iterator[Found]:
    """Every place of the words in the seed, typography looked through: in the same case first, then in any other.

    Part of a word is widened to the whole, since only whole words can be quoted.
    """
    needle = fold(words).text.strip()
    if not needle:
        return
    exact = list(_places(seed.folded.text, needle))
    other = set(_places(_lower(seed.folded.text), _lower(needle))).difference(exact)
    seen: set[tuple[int, int]] = set()
    for places, same in ((exact, True), (sorted(other), False)):
        for at in places:
            span = _widened(seed.text, *seed.folded.stored(at, at + len(needle)))
            if span not in seen:
                seen.add(span)
                yield _found(seed, span, exact=same)


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _lower(text: str) -> str:
    """In lower case, of the same length: a letter whose other case is several stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start > 0 and _inside(text, start):
        start -= 1
    while end < len(text) and _inside(text, end):
        end += 1
    return start, end


def _inside(text: str, at: int) -> bool:
    """Whether a place lies within a word."""
    left, right = text[at - 1], text[at]
    before, after = text[max(0, at - 2) : at - 1], text[at + 1 : at + 2]
    if left.isalnum() and right.isalnum():
        return True
    if unicodedata.category(left) == "Cf" or unicodedata.category(right) in ("Cf", "Mn", "Mc", "Me"):
        return not (left.isspace() or right.isspace())  # a soft hyphen, an accent of its own
    if right in _HYPHENS:
        return not left.isspace() and after.isalnum()
    if left in _HYPHENS:
        return right.isalnum() and bool(before) and not before.isspace()
    if right == "." and left.isalnum() and after and after in _HYPHENS:
        return text[at + 2 : at + 3].isalnum()
    if right in _JOINT and left.isalnum():
        return after.isalnum()
    return left in _JOINT and right.isalnum() and before.isalnum()


def _found(seed: Seed, span: tuple[int, int], *, exact: bool) -> Found:
    start, end = span
    held = passage_at(seed.passages, start)
    passage = held.id if held else ""
    words = _one_line(seed.text[start:end])
    left, right = seed.text[max(0, start - _AROUND) : start], seed.text[end : end + _AROUND]
    before = left if start <= _AROUND else "... " + left.partition(" ")[2]
    after = right if end + _AROUND >= len(seed.text) else right.rpartition(" ")[0] + " ..."
    return Found(
        seed.id, passage, start, end, words, _WHITE.sub(" ", before).lstrip(), _WHITE.sub(" ", after).rstrip(), exact,
        _evidence(seed, passage, words, left),
    )  # fmt: skip


def _one_line(text: str) -> str:
    """Words as they can stand between straight marks in one line; marks inside become curly, which is one class."""
    text = " ".join(text.split())
    return re.sub(r'"(?=\w)', "“", text).replace('"', "”")


def _evidence(seed: Seed, passage: str, words: str, left: str) -> str:
    line = f'#{passage} "{words}"' if passage else f'"{words}"'
    verdict = verify(seed, words, passage=passage)
    if verdict.kind == VerdictKind.AMBIGUOUS:
        before = re.sub("”$", "“", _one_line(" ".join(left.split()[-3:])))  # what ends there begins the words
        line += f' before "{before}"' if before else ""
    return line
