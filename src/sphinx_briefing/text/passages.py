"""How a text falls into citable passages: title, byline, sentences of numbered paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from operator import attrgetter

from sphinx_briefing.model.evidence import Passage
from sphinx_briefing.text.folding import paragraph_breaks

TITLE_WORDS = 25
"""A first block with more words than this is a paragraph, not a title."""

# Scripts written without spaces between words: each character counts as a word of its own.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")
_WORD = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_LETTER = re.compile(r"[^\W_]")
_START = attrgetter("start")

_CLOSER = "(?:[\"'\u2018-\u201f\u00bb\u203a)\\]}\u300d\u300f\u3011\uff09\u300b]|[\u00a0\u202f]\u00bb|\\[\\d{1,3}\\])"
_UNSPACED_STOPS = "\u3002\uff0e\uff01\uff1f\uff61"
_STOPS = f".!?\u2026\u203d\u061f\u06d4\u0964\u0965\u1362\u0589{_UNSPACED_STOPS}"
_TOKEN = 40  # no abbreviation with what leads up to it is longer
_NEAR = 64  # so far from a stop the next word may begin; without a limit a line of full stops would cost its square
# Stops, what closes quotations and brackets, and white space before a word that does not begin small; without white
# space in a script that has none. A run of stops counts whole: a long row of dots is read once. The pattern begins with
# their class, which is what `re` looks for fast.
_STOP = re.compile(
    rf"(?P<marks>[{_STOPS}](?<![{_STOPS}]{{2}})[{_STOPS}]*+)(?:"
    rf"(?<![{_UNSPACED_STOPS}])(?P<closed>{_CLOSER}*+)\s++(?=[\W_]{{0,{_NEAR}}}+(?P<word>[^\W_a-z][\w'\u2019.-]*+))"
    rf"|(?<=[{_UNSPACED_STOPS}])(?P<shut>{_CLOSER}*+)\s*+)"
)
_OPENER = re.compile('[(\\[{"\u201c\u201e\u00ab\u2018\u2014]')
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[^\W\d_]")


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Never the last word of a sentence: something always follows.
_LEADING = _set("""
    mr mrs ms messrs mme dr prof gen lt col sgt capt cmdr cpl pvt adm maj brig sen rep reps sens gov pres rev hon amb
    atty supt det insp st mt ft vs v cf e.g i.e viz approx г-н г-жа акад проф ул пл просп т.е напр см
""")
# The last word of a sentence unless a number follows.
_NUMBERED = _set("no nos vol vols art arts sec ch fig figs p pp para стр ст")
# The last word of a sentence only when what follows is a word that commonly begins one.
_TRAILING = _set("""
    inc co corp ltd jr sr bros dept etc al ave blvd a.m p.m ph.d m.d jan feb mar apr jun jul aug sept sep oct nov dec
    г гг в вв др т.д т.п млн млрд тыс руб обл им ген
""")
_STARTERS = _set("""
    a after all although an and another as at because before both but by despite during each even every few finally for
    from he her his how however i if in instead it its later many meanwhile more moreover most my no nor not now of on
    once one or other others our she since so some still such that the their then there these they this those though
    through to today under until we what when where whether which while who why with without yet you
    а в во все для его если и из их к как когда на не но о об он она они по после при с так там то у что эта эти это я
""")
_SPEECH = re.compile(
    r"(?:[\w.'\u2019-]+\s+){1,4}?"
    r"(?:said|says|asked|asks|added|adds|wrote|told|replied|demanded|wondered|warned|insisted|declared)\b"
)


def split(text: str) -> tuple[Passage, ...]:
    """Cut a stored text into passages; any text will do, and none gives none.

    The first block is the title `t1` when it is one short sentence and not all there is; a block after
    it that begins with "By" is the byline `b1`; every other block is a paragraph of sentences `p1s1`.
    A block without a word (a row of asterisks) is no passage.
    """
    blocks = list(_blocks(text))
    head: list[Passage] = []
    if len(blocks) > 1 and _is_title(text, *blocks[0]):
        head.append(Passage("t1", "title", *blocks.pop(0)))
        if _is_byline(text, *blocks[0]):
            head.append(Passage("b1", "byline", *blocks.pop(0)))
    body = (
        Passage(f"p{paragraph}s{number}", "sentence", *span)
        for paragraph, block in enumerate(blocks, 1)
        for number, span in enumerate(_sentences(text, *block), 1)
    )
    return (*head, *body)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans (start, end) of the sentences of one paragraph."""
    start, end = _trimmed(text, 0, len(text))
    return tuple(_sentences(text, start, end)) if _LETTER.search(text) else ()


def words(text: str) -> int:
    """Count the words: what stands between white space, as word processors count.

    "U.S.-Russia" is one word, and so is a dash with spaces round it. In a script without spaces each
    character is one.
    """
    if text.isascii() or not _UNSPACED.search(text):
        return len(text.split())
    return len(_UNSPACED.sub(" ", text).split()) + len(_UNSPACED.findall(text))


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each word stands that `words` counts."""
    return (found.span() for found in _WORD.finditer(text))


def passage_at(passages: Sequence[Passage], offset: int) -> Passage | None:
    """The passage in which a stored offset lies, or None between passages."""
    at = number_at(passages, offset)
    return None if at is None else passages[at]


def number_at(passages: Sequence[Passage], offset: int) -> int | None:
    """Which of the passages that is, counted from 0."""
    at = bisect_right(passages, offset, key=_START) - 1
    return at if at >= 0 and offset < passages[at].end else None


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap_start, gap_end in (*paragraph_breaks(text), (len(text), len(text))):
        span = _trimmed(text, start, gap_start)
        if _is_worded(text, *span):
            yield span
        start = gap_end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and byte-order marks at its ends."""
    while start < end and _is_unseen(text[start]):
        start += 1
    while end > start and _is_unseen(text[end - 1]):
        end -= 1
    return start, end


def _is_unseen(character: str) -> bool:
    return character.isspace() or character in "\ufeff\u200b"


def _is_title(text: str, start: int, end: int) -> bool:
    return words(text[start:end]) <= TITLE_WORDS and sum(1 for _ in _sentences(text, start, end)) == 1


def _is_byline(text: str, start: int, end: int) -> bool:
    """ "By" and a name; "By Monday, Putin had left." is a paragraph."""
    block = text[start:end]
    named = re.match(r"(?:By|BY)\s+(?=[^\W\d_])(\S)", block)
    return bool(named and named[1] != named[1].lower() and words(block) <= TITLE_WORDS and block[-1] not in ".!?")


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one block, which begins and ends with something visible."""
    for stop in _STOP.finditer(text, start, end):
        cut = stop.end()
        if stop["word"]:
            ends, last = _ends_sentence(text, stop, start, end), stop.end("closed")
        else:
            ends, last = _ends_unspaced(text, stop, end) and _is_worded(text, cut, end), stop.end("shut")
        if ends and _is_worded(text, start, last):
            yield start, last
            start = cut
            while _is_unseen(text[start]):
                start += 1
    yield start, end


def _is_worded(text: str, start: int, end: int) -> bool:
    return text[start : min(start + 1, end)].isalnum() or _LETTER.search(text, start, end) is not None


def _ends_unspaced(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a stop of a script without spaces ends a sentence."""
    following = text[stop.end() : min(stop.end() + 1, end)]
    if stop["marks"] == "\uff0e":
        return not following.isdigit()  # a full-width decimal
    # Japanese "...", and then the particle that makes the quotation part of a sentence.
    return not (stop["shut"] and "\u3041" <= following <= "\u309f")


def _ends_sentence(text: str, stop: re.Match[str], start: int, end: int) -> bool:
    marks, closed, word = stop.group("marks", "closed", "word")
    at = stop.start()
    if at == start or word[0].islower():
        return False
    if marks == ".":
        return not text[at - 1].isspace() and _full_stop(text[max(start, at - _TOKEN) : at], word, closed)
    if marks in ("...", "\u2026"):
        return not text[at - 1].isspace()  # " ... " marks something left out
    # A question in quotation marks may go on: "Why not?" Putin said.
    return not (closed and marks in ("?", "!") and _SPEECH.match(text, stop.end(), end))


def _full_stop(before: str, word: str, closed: str) -> bool:
    """Whether a single full stop after `before` ends the sentence when `word` comes next."""
    token = before.rsplit(None, 1)[-1]
    kind = _kind(token)
    if kind is _Last.PLAIN:
        return True
    if kind is _Last.NUMBERED:
        return not word[0].isdigit()
    if kind is _Last.TRAILING:
        named = len(word) == 2 and word[1] == "."  # the next initial, not "A" or Russian "V" as a word
        return bool(closed.strip(")]}")) or (not named and word.strip(".'\u2019").casefold() in _STARTERS)
    # The number of a list item begins the sentence.
    return kind is _Last.NUMBER and before.strip() != token


class _Last(Enum):
    """What the last word before a full stop says about it."""

    LEADING, NUMBERED, TRAILING, NUMBER, PLAIN = range(5)


@lru_cache(maxsize=8192)
def _kind(token: str) -> _Last:
    last = _OPENER.split(token)[-1].rsplit("-", 1)[-1]
    short = last.casefold()
    if short in _LEADING:
        return _Last.LEADING
    if short in _NUMBERED:
        return _Last.NUMBERED
    if short in _TRAILING or _INITIALS.fullmatch(last):
        return _Last.TRAILING
    return _Last.NUMBER if token.isdigit() else _Last.PLAIN
