"""Harmless variants of exact words: the same words in other typography, one function for each fold."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping

from verbatim import HYPHENS, INVISIBLE, LIGATURES, LONG_DASHES, QUOTES

Vary = Callable[[str, random.Random], str]

_SPACES = (" ", "  ", "\u00a0", "\u2009", "\u202f", "\t", "\n", "\r\n", " \n ", "\u3000", "\u2003\u2003", "\x0b")
_BREAKS = ("\n\n", "\r\n\r\n", "\n \n", "\u2029", "\n\n\n\n", "\u2028\u2028", "\r\r", "\n\u00a0\n")
_SPELLED = re.compile("ffi|ffl|ff|fi|fl")
_BACK = {letters: ligature for ligature, letters in LIGATURES.items()}
# What is not seen parts neither white space nor a run of dashes: each is one place.
_WHITE = re.compile(rf"\s(?:[\s{INVISIBLE}]*\s)?")
_DASH = re.compile(rf"[\s{INVISIBLE}]*(?:[{HYPHENS}{LONG_DASHES}][\s{INVISIBLE}]*)+")


def _each(pattern: re.Pattern[str], words: str, chance: random.Random, now: Callable[[re.Match[str]], str]) -> str:
    """Most of the places changed, at least one."""
    found = list(pattern.finditer(words))
    sure = chance.randrange(len(found)) if found else -1
    number = iter(range(len(found)))
    return pattern.sub(lambda match: now(match) if next(number) == sure or chance.random() < 0.7 else match[0], words)


def quotation_marks(words: str, chance: random.Random) -> str:
    return _each(re.compile(f"[{QUOTES}]"), words, chance, lambda _: chance.choice(QUOTES))


def dashes(words: str, chance: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        white = match[0].strip() != match[0]
        left, right = (chance.choice(("", " ", "\u00a0", "\n")) for _ in range(2))
        dash = chance.choice((*HYPHENS, *LONG_DASHES, "--", "---", "- -"))
        return f"{left}{dash}{right}" if white or chance.random() < 0.3 else dash

    return _each(_DASH, words, chance, other)


def white_space(words: str, chance: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        lines = len(re.findall("\r\n|[\n\r\x85\u2028]", match[0]))
        return chance.choice(_BREAKS if lines > 1 or "\u2029" in match[0] else _SPACES)

    return _each(_WHITE, words, chance, other)


def composition(words: str, chance: random.Random) -> str:
    """Accents apart; one by one, for a text may mix both."""
    return "".join(
        unicodedata.normalize("NFD", character) if chance.random() < 0.8 else character for character in words
    )


def zero_width(words: str, chance: random.Random) -> str:
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(words) + 1)
        words = words[:at] + chance.choice(INVISIBLE) + words[at:]
    return words


def ligature(words: str, chance: random.Random) -> str:
    return _each(_SPELLED, words, chance, lambda match: _BACK[match[0]])


def ellipsis(words: str, chance: random.Random) -> str:
    return words.replace("…", "...") if "…" in words else words.replace("...", "…")


VARIANTS: Mapping[str, Vary] = {
    "quotation marks": quotation_marks,
    "dashes": dashes,
    "white space": white_space,
    "composition": composition,
    "zero-width": zero_width,
    "ligature": ligature,
    "ellipsis": ellipsis,
}


def all_at_once(words: str, chance: random.Random) -> str:
    """Several folds in one, ligatures and accents before what may stand between their letters."""
    order = ("ligature", "ellipsis", "quotation marks", "dashes", "white space", "composition", "zero-width")
    for fold in order:
        if chance.random() < 0.6:
            words = VARIANTS[fold](words, chance)
    return words
