"""Which typographic differences do not count, and where each folded character stood.

`fold` makes two spellings of the same words equal: composed and decomposed letters, curly and straight
quotation marks, dashes of any length, white space of any kind. It changes no word, no case and no
punctuation. The result remembers its way back, so that a match in folded text is a place in the stored
text. Folding goes in up to three layers, each a list of the few places that change.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate, compress
from operator import add

QUOTATION_MARKS = "quotation marks"
DASHES = "dashes"
WHITE_SPACE = "white space"
COMPOSITION = "composition"
ZERO_WIDTH = "zero-width"
LIGATURE = "ligature"
ELLIPSIS = "ellipsis"
FOLDS = (QUOTATION_MARKS, DASHES, WHITE_SPACE, COMPOSITION, ZERO_WIDTH, LIGATURE, ELLIPSIS)
_BATCH = 30_000
_STRETCH = 500

PARAGRAPH_MARK = "\n\n"
"""What a blank line becomes. No other fold leaves a line break, and folding it again changes nothing."""

# Unicode's Quotation_Mark property, the letter apostrophe, and the two typewriter stand-ins.
_QUOTES = (
    "\"'`\u00b4\u00ab\u00bb\u02bc\u2018-\u201f\u2039\u203a\u2e42"
    "\u300c-\u300f\u301d-\u301f\ufe41-\ufe44\uff02\uff07\uff62\uff63"
)
_OTHER_DASHES = "\u058a\u05be\u2010-\u2015\u2212\u2e3a\u2e3b\u2e40\ufe58\ufe63\uff0d"
# Invisible characters that leave the order of the letters alone. Bidirectional overrides are not among
# them: words that hold one may read differently from the words that are compared.
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}

_SPACES = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # what str.isspace() says
_RUN = f"{_SPACES}{_OTHER_DASHES}\\-"

# Each pattern begins with one class of characters: that is what `re` looks for fast.
_HIDDEN = re.compile(f"([{_INVISIBLE}\ufb00-\ufb04])")
_QUOTED_MARK = f"{_QUOTES.replace(chr(39), '')}\u2026"
_PLACES = re.compile(
    # A mark, a run of white space and dashes, or one of them alone, unless it is already in its folded form: most are,
    # and each way begins with what tells that a space between two words is not it.
    f"([{_RUN}{_QUOTED_MARK}](?:(?<=[{_QUOTED_MARK}])|[{_RUN}](?<=[{_RUN}]{{2}})(?!(?<=\n\n)(?![{_RUN}]))[{_RUN}]*+"
    f"|(?<![ -])(?<!\n\n)(?![{_RUN}])))"
)
_BREAKS = "\n\r\x85\u2028\u2029"
_INLINE = "\t\x0b\x0c\x1c-\x20\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANK = re.compile(
    # Two line breaks, "\r\n" being one, or what separates paragraphs by itself; with all white space round about.
    f"[{_BREAKS}](?:(?<=\u2029)|(?:(?<=\r)\n)?+[{_INLINE}{_INVISIBLE}]*+[{_BREAKS}])[{_SPACES}{_INVISIBLE}]*+"
)
_DASH = re.compile(f"[-{_OTHER_DASHES}]")
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028]")
_WHITE = re.compile(f"([{_SPACES}]+)")

Place = tuple[str, str]  # the name of a fold, and what stands there instead


@dataclass(frozen=True, slots=True)
class Change:
    """One folded place: which fold, where in its layer (from the start of the span), what stood there."""

    fold: str
    offset: int
    original: str


@dataclass(slots=True)
class _Layer:
    """The places where one step changed its text; between them text is carried over as it stands.

    `old` and `new` are where each place starts and ends, in turn, before and after the step: of the edges up to a
    position, an odd number means that it lies in a place.
    """

    source: str
    decide: Callable[[str], Place]
    old: array[int] = field(default_factory=lambda: array("I"))
    new: array[int] = field(default_factory=lambda: array("I"))

    def rewrite(self, cut: Iterable[list[str]]) -> str:
        """Put in each place what is decided. The source comes cut up: text, place, text, place, ... in batches."""
        pieces: list[str] = []
        old = new = 0
        # By row, not by step: a large text in odd typography has a place at every word.
        for batch in cut:
            originals = batch[1::2]
            decided = {original: self.decide(original)[1] for original in set(originals)}
            before = list(accumulate(map(len, batch), initial=old))
            batch[1::2] = map(decided.__getitem__, originals)
            after = list(accumulate(map(len, batch), initial=new))
            old, new = before[-1], after[-1]
            pieces.append("".join(batch))
            if kept := {original for original, result in decided.items() if original == result}:
                edges = [original not in kept for original in originals for _ in ("start", "end")]
                before[1:] = compress(before[1:], edges)
                after[1:] = compress(after[1:], edges)
            self.old.extend(before[1:])
            self.new.extend(after[1:])
        return "".join((*pieces, self.source[old:]))

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that became `start` to `end`; a place that changed counts whole."""
        first = self._character(start)[0]
        return first, (self._character(end - 1)[1] if end > start else first)

    def _character(self, position: int) -> tuple[int, int]:
        edges = bisect_right(self.new, position)
        if edges % 2:
            return self.old[edges - 1], self.old[edges]
        old = self.old[edges - 1] + position - self.new[edges - 1] if edges else position
        return old, old + 1

    def forward(self, offset: int) -> int:
        """Where a place of the source came to stand; inside a place that changed, where that begins."""
        edges = bisect_right(self.old, offset)
        if edges % 2:
            return self.new[edges - 1]
        return self.new[edges - 1] + offset - self.old[edges - 1] if edges else offset

    def splits(self, position: int) -> bool:
        """Whether `position` lies inside what replaced one place (between "f" and "i" of a ligature)."""
        edges = bisect_right(self.new, position)
        return bool(edges % 2) and self.new[edges - 1] < position

    def changes(self, start: int, end: int) -> Iterator[Change]:
        """The changed places that lie in a span; something removed at its very edge lies outside."""
        first = max((bisect_right(self.new, start) - 1) // 2, 0)
        for at in range(2 * first, len(self.new), 2):
            new_start, new_end = self.new[at : at + 2]
            if new_start >= end:
                return
            if new_end > start:
                original = self.source[self.old[at] : self.old[at + 1]]
                yield Change(self.decide(original)[0], new_start - start, original)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text that knows where each of its characters stood."""

    text: str
    _layers: tuple[_Layer, ...] = field(default=(), repr=False)  # the first reads the stored text

    @property
    def original(self) -> str:
        """The stored text."""
        return self._layers[0].source if self._layers else self.text

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The span of the stored text that was folded into `start` to `end` of this text."""
        for layer in reversed(self._layers):
            start, end = layer.back(start, end)
        return start, end

    def position(self, offset: int) -> int:
        """Where a place of the stored text came to stand in this text."""
        for layer in self._layers:
            offset = layer.forward(offset)
        return offset

    def splits(self, position: int) -> bool:
        """Whether `position` cuts through something that was one piece in the stored text."""
        for layer in reversed(self._layers):
            if layer.splits(position):
                return True
            position, _ = layer.back(position, position)
        return False

    def changes(self, start: int, end: int) -> tuple[Change, ...]:
        """All that folding changed between `start` and `end` of this text."""
        found: list[Change] = []
        for layer in reversed(self._layers):
            found += layer.changes(start, end)
            start, end = layer.back(start, end)
        return tuple(found)

    def folds(self, start: int, end: int) -> tuple[str, ...]:
        """The names of the folds that were applied between `start` and `end` of this text."""
        names = {change.fold for change in self.changes(start, end)}
        return tuple(name for name in FOLDS if name in names)


def fold(text: str) -> Folded:
    """Fold any text, lone surrogates included; never raises."""
    layers: list[_Layer] = []

    def step(source: str, cut: Iterable[list[str]], decide: Callable[[str], Place]) -> str:
        layer = _Layer(source, decide)
        result = layer.rewrite(cut)
        if layer.old:
            layers.append(layer)
        return result

    if not text.isascii():
        # Removed and spelled out before composing, so that a letter meets its accent across them.
        if _HIDDEN.search(text):
            text = step(text, _cut(_HIDDEN, text), _hidden)
        text = step(text, _uncomposed(text), _compose)
    text = step(text, _cut(_PLACES, text), _place)
    return Folded(text, tuple(layers))


def paragraph_breaks(text: str) -> Iterator[tuple[int, int]]:
    """The white space of stored text that holds a blank line, as spans."""
    return (found.span() for found in _BLANK.finditer(text))


def _cut(pattern: re.Pattern[str], text: str) -> Iterator[list[str]]:
    """The text up to its last place, cut up at the places: text, place, text, place, ... in batches."""
    while True:
        *batch, text = pattern.split(text, _BATCH)
        if not batch:
            return
        yield batch


@cache
def _hidden(original: str) -> Place:
    spelled = _LIGATURES.get(original)
    return (ZERO_WIDTH, "") if spelled is None else (LIGATURE, spelled)


@lru_cache(maxsize=4096)
def _compose(original: str) -> Place:
    return COMPOSITION, unicodedata.normalize("NFC", original)


@lru_cache(maxsize=1024)  # a text has few kinds of places
def _place(original: str) -> Place:
    first = original[0]
    if first == "\u2026":
        return ELLIPSIS, "..."
    if not _DASH.search(original):
        if not first.isspace():
            return QUOTATION_MARKS, "'"
        return WHITE_SPACE, PARAGRAPH_MARK if _is_break(original) else " "
    # A dash takes the spaces round it along, but never a paragraph break.
    lines = ["-" if _DASH.search(part) else "" for part in _between_breaks(original)]
    return DASHES, PARAGRAPH_MARK.join(lines)


def _between_breaks(run: str) -> Iterator[str]:
    kept = ""
    for part in _WHITE.split(run):
        if part.isspace() and _is_break(part):
            yield kept
            kept = ""
        else:
            kept += part
    yield kept


@lru_cache(maxsize=1024)
def _is_break(white: str) -> bool:
    return "\u2029" in white or len(_LINE_BREAK.findall(white)) > 1


def _uncomposed(text: str) -> Iterator[list[str]]:
    """The text cut up at what composing may change: marks with the character before them, or a character alone."""
    done = 0
    for first, last in _stretches(text):
        stretch = text[first:last]
        *batch, rest = _composing(_is_astral(stretch)).split(stretch)
        if not batch:
            continue
        marks = batch[1::2]
        alone = {mark for mark in set(marks) if not _joins(mark)}
        bases = [before[-1:] for before in batch[::2]]
        if alone:
            bases = ["" if mark in alone else base for mark, base in zip(marks, bases, strict=True)]
        batch[::2] = [before[:-1] if base else before for before, base in zip(batch[::2], bases, strict=True)]
        batch[1::2] = map(add, bases, marks)
        batch[0] = text[done:first] + batch[0]
        done = last - len(rest)
        yield batch


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches, each from a space on, that are not composed: to ask is far cheaper than to look for marks."""
    start = first = 0
    while start < len(text):
        end = text.find(" ", start + _STRETCH)
        end = len(text) if end < 0 else end
        if unicodedata.is_normalized("NFC", text[start:end]):
            if first < start:
                yield first, start
            first = end
        elif end - first > _BATCH:
            yield first, end
            first = end
        start = end
    if first < start:
        yield first, start


def _is_astral(text: str) -> bool:
    """Whether a character lies beyond the BMP, where UTF-16 needs two units."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


@cache
def _composing(astral: bool) -> re.Pattern[str]:
    """What composing may change: marks that may join what stands before them, or a character alone.

    Asked of the Unicode data once, and only when a text comes that is not composed. Without the characters beyond the
    BMP the pattern is several times as fast.
    """
    marks = {chr(code) for code in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}  # vowels and finals of Hangul
    alone = set[str]()
    for character in map(chr, (*range(0x80, 0x1FFFF), *range(0x2F800, 0x2FA20)) if astral else range(0x80, 0x10000)):
        if unicodedata.combining(character):
            marks.add(character)
        parts = unicodedata.decomposition(character)
        if parts and parts[0] != "<":
            marks.update(chr(int(part, 16)) for part in parts.split()[1:])
            if not unicodedata.is_normalized("NFC", character):
                alone.add(character)
    return re.compile(f"([{_ranges(marks | alone)}][{_ranges(marks)}]*+)")


@lru_cache(maxsize=4096)
def _joins(marks: str) -> bool:
    """Whether they join what stands before them; what does not is a character that composing changes by itself."""
    return unicodedata.combining(marks[0]) > 0 or unicodedata.is_normalized("NFC", marks[0])


def _ranges(characters: set[str]) -> str:
    """The characters as ranges for a class: beyond the BMP `re` tries one item after the other."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
