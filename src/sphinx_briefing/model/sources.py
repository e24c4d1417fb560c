"""A source: what the book rests on, described in the field names of the Citation Style Language (CSL-JSON 1.0.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: How much of a source a book may mean to use.
COVERAGES: Final = ("whole", "cited")


@dataclass(frozen=True, slots=True)
class Name:
    """A person (family, given) or a body (literal)."""

    family: str = ""
    given: str = ""
    literal: str = ""

    def __str__(self) -> str:
        return self.literal or f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Gist:
    """What a passage says, in the book's own words, and its form (report, judgment, headline, ...)."""

    passage: str
    form: str = ""
    gist: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A passage that the book means not to use, and why."""

    passage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """One record of `sources.yaml`.

    `issued` and `accessed` (the day of the last look at it) are EDTF or empty; `archive` is the address of a copy in an
    archive, the same as `url` where that is one. `seed` is a file name under the seeds folder, empty for a source whose
    text is not held; `sha256` pins the seed's bytes; `line` is the record's line in the file. A `private` seed lies
    outside the book.
    `original_sha256` is the hash of the file that the seed was taken from; `pages` are (passage, label) for the first
    passage that begins on each page of it. `budget_words` is how many words one quotation
    may have, `budget_percent` how much of the text the whole book may show; 0 is no limit.
    """

    id: str
    type: str
    title: str
    author: tuple[Name, ...] = ()
    publisher: str = ""
    container: str = ""
    issued: str = ""
    url: str = ""
    language: str = ""
    reliability: str = ""
    note: str = ""
    seed: str = ""
    sha256: str = ""
    coverage: str = "cited"
    passages: tuple[Gist, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    budget_words: int = 0
    budget_percent: float = 0
    line: int = 0
    private: bool = False
    original_sha256: str = ""
    pages: tuple[tuple[str, str], ...] = ()
    accessed: str = ""
    archive: str = ""

    @property
    def issuer(self) -> str:
        """Who put it out: the journal it stands in, else its publisher."""
        return self.container or self.publisher
