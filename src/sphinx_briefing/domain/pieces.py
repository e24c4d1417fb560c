"""The pieces of a page's running text in which names may be linked, in order, and the mentions that it marks itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.domain.nodes import block, pending_mention, pending_view
from sphinx_briefing.model.places import Key
from sphinx_briefing.text.names import without_quotations

#: No name is linked in these: headings, links, code, quotations, and what is no running text.
_LEFT: Final = (
    nodes.title, nodes.subtitle, nodes.rubric, nodes.term, nodes.caption, nodes.thead, nodes.reference, nodes.literal,
    nodes.FixedTextElement, nodes.math, nodes.abbreviation, nodes.block_quote, nodes.attribution, nodes.docinfo,
    nodes.comment, nodes.system_message, nodes.Invisible, addnodes.toctree, addnodes.index, pending_view,
)  # fmt: skip
_QUOTING: Final = frozenset({"quotation", "evidence"})


def pieces_of(document: nodes.document) -> list[tuple[str | Key, nodes.Node]]:
    """Each piece with its node: text in which quotations are masked, or the key of what the page marks."""
    return list(_pieces(document, [False]))


def _pieces(node: nodes.Element, quoted: list[bool]) -> Iterator[tuple[str | Key, nodes.Node]]:
    for child in node.children:
        if isinstance(child, nodes.Text):
            text, quoted[0] = without_quotations(str(child), quoted[0])
            yield text, child
        elif isinstance(child, pending_mention):
            if child["kind"]:
                yield Key(child["kind"], child["target"]), child
        elif isinstance(child, addnodes.pending_xref):
            if child.get("reftype") == "term":
                yield Key("form", child["reftarget"]), child
        elif isinstance(child, nodes.Element) and not _is_left(child):
            if isinstance(child, nodes.TextElement) and not isinstance(child, nodes.Inline):
                quoted[0] = False  # a quotation ends with its paragraph
            yield from _pieces(child, quoted)


def _is_left(node: nodes.Element) -> bool:
    drawn = isinstance(node, block) and (node["part"] in _QUOTING or bool(node.get("slot")))
    return drawn or isinstance(node, _LEFT) or bool(node.get("head")) or _is_linked_whole(node)


def _is_linked_whole(node: nodes.Element) -> bool:
    """A card that is one link as a whole."""
    if node.get("design_component") != "card":
        return False
    return any("sd-stretched-link" in link["classes"] for link in node.findall(nodes.Element))
