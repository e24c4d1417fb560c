"""Whether a source gives words to a speaker: they stand in its quotation marks, beside his name and a verb."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import Final

from sphinx_briefing.model.sources import Source
from sphinx_briefing.text.hedges import SPEAKING, listed, tokens
from sphinx_briefing.text.passages import number_at
from sphinx_briefing.text.seed import Seed, Span

_QUOTED: Final = re.compile(
    '\u201c[^\u201d]*(?:\u201d|$)|\u00ab[^\u00bb]*(?:\u00bb|$)|\u201e[^\u201c\u201d]*|"[^"]*(?:"|$)'
)
_START: Final = attrgetter("start")
_END: Final = attrgetter("end")
_MARKS: Final = "\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb ,.;:\n"
_VERBS: Final = SPEAKING | listed(
    "call calls called describe describes described put puts speak spoke speaks according"
)
_PRONOUNS: Final = listed("he she they it who its their")
#: After these a name is whoever was spoken to.
_TO: Final = listed(
    "tell tells told telling assure assures assured inform informed informs remind reminded asked ask asks"
)


def objection(seed: Seed, source: Source, start: int, end: int, speaker: tuple[str, ...]) -> str:
    """Why the words from `start` to `end` may not be given to a speaker, named in several ways; empty if they may."""
    if not speaker or _is_author(source, speaker):
        return ""
    speech = in_quotation_marks(seed, start, end)
    if not speech:
        return f"they do not stand in quotation marks there: they are the source's own words, not those of {speaker[0]}"
    if not _given_to(seed, speech, speaker):
        return f"the source does not give them to {speaker[0]}"
    return ""


def in_quotation_marks(seed: Seed, start: int, end: int) -> Span | None:
    """All that stands inside the source's own quotation marks round the words, if they lie inside such marks."""
    words = seed.text[start:end].lstrip(_MARKS)
    start = end - len(words)
    end = start + len(words.rstrip(_MARKS))
    first, last = _paragraph(seed, start)
    for found in _QUOTED.finditer(seed.text[first:last]):
        if first + found.start() < start and end <= first + found.end():
            return first + found.start() + 1, first + found.end()
    return None


def _is_author(source: Source, speaker: tuple[str, ...]) -> bool:
    names = {str(name).casefold() for name in source.author} | {name.family.casefold() for name in source.author}
    return any(name.casefold() in names for name in speaker)


def _paragraph(seed: Seed, at: int) -> tuple[int, int]:
    """The offsets of the paragraph in which a place lies."""
    number = number_at(seed.passages, at)
    if number is None:
        return at, at
    first = last = number
    name = _block(seed, number)
    while first and _block(seed, first - 1) == name:
        first -= 1
    while last + 1 < len(seed.passages) and _block(seed, last + 1) == name:
        last += 1
    return seed.passages[first].start, seed.passages[last].end


def _block(seed: Seed, at: int) -> str:
    return seed.passages[at].id.partition("s")[0]


def _given_to(seed: Seed, speech: Span, speaker: tuple[str, ...]) -> bool:
    beside = seed.passages[
        bisect_right(seed.passages, speech[0], key=_END) : bisect_left(seed.passages, speech[1], key=_START)
    ]
    first, last = _paragraph(seed, beside[0].start)
    own = _QUOTED.sub(lambda found: " " * len(found[0]), seed.text[first:last]).replace("\u2019", "'")
    speaker = tuple(re.sub("^[Tt]he ", "", name.replace("\u2019", "'")) for name in speaker)
    begin = beside[0].start - first
    sentence = own[begin : beside[-1].end - first]
    if any(_says(sentence, name) for name in speaker):
        return True
    words = [token.casefold() for token in tokens(sentence)]
    if _PRONOUNS.isdisjoint(words) or _VERBS.isdisjoint(words):
        return False
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", own[:begin], re.IGNORECASE) for name in speaker)


def _says(sentence: str, name: str) -> bool:
    """ "Rehn ... said" or "said Rehn", but not "told Rehn"."""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence, re.IGNORECASE):
        after = [token.casefold() for token in tokens(sentence[found.end() :])]
        before = [token.casefold() for token in tokens(sentence[: found.start()])]
        near = before[-4:]
        verbs = [word for word in near if word in _VERBS]
        if not _VERBS.isdisjoint(after[:14]) and _TO.isdisjoint(near):
            return True
        if verbs and verbs[-1] not in _TO:
            return True
    return False
