"""What was probably meant by words that do not stand in a seed. Similarity only ever words a message."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from sphinx_briefing.model.evidence import Cause, Verdict, VerdictKind
from sphinx_briefing.text.boundaries import HYPHENS, original
from sphinx_briefing.text.folding import PARAGRAPH_MARK, Folded
from sphinx_briefing.text.hedges import is_number, negates
from sphinx_briefing.text.nearest import NEAR_FROM, nearest
from sphinx_briefing.text.passages import passage_at
from sphinx_briefing.text.seed import Seed, Span, passage_id, stored

ALTERED_FROM: Final = 75.0
"""From this similarity on (0 to 100) words that were not found are called altered. It never lets anything pass."""

_NEAR_WORDS: Final = 3  # shown on either side of a difference
_LETTER: Final = re.compile(r"[^\W_]")
_PIECE: Final = re.compile(rf"{PARAGRAPH_MARK}|\w+(?:['.,:/&@]+\w+|\.(?=-))*|[^\w\s]")
_SENTENCE_ID: Final = re.compile(r"p(\d{1,6})s(\d{1,6})")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, a mark or a paragraph break: where it stands in folded text, what it is compared by, how it is shown."""

    span: Span
    key: str
    shown: str
    spaced: bool  # whether white space stands before it


def missing(seed: Seed, quoted: Folded) -> Verdict:
    """The verdict on words that stand nowhere: altered, with cause and difference, or not found."""
    needle = quoted.text.strip()
    score, start = nearest(seed, needle)
    if score < NEAR_FROM:
        return Verdict(VerdictKind.NOT_FOUND)
    closest, difference, cause = _compare(seed, quoted, start, start + len(needle))
    if score < ALTERED_FROM:
        return Verdict(VerdictKind.NOT_FOUND, closest=closest)
    return Verdict(VerdictKind.ALTERED, closest=closest, difference=difference, cause=cause)


def _compare(seed: Seed, quoted: Folded, start: int, end: int) -> tuple[str, str, Cause]:
    """The passage, a word by word difference and its cause, for words like the seed's from `start` to `end`."""
    margin = 40 + (end - start) // 4
    source = _pieces(seed.folded, max(0, start - margin), min(len(seed.folded.text), end + margin))
    words = _pieces(quoted, 0, len(quoted.text))
    first, last = _tightest(_keys(source), _keys(words))
    stretch = _widened(seed, source, words, first, last)
    cause = _cause(source[slice(*stretch)], words)
    return passage_id(seed, source[first].span), _difference(seed, source, words, stretch), cause


def _cause(source: list[_Piece], words: list[_Piece]) -> Cause:
    """What kind of word was changed; of several the one that weighs most."""
    lost: list[str] = []
    added: list[str] = []
    for code in LCSseq.opcodes(_keys(source), _keys(words)):
        if code.tag != "equal":
            lost += [piece.key for piece in source[code.src_start : code.src_end] if _LETTER.search(piece.key)]
            added += [piece.key for piece in words[code.dest_start : code.dest_end] if _LETTER.search(piece.key)]
    if lost and sorted(map(str.casefold, lost)) == sorted(map(str.casefold, added)):
        return Cause.ORDER if sorted(lost) == sorted(added) else Cause.NAME
    changed = [*lost, *added]
    if any(map(negates, changed)):
        return Cause.NEGATION
    if any(map(is_number, changed)):
        return Cause.NUMBER
    return Cause.NAME if any(map(_is_name, changed)) and lost and added else Cause.WORD


def _is_name(word: str) -> bool:
    return any(character.isupper() for character in word)


def _pieces(folded: Folded, start: int, end: int) -> list[_Piece]:
    """The words and marks between two places, which are first moved outward to white space."""
    text = folded.text
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    spans: list[Span] = []
    joined = False
    for found in _PIECE.finditer(text, start, end):
        hyphen = found[0] == "-" and original(folded, found.start()) in HYPHENS
        if spans and spans[-1][1] == found.start() and (joined or hyphen):
            spans[-1] = spans[-1][0], found.end()
        else:
            spans.append(found.span())
        joined = hyphen
    return [_piece(folded, span) for span in spans]


def _piece(folded: Folded, span: Span) -> _Piece:
    key = folded.text[slice(*span)]
    start, end = stored(folded, span)
    shown = "\u00b6" if key == PARAGRAPH_MARK else folded.original[start:end]
    return _Piece(span, key, shown, folded.original[max(0, start - 1) : start].isspace())


def _keys(pieces: Sequence[_Piece]) -> list[str]:
    return [piece.key for piece in pieces]


def _tightest(source: list[str], words: list[str]) -> Span:
    """The shortest stretch of the source that has as many of the words, in their order, as the whole."""
    common = LCSseq.similarity(source, words)
    # Less and less of them, the more is cut off: the last cut that costs none is found by halving.
    first = bisect_left(range(1, len(source)), True, key=lambda cut: LCSseq.similarity(source[cut:], words) < common)
    source = source[first:]
    kept = bisect_left(range(1, len(source)), True, key=lambda kept: LCSseq.similarity(source[:kept], words) == common)
    return first, first + kept + 1


def _widened(seed: Seed, source: list[_Piece], words: list[_Piece], first: int, last: int) -> Span:
    """The stretch with the words that stand where the quotation has others at its very edge."""
    opcodes = list(LCSseq.opcodes(_keys(source[first:last]), _keys(words)))
    before, after = opcodes[0], opcodes[-1]
    if before.tag == "insert":
        added = words[: before.dest_end]
        lost = _same_paragraph(source[max(0, first - len(added)) : first][::-1])[::-1]
        first -= len(lost) if _alike(lost, added) else len(_in_place(seed, lost[::-1], source[first]))
    if after.tag == "insert":
        added = words[after.dest_start :]
        lost = _same_paragraph(source[last : last + len(added)])
        last += len(lost) if _alike(lost, added) else len(_in_place(seed, lost, source[last - 1]))
    return first, last


def _in_place(seed: Seed, lost: list[_Piece], beside: _Piece) -> list[_Piece]:
    """The words of the same sentence, nearest first; a word added beyond the sentence's end replaces none."""
    sentence = passage_id(seed, beside.span)
    near = list(takewhile(lambda piece: passage_id(seed, piece.span) == sentence, lost))
    while near and not _LETTER.search(near[-1].key):
        near.pop()
    return near if near and _LETTER.search(near[0].key) else []


def _alike(lost: list[_Piece], added: list[_Piece]) -> bool:
    return fuzz.ratio(_joined(lost).casefold(), _joined(added).casefold()) >= NEAR_FROM


def _joined(pieces: Sequence[_Piece]) -> str:
    return "".join(" " * piece.spaced + piece.shown for piece in pieces).strip()


def _difference(seed: Seed, source: list[_Piece], words: list[_Piece], stretch: Span) -> str:
    """What the source has and the quotation lacks as [-x-], what the quotation adds as {+x+}, with words around."""
    first, last = stretch
    opcodes = LCSseq.opcodes(_keys(source[first:last]), _keys(words))
    parts: list[str] = []
    kept = source[:first]
    for changed, codes in groupby(opcodes, key=lambda code: code.tag != "equal"):
        run = list(codes)
        lost = source[first + run[0].src_start : first + run[-1].src_end]
        if not changed:
            kept = [*kept, *lost]
            continue
        added = words[run[0].dest_start : run[-1].dest_end]
        parts += [_middle(kept) if parts else _head(seed, kept, lost)]
        parts += [f"[-{_joined(lost)}-]"] * bool(lost) + [f"{{+{_joined(added)}+}}"] * bool(added)
        kept = []
    return " ".join(filter(None, (*parts, _tail(seed, [*kept, *source[last:]]))))


def _head(seed: Seed, kept: list[_Piece], lost: list[_Piece]) -> str:
    shown = _nearest(kept[::-1])[::-1]
    at_start = any(_begins_passage(seed, piece.span[0]) for piece in (*shown, *lost)[:1])
    return ("" if at_start else "... ") + _joined(shown)


def _begins_passage(seed: Seed, at: int) -> bool:
    place = bisect_left(seed.bounds, (at,))
    return place < len(seed.bounds) and seed.bounds[place][0] == at


def _ends_passage(seed: Seed, end: int) -> bool:
    found = passage_at(seed.passages, end - 1)
    return found is not None and found.end == end


def _middle(kept: list[_Piece]) -> str:
    left, right = _nearest(kept), _nearest(kept[::-1])[::-1]
    if len(kept) <= len(left) + len(right):
        return _joined(kept)
    return f"{_joined(left)} ... {_joined(right)}"


def _tail(seed: Seed, kept: list[_Piece]) -> str:
    shown = _nearest(kept)
    at_end = not shown or _ends_passage(seed, stored(seed.folded, shown[-1].span)[1])
    return _joined(shown) + ("" if at_end else " ...")


def _nearest(pieces: list[_Piece]) -> list[_Piece]:
    """The first few words of one paragraph, with the marks between them."""
    near = _same_paragraph(pieces)
    worded = [at for at, piece in enumerate(near, 1) if _LETTER.search(piece.key)]
    return near[: worded[_NEAR_WORDS - 1]] if len(worded) >= _NEAR_WORDS else near


def _same_paragraph(pieces: list[_Piece]) -> list[_Piece]:
    return list(takewhile(lambda piece: piece.key != PARAGRAPH_MARK, pieces))


def nearest_id(seed: Seed, wanted: str) -> str:
    """The passage that a wrong id most likely meant: the same paragraph and the next sentence, else like letters."""
    ids = [passage.id for passage in seed.passages]
    number = _SENTENCE_ID.fullmatch(wanted.strip().lower())
    numbered = [(found, id) for id in ids if (found := _SENTENCE_ID.fullmatch(id))]
    if number and numbered:
        paragraph, sentence = map(int, number.groups())
        return min(numbered, key=lambda item: (abs(int(item[0][1]) - paragraph), abs(int(item[0][2]) - sentence)))[1]
    return next((found for found, _, _ in process.extract(wanted, ids, scorer=fuzz.ratio, limit=1)), "")
