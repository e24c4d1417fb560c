"""Whether words end just before what limits them: ", but", "unless", "that does not", ", he believes"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import Final

from sphinx_briefing.text.frames import trailing_frames
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
    SPEAKING,
    THINKING,
    WISH,
    listed,
    negates,
    tokens,
)

_OPENING: Final = frozenset((",", "--", "("))
_ENDING: Final = frozenset((".", "?", "!", ";", ":"))


def limits(right: str, quoted: str = "") -> tuple[str, ...]:
    """The classes of what follows right after the words `quoted`: `right` is the rest of their sentence."""
    words = [word.casefold() for word in tokens(right)]
    start = next((place for place, word in enumerate(words) if word not in MARKS and word not in _OPENING), None)
    if start is None:
        return ()
    if words[start] in _ENDING:
        return tuple(_after_the_end(words[start], words, quoted))
    rest, comma = words[start:], any(word in _OPENING for word in words[:start])
    found = [*_limits(rest, comma)]
    if not comma and rest[0] in ("who", "that", "which", "whose") and _sweeps(quoted):
        found.append(LIMIT)
    if _is_asked(words, quoted):
        found.append(CONDITION)
    return tuple(dict.fromkeys(found))


def _after_the_end(mark: str, words: list[str], quoted: str) -> Iterator[str]:
    """The words ended their statement, but not their sentence: a question, or "; however, ..."."""
    if _is_asked(words, quoted):
        yield CONDITION
    elif mark == ";" and words[words.index(";") + 1 :][:1] in (["however"], ["but"], ["yet"], ["except"], ["unless"]):
        yield LIMIT


def _is_asked(words: list[str], quoted: str) -> bool:
    """Whether the words are part of a question whose mark was left outside."""
    mark = next((word for word in words if word in _ENDING), "")
    return mark == "?" and "?" not in quoted


def _sweeps(quoted: str) -> bool:
    """Whether the words end in all of something, so that what follows says of which: "every child | who can pay"."""
    words = [word.casefold() for word in tokens(quoted)]
    return not _SWEEPING.isdisjoint([*words[:1], *words[-3:]])


_SWEEPING: Final = listed("all every any each anyone anybody everyone everybody everything anything no")


def _limits(rest: list[str], comma: bool) -> Iterator[str]:
    first = rest[0]
    line = f"{' '.join(rest)} "
    if _POLITE.match(line):
        return
    if line.startswith(_CONDITIONAL) or (first in CONDITIONS and first != "whether"):
        yield CONDITION
    elif (
        (first in ("or", "and") and not _DENYING.isdisjoint(rest[1:2]))
        or (first == "or" and rest[2:3] in (["would"], ["might"], ["could"], ["will"]))
        or (first == "when" and " at all " in line)
        or first in LIMITS
        or line.startswith(_LIMITING)
    ):
        yield LIMIT
        if comma:
            yield from _trailing(rest[1:])
    elif first in ("perhaps", "maybe", "possibly", "probably", "allegedly", "reportedly", "apparently"):
        yield LIKELIHOOD
    elif (negates(first) and first not in ("few", "little") and (comma or first not in ("nobody", "none"))) or (
        not comma and _denied(rest)
    ):
        yield NEGATION
    elif first in (("which",) if comma else ("that", "which", "who", "whose")) and any(
        negates(word) or (comma and word in NEGATIVE_THAT) for word in rest[1:4]
    ):
        yield LIMIT
    elif comma and (force := next(chain(_trailing(rest), trailing_frames(line)), "")):
        yield force
    else:
        yield from _later(rest)


_CONDITIONAL: Final = tuple(f"{phrase} " for phrase in CONDITION_PHRASES)
_LIMITING: Final = tuple(f"{phrase} " for phrase in LIMIT_PHRASES)
#: "if you please" sets no condition.
_POLITE: Final = re.compile(r"if you (?:please|like|will)\b")
#: ", or I would if I could": what follows takes the words back.
_DENYING: Final = listed("not never no so nor hardly")


def _denied(rest: list[str]) -> bool:
    """Whether what follows denies the words: "... is not true", "A friend | the minister is not"."""
    if rest[0] in AUXILIARIES:
        return any(negates(word) or word in NEGATIVE_THAT for word in rest[1:4])
    clause = list(takewhile(lambda word: word not in _ENDING and word != ",", rest))
    return len(clause) <= 6 and clause[-1] == "not" and not AUXILIARIES.isdisjoint(clause[-3:])


def _trailing(rest: list[str]) -> Iterator[str]:
    """ ", he believes", ", said the mayor" and ", a claim he denies" at the end."""
    if not rest or rest[0] in _JOINING or rest[0] in AUXILIARIES:  # "The pilots, who asked | , have said nothing"
        return
    if rest[0] in ("a", "an", "the", "another") and not _CLAIMS.isdisjoint(rest[1:4]):
        yield REPORT
    for place, word in enumerate(rest[:6]):
        following = rest[place + 1 : place + 2]
        if word in (",", ".", ";") or following == ["to"] or (not place and following == ["by"]):
            return
        if word in _TRAILING:
            yield REPORT
        if place and word in FEARING:
            yield FEAR
        if place and word in ("hope", "hopes", "hoped", "wishes", "wish"):
            yield WISH


_TRAILING: Final = {word for word in SPEAKING | THINKING if not word.endswith(("ing", "ion", "ions"))} - listed("""
    report reports statement charge charges reason reasons message story clear sure certain opinion view views sense
    figure figures note notes estimate estimates belief beliefs idea notion theory conviction perception
    confident convinced optimistic pessimistic satisfied hold holds held
""") | listed("chanted chant chants told")
#: What begins thus is a statement of its own, or bears the words out: "as the mayor said it would".
_JOINING: Final = listed("""
    and but than earlier later which who whom whose as when where while because since after before so then although
    though
""")
_CLAIMS: Final = listed("""
    claim claims charge allegation rumor story accusation notion assertion conclusion tale lie myth legend fiction
    theory
""")


def _later(rest: list[str]) -> Iterator[str]:
    """A condition a few words on, in the same clause."""
    if rest[0] in ("and", "or", "while"):
        return
    for word in rest[1:9]:
        if word in (",", ";", ":", ".", "--", "that", "which", "and", "but"):
            return
        if word in ("unless", "if", "except", "provided"):
            yield CONDITION
            return
