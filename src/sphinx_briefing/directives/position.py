"""`{position}`: where an actor stands on an issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord, ask
from sphinx_briefing.directives.drawing import Nodes, joined, link, paragraph, stance_phrases
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.places import Key, Place, anchor
from sphinx_briefing.model.statements import Position
from sphinx_briefing.model.vocabularies import BASES, STANCES
from sphinx_briefing.views.dossier import PositionRow
from sphinx_briefing.views.shown import inside


class PositionWord(StatementWord):
    """On a page that declares an actor the argument names the issue, and the other way round; elsewhere both."""

    grammar: ClassVar = Grammar(
        ids=(1, 2),
        vocabularies={"stance": STANCES, "basis": BASES},
        required=("stance", "basis"),
        dated=True,
        date_names=("date", "as-of"),
    )

    def fact(self, draft: Draft, layer: str) -> Position | None:
        found = self._subject(draft.arguments.ids)
        if found is None:
            return None
        actor, issue = found
        stance, basis, date = draft.value("stance"), draft.value("basis"), draft.arguments.date
        position = Position(actor, issue, stance, basis, Place(""), layer, date, (), draft.citations)
        if any(position.id == other.id and basis != other.basis for other in self._others(actor, issue)):
            position = replace(position, apart=basis)
        return replace(position, place=self.reading.place(self.line, anchor(position.key)))

    def _others(self, actor: str, issue: str) -> Iterator[Position]:
        """The positions of the actor on the issue above on this page."""
        found = (fact for fact in self.reading.facts if isinstance(fact, Position))
        return (other for other in found if (other.actor, other.issue) == (actor, issue))

    def _subject(self, ids: tuple[str, ...]) -> tuple[str, str] | None:
        if len(ids) == 2:
            return ids[0], ids[1]
        if self.reading.own_actor:
            return self.reading.own_actor, ids[0]
        if self.reading.own_issue:
            return ids[0], self.reading.own_issue
        self.problem(
            "whose position is it, and on what?",
            f"write `actor / {ids[0]}`, or declare the page's `{{actor}}` or `{{issue}}` above",
            Code.SUBJECT,
        )
        return None

    def head(self, draft: Draft, key: Key) -> list[nodes.Node]:
        other = "both" if len(draft.arguments.ids) == 2 else "issue" if self.reading.own_actor else "actor"
        return [ask(self.env.docname, "position", id=key.id, other=other)]

    def example(self) -> str:
        return "iran-sanctions opposes, reported"


def _heads(row: PositionRow) -> Nodes:
    """Who, or what; or who on what."""
    first, *others = row.heads
    return [link(first), *(link(other, nodes.Text(inside(other.text))) for other in others)]


def draw_position(row: PositionRow | None) -> Nodes:
    """The head of a position: what or who, stance and basis."""
    if row is None:
        return []
    head = paragraph(
        *joined(_heads(row), " on "),
        nodes.Text(": "),
        *stance_phrases(row.stance, row.basis),
        classes=["position-head"],
    )
    if row.as_of:
        head += nodes.inline("", f" · {row.as_of}", classes=["as-of"])
    return [head]
