"""`{quotation}`: exact words of a speaker, with variants that other sources give."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord, ask, notes_slot
from sphinx_briefing.directives.drawing import Nodes, link, note_marks, paragraph, quoted
from sphinx_briefing.directives.options import date, text, value_of
from sphinx_briefing.domain.nodes import make_block
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.model.statements import Quotation
from sphinx_briefing.model.vocabularies import QUOTATION_KINDS, QUOTATION_WORDS
from sphinx_briefing.views.dossier import QuotationRow


class QuotationWord(StatementWord):
    """The words stand in the evidence lines, so that they are verified where their source is held."""

    grammar: ClassVar = Grammar(
        options={
            "speaker": text("speaker"),
            "kind": value_of("kind", QUOTATION_KINDS),
            "date": date("date"),
            "variant": text("variant"),
        }
    )

    def fact(self, draft: Draft, layer: str) -> Quotation:
        key = Key("quotation", draft.arguments.ids[0])
        return Quotation(key.id, self.place(key), layer, text=(), citations=draft.citations, **draft.options)

    def draw(self, fact: Any, draft: Draft, layer: str, body: list[nodes.Node]) -> list[nodes.Node]:
        number = self.reading.note(fact)
        args = {"kind": "quotation", "layer": layer}
        here = ask(self.env.docname, "quotation", id=fact.id)
        node = make_block(
            "statement",
            here,
            *body,
            notes_slot(self.env.docname, fact.key),
            args=args,
            ids=[anchor(fact.key)],
            classes=[layer],
            fact=number,
        )
        self.set_source_info(node)
        return [node]


def quotation_block(row: QuotationRow, *, away: bool = False) -> nodes.Element:
    """The words, large, and who said them when; variants are shown, none is preferred.

    `away` from its own place, where notes stand beside it, the caption says what it rests on.
    """
    said = ", ".join(filter(None, (row.speaker, row.date, QUOTATION_WORDS.get(row.kind, ""))))
    by: list[nodes.Node] = [link(row.target, nodes.Text(said)) if away else nodes.Text(said)]
    children: list[nodes.Node] = [paragraph(nodes.Text(quoted(words))) for words in row.words]
    captions = [paragraph(*by)] if said else []
    if away and row.notes:
        captions.append(paragraph(*note_marks(row.notes)))
    if row.variant:
        captions.append(paragraph(nodes.strong("", "Variant"), nodes.Text(f" {row.variant}"), classes=["variant"]))
    if captions:
        children.append(make_block("by", *captions, slot="by"))
    return make_block("quotation", *children, args={"speaker": row.speaker})


def draw_quotation(row: QuotationRow | None) -> Nodes:
    """A quotation at its own place."""
    return [quotation_block(row)] if row else []


def draw_quotations(rows: tuple[QuotationRow, ...]) -> Nodes:
    """Quotations away from their own places, each with a link to it."""
    return [quotation_block(row, away=True) for row in rows]
