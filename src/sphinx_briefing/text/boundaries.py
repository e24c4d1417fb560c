"""Where words may start and end, and where a stretch of folded text stands in whole words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from sphinx_briefing.model.evidence import Passage
from sphinx_briefing.text.folding import Folded
from sphinx_briefing.text.passages import UNSPACED
from sphinx_briefing.text.seed import Seed, Span, passage_id

HYPHENS: Final = frozenset("-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\u058a\u05be")
_SYMBOLS: Final = frozenset(["Sc", "Sm"])  # currencies; "<", "+", "\u00b1"
_UNSPACED: Final = re.compile(f"[{UNSPACED}]")


def occurrences(seed: Seed, needle: str, passage: Passage | None = None) -> Iterator[Span]:
    """The spans of folded text that are the needle, in whole words; with a passage, those that start in it."""
    first, last = 0, len(seed.folded.text)
    if passage:
        # A dash at the start of the words brings along the space before it, which is not the passage's.
        first = max(0, seed.folded.position(passage.start) - 1)
        last = min(last, seed.folded.position(passage.end) + len(needle))
    for at in seed.index.find(needle, first, last):
        end = at + len(needle)
        whole = is_boundary(seed.folded, at) and is_boundary(seed.folded, end)
        if whole and (passage is None or passage_id(seed, (at, end)) == passage.id):
            yield at, end


# Where a word ends. Part of a word is another word: "Kremlin" is not "Kremlin's", "do" is not "don't",
# "nuclear" is not "non-nuclear", "or" is not "and/or", "5" is not "3.5" or ".5" or "$5" or "<5" or "5%".


def is_boundary(folded: Folded, at: int) -> bool:
    """Whether words may start or end at a place in the folded text."""
    text = folded.text
    if not 0 < at < len(text):
        return True
    left, right = text[at - 1], text[at]
    if unicodedata.category(right)[0] == "M" or folded.splits(at):
        return False
    if right.isspace():
        return True
    if _in_word(left) and _in_word(right):
        return bool(_UNSPACED.match(left) or _UNSPACED.match(right))
    if left == right == ".":
        return not _in_ellipsis(text, at)
    return not (_joins(folded, at - 1) or _joins(folded, at) or _belongs_to_number(folded, at))


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _in_ellipsis(text: str, at: int) -> bool:
    """Whether three full stops stand round a place. They are one mark, as "…" is; of four, one ends a sentence."""
    left, right = text[max(0, at - 3) : at], text[at : at + 3]
    return len(left) - len(left.rstrip(".")) + len(right) - len(right.lstrip(".")) == 3


def _joins(folded: Folded, at: int) -> bool:
    """Whether the character at a place holds the letters on both sides of it together."""
    if not 0 < at < len(folded.text) - 1:
        return False
    left, mark, right = folded.text[at - 1], folded.text[at], folded.text[at + 1]
    if mark == "-":  # the left may be a full stop: "U.S.-Russia"
        return not left.isspace() and _in_word(right) and original(folded, at) in HYPHENS
    if mark == "." and right == "-":
        return _joins(folded, at + 1)
    if not (_in_word(left) and _in_word(right)) or _UNSPACED.search(left + right):
        return False
    if mark == ".":
        return not (left.islower() and right.isupper())  # "court.But" lacks a space; "U.S.A" lacks none
    if mark in ",:":
        return left.isdigit() and right.isdigit()
    return mark in "'/&@_"  # any quotation mark: sloppy texts write don"t, and a lost space is better seen than guessed


def _belongs_to_number(folded: Folded, at: int) -> bool:
    """Whether a sign, a unit or a point stands between a number, or a grade such as "AA+", and what is cut off it."""
    left, right = folded.text[at - 1], folded.text[at]
    if left.isdigit() and (right in "%\u2030\u00b0\u2032\u2033" or unicodedata.category(right) in _SYMBOLS):
        return True
    if (right == "+" and left.isalpha()) or (left == "\u00b0" and right.isalpha()):
        return True
    if not right.isdigit():
        return False
    if left == ".":  # ".5 percent", but "... 5 percent"
        return folded.text[at - 2 : at - 1] != "."
    if left != "-":
        return unicodedata.category(left) in _SYMBOLS
    return _is_minus(original(folded, at - 1))


def _is_minus(run: str) -> bool:
    """Whether the dashes and white space before a digit end in a minus: "-5 - -10", but not "5--10"."""
    run = "".join(character for character in run if unicodedata.category(character) != "Cf")
    return run[-1:] in HYPHENS and run[-2:-1] != run[-1]  # a minus has no space after it, and is no typewriter's dash


def original(folded: Folded, at: int) -> str:
    """What stood in the stored text where a folded character stands."""
    start, end = folded.stored(at, at + 1)
    return folded.original[start:end]
