"""A source's stored text with all that verification asks of it, and places in it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from sphinx_briefing.model.evidence import Hit, Passage
from sphinx_briefing.text.folding import Folded, fold
from sphinx_briefing.text.passages import passage_at, split
from sphinx_briefing.text.wordindex import WordIndex

Span = tuple[int, int]
"""A span of folded text."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A source's stored text with all that verification asks of it, worked out once."""

    id: str
    text: str
    sha256: str
    passages: tuple[Passage, ...]
    folded: Folded = field(repr=False)
    by_id: dict[str, Passage] = field(repr=False, compare=False)
    index: WordIndex = field(repr=False, compare=False)
    _bounds: list[Span] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def of(cls, id: str, text: str) -> Seed:
        """Cut, fold and hash a text. The hash is that of its UTF-8 bytes: read it without newline translation."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        passages, folded = split(text), fold(text)
        by_id = {passage.id: passage for passage in passages}
        return cls(id, text, digest, passages, folded, by_id, WordIndex(folded.text))

    @property
    def bounds(self) -> Sequence[Span]:
        """Where each passage stands in the folded text; worked out when first asked, which only failures do."""
        if not self._bounds:
            place = self.folded.position
            self._bounds.extend((place(passage.start), place(passage.end)) for passage in self.passages)
        return self._bounds


def stored(folded: Folded, span: Span) -> Span:
    """The span in the stored text, without white space that a dash took along at either end."""
    start, end = folded.stored(*span)
    piece = folded.original[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def passage_id(seed: Seed, span: Span) -> str:
    """The id of the passage in which a span starts; empty between passages."""
    found = passage_at(seed.passages, stored(seed.folded, span)[0])
    return found.id if found else ""


def hits(seed: Seed, spans: Sequence[Span]) -> tuple[Hit, ...]:
    """The spans as places of the stored text, each with a little of the text around."""
    return tuple(_hit(seed, span) for span in spans)


def _hit(seed: Seed, span: Span) -> Hit:
    start, end = stored(seed.folded, span)
    left = seed.text[max(0, start - 40) : start]
    right = seed.text[end : end + 40]
    if start > 40:
        left = "... " + left.partition(" ")[2]
    if len(seed.text) > end + 40:
        right = right.rpartition(" ")[0] + " ..."
    return Hit(passage_id(seed, span), start, end, " ".join((left + seed.text[start:end] + right).split()))
