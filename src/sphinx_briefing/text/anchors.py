"""Whether quoted words stand in a seed, where, and if not, what was probably meant."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from sphinx_briefing.model.evidence import Hit, Passage, Verdict, VerdictKind
from sphinx_briefing.text.folding import FOLDS, PARAGRAPH_MARK, ZERO_WIDTH, Change, Folded, fold
from sphinx_briefing.text.passages import UNSPACED, passage_at, split
from sphinx_briefing.text.passages import words as count_words

FEWEST_WORDS = 4
"""Fewer words than this prove nothing by themselves: they need a passage."""
ALTERED_FROM = 75.0
"""From this similarity on (0 to 100) words that were not found are called altered. It never lets anything pass."""
NEAR_FROM = 55.0
"""From this similarity on a passage is worth naming at all."""

_NEAR_WORDS = 3  # shown on either side of a difference
_APOSTROPHES = frozenset("'\u2018\u2019\u02bc`\u00b4\uff07")
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\u058a\u05be")
_LETTER = re.compile(r"[^\W_]")
_LONG_DASH = re.compile("[\u2014\u2015\u2e3a\u2e3b]|--+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_PIECE = re.compile(rf"{PARAGRAPH_MARK}|\w+(?:['.,:/&@]+\w+|\.(?=-))*|[^\w\s]")
_SENTENCE_ID = re.compile(r"p(\d{1,6})s(\d{1,6})")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seed:
    """A source's stored text with all that verification asks of it, worked out once."""

    id: str
    text: str
    sha256: str
    passages: tuple[Passage, ...]
    folded: Folded = field(repr=False)

    @classmethod
    def of(cls, id: str, text: str) -> Seed:
        """Cut, fold and hash a text. The hash is that of its UTF-8 bytes: read it without newline translation."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(id, text, digest, split(text), fold(text))


def verify(seed: Seed, words: str, *, passage: str = "", before: str = "", after: str = "") -> Verdict:
    """Judge whether `words` stand in the seed, unaltered but for typography.

    `passage` names the passage they start in; `before` and `after` are what stands right before and after
    them. Every refusal is a verdict; nothing is raised.
    """
    wanted = next((known for known in seed.passages if known.id == passage), None)
    if passage and wanted is None:
        return Verdict(VerdictKind.UNKNOWN_PASSAGE, closest=_nearest_id(seed, passage))
    words = words.strip()
    quoted = fold(words)
    needle = quoted.text.strip()
    spans = tuple(_occurrences(seed, needle, wanted))
    enough = _count(words)
    if not enough or (enough < FEWEST_WORDS and not passage):
        return Verdict(VerdictKind.SHORT, hits=_hits(seed, spans))
    if not spans:
        elsewhere = tuple(_occurrences(seed, needle)) if passage else ()
        return Verdict(VerdictKind.WRONG_PASSAGE, hits=_hits(seed, elsewhere)) if elsewhere else _missing(seed, quoted)
    fitting = tuple(span for span in spans if _fits(seed.folded.text, span, before, after))
    if len(fitting) == 1:
        return _passing(seed, words, quoted, fitting[0])
    if fitting:
        return Verdict(VerdictKind.AMBIGUOUS, hits=_hits(seed, fitting))
    return Verdict(VerdictKind.CONTEXT, hits=_hits(seed, spans))


# Where the words stand.


def _occurrences(seed: Seed, needle: str, passage: Passage | None = None) -> Iterator[Span]:
    """The spans of folded text that are the needle, in whole words; with a passage, those that start in it."""
    text = seed.folded.text
    first, last = 0, len(text)
    if passage:
        # A dash at the start of the words brings along the space before it, which is not the passage's.
        first = max(0, seed.folded.position(passage.start) - 1)
        last = min(last, seed.folded.position(passage.end) + len(needle))
    at = text.find(needle, first, last) if needle else -1
    while at >= 0:
        end = at + len(needle)
        whole = _is_boundary(seed.folded, at) and _is_boundary(seed.folded, end)
        if whole and (passage is None or _passage_id(seed, (at, end)) == passage.id):
            yield at, end
        at = text.find(needle, at + 1, last)


def _stored(folded: Folded, span: Span) -> Span:
    """The span in the stored text, without white space that a dash took along at either end."""
    start, end = folded.stored(*span)
    piece = folded.original[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _passage_id(seed: Seed, span: Span) -> str:
    found = passage_at(seed.passages, _stored(seed.folded, span)[0])
    return found.id if found else ""


def _hits(seed: Seed, spans: Sequence[Span]) -> tuple[Hit, ...]:
    return tuple(_hit(seed, span) for span in spans)


def _hit(seed: Seed, span: Span) -> Hit:
    start, end = _stored(seed.folded, span)
    left = seed.text[max(0, start - 40) : start]
    right = seed.text[end : end + 40]
    if start > 40:
        left = "... " + left.partition(" ")[2]
    if len(seed.text) > end + 40:
        right = right.rpartition(" ")[0] + " ..."
    return Hit(_passage_id(seed, span), start, end, " ".join((left + seed.text[start:end] + right).split()))


def _fits(text: str, span: Span, before: str, after: str) -> bool:
    """Whether the context stands right beside the span, all white space ignored."""
    left, right = _squeezed(fold(before).text), _squeezed(fold(after).text)
    reach = slice(max(0, span[0] - 3 * len(left) - 2), span[0]), slice(span[1], span[1] + 3 * len(right) + 2)
    return _squeezed(text[reach[0]]).endswith(left) and _squeezed(text[reach[1]]).startswith(right)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _count(words: str) -> int:
    """The words that say something: a dash or a row of dots is none."""
    pieces = _LONG_DASH.sub(" ", words).split()
    return sum(count_words(piece) for piece in pieces if _LETTER.search(piece))


# Where a word ends. Part of a word is another word: "Kremlin" is not "Kremlin's", "do" is not "don't",
# "nuclear" is not "non-nuclear", "5" is not "3.5" or "$5" or "5%".


def _is_boundary(folded: Folded, at: int) -> bool:
    """Whether words may start or end at a place in the folded text."""
    text = folded.text
    if not 0 < at < len(text):
        return True
    left, right = text[at - 1], text[at]
    if unicodedata.category(right)[0] == "M" or folded.splits(at):
        return False
    if _in_word(left) and _in_word(right):
        return bool(_UNSPACED.match(left) or _UNSPACED.match(right))
    return not (_joins(folded, at - 1) or _joins(folded, at) or _belongs_to_number(folded, at))


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _joins(folded: Folded, at: int) -> bool:
    """Whether the character at a place holds the letters on both sides of it together."""
    if not 0 < at < len(folded.text) - 1:
        return False
    left, mark, right = folded.text[at - 1], folded.text[at], folded.text[at + 1]
    if mark == "-":  # the left may be a full stop: "U.S.-Russia"
        return not left.isspace() and _in_word(right) and _original(folded, at) in _HYPHENS
    if not (_in_word(left) and _in_word(right)) or _UNSPACED.search(left + right):
        return False
    if mark == ".":
        return not (left.islower() and right.isupper())  # "court.But" lacks a space; "U.S.A" lacks none
    if mark in ",:/":
        return left.isdigit() and right.isdigit()
    return _original(folded, at) in _APOSTROPHES if mark == "'" else mark in "&@_"


def _belongs_to_number(folded: Folded, at: int) -> bool:
    left, right = folded.text[at - 1], folded.text[at]
    if left.isdigit():
        return right in "%\u2030\u00b0" or unicodedata.category(right) == "Sc"
    if not right.isdigit():
        return False
    if left != "-":
        return unicodedata.category(left) == "Sc"
    sign = _original(folded, at - 1)
    return sign.lstrip() in _HYPHENS  # a minus has no space after it


def _original(folded: Folded, at: int) -> str:
    start, end = folded.stored(at, at + 1)
    return folded.original[start:end]


# What passes.


def _passing(seed: Seed, words: str, quoted: Folded, span: Span) -> Verdict:
    start, end = _stored(seed.folded, span)
    passage = _passage_id(seed, span)
    if seed.text[start:end] == words:
        return Verdict(VerdictKind.EXACT, start, end, passage)
    lead = len(quoted.text) - len(quoted.text.lstrip())
    ours = seed.folded.changes(*span)
    theirs = quoted.changes(lead, lead + span[1] - span[0])
    return Verdict(VerdictKind.NORMALIZED, start, end, passage, _differing(ours, theirs))


def _differing(ours: tuple[Change, ...], theirs: tuple[Change, ...]) -> tuple[str, ...]:
    """The folds that made the two sides equal; what both sides spell alike needed none."""
    names = {change.fold for change in {*ours} ^ {*theirs}}
    # All that can differ without a change inside the span is something invisible at its edge.
    return tuple(name for name in FOLDS if name in names) or (ZERO_WIDTH,)


# What was probably meant. Similarity only ever words a message.


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, a mark or a paragraph break: where it stands in folded text, what it is compared by, how it is shown."""

    span: Span
    key: str
    shown: str
    spaced: bool  # whether white space stands before it


def _missing(seed: Seed, quoted: Folded) -> Verdict:
    needle = quoted.text.strip()
    starts = [seed.folded.position(passage.start) for passage in seed.passages]
    ends = [seed.folded.position(passage.end) + len(needle) for passage in seed.passages]
    windows = [seed.folded.text[start:end] for start, end in zip(starts, ends, strict=True)]
    best = process.extractOne(needle, windows, scorer=fuzz.partial_ratio, score_cutoff=NEAR_FROM)
    if best is None:
        return Verdict(VerdictKind.NOT_FOUND)
    _, score, index = best
    aligned = fuzz.partial_ratio_alignment(needle, windows[index])
    start = starts[index] + (aligned.dest_start if aligned else 0)
    closest, difference = _compare(seed, quoted, start, start + len(needle))
    if score < ALTERED_FROM:
        return Verdict(VerdictKind.NOT_FOUND, closest=closest)
    return Verdict(VerdictKind.ALTERED, closest=closest, difference=difference)


def _compare(seed: Seed, quoted: Folded, start: int, end: int) -> tuple[str, str]:
    """The passage, and a word by word difference, for words that resemble the seed's from `start` to `end`."""
    margin = 40 + (end - start) // 4
    source = _pieces(seed.folded, max(0, start - margin), min(len(seed.folded.text), end + margin))
    words = _pieces(quoted, 0, len(quoted.text))
    first, last = _tightest(_keys(source), _keys(words))
    return _passage_id(seed, source[first].span), _difference(seed, source, words, _widened(source, words, first, last))


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
        hyphen = found[0] == "-" and _original(folded, found.start()) in _HYPHENS
        if spans and spans[-1][1] == found.start() and (joined or hyphen):
            spans[-1] = spans[-1][0], found.end()
        else:
            spans.append(found.span())
        joined = hyphen
    return [_piece(folded, span) for span in spans]


def _piece(folded: Folded, span: Span) -> _Piece:
    key = folded.text[slice(*span)]
    start, end = _stored(folded, span)
    shown = "\u00b6" if key == PARAGRAPH_MARK else folded.original[start:end]
    return _Piece(span, key, shown, folded.original[max(0, start - 1) : start].isspace())


def _keys(pieces: Sequence[_Piece]) -> list[str]:
    return [piece.key for piece in pieces]


def _tightest(source: list[str], words: list[str]) -> Span:
    """The shortest stretch of the source that has as many of the words, in their order, as the whole."""
    first, last = 0, len(source)
    common = LCSseq.similarity(source, words)
    while last - first > 1 and LCSseq.similarity(source[first + 1 : last], words) == common:
        first += 1
    while last - first > 1 and LCSseq.similarity(source[first : last - 1], words) == common:
        last -= 1
    return first, last


def _widened(source: list[_Piece], words: list[_Piece], first: int, last: int) -> Span:
    """The stretch with a first or last word that the quotation spells a little differently."""
    opcodes = list(LCSseq.opcodes(_keys(source[first:last]), _keys(words)))
    before, after = opcodes[0], opcodes[-1]
    if before.tag == "insert":
        lost = _same_paragraph(source[max(0, first - before.dest_end) : first][::-1])[::-1]
        first -= len(lost) if _alike(lost, words[: before.dest_end]) else 0
    if after.tag == "insert":
        lost = _same_paragraph(source[last : last + len(words) - after.dest_start])
        last += len(lost) if _alike(lost, words[after.dest_start :]) else 0
    return first, last


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
    begins = {seed.folded.position(passage.start) for passage in seed.passages}
    at_start = any(piece.span[0] in begins for piece in (*shown, *lost)[:1])
    return ("" if at_start else "... ") + _joined(shown)


def _middle(kept: list[_Piece]) -> str:
    left, right = _nearest(kept), _nearest(kept[::-1])[::-1]
    if len(kept) <= len(left) + len(right):
        return _joined(kept)
    return f"{_joined(left)} ... {_joined(right)}"


def _tail(seed: Seed, kept: list[_Piece]) -> str:
    shown = _nearest(kept)
    ends = {passage.end for passage in seed.passages}
    at_end = not shown or _stored(seed.folded, shown[-1].span)[1] in ends
    return _joined(shown) + ("" if at_end else " ...")


def _nearest(pieces: list[_Piece]) -> list[_Piece]:
    """The first few words of one paragraph, with the marks between them."""
    near = _same_paragraph(pieces)
    worded = [at for at, piece in enumerate(near, 1) if _LETTER.search(piece.key)]
    return near[: worded[_NEAR_WORDS - 1]] if len(worded) >= _NEAR_WORDS else near


def _same_paragraph(pieces: list[_Piece]) -> list[_Piece]:
    return list(takewhile(lambda piece: piece.key != PARAGRAPH_MARK, pieces))


def _nearest_id(seed: Seed, wanted: str) -> str:
    """The passage that a wrong id most likely meant: the same paragraph and the next sentence, else like letters."""
    ids = [passage.id for passage in seed.passages]
    number = _SENTENCE_ID.fullmatch(wanted.strip().lower())
    numbered = [(found, id) for id in ids if (found := _SENTENCE_ID.fullmatch(id))]
    if number and numbered:
        paragraph, sentence = map(int, number.groups())
        return min(numbered, key=lambda item: (abs(int(item[0][1]) - paragraph), abs(int(item[0][2]) - sentence)))[1]
    return next((found for found, _, _ in process.extract(wanted, ids, scorer=fuzz.ratio, limit=1)), "")
