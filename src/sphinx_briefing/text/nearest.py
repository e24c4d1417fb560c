"""Which stretch of a seed is most like words that do not stand in it, and how like. It only ever words a message."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter
from typing import Final

from rapidfuzz import fuzz, process

from sphinx_briefing.text.seed import Seed
from sphinx_briefing.text.wordindex import places

NEAR_FROM: Final = 55.0
"""From this similarity on (0 to 100) a stretch is worth naming at all."""

_ROUNDING: Final = 0.001  # the same similarity, worked out in another way, may differ by so much
_TRIED: Final = 8
_LOOKED_AT: Final = 200  # places of one word; a word that stands in more tells little
_LONG: Final = 200  # characters, some thirty-five words
_VOTERS: Final = 100
_GIVE: Final = 100  # characters left out or put in before a word, so that it is still counted
_START: Final = itemgetter(0)
_WORD: Final = re.compile(r"\S+")


def nearest(seed: Seed, needle: str) -> tuple[float, int]:
    """How like folded words the most like stretch of the seed is (0 to 100), and where in its folded text it begins."""
    return _nearest_long(seed, needle) if len(needle) > _LONG else _nearest_short(seed, needle)


def _nearest_short(seed: Seed, needle: str) -> tuple[float, int]:
    """How like the words the most like stretch is that begins in a passage, and where it begins."""
    windows = [seed.folded.text[start : end + len(needle)] for start, end in seed.bounds]
    worth = _worth(needle, [windows[at] for at in _likeliest(seed, needle)])
    best = process.extractOne(needle, windows, scorer=fuzz.partial_ratio, score_cutoff=worth)
    if best is None:
        return 0.0, 0
    _, score, index = best
    aligned = fuzz.partial_ratio_alignment(needle, windows[index])
    return score, seed.bounds[index][0] + (aligned.dest_start if aligned else 0)


def _nearest_long(seed: Seed, needle: str) -> tuple[float, int]:
    """The same for many words: to lay them at every place would cost their square for each passage.

    They begin where most of their longest words would have them begin, give or take what was left out or put in; of
    these places, where most agree to the letter.
    """
    votes, weights = defaultdict[int, Counter[int]](Counter), defaultdict[int, float](float)
    for word, offset in _telling(needle):
        found = list(islice(places(seed.folded.text, word), _LOOKED_AT))
        for start in (place - offset for place in found):
            votes[start // _GIVE][start] += 1
            weights[start // _GIVE] += 1 / len(found)  # a word that stands in many places says little of each
    if not votes:
        return 0.0, 0
    most = max(votes, key=lambda at: weights[at] + weights[at + 1])
    ((start, _),) = (votes[most] + votes[most + 1]).most_common(1)
    start = max(0, start)
    return fuzz.ratio(needle, seed.folded.text[start : start + len(needle)]), start


def _telling(needle: str) -> list[tuple[str, int]]:
    """The longest words, each with its place; of one that stands there several times the first."""
    found: dict[str, int] = {}
    for word in _WORD.finditer(needle):
        found.setdefault(word[0], word.start())
    return sorted(found.items(), key=lambda item: (-len(item[0]), item[1]))[:_VOTERS]


def _likeliest(seed: Seed, needle: str) -> list[int]:
    """The few passages that have most of the longest words: only these are looked for, and not everywhere."""
    found = Counter[int]()
    for word, _ in _telling(needle)[:_TRIED]:
        few = islice(places(seed.folded.text, word), _LOOKED_AT)
        found.update({max(bisect_right(seed.bounds, at, key=_START) - 1, 0) for at in few})
    return [passage for passage, _ in found.most_common(_TRIED)]


def _worth(needle: str, windows: Sequence[str]) -> float:
    """The similarity that one of the windows reaches: what cannot is passed over far faster."""
    reached = max((fuzz.partial_ratio(needle, window, score_cutoff=NEAR_FROM) for window in windows), default=0.0)
    return max(NEAR_FROM, reached - _ROUNDING)
