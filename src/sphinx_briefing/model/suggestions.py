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
