"""What the Book knows of the texts it rests on, without holding any: where words stand, and which it publishes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sphinx_briefing.model.places import Place, Prose


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of a page's own running text, and the line it begins on.

    Words that were quoted through evidence are no part of it: `CUT` stands in their place.
    """

    line: int
    text: Prose
    heading: bool = False
    set_off: tuple[str, ...] = ()
    """What is set in italics or as code: words spoken of, not used."""


#: Stands in a paragraph where quoted words or a view stood: what is before and after it is not consecutive.
CUT = "\ufffc"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A held text by its hash and by where each of its words begins and ends (code points, end exclusive)."""

    source: str
    sha256: str
    starts: Sequence[int]
    ends: Sequence[int]

    @property
    def words(self) -> int:
        return len(self.starts)

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """The words that a span of the text touches: number of the first, and of the one after the last."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))


@dataclass(frozen=True, slots=True)
class Loan:
    """Words of a held source that stand in the book's own text, outside a quotation."""

    source: str
    passage: str
    start: int
    end: int
    words: int
    place: Place
    text: str
    """As the page has them, in folded spelling."""


@dataclass(frozen=True, slots=True)
class Published:
    """Words of a held source that the book publishes: by their numbers in it (`last` exclusive), and where."""

    first: int
    last: int
    page: str
    quoted: bool

    @property
    def words(self) -> int:
        return self.last - self.first
