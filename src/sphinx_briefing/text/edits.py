"""Edits that an editor may make to exact words because every reader sees them, and those that are refused.

A quotation is read as pieces with gaps between them: an ellipsis hides words of the source, brackets put words in or in
place of a few. Each piece must stand in the source letter for letter, in the source's order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Final

from sphinx_briefing.model.evidence import Cause, Passage
from sphinx_briefing.text.boundaries import occurrences
from sphinx_briefing.text.folding import PARAGRAPH_MARK
from sphinx_briefing.text.hedges import hedges, hidden_turns, is_number, listed, negates, tokens
from sphinx_briefing.text.seed import Seed, Span, passage_id

FEWEST_IN_PIECE: Final = 3
MOST_HIDDEN: Final = 40
MOST_REPLACED: Final = 3
MOST_MARKS: Final = 6
"""With more marks than this, they are the source's own or the editor's all together, or by kind."""

_FAR: Final = 50 * MOST_HIDDEN  # characters; so many hold more words than an ellipsis may hide
_NOWHERE: Final = (0, 0)
_MARK: Final = re.compile(r"\s*\[\s*\.\.\.\s*\]\s*|\s*\.\.\.\s*|\[[^\[\]]*\]")
_OMISSION: Final = re.compile(r"\.\.\.|\[\s*\.\.\.\s*\]")  # words in brackets stay words, whatever marks they hold
_SIC: Final = re.compile(r"\s?\[sic!?\]", re.IGNORECASE)
_INITIAL: Final = re.compile(r"\[([^\W\d_])\](?=\w)")
_LETTER: Final = re.compile(r"[^\W_]")
_FINAL: Final = {",": "comma", ".": "full stop", ";": "semicolon"}
#: Words that begin sentences and are no names. The same capital may be lost wherever the source has the word small.
_NO_NAMES: Final = listed("""
    a after all although an and another any as at because before both but by despite during each even every few
    finally for from given had has have he her here his how however i if in instead is it its just later let
    many may meanwhile more most moreover much my neither never no nobody none nor not nothing now of on once
    one only or other others our over perhaps rather she since so some still such than that the their then there
    these they this those though three through to today tomorrow two under unless until we what when where
    whether which while who whose why will with within without would yet yesterday you your should could might
    maybe last next
""")
_COMMON: Final = re.compile(r"(?:ing|ed|ly|tions?|ments?|ness|ity|ers|ors|ists|als|ics)$")


@dataclass(frozen=True, slots=True)
class Edited:
    """Words found under edits: their span (folded), the edits, what a reviewer is to see, or why they are refused.

    `hidden` are the stretches of the source (folded) that the quotation does not show.
    """

    span: Span
    edits: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    cause: Cause | None = None
    told: str = ""
    hidden: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between two pieces: an ellipsis (`words` is None) or words in brackets."""

    words: str | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A quotation as pieces, and the gaps between them (one fewer); `edits` are those outside the gaps."""

    pieces: tuple[str, ...]
    gaps: tuple[_Gap, ...]
    edits: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    final: str = ""  # the mark that the editor put at the end
    free_initials: frozenset[int] = field(default=frozenset())  # pieces whose first letter stands in brackets


def edited(seed: Seed, needle: str, passage: Passage | None, *, elides: bool) -> tuple[Edited, ...]:
    """Where folded words stand in the seed under edits: all places that are allowed, else one that is refused.

    `elides` says that the editor answers for what an ellipsis hides. Empty when the words stand nowhere so.
    """
    refused: Edited | None = None
    find: Finder = cache(lambda piece, within: tuple(occurrences(seed, piece, within)))
    for reading in _readings(needle):
        if isinstance(reading, Edited):
            return (reading,)
        chains = _near(list(_chains(seed, reading, passage, find)))
        found = tuple(_judged(seed, reading, chain, elides) for chain in chains)
        good = tuple(item for item in found if item.cause is None)
        if good:
            return _distinct(good)
        refused = refused or min(found, key=_length, default=None) or _disordered(reading, find)
    return (refused,) if refused else ()


def _length(item: Edited) -> int:
    return item.span[1] - item.span[0]


def _distinct(found: tuple[Edited, ...]) -> tuple[Edited, ...]:
    """One for each end: of several beginnings the nearest, which comes last."""
    return tuple({item.span[1]: item for item in found}.values())


# How a quotation is read.


def _readings(needle: str) -> Iterator[_Reading | Edited]:
    """All ways to read it, the most literal first: marks may be the source's own, a final mark the editor's."""
    for marks in _kept_marks(needle):
        reading = _read(needle, marks)
        yield reading
        if isinstance(reading, Edited):
            return
        last = reading.pieces[-1]
        if last[-1] in _FINAL and not last.endswith("..."):
            added = f"final {_FINAL[last[-1]]} added"
            yield replace(
                reading,
                pieces=(*reading.pieces[:-1], last[:-1].rstrip()),
                edits=(*reading.edits, added),
                final=last[-1],
            )


def _kept_marks(needle: str) -> list[frozenset[int]]:
    """Which marks (by number) are read as the source's own: all, all but one, those of one kind, one, none."""
    found = list(_MARK.finditer(needle))
    every = frozenset(range(len(found)))
    brackets = frozenset(number for number, match in enumerate(found) if not _OMISSION.fullmatch(match[0].strip()))
    single = [frozenset({number}) for number in every] if len(found) <= MOST_MARKS else []
    ways = (every, *(every - one for one in single), brackets, every - brackets, *single, frozenset[int]())
    return sorted(dict.fromkeys(ways), key=len, reverse=True)


def _read(needle: str, kept: frozenset[int]) -> _Reading | Edited:
    pieces, gaps = [""], list[_Gap]()
    edits = list[str]()
    free: set[int] = set()
    at = 0
    for number, match in enumerate(_MARK.finditer(needle)):
        if number in kept:
            continue
        pieces[-1] += needle[at : match.start()]
        at = match.end()
        mark = match[0].strip()
        if _OMISSION.fullmatch(mark):
            gaps.append(_Gap())
        elif _SIC.fullmatch(mark):
            pieces[-1] = pieces[-1].rstrip()
            edits.append("[sic] added")
            continue
        elif len(mark) == 3 and _LETTER.match(mark[1]) and needle[at : at + 1].isalpha():
            letter = mark[1]
            if _LETTER.match(pieces[-1][-1:]):
                return _refusal(Cause.BRACKET, f"`{mark}` changes a letter within a word")
            if pieces[-1].strip():
                gaps.append(_Gap(""))
                pieces.append(letter)
            else:
                pieces[-1] = letter
            free.add(len(pieces) - 1)
            edits.append(f"first letter in brackets: {mark}")
            continue
        else:
            gaps.append(_Gap(mark[1:-1].strip()))
        pieces.append("")
    pieces[-1] += needle[at:]
    return _trimmed(_Reading(tuple(pieces), tuple(gaps), tuple(edits), free_initials=frozenset(free)))


def _trimmed(reading: _Reading) -> _Reading | Edited:
    """The reading without gaps at its edges: an ellipsis there hides nothing, words in brackets there are added."""
    pieces, gaps = [piece.strip() for piece in reading.pieces], list(reading.gaps)
    added, dropped = list[str](), 0
    for edge in (0, -1):
        while gaps and not _LETTER.search(pieces[edge]):
            gap = gaps.pop(edge)
            pieces.pop(edge)
            if gap.words is None:
                return _refusal(Cause.ELLIPSIS, "an ellipsis at the edge of a quotation hides nothing")
            if cause := _turning(gap.words, "add"):
                return cause
            added.append(f"[{gap.words}] added")
            dropped += edge == 0
    if not all(_LETTER.search(piece) for piece in pieces):
        if gaps:
            return _refusal(Cause.ELLIPSIS, "nothing stands between two marks of omission or brackets")
        return _refusal(Cause.BRACKET, "no word of the source is left")
    free = frozenset(number - dropped for number in reading.free_initials)
    return _Reading(tuple(pieces), tuple(gaps), (*reading.edits, *added), tuple(added), free_initials=free)


def _refusal(cause: Cause, told: str) -> Edited:
    return Edited(_NOWHERE, cause=cause, told=told)


# Where the pieces stand.

Chain = tuple[tuple[Span, ...], tuple[str, ...]]  # the places of the pieces, and edits that they needed
Finder = Callable[[str, Passage | None], tuple[Span, ...]]  # looks for a piece once, however many readings have it


def _chains(seed: Seed, reading: _Reading, passage: Passage | None, find: Finder) -> Iterator[Chain]:
    """The ways to find all pieces in order: for each place of the first, the next places of the others."""
    found = [_places(seed, reading, number, passage, find) for number in range(len(reading.pieces))]
    if not all(found):
        return
    places, cases = [sorted(spans) for spans in found], found[0]
    for first in places[0]:
        chain = [first]
        for spans in places[1:]:
            at = bisect_left(spans, chain[-1][1], key=lambda span: span[0])
            if at == len(spans):
                return  # nor do they stand after a later place of the first
            chain.append(spans[at])
        case = cases[first]
        yield tuple(chain), (case,) if case and 0 not in reading.free_initials else ()


def _near(chains: list[Chain]) -> list[Chain]:
    """Those in which each piece stands near the one before it; if there are none, the shortest.

    A word such as "the" begins ten thousand of them, all but a few too long; to read each would cost the square.
    """
    near = [(spans, cases) for spans, cases in chains if all(b[0] - a[1] <= _FAR for a, b in pairwise(spans))]
    return near or sorted(chains, key=lambda chain: chain[0][-1][1] - chain[0][0][0])[:1]


def _places(seed: Seed, reading: _Reading, number: int, passage: Passage | None, find: Finder) -> dict[Span, str]:
    """Where one piece stands, and the edit that it needs there."""
    piece, initial = reading.pieces[number], number in reading.free_initials
    within = None if number else passage
    found = dict.fromkeys(find(piece, within), "")
    if number == 0 or initial:
        other = piece[:1].swapcase() + piece[1:]
        spans = find(other, within)
        if spans and (initial or _may_change(seed, other)):
            found = dict.fromkeys(spans, "first letter's case") | found
    if reading.final and number == len(reading.pieces) - 1:  # what follows is a mark of the source, an ellipsis perhaps
        text = seed.folded.text
        found = {span: case for span, case in found.items() if not text.startswith(reading.final, span[1])}
    return found


def _may_change(seed: Seed, piece: str) -> bool:
    """Whether the source's first word may change its first letter: a name keeps its capital."""
    source = re.split(r"[^\w'-]", piece, maxsplit=1)[0]
    if source[:1].islower():
        return source != "i"
    if any(character.isupper() for character in source[1:]) or source == "I":
        return False
    small = source[:1].lower() + source[1:]
    if small.partition("'")[0] in _NO_NAMES:
        return True
    if re.search(rf"(?<=[a-z,;] ){re.escape(source)}\b", seed.folded.text):
        return False
    return bool(_COMMON.search(small) or re.search(rf"(?<!\w){re.escape(small)}(?!\w)", seed.folded.text))


def _disordered(reading: _Reading, find: Finder) -> Edited | None:
    """All pieces stand in the source, but not in this order."""
    if len(reading.pieces) < 2 or any(gap.words is not None for gap in reading.gaps):
        return None
    if not all(find(piece, None) for piece in reading.pieces):
        return None
    return _refusal(Cause.ORDER, "the pieces stand in the source in another order")


# Whether the gaps are allowed.


def _judged(seed: Seed, reading: _Reading, chain: Chain, elides: bool) -> Edited:
    spans, cases = chain
    edits, review = [*reading.edits, *cases], list(reading.review)
    whole, hidden = (spans[0][0], spans[-1][1]), list[Span]()
    for number, gap in enumerate(reading.gaps):
        between = spans[number][1], spans[number + 1][0]
        source = " ".join(_source(seed, between).split())
        hidden += [between] * bool(_LETTER.search(source))
        if gap.words is None:
            problem = _hiding(seed, between, source, elides)
            turned = hidden_turns(source)
            edits.append(f"“{_short(source)}” left out")
            if turned:
                review.append(f"“{_short(source)}” left out: acknowledged")
        else:
            problem = _replacing(seed, between, source, gap.words)
            if gap.words:
                note = f"[{gap.words}] for “{source}”" if _LETTER.search(source) else f"[{gap.words}] added"
                edits.append(note)
                review.append(note)
        if problem:
            return replace(problem, span=whole)
    if problem := _too_short(reading):
        return replace(problem, span=whole)
    return Edited(whole, tuple(dict.fromkeys(edits)), tuple(review), hidden=tuple(hidden))


def _source(seed: Seed, span: Span) -> str:
    start, end = seed.folded.stored(*span)
    return seed.text[start:end]


def _short(source: str) -> str:
    words = source.split()
    return source if len(words) <= 8 else " ".join([*words[:4], "...", *words[-3:]])


def _worded(source: str) -> list[str]:
    return [token for token in tokens(source) if _LETTER.search(token)]


def _hiding(seed: Seed, between: Span, source: str, elides: bool) -> Edited | None:
    hidden = len(_worded(source))
    if not hidden:
        return _refusal(Cause.ELLIPSIS, "the ellipsis hides nothing: the words stand side by side in the source")
    if PARAGRAPH_MARK in seed.folded.text[slice(*between)]:
        return _refusal(Cause.ELLIPSIS, "the ellipsis runs over a paragraph break")
    if hidden > MOST_HIDDEN:
        return _refusal(Cause.ELLIPSIS, f"the ellipsis hides {hidden} words, at most {MOST_HIDDEN} are allowed")
    turned = hidden_turns(source)
    if turned and not elides:
        return _refusal(Cause.ELIDED, f"the ellipsis hides “{'”, “'.join(dict.fromkeys(turned))}”: “{_short(source)}”")
    return None


def _replacing(seed: Seed, between: Span, source: str, words: str) -> Edited | None:
    replaced = _worded(source)
    if not words:  # only parts a letter in brackets from the piece before it
        return _refusal(Cause.WORD, f"“{source}” is left out") if source else None
    if len(replaced) > MOST_REPLACED:
        return _refusal(
            Cause.BRACKET, f"[{words}] stands in place of {len(replaced)} words, at most {MOST_REPLACED} are allowed"
        )
    following = (between[1], between[1] + 1)
    if PARAGRAPH_MARK in seed.folded.text[slice(*between)] or passage_id(seed, between) != passage_id(seed, following):
        return _refusal(Cause.BRACKET, f"[{words}] runs over the end of a sentence")
    if source and not replaced:
        return _refusal(Cause.BRACKET, f"[{words}] stands in place of “{source}”")
    return _turning(words, "add") or _turning(source, "replace")


def _turning(text: str, verb: str) -> Edited | None:
    """Whether words that the brackets add, or replace, turn the sentence."""
    for token in tokens(text):
        kind = (
            "a negation" if negates(token) else "a number" if is_number(token) else "a hedge" if hedges(token) else ""
        )
        if kind:
            return _refusal(Cause.BRACKET, f"the brackets {verb} {kind}: “{token}”")
    return None


def _too_short(reading: _Reading) -> Edited | None:
    """Each stretch between two ellipses must have words enough to be found again."""
    counts = [0]
    for number, piece in enumerate(reading.pieces):
        if number and reading.gaps[number - 1].words is None:
            counts.append(0)
        counts[-1] += len(_worded(piece))
    if len(counts) > 1 and min(counts) < FEWEST_IN_PIECE:
        return _refusal(Cause.ELLIPSIS, f"a piece beside an ellipsis has fewer than {FEWEST_IN_PIECE} words")
    return None
