"""A citation as an editor wrote it, and the evidence it turns out to be once the source's text was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sphinx_briefing.model.evidence import Quote, Verdict
from sphinx_briefing.model.places import Place


@dataclass(frozen=True, slots=True)
class Citation:
    """One evidence line or role: a source, perhaps a passage of it, perhaps exact words.

    Silent words are verified, never shown. `head` is how the editor began it (`@`, `@#p3s3`): what a fix may change.
    """

    source: str
    place: Place
    passage: str = ""
    words: str = ""
    silent: bool = False
    before: str = ""
    after: str = ""
    acknowledged: tuple[str, ...] = ()
    head: str = field(default="", compare=False)

    @property
    def reference(self) -> str:
        """`kliment-2009#p3s3`, or the source's id alone."""
        return f"{self.source}#{self.passage}" if self.passage else self.source


class State(StrEnum):
    """What a reader may believe of a piece of evidence."""

    EXACT = "exact"
    """The words stand in the source, character for character."""
    NORMALIZED = "normalized"
    """The words stand there, in other typography."""
    EDITED = "edited"
    """The words stand there, with edits that every reader sees."""
    SILENT = "silent"
    """The words were verified and are not shown."""
    CITED = "cited"
    """The passage exists and is cited without words."""
    RECORD = "record"
    """A source whose text is not held here, cited as a whole."""
    UNVERIFIED = "unverified"
    """Words of a source whose text is not held here: not verified."""
    FAILED = "failed"
    """The citation does not hold; a finding says why."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A citation with what the source's text answered.

    `start` and `end` are offsets in the stored seed (0-based code points, end exclusive; -1 when there are none),
    `sha256` is the hash of the stored words (of the passage's text when it is cited without words). `figures` are the
    numbers and dates of the passages it touches, `reckoned` those that follow from the source's date ("last Thursday").
    `hedges` are the estimates in the passages that it touches ("perhaps", "very unlikely"), `stated` those in or cut by
    the words themselves. `quote` are the stored words, where they may be shown: how others find the place.
    """

    citation: Citation
    state: State
    passage: str = ""
    start: int = -1
    end: int = -1
    sha256: str = ""
    verdict: Verdict | None = None
    figures: tuple[str, ...] = ()
    reckoned: tuple[str, ...] = ()
    quote: Quote | None = None
    hedges: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()

    @property
    def shown(self) -> bool:
        """Whether the words may be published."""
        return bool(self.citation.words) and not self.citation.silent and self.state is not State.FAILED

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the stored text that the words show: what an ellipsis or brackets hide is none of them."""
        hidden = self.verdict.hidden if self.verdict else ()
        return tuple(
            zip((self.start, *(end for _, end in hidden)), (*(start for start, _ in hidden), self.end), strict=True)
        )
