"""Where words stand in a seed: a help for whoever quotes. It verifies nothing; what it offers is verified after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from sphinx_briefing.model.evidence import VerdictKind
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.boundaries import is_boundary
from sphinx_briefing.text.folding import Folded, fold
from sphinx_briefing.text.passages import passage_at
from sphinx_briefing.text.seed import Span, stored
from sphinx_briefing.text.wordindex import places

_WHITE = re.compile(r"\s+")
_AROUND = 60  # characters of context on either side
Ask = Callable[[str, str], bool]


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
    exact = list(places(seed.folded.text, needle))
    other = set(places(_lower(seed.folded.text), _lower(needle))).difference(exact)
    seen: set[tuple[int, int]] = set()

    @cache  # a word that stands a thousand times in one passage is asked about once
    def ambiguous(passage: str, words: str) -> bool:
        return verify(seed, words, passage=passage).kind == VerdictKind.AMBIGUOUS

    for starts, same in ((exact, True), (sorted(other), False)):
        reached = 0
        for at in starts:
            if at + len(needle) <= reached:  # in the word that was found last, which may be very long
                continue
            first, reached = _widened(seed.folded, at, at + len(needle))
            span = stored(seed.folded, (first, reached))
            if span not in seen:
                seen.add(span)
                yield _found(seed, span, ambiguous, exact=same)


def _lower(text: str) -> str:
    """In lower case, of the same length: a letter whose other case is several stays."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _widened(folded: Folded, start: int, end: int) -> Span:
    """The place as whole words."""
    while not is_boundary(folded, start):
        start -= 1
    while not is_boundary(folded, end):
        end += 1
    return start, end


def _found(seed: Seed, span: Span, ambiguous: Ask, *, exact: bool) -> Found:
    start, end = span
    held = passage_at(seed.passages, start)
    passage = held.id if held else ""
    words = _one_line(seed.text[start:end])
    left, right = seed.text[max(0, start - _AROUND) : start], seed.text[end : end + _AROUND]
    before = left if start <= _AROUND else "... " + left.partition(" ")[2]
    after = right if end + _AROUND >= len(seed.text) else right.rpartition(" ")[0] + " ..."
    return Found(
        seed.id, passage, start, end, words, _WHITE.sub(" ", before).lstrip(), _WHITE.sub(" ", after).rstrip(), exact,
        _evidence(passage, words, left, ambiguous),
    )  # fmt: skip


def _one_line(text: str) -> str:
    """Words as they can stand between straight marks in one line; marks inside become curly, which is one class."""
    text = " ".join(text.split())
    return re.sub(r'"(?=\w)', "“", text).replace('"', "”")


def _evidence(passage: str, words: str, left: str, ambiguous: Ask) -> str:
    line = f'#{passage} "{words}"' if passage else f'"{words}"'
    if ambiguous(passage, words):
        before = re.sub("”$", "“", _one_line(" ".join(left.split()[-3:])))  # what ends there begins the words
        line += f' before "{before}"' if before else ""
    return line
