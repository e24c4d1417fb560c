"""Whether a reworded sentence says the same: a slip of the pen mended, a mark or a capital changed."""

from __future__ import annotations

import re
from typing import Final

from sphinx_briefing.model.suggestions import one_slip
from sphinx_briefing.text.hedges import AUXILIARIES, CONDITIONS, LIKELY, LIMITS, is_number, negates

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: Words in which one letter turns a sentence: "could" and "would", "now" and "not".
_TURNING: Final = AUXILIARIES | CONDITIONS | LIKELY | LIMITS


def only_slips(old: str, new: str) -> bool:
    """Whether the only difference is typing: each word the same but for marks, capitals and one wrong letter.

    A number, a negation, and a word that limits or weighs are never a slip.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) != len(after):
        return False
    return all(_same(one, other) for one, other in zip(before, after, strict=True))


def _same(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    if first == second:
        return True
    if any(word in _TURNING or negates(word) or is_number(word) for word in (first, second)):
        return False
    return bool(one_slip(first, (second,)))
