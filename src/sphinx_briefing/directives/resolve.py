"""Placeholders become nodes: the one place where the answers of the Book enter a page.

Priority 5, before Sphinx resolves references (10): what is drawn holds `pending_xref` like any other page.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_briefing.directives import DRAWINGS, MENTION_DRAWINGS
from sphinx_briefing.directives.autolink import put_links
from sphinx_briefing.directives.languages import CYRILLIC, RUSSIAN
from sphinx_briefing.domain import brief_domain
from sphinx_briefing.domain.nodes import block, make_phrase, pending_mention, pending_view, phrase

_OWN_LANGUAGE: Final = ("lang", "native", "headword", "letter", "unlike")


class DrawViews(SphinxPostTransform):
    """Replaces each placeholder by what the Book answers, then marks words of another language."""

    default_priority: ClassVar = 5

    def run(self, **kwargs: Any) -> None:
        domain = brief_domain(self.env)
        put_links(self.document, domain.answer(self.env.docname, "autolink", {}))
        for node in list(self.document.findall(pending_view)):
            answer = domain.answer(node["page"], node["view"], node["options"])
            _put(node, DRAWINGS[node["view"]](answer))
        for mention in list(self.document.findall(pending_mention)):
            answer = domain.answer(mention["page"], mention["view"], mention["options"])
            mention.replace_self(MENTION_DRAWINGS[mention["view"]](answer, mention) or [nodes.Text("")])
        for text in list(self.document.findall(nodes.Text)):
            _mark_language(text)
        captioned = (
            table
            for table in self.document.findall(nodes.table)
            if not table["ids"] and isinstance(table.children[0], nodes.title)
        )
        for number, table in enumerate(captioned, 1):
            table["ids"] = [f"table-{number}"]  # so that it can be linked to, and counted by builders that count


def _put(node: pending_view, drawn: list[nodes.Node]) -> None:
    """Put what was drawn where the placeholder stands; a part drawn `here` takes the place of its words as well."""
    parent = node.parent
    if isinstance(parent, block) and parent["part"] == "here":
        first = next((item for item in drawn if isinstance(item, nodes.Element)), None)
        if first is not None:
            first["ids"] = [*parent["ids"], *first["ids"]]
        parent.replace_self(drawn)
    else:
        node.replace_self(drawn)
        if isinstance(parent, block) and parent.get("slot") and not parent.children:
            parent.parent.remove(parent)  # an empty slot would draw an empty box


def _mark_language(text: nodes.Text) -> None:
    """Mark Cyrillic words as Russian, for voices, hyphenation and faces."""
    parent = text.parent
    if not CYRILLIC.search(text) or isinstance(parent, (nodes.literal, nodes.literal_block, nodes.raw)):
        return
    if isinstance(parent, phrase) and parent["part"] in _OWN_LANGUAGE:
        return
    pieces: list[nodes.Node] = []
    last = 0
    for run in CYRILLIC.finditer(text):
        pieces += [nodes.Text(text[last : run.start()])] if text[last : run.start()] else []
        pieces.append(make_phrase("lang", run[0], args={"lang": RUSSIAN}))
        last = run.end()
    pieces += [nodes.Text(text[last:])] if text[last:] else []
    parent.replace(text, pieces)
