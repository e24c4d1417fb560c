"""Where quoted words stand, told to others: a quote with enough context to be unique, and its address as a fragment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final
from urllib.parse import quote as percent_encoded

from sphinx_briefing.model.evidence import Quote

#: At most so many words of context on either side; a place that needs more is not addressed.
MOST: Final = 8
#: So many characters hold the context, but for the longest of words: no quotation may cost the whole text twice.
_NEAR: Final = 200
_WORD: Final = re.compile(r"\w+")
_BREAK: Final = re.compile(r"\n\s*\n")


def quote_at(text: str, start: int, end: int) -> Quote | None:
    """The words from `start` to `end`, with the least context that makes them unique in the text.

    Case and white space count for nothing here, as a browser looks for words. None when `MOST` words on each side,
    inside the paragraph, do not suffice: what stands outside it may not be beside it on the page.
    """
    exact = " ".join(text[start:end].split())
    if any(_counted(text)[pair] == 1 for pair in _pairs(exact)):  # the usual case, without a walk through the text
        return Quote(exact)
    before = _BREAK.split(text[max(0, start - _NEAR) : start])[-1].split()[-MOST:]
    after = _BREAK.split(text[end : end + _NEAR])[0].split()[:MOST]
    whole = _folded(text)
    for left, right in _widths(len(before), len(after)):
        prefix, suffix = before[len(before) - left :], after[:right]
        found = Quote(exact, " ".join(prefix), " ".join(suffix))
        if exact and _count(whole, found, text[start - 1 : start], text[end : end + 1]) == 1:
            return found
    return None


def _widths(before: int, after: int) -> Iterator[tuple[int, int]]:
    """How many words of context to try, the fewest first, those before the quotation first."""
    sizes = [(left, right) for left in range(before + 1) for right in range(after + 1)]
    return iter(sorted(sizes, key=lambda size: (sum(size), size[1])))


@lru_cache(maxsize=8)
def _counted(text: str) -> Counter[tuple[str, str]]:
    """How often each pair of words stands in the text. What holds a pair that stands once stands once itself."""
    return Counter(_pairs(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    return pairwise(_WORD.findall(text.casefold()))


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _count(whole: str, quote: Quote, left: str, right: str) -> int:
    """How often the quote stands in the text, in whole words. Two are enough to know."""
    gaps = " " if left.isspace() else "", " " if right.isspace() else ""
    parts = (quote.prefix, gaps[0] if quote.prefix else "", quote.exact, gaps[1] if quote.suffix else "", quote.suffix)
    needle = "".join(parts).casefold()
    count, at = 0, whole.find(needle)
    while at >= 0 and count < 2:
        end = at + len(needle)
        count += not (_is_inside_word(whole, at) or _is_inside_word(whole, end))
        at = whole.find(needle, at + 1)
    return count


def _is_inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def text_fragment(quote: Quote) -> str:
    """The fragment that leads a browser to a quote: `:~:text=prefix-,exact,-suffix`, to be put after a `#`.

    Hyphen, comma and ampersand mean something in it, so they are encoded in words too.
    """
    prefix = f"{_encoded(quote.prefix)}-," if quote.prefix else ""
    suffix = f",-{_encoded(quote.suffix)}" if quote.suffix else ""
    return f":~:text={prefix}{_encoded(quote.exact)}{suffix}"


def _encoded(words: str) -> str:
    return percent_encoded(words, safe="").replace("-", "%2D")


def address(url: str, quote: Quote) -> str:
    """The address of a page, leading to a quote in it. A fragment that the address has is kept."""
    return f"{url}{text_fragment(quote)}" if "#" in url else f"{url}#{text_fragment(quote)}"
