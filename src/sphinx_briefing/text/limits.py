"""Whether words end just before what limits them: ", but", "unless", "that does not", ", he believes"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sphinx_briefing.text.hedges import (
    AUXILIARIES,
    CONDITION,
    CONDITION_PHRASES,
    CONDITIONS,
    FEAR,
    FEARING,
    LIKELIHOOD,
    LIMIT,
    LIMIT_PHRASES,
    LIMITS,
    MARKS,
    NEGATION,
    NEGATIVE_THAT,
    REPORT,
    WISH,
    listed,
    negates,
    tokens,
)

_OPENING: Final = frozenset((",", "--", "("))
_ENDING: Final = frozenset((".", "?", "!", ";", ":"))


def limits(right: str) -> tuple[str, ...]:
    """The classes of what follows right after a quotation: `right` is the rest of its sentence."""
    words = [word.casefold() for word in tokens(right)]
    start = next((place for place, word in enumerate(words) if word not in MARKS and word not in _OPENING), None)
    if start is None or any(word in _ENDING for word in words[:start]):
        return ()
    return tuple(dict.fromkeys(_limits(words[start:], any(word in _OPENING for word in words[:start]))))


def _limits(rest: list[str], comma: bool) -> Iterator[str]:
    first = rest[0]
    line = f"{' '.join(rest)} "
    if any(line.startswith(f"{phrase} ") for phrase in CONDITION_PHRASES) or (
        first in CONDITIONS and first != "whether"
    ):
        yield CONDITION
    elif (
        (first in ("or", "and") and rest[1:2] and (negates(rest[1]) or rest[1] == "so"))
        or first in LIMITS
        or any(line.startswith(f"{phrase} ") for phrase in LIMIT_PHRASES)
    ):
        yield LIMIT
    elif first in ("perhaps", "maybe", "possibly", "probably", "allegedly", "reportedly", "supposedly", "apparently"):
        yield LIKELIHOOD
    elif (negates(first) and first != "few" and first != "little") or (
        not comma and first in AUXILIARIES and any(negates(word) or word in NEGATIVE_THAT for word in rest[1:4])
    ):
        yield NEGATION
    elif first in ("that", "which", "who", "whose") and any(negates(word) for word in rest[1:4]):
        yield LIMIT
    elif comma and (force := _trailing(rest)):
        yield force
    else:
        yield from _later(rest)


def _trailing(rest: list[str]) -> str:
    """ ", he believes" and ", critics fear" at the end."""
    for word in rest[1:4]:
        if word in _TRAILING:
            return REPORT
        if word in FEARING:
            return FEAR
        if word in ("hope", "hopes", "hoped", "wishes", "wish"):
            return WISH
        if word in (",", ".", ";"):
            break
    return ""


_TRAILING: Final = listed("""
    thinks think thought believes believe believed claims claim claimed alleges alleged suspects suspected
    imagines imagined supposes supposed pretends pretended insists insisted
""")


def _later(rest: list[str]) -> Iterator[str]:
    """A condition a few words on, in the same clause."""
    for word in rest[1:9]:
        if word in (",", ";", ":", ".", "--", "that", "which", "and", "but"):
            return
        if word in ("unless", "if", "except", "provided"):
            yield CONDITION
            return
