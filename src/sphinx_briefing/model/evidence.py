"""What is known about quoted words: passages of a seed, places where words stand, verdicts on a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VerdictKind(StrEnum):
    """How a quotation fared; only the first three pass."""

    EXACT = "exact"
    NORMALIZED = "normalized"
    EDITED = "edited"
    CUT = "cut"
    REFUSED = "refused"
    ATTRIBUTION = "attribution"
    AMBIGUOUS = "ambiguous"
    ALTERED = "altered"
    NOT_FOUND = "not-found"
    CONTEXT = "context"
    WRONG_PASSAGE = "wrong-passage"
    SHORT = "short"
    UNKNOWN_PASSAGE = "unknown-passage"


class Cause(StrEnum):
    """Why words that resemble the source's were not accepted."""

    WORD = "word"
    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    ORDER = "order"
    ELIDED = "elided"
    """An ellipsis hides a negation or a limit."""
    ELLIPSIS = "ellipsis"
    """An ellipsis hides nothing, too much or a paragraph break, or parts pieces that are too short."""
    BRACKET = "bracket"
    """Brackets replace or add what turns the sentence, or too much."""
    STRICT = "strict"
    """The book allows no edits."""


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
    was probably meant, `difference` shows word by word what was changed, `cause` says what kind of change it
    was. `edits` names the edits of words that were edited; `told` says in words what a refusal objects to, or what
    a cut left outside; `review` is what passed only because somebody answers for it: inserted words, acknowledged
    cuts and omissions. `hidden` are the stretches between `start` and `end` that an ellipsis or brackets stand for.
    """

    kind: str
    start: int = -1
    end: int = -1
    passage: str = ""
    folds: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    closest: str = ""
    difference: str = ""
    cause: Cause | None = None
    edits: tuple[str, ...] = ()
    told: str = ""
    review: tuple[str, ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the quotation stands in the seed: but for typography and the edits that every reader sees."""
        return self.kind in (VerdictKind.EXACT, VerdictKind.NORMALIZED, VerdictKind.EDITED)
