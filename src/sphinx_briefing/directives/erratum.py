"""`{erratum}`: a mistake of the book itself; and the view of all of them."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord, ask
from sphinx_briefing.directives.drawing import Nodes, link, muted, note_marks, paragraph, running
from sphinx_briefing.directives.options import subject, text
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.model.statements import Erratum
from sphinx_briefing.views.errata import Correction


class ErratumWord(StatementWord):
    """An id and the date of the mending; what the book said is an option, what it says now the body."""

    grammar: ClassVar = Grammar(
        dated=True, date_required=True, options={"on": subject("on"), "was": text("was")}, layer="context"
    )

    def example(self) -> str:
        return "e-1 2026-11-20"

    def fact(self, draft: Draft, layer: str) -> Erratum | None:
        key = Key("erratum", draft.arguments.ids[0])
        date, was = draft.arguments.date, draft.options.get("was", "")
        on = draft.options.get("on", Key("page", self.reading.page))
        if not was:
            self.problem("it does not say what was wrong", "write what the book said: `:was: the old words`")
        if not any(line.strip() for line in self.content):  # the evidence lines are gone from it already
            self.problem("it does not say what is right", "write into its body what the book says now, and why")
            return None
        if not was or date is None:
            return None
        return Erratum(key.id, date, self.place(key), layer, on, was, (), draft.citations)

    def draw(self, fact: Any, draft: Draft, layer: str, body: list[nodes.Node]) -> list[nodes.Node]:
        """Only a placeholder and the words for later: the notice is drawn by the view, here as everywhere."""
        node = make_block("here", *body, ids=[anchor(fact.key)], fact=self.reading.note(fact))
        node += ask(self.env.docname, "erratum", id=fact.id)
        self.set_source_info(node)
        return [node]


def correction_block(found: Correction) -> nodes.Element:
    """One mistake: "We were wrong", when it was mended, about what, what the book said, what it says now."""
    title = paragraph(
        nodes.strong("", "We were wrong"), nodes.Text(" "), make_phrase("ident", found.target.text), nodes.Text(" "),
        muted("mended on "), make_phrase("date", found.date, args={"date": found.edtf}), classes=["erratum-title"],
    )  # fmt: skip
    about = link(found.on, nodes.Text(found.about or found.on.text))
    rows = [
        paragraph(muted("About: "), about),
        paragraph(muted("It said: "), nodes.Text(found.was)),
        paragraph(muted("It says now: "), *running(found.text)),
    ]
    if found.notes:
        rows.append(paragraph(muted("Rests on: "), *note_marks(found.notes)))
    return make_block("erratum", title, *rows, args={"id": found.target.id})


def draw_erratum(found: Correction | None) -> Nodes:
    """A notice at its own place."""
    return [correction_block(found)] if found else []


def draw_errata(found: tuple[Correction, ...]) -> Nodes:
    """All of them; none is worth saying too."""
    if not found:
        return [paragraph(muted("No mistake of this book is known."))]
    return [correction_block(item) for item in found]
