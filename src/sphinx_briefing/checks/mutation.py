"""How well the checks guard a book: its own verified quotations, altered one at a time, and how many are caught.

Every alteration changes what the words say or whose they are, never typography alone, so every one should fail. They
are made by rule, without chance: the same book has the same score.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation, State
from sphinx_briefing.text.anchors import Seed, verify

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEGATIONS: Final = frozenset("not no never nor none neither without cannot".split())  # noqa: SIM905  # a row of words
#: Words that no quotation needs to have: each is put in, or put in place of another.
_ADDED, _OTHER, _NAME = "perhaps", "something", "Zanzibar"
#: At most so many alterations of one kind are made of one quotation, from its beginning.
MOST: Final = 4

Words = Sequence[str]
Alter = Callable[[Words], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Altered:
    """One alteration: of which citation, of what kind, and the words that came of it; `caught` if it fails."""

    citation: Citation
    kind: str
    words: str
    caught: bool


def _with(words: Words, at: int, *now: str, instead: int = 1) -> str:
    return " ".join((*words[:at], *now, *words[at + instead :]))


def _dropped(words: Words) -> Iterator[str]:
    """One word inside is left out. Without its first or last word a quotation is only shorter."""
    return (_with(words, at) for at in range(1, len(words) - 1) if words[at] != words[at - 1])


def _added(words: Words) -> Iterator[str]:
    return (_with(words, at, _ADDED, instead=0) for at in range(1, len(words)))


def _swapped(words: Words) -> Iterator[str]:
    pairs = pairwise(words)
    return (_with(words, at, two, one, instead=2) for at, (one, two) in enumerate(pairs) if one != two)


def _negated(words: Words) -> Iterator[str]:
    """A negation is left out; where there is none, one is put in."""
    inside = [at for at in range(1, len(words) - 1) if words[at].lower().strip(",.;:") in _NEGATIONS]
    if inside:
        return (_with(words, at) for at in inside)
    return (_with(words, at, "not", instead=0) for at in range(1, len(words)))


def _numbered(words: Words) -> Iterator[str]:
    """A digit is changed."""
    for at, word in enumerate(words):
        for match in re.finditer(r"\d", word):
            other = str((int(match[0]) + 1) % 10)
            yield _with(words, at, word[: match.start()] + other + word[match.end() :])


def _renamed(words: Words) -> Iterator[str]:
    """A name is another."""
    for at, word in enumerate(words):
        match = _WORD.search(word)
        if at and match and match[0][0].isupper():
            yield _with(words, at, word[: match.start()] + _NAME + word[match.end() :])


def _recased(words: Words) -> Iterator[str]:
    """A word inside gains or loses its capital. The first letter of all is left, for a sentence may begin there."""
    for at, word in enumerate(words):
        match = _WORD.search(word)
        if at and match and word[match.start()].swapcase() != word[match.start()]:
            start = match.start()
            yield _with(words, at, word[:start] + word[start].swapcase() + word[start + 1 :])


def _replaced(words: Words) -> Iterator[str]:
    for at, word in enumerate(words):
        match = _WORD.search(word)
        if match and match[0].lower() != _OTHER:
            yield _with(words, at, word[: match.start()] + _OTHER + word[match.end() :])


#: Every kind of alteration by its name. A kind is a function from the words of a quotation to altered quotations.
ALTERATIONS: Final[Mapping[str, Alter]] = {
    "drop": _dropped,
    "add": _added,
    "swap": _swapped,
    "negation": _negated,
    "number": _numbered,
    "name": _renamed,
    "inner capital": _recased,
    "replaced word": _replaced,
}


def altered(words: str) -> Iterator[tuple[str, str]]:
    """Each alteration of some words: its kind and what comes of it, at most `MOST` of a kind."""
    split = words.split()
    for kind, alter in ALTERATIONS.items():
        yield from ((kind, result) for result in islice(alter(split), MOST))


def mutate(book: Book, seeds: Mapping[str, Seed]) -> tuple[Altered, ...]:
    """Every alteration of every verified quotation of the book, silent anchors included, each asked of its seed."""
    return tuple(
        Altered(citation, kind, words, not _passes(citation, words, seeds[citation.source]))
        for citation in dict.fromkeys(book.citations())
        if citation.words and citation.source in seeds and book.evidence[citation].state is not State.FAILED
        for kind, words in altered(citation.words)
    )


def _passes(citation: Citation, words: str, seed: Seed) -> bool:
    found = verify(seed, words, passage=citation.passage, before=citation.before, after=citation.after)
    return found.passed


def score(found: Iterable[Altered]) -> tuple[int, int]:
    """How many alterations were caught, and of how many."""
    caught = [item.caught for item in found]
    return sum(caught), len(caught)


def as_text(found: Sequence[Altered]) -> str:
    """A line a kind, the survivors with their words, then the score."""
    lines = []
    for kind in ALTERATIONS:
        caught, made = score(item for item in found if item.kind == kind)
        lines.append(f"{kind:<14}{caught:>6} of {made:>6} caught")
    for item in found:
        if not item.caught:
            place = item.citation.place
            lines.append(f"{place.page}, line {place.line}: {item.kind} not caught: “{item.words}”")
    return "\n".join([*lines, _summary(found)]) + "\n"


def _summary(found: Sequence[Altered]) -> str:
    caught, made = score(found)
    if not made:
        return "no verified quotation to alter"
    quotations = len({item.citation for item in found})
    return f"{caught} of {made} alterations of {quotations} quotations caught: {percent(caught, made)}%"


def percent(caught: int, made: int) -> str:
    """The score to one decimal, rounded down, so that only all is 100."""
    tenths = 1000 * caught // made
    return f"{tenths // 10}" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


def as_json(found: Sequence[Altered]) -> str:
    """The score, by kind too, and the survivors, as one JSON document. Words of silent anchors are not in it."""
    caught, made = score(found)
    document = {
        "caught": caught,
        "made": made,
        "quotations": len({item.citation for item in found}),
        "by_kind": {
            kind: dict(zip(("caught", "made"), score(item for item in found if item.kind == kind), strict=True))
            for kind in ALTERATIONS
        },
        "survivors": [_survivor(item) for item in found if not item.caught],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _survivor(item: Altered) -> dict[str, object]:
    citation = item.citation
    return {
        "kind": item.kind,
        "place": {"page": citation.place.page, "line": citation.place.line},
        "source": citation.source,
        "words": "" if citation.silent else item.words,
    }
