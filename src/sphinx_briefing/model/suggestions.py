"""What was probably meant: the nearest known word for a "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

#: How near an id must be to be suggested; a value of a vocabulary must be nearer, since "unlikely" is near "likely".
NEAR, NEARER = 0.6, 0.8


def did_you_mean(word: str, known: Iterable[str], cutoff: float = NEAR) -> str:
    """ "did you mean `lavrov`?", or an empty string when nothing known is near."""
    names = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), names, n=1, cutoff=cutoff)
    return f"did you mean `{names[near[0]]}`?" if near else ""


def one_of(known: Iterable[str]) -> str:
    """ "write one of: `supports`, `opposes`", for hints about a closed vocabulary."""
    return "write one of: " + ", ".join(f"`{name}`" for name in known)


def hint(word: str, known: Iterable[str], otherwise: str) -> str:
    """The nearest known word if there is one, and in any case what to do: `otherwise`."""
    near = did_you_mean(word, known)
    return f"{near} Otherwise {otherwise}" if near else otherwise


def one_slip(word: str, known: Iterable[str]) -> str:
    """The one known word from which `word` differs by one slip of the pen; empty when there is none, or more than one.

    A slip is a letter too many, too few or wrong, or two neighbors that changed places. A digit is no slip: `j-12` and
    `j-13` are two things. Words of three letters or fewer are too short to tell.
    """
    near = [name for name in dict.fromkeys(known) if len(name) > 3 and len(word) > 3 and _slipped(word, name)]
    return near[0] if len(near) == 1 else ""


def _slipped(one: str, other: str) -> bool:
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    if len(left) == len(right):
        changed = (left[:1] + right[:1], left[1:], right[1:])
        swapped = (left[:2], left[2:], right[2:]) if left[:2] == right[1::-1] else changed
        return any(rest == rest_2 and not _digit(piece) for piece, rest, rest_2 in (changed, swapped))
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[1:] == shorter and not _digit(longer[:1])


def _digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
