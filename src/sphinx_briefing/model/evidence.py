"""What is known about quoted words: passages of a seed, places where words stand, verdicts on a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VerdictKind(StrEnum):
    """How a quotation fared; only the first two pass."""

    EXACT = "exact"
    NORMALIZED = "normalized"
    AMBIGUOUS = "ambiguous"
    ALTERED = "altered"
    NOT_FOUND = "not-found"
    CONTEXT = "context"
    WRONG_PASSAGE = "wrong-passage"
    SHORT = "short"
    UNKNOWN_PASSAGE = "unknown-passage"


@dataclass(frozen=True, slots=True)
class Passage:
    """A citable piece of a seed.

    `kind` is "title", "byline" or "sentence". `start` and `end` are 0-based code points of the stored
    text, end exclusive.
    """

    id: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where words stand in a seed; `context` is a little of the text around, for messages."""

    passage: str
    start: int
    end: int
    context: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they are stored, with so much of what stands before and after them as makes them the only such place."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification found out about one quotation.

    A passing verdict has `start`, `end` (stored code points, -1 when nothing passed) and `passage`, the
    one the words start in; `folds` names the typographic differences that were looked through. A failing
    one explains itself: `hits` lists the places that came into question, `closest` is the passage that
    was probably meant, `difference` shows word by word what was changed.
    """

    kind: str
    start: int = -1
    end: int = -1
    passage: str = ""
    folds: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    closest: str = ""
    difference: str = ""

    @property
    def passed(self) -> bool:
        """Whether the quotation stands in the seed: character for character, or but for typography."""
        return self.kind in (VerdictKind.EXACT, VerdictKind.NORMALIZED)
