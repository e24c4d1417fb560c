"""Words that say how likely something is, in running text: those of a scale, and those that no scale has.

A short list and a look at the word before; no language model. A bare "may" or "could" is not on the list: it permits or
enables as often as it doubts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sphinx_briefing.model.likelihood import Likelihood, Scale
from sphinx_briefing.model.texts import CUT
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.hedges import FEARING, SPEAKING, THINKING, WISHING

#: Each doubts or promises wherever it stands, and has no place on a ladder.
_ALONE: Final = (
    "perhaps", "maybe", "possibly", "probably", "presumably", "conceivably", "doubtless", "undoubtedly", "no doubt",
    "in all likelihood", "in all probability", "chances are", "the odds are", "it is possible that",
    "it cannot be ruled out", "could well", "could yet", "may well", "may yet", "might", "bound to",
    "sure to", "certain to", "almost certainly",
)  # fmt: skip
_CHANCE: Final = r"(?:an?|some|little|every|no)\s+(?:good|fair|real|strong|decent|slim|small|great|high)\s+chance"
#: What follows a participle, and not an adjective: "may have limited the damage", "may have limited value".
_AFTER: Final = (
    r"(?=\s*[,.;:)]|\s+(?:an?|the|this|that|these|its|his|her|their|our|it|him|them|to|from|by|in|on|at|of|with|for|more"
    r"|less|too|out|up|down|into|against|over|about|when|because|as)\b)"
)
#: "may have" is doubt only before a participle: "a quotation may have twelve words" permits.
_MAY_HAVE: Final = (
    r"(?:may|could)\s+(?:not\s+)?have\s+(?:been|had|done|gone|made|put|said|come|become|meant|sent|felt|kept|left|lost"
    r"|met|told|won|seen|(?:\w+ed|\w+en|\w+wn|\w+ught)" + _AFTER + ")"
)
#: With one of these before it a word of the scale is another word: "quite likely" is on no scale.
_DEGREE: Final = (
    r"quite|most|highly|extremely|fairly|rather|somewhat|pretty|very|almost|nearly|virtually|not|far\s+from"
)
_BASE: Final = r"(?:un)?likely|(?:im)?probabl[ey]|(?:im)?possible|certain"
#: A comparison sets two things side by side and states no likelihood of either.
_COMPARED: Final = rf"(?:more|less|likelier|as|so)\s+(?:{_BASE})"
_NOUN: Final = re.compile(
    r"\b(?:the|its|their|his|her|our|of|all|military|naval|armed|economic|industrial)\s+$", re.IGNORECASE
)
_BEING: Final = re.compile(r"\b(?:is|are|was|were|be|seems?|looks?|remains?)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_CHANCES: Final = re.compile(r"\s+(?:chance|possibility|prospect|odds|likelihood)", re.IGNORECASE)
_QUOTED: Final = re.compile('\u201c[^\u201c\u201d]*\u201d|"[^"]*"|\u2018[^\u2018\u2019]*\u2019(?!\\w)')


@dataclass(frozen=True, slots=True)
class Estimate:
    """One word or phrase, folded to one spelling, where it stands, and its step; None where the scale has it not."""

    word: str
    start: int
    end: int
    step: Likelihood | None


@lru_cache(maxsize=16)
def _pattern(scale: Scale) -> re.Pattern[str]:
    words = sorted(scale.meanings(), key=len, reverse=True)
    spelled = "|".join(r"\s+".join(map(re.escape, word.split())) for word in (*words, *_ALONE))
    return re.compile(
        rf"(?<![\w-])(?:(?P<compared>{_COMPARED})|(?P<may>{_MAY_HAVE})|(?P<chance>{_CHANCE})|(?P<word>{spelled})"
        rf"|(?:{_DEGREE})\s+(?:{_BASE}))(?![\w-])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4096)
def estimates_in(text: str, scale: Scale) -> tuple[Estimate, ...]:
    """The estimates of a text, in order."""
    return tuple(_estimates(text, scale))


#: A text without any of these has no estimate, but for words of a scale that hold none of them.
_STEMS: Final = (
    "likel", "probab", "possib", "certain", "perhaps", "maybe", "presumab", "conceivab", "doubt", "chance", "odds",
    "could", "may", "might", "bound to", "sure to", "ruled out",
)  # fmt: skip


@lru_cache(maxsize=16)
def _stems(scale: Scale) -> tuple[str, ...]:
    others = (word.split()[-1] for word in scale.meanings())
    return (*_STEMS, *(word for word in others if not any(stem in word for stem in _STEMS)))


def _estimates(text: str, scale: Scale) -> Iterator[Estimate]:
    folded = text.casefold()
    if not any(stem in folded for stem in _stems(scale)):  # most texts: ten times as fast
        return
    meanings = scale.meanings()
    for match in _pattern(scale).finditer(text):
        word = " ".join(match[0].casefold().split()[: 2 if match["may"] else None])
        if match["compared"] or _is_another_word(word, text, match):
            continue
        yield Estimate(word, match.start(), match.end(), meanings.get(word))


def _is_another_word(word: str, text: str, match: re.Match[str]) -> bool:
    """Whether it only looks like an estimate: the might of a fleet, a remote island."""
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 20]
    if word == "might":
        return bool(_NOUN.search(before))
    if word == "remote":
        return not (_BEING.search(before) or _CHANCES.match(after))
    return False


#: "feared that it might": somebody else's doubt. With "that" any such verb will do, without it only the plainest.
_REPORTING: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(SPEAKING | THINKING | FEARING | WISHING))})\b(?:\W+\w+){{0,3}}?\W+that\b"
    r"|\b(?:said|says|thinks?|thought|believe[sd]?|fear(?:s|ed)?|hope[sd]?|expect(?:s|ed)?|argue[sd]?|judge[sd]?)\b",
    re.IGNORECASE,
)


def is_reported(sentence: str, at: int) -> bool:
    """Whether what stands at `at` is what somebody says, thinks, hopes or fears."""
    return _REPORTING.search(sentence, 0, at) is not None


def unquoted(text: str) -> str:
    """A text with what stands in quotation marks blanked out, as long as before."""
    return _QUOTED.sub(lambda match: CUT * len(match[0]), text)


class SeedEstimates:
    """What estimates stand in the passages of one seed."""

    def __init__(self, seed: Seed, scale: Scale) -> None:
        self._seed, self._scale = seed, scale
        self._starts = [passage.start for passage in seed.passages]

    def around(self, start: int, end: int) -> tuple[str, ...]:
        """The words in every passage that a span touches, in the whole seed for -1."""
        return tuple(sorted({word for word, _, _ in self._of(start, end)}))

    def across(self, start: int, end: int) -> tuple[str, ...]:
        """The words that a span holds or cuts through, whole."""
        return tuple(word for word, first, last in self._of(start, end) if first < end and last > start)

    def _of(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """The estimates of the passages that a span touches: each word, and where it stands in the seed."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end) if start >= 0 else len(self._starts)
        for passage in self._seed.passages[first:last]:
            for found in estimates_in(self._seed.text[passage.start : passage.end], self._scale):
                yield found.word, passage.start + found.start, passage.start + found.end
