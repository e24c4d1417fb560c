"""Where each word of a long text stands, so that a thousand quotations need not each read the whole of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import compress, repeat
from typing import Final

_SEARCHES: Final = 100
"""So many searches of the whole text cost as much as the index; before, a plain search is cheaper."""
_EMPTY: Final = array("I")


def places(text: str, needle: str, first: int = 0, last: int | None = None) -> Iterator[int]:
    """Every place between `first` and `last` where the needle stands, also where two overlap; an empty one nowhere."""
    at = text.find(needle, first, last) if needle else -1
    while at >= 0:
        yield at
        at = text.find(needle, at + 1, last)


class WordIndex:
    """Finds stretches of a text, each by its rarest word. It is made at the first need and never changes an answer."""

    __slots__ = ("_places", "_searches", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._searches = 0
        self._places: dict[str, array[int]] | None = None

    def find(self, needle: str, first: int, last: int) -> Iterator[int]:
        """Every place between `first` and `last` where the needle stands, also where two overlap."""
        inner = needle.split(" ")[1:-1]  # words at the edges may be parts of others
        self._searches += 1
        if not any(inner) or first or last < len(self._text) or self._searches < _SEARCHES:
            return places(self._text, needle, first, last)
        if self._places is None:
            self._places = self._indexed()
        return self._indexed_find(needle, inner, self._places)

    def _indexed_find(self, needle: str, inner: list[str], places: dict[str, array[int]]) -> Iterator[int]:
        rarest = min(filter(None, inner), key=lambda word: len(places.get(word, _EMPTY)))
        lead = needle.index(f" {rarest} ") + 1
        at = places.get(rarest, _EMPTY)
        starts = self._text.startswith
        # From the word on first, and that by row: a word stands in far more places than the needle.
        for place in compress(at, map(starts, repeat(needle[lead:]), at)):
            if place >= lead and starts(needle, place - lead):
                yield place - lead

    def _indexed(self) -> dict[str, array[int]]:
        places: dict[str, array[int]] = {}
        at = 0
        for word in self._text.split(" "):
            known = places.get(word)
            if known is None:
                known = places[word] = array("I")
            known.append(at)
            at += len(word) + 1
        return places
