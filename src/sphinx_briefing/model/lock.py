"""What pins an anchor: hashes of its words and of what stands round them, and how it fares with a seed of today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from sphinx_briefing.model.citations import Citation

#: A citation whatever page it stands on: its source, the passage as written, the hash of the words as written.
PinKey = tuple[str, str, str]


class Unique(StrEnum):
    """By what the place of an anchor could be told from every other place of its seed."""

    WORDS = "words"
    """The words stand once."""
    CONTEXT = "context"
    """The words stand several times, once with what stands before and after them."""
    NOTHING = ""
    """Not even that tells them apart: only the unchanged seed does."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of the lock. It holds no text of the source.

    `cited` and `quote` say which citation it is: the passage as written, and the hash of the quoted words as written
    (empty for a passage cited without words). The rest says where it stood: `start` and `end` in the stored seed, the
    hashes of the stored words and of the 32 characters before and after them.
    """

    source: str
    cited: str
    quote: str
    passage: str
    start: int
    end: int
    words: str
    before: str
    after: str
    unique: Unique

    @property
    def key(self) -> PinKey:
        return (self.source, self.cited, self.quote)


@dataclass(frozen=True, slots=True)
class Lock:
    """All pins, and by source the SHA-256 of the seed they were made from."""

    seeds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    pins: tuple[Pin, ...] = ()


class Fate(StrEnum):
    """How a pinned citation fares with the seed as it is now, if it does not simply stand."""

    MOVED = "moved"
    """The words that were pinned stand elsewhere than where the citation leads."""
    LOST = "lost"
    """The words that were pinned cannot be found again for certain."""
    UNPINNED = "unpinned"
    """The lock does not know the citation yet."""
    DAMAGED = "damaged"
    """The lock says of the very seed that is held what is not so."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One citation and its fate; `now` is where its words stand, `near` what was probably meant when they are lost."""

    citation: Citation
    fate: Fate
    now: str = ""
    near: str = ""
