"""The network, drawn: a picture that each output makes of the same places, and always its table."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, joined, link, muted, paragraph
from sphinx_briefing.directives.relation import relations_overview
from sphinx_briefing.domain.nodes import make_block
from sphinx_briefing.views.network import Network, NetworkEdge, NetworkNode, Point


def draw_network(found: Network) -> Nodes:
    """The picture, the same as a table, and who stands apart."""
    apart = (
        [paragraph(muted("Without a relation on file: "), *joined(link(actor) for actor in found.apart))]
        if found.apart
        else []
    )
    if not found.rows:
        return [paragraph(muted("No relation is on file.")), *apart]
    same = "" if found.figure_only else " The table below has the same."
    count = f"{len(found.nodes)} actors, {len(found.rows)} relation{'' if len(found.rows) == 1 else 's'}"
    title = f"Network of {count}.{same}"
    told = f"{title} {_told(found)}" if found.figure_only else title
    picture = make_block(
        "network",
        *[make_block("network-side", args={"name": side.name, "x": str(side.x)}) for side in found.sides],
        *[_edge(edge) for edge in found.edges],
        *[_label(edge) for edge in found.edges],  # above all lines, so that none runs through a word
        *[_node(node) for node in found.nodes],
        args={"title": title, "told": told, "height": str(found.height)},
    )
    if found.figure_only:
        return [picture]
    table = make_block("wide", relations_overview(found.rows, f"Who does what to whom: {count}"))
    return [picture, table, *apart]


def _told(found: Network) -> str:
    """Every relation in words, for who cannot see the drawing and has no table beside it."""
    return "; ".join(f"{row.actor.text} {row.kind} {row.other.text}" for row in found.rows) + "."


def _edge(edge: NetworkEdge) -> nodes.Element:
    return make_block(
        "network-edge",
        args={
            "start": _written(edge.start),
            "bend": _written(edge.bend),
            "end": _written(edge.end),
            "head": " ".join(map(_written, edge.head or ())),
            "solid": "yes" if edge.solid else "no",
        },
    )


def _label(edge: NetworkEdge) -> nodes.Element:
    return make_block("network-label", args={"label": edge.label, "at": _written(edge.at)})


def _node(node: NetworkNode) -> nodes.Element:
    args = {"lines": "\n".join(node.lines), "at": _written((node.x, node.y)), "height": f"{node.height:g}"}
    return make_block("network-node", paragraph(link(node.actor)), args=args)


def _written(point: Point) -> str:
    return f"{point[0]:g},{point[1]:g}"
