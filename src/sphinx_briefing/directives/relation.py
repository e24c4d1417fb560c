"""`{relation}`: what one actor does to another."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from docutils import nodes

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord, ask
from sphinx_briefing.directives.drawing import (
    Nodes,
    cell,
    layer_label,
    link,
    muted,
    note_marks,
    paragraph,
    running,
    table,
)
from sphinx_briefing.directives.options import identifier, identifiers
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.statements import Relation
from sphinx_briefing.model.vocabularies import RELATION_KINDS
from sphinx_briefing.text.argument_lines import Arguments
from sphinx_briefing.views.relations import RelationRow
from sphinx_briefing.views.shown import arrow

_ARROW: Final = re.compile(r"\s*(?:->|→)\s*")


class RelationWord(StatementWord):
    """`lavrov -> clinton met, 2009-03-06`; on a page that declares an actor the first may be left out."""

    grammar: ClassVar = Grammar(
        ids=(2, 2),
        vocabularies={"kind": RELATION_KINDS},
        required=("kind",),
        dated=True,
        options={"event": identifier("event"), "issues": identifiers("issues")},
    )

    def written(self) -> str:
        """Both actors parted by a slash; nothing, after a finding, when no arrow stands between them."""
        first, arrow, rest = self._parted()
        if not arrow:
            self.problem("no arrow stands between two actors", f"write `:::{{relation}} {self.example()}`")
            return ""
        return f"{first or self.reading.own_actor} / {rest}"

    def _parted(self) -> tuple[str, str, str]:
        found = _ARROW.search(self.line_text)
        return (self.line_text[: found.start()], "->", self.line_text[found.end() :]) if found else ("", "", "")

    def complete(self, arguments: Arguments) -> bool:
        return bool(self._parted()[1]) and super().complete(arguments)

    def fact(self, draft: Draft, layer: str) -> Relation | None:
        actor, other = draft.arguments.ids
        if actor == other:
            self.problem(f"`{actor}` is related to itself", "name two actors", Code.SUBJECT)
            return None
        found = Relation(
            actor, other, draft.value("kind"), Place(""), layer, draft.arguments.date, citations=draft.citations,
            **draft.options,
        )  # fmt: skip
        return Relation(
            actor, other, found.kind, self.place(found.key), layer, found.date, citations=draft.citations,
            **draft.options,
        )  # fmt: skip

    def head(self, draft: Draft, key: Key) -> list[nodes.Node]:
        return [ask(self.env.docname, "relation", id=key.id)]

    def example(self) -> str:
        return "lavrov -> clinton met"


def draw_relation(row: RelationRow | None) -> Nodes:
    """The head of a relation: who, whom, what, when. An arrow stands between, for no verb agrees with every name."""
    if row is None:
        return []
    head = paragraph(
        link(row.actor), nodes.Text(f" {arrow(row.mutual)} "), link(row.other), nodes.Text(": "),
        nodes.strong("", row.kind),
        classes=["position-head"],
    )  # fmt: skip
    if row.date:
        head += nodes.inline("", " · ", classes=["as-of"])
        head += link(row.event, nodes.Text(row.date)) if row.event else nodes.inline("", row.date, classes=["as-of"])
    return [head]


def relations_table(rows: tuple[RelationRow, ...], caption: str) -> nodes.table:
    """Relations in a line each: who, what, whom, when, in our words, and what they rest on."""
    heads = [cell(nodes.Text(text)) for text in ("Who", "What", "Whom", "When", "In our words", "Evidence")]
    lines = [[*_who(row), cell(*running(row.text), *_beyond(row)), cell(*note_marks(row.notes))] for row in rows]
    return table(caption, heads, lines, [63, 44, 63, 42, 64, 34], classes=["relations", "colwidths-given"])


def relations_overview(rows: tuple[RelationRow, ...], caption: str) -> nodes.table:
    """The same without our words: what each line of a drawing says. The verb leads to the statement, which has them."""
    heads = [cell(nodes.Text(text)) for text in ("Who", "What", "Whom", "When", "Evidence")]
    lines = [[*_who(row), cell(*note_marks(row.notes), *_beyond(row))] for row in rows]
    return table(caption, heads, lines, [63, 44, 63, 42, 98], classes=["relations", "overview", "colwidths-given"])


def _who(row: RelationRow) -> list[nodes.entry]:
    when: Nodes = [link(row.event, nodes.Text(row.date)) if row.event else nodes.Text(row.date)] if row.date else []
    both = [muted(" (both ways)")] if row.mutual else []
    return [
        cell(link(row.actor)), cell(link(row.target, nodes.Text(row.kind)), *both), cell(link(row.other)), cell(*when),
    ]  # fmt: skip


def _beyond(row: RelationRow) -> Nodes:
    """The word of its layer, where it is not the source's own."""
    return [nodes.Text(" "), layer_label(row.layer)] if row.layer != "fact" else []
