"""Everything the book says about a page's entity that the page itself does not say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.entities import Actor, Event
from sphinx_briefing.model.pages import Entity
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Discrepancy, Judgment, Position, Quotation, Relation
from sphinx_briefing.views.courses import disagrees, moment
from sphinx_briefing.views.discrepancies import Notice, notice
from sphinx_briefing.views.judgments import JudgmentRow, judgment_row
from sphinx_briefing.views.notes import Note, notes_of
from sphinx_briefing.views.options import listed, subjects
from sphinx_briefing.views.relations import RelationRow, relation_row
from sphinx_briefing.views.shown import Shown, show, shown_prose
from sphinx_briefing.views.timeline import EventRow, event_row

#: What a dossier can hold, in the order of consequence.
PARTS: Final = ("positions", "judgments", "relations", "notices", "quotations", "events")


@dataclass(frozen=True, slots=True)
class PositionRow:
    """One position in words.

    `heads` are what it is headed by: the issue on an actor's page, the actor on an issue's, else both. `conflict`:
    another of the same date says something else.
    """

    heads: tuple[Shown, ...]
    target: Shown
    stance: str
    basis: str
    as_of: str
    text: tuple[str | Shown, ...]
    notes: tuple[Note, ...]
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """Words somebody said, with where and when."""

    target: Shown
    words: tuple[str, ...]
    speaker: str
    kind: str
    date: str
    variant: str
    text: tuple[str | Shown, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The answers, in the order of their consequence. `head` says what the position rows are headed by."""

    entity: Shown
    head: str
    positions: tuple[PositionRow, ...] = ()
    judgments: tuple[JudgmentRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    notices: tuple[Notice, ...] = ()
    quotations: tuple[QuotationRow, ...] = ()
    events: tuple[EventRow, ...] = ()


def position_row(book: Book, position: Position, other: str) -> PositionRow:
    """One position, headed by its `other` side: "actor", "issue" or "both"."""
    sides = (Key("actor", position.actor), Key("issue", position.issue))
    return PositionRow(
        heads=tuple(show(book, key) for key in sides if other in (key.kind, "both")),
        target=show(book, position.key),
        stance=position.stance,
        basis=position.basis,
        as_of=_held(position.as_of.edtf) if position.as_of else "",
        text=shown_prose(book, position.text),
        notes=notes_of(book, position),
        conflict=disagrees(book, position),
    )


def _conflicts_first(book: Book, found: Iterable[Position]) -> list[Position]:
    """Positions that disagree stand first, and beside each other."""
    apart: dict[tuple[object, ...], list[Position]] = {}
    agreed: list[Position] = []
    for item in found:
        same = apart.setdefault((item.actor, item.issue, moment(book, item)), []) if disagrees(book, item) else agreed
        same.append(item)
    return [*chain.from_iterable(apart.values()), *agreed]


def _held(edtf: str) -> str:
    """When a position was held: "as of 9 May 2024"; a range says by itself how long."""
    return spoken(edtf) if "/" in edtf else f"as of {spoken(edtf)}"


def quotation_row(book: Book, item: Quotation) -> QuotationRow:
    """One quotation; its words are those of its evidence that may be shown."""
    evidence = book.evidence_of(item)
    return QuotationRow(
        target=show(book, item.key),
        words=tuple(piece.citation.words for piece in evidence if piece.shown),
        speaker=show(book, Key("actor", item.speaker)).text if item.speaker else "",
        kind=item.kind,
        date=spoken(item.date.edtf) if item.date else "",
        variant=item.variant,
        text=shown_prose(book, item.text),
        notes=notes_of(book, item),
    )


def dossier(book: Book, page: str, options: Mapping[str, str]) -> Dossier | None:
    """View `dossier`: about the entity that the page declares first; None when it declares none.

    The option `only` names the parts to show; without it there are all.
    """
    found = subjects(book, page)
    if not found:
        return None
    only = listed(options.get("only", "").casefold()) or PARTS
    left_out: dict[str, Any] = {part: () for part in PARTS if part not in only}
    return replace(_dossier(book, found[0], page), **left_out)


def _dossier(book: Book, entity: Entity, page: str) -> Dossier:
    other = "issue" if isinstance(entity, Actor) else "actor"
    elsewhere = [item for item in book.about.get(entity.key, ()) if item.place.page != page]
    return Dossier(
        entity=show(book, entity.key),
        head=other,
        positions=tuple(
            position_row(book, item, other)
            for item in _conflicts_first(book, (item for item in elsewhere if isinstance(item, Position)))
        ),
        judgments=tuple(judgment_row(book, item) for item in elsewhere if isinstance(item, Judgment)),
        relations=tuple(relation_row(book, item) for item in elsewhere if isinstance(item, Relation)),
        notices=tuple(notice(book, item) for item in elsewhere if isinstance(item, Discrepancy)),
        quotations=tuple(quotation_row(book, item) for item in elsewhere if isinstance(item, Quotation)),
        events=tuple(event_row(book, item) for item in elsewhere if isinstance(item, Event)),
    )


def position(book: Book, page: str, options: Mapping[str, str]) -> PositionRow | None:
    """View `position`: the head of one position at its own place, headed by what the page does not already say."""
    found = book.objects.get(Key("position", options["id"]))
    return position_row(book, found, options["other"]) if isinstance(found, Position) else None


def quotation(book: Book, page: str, options: Mapping[str, str]) -> QuotationRow | None:
    """View `quotation`: the one whose id is given, for its own place on its page."""
    found = book.objects.get(Key("quotation", options["id"]))
    return quotation_row(book, found) if isinstance(found, Quotation) else None
