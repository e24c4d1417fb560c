"""Names linked at their first mention, drawn: each link takes the place of its words."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, link
from sphinx_briefing.domain.pieces import pieces_of
from sphinx_briefing.views.autolink import Linked


def draw_autolink(found: tuple[Linked, ...]) -> Nodes:
    """A link for each, without its words: those are the page's own."""
    return [link(item.target, nodes.Text("")) for item in found]


def put_links(document: nodes.document, found: Sequence[Linked]) -> None:
    """Put the links into the page's text, before anything else is drawn into it."""
    pieces = pieces_of(document)
    by_piece: dict[int, list[Linked]] = {}
    for item in found:
        by_piece.setdefault(item.piece, []).append(item)
    for number, items in by_piece.items():
        text = pieces[number][1]
        assert isinstance(text, nodes.Text)
        parts: Nodes = []
        last = 0
        for item in items:
            parts += [nodes.Text(text[last : item.start])] if text[last : item.start] else []
            parts.append(link(item.target, nodes.Text(text[item.start : item.end])))
            last = item.end
        parts += [nodes.Text(text[last:])] if text[last:] else []
        text.parent.replace(text, parts)
