"""`{discrepancy}`: where the source and the record part; and the view of all of them."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord, ask
from sphinx_briefing.directives.drawing import Nodes, joined, link, paragraph, quoted, running
from sphinx_briefing.directives.options import identifiers
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.model.statements import Discrepancy
from sphinx_briefing.model.vocabularies import SEVERITIES
from sphinx_briefing.views.discrepancies import Notice
from sphinx_briefing.views.notes import Note


class DiscrepancyWord(StatementWord):
    """An id and a severity; evidence from a held seed is what the source says, all other what the record says."""

    grammar: ClassVar = Grammar(
        vocabularies={"severity": SEVERITIES},
        required=("severity",),
        options={"actors": identifiers("actors"), "issues": identifiers("issues"), "events": identifiers("events")},
    )

    def example(self) -> str:
        return "d-1 factual error"

    def fact(self, draft: Draft, layer: str) -> Discrepancy:
        key = Key("discrepancy", draft.arguments.ids[0])
        return Discrepancy(
            key.id, draft.value("severity"), self.place(key), layer, (), citations=draft.citations, **draft.options
        )

    def draw(self, fact: Any, draft: Draft, layer: str, body: list[nodes.Node]) -> list[nodes.Node]:
        """Only a placeholder and the words for later: the notice is drawn by the view, here as everywhere."""
        node = make_block("here", *body, ids=[anchor(fact.key)], fact=self.reading.note(fact))
        node += ask(self.env.docname, "discrepancy", id=fact.id)
        self.set_source_info(node)
        return [node]


def notice_block(notice: Notice) -> nodes.Element:
    """One notice: "The source differs", our words, then what both sides say."""
    title = paragraph(
        nodes.strong("", "The source differs"), nodes.Text(" "),
        make_phrase("ident", notice.target.text), nodes.Text(" "), make_phrase("severity", notice.severity),
        classes=["differs-title"],
    )  # fmt: skip
    children: list[nodes.Node] = [title, paragraph(*running(notice.text))]
    if notice.source:
        children.append(_side("source", notice.source))
    if notice.record:
        children.append(_side("record", notice.record))
    return make_block("differs", *children, args={"id": notice.target.id, "severity": notice.severity})


def _side(slot: str, notes: tuple[Note, ...]) -> nodes.Element:
    """What one side says, in a line: words that may be shown, or who put it out.

    The rest stands behind the reference.
    """
    words = joined((_said(note) for note in notes), "; ")
    return make_block(slot, paragraph(*words), slot=slot)


def _said(note: Note) -> nodes.Element:
    mark = link(note.reference, make_phrase("ident", note.reference.text))
    said = f"{quoted(note.words)} " if note.words else ""
    about = " " + ", ".join(filter(None, (note.issuer, note.date))) if note.issuer else ""
    checked: Nodes = [
        nodes.Text(" · " if about else " "),
        make_phrase("verified", note.verdict, args={"state": note.state}),
    ]
    return nodes.inline("", "", nodes.Text(said), mark, nodes.Text(about), *checked)


def draw_discrepancy(notice: Notice | None) -> Nodes:
    """A notice at its own place."""
    return [notice_block(notice)] if notice else []


def draw_discrepancies(notices: tuple[Notice, ...]) -> Nodes:
    """Several notices."""
    return [notice_block(notice) for notice in notices]
