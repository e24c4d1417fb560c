"""The network as static SVG: boxes that are links, lines with their labels. The table below has the same as text."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final

from docutils import nodes

from sphinx_briefing.domain.nodes import block
from sphinx_briefing.views.network import BOX, LEADING, WIDTH, label_lines, label_size


def network_svg(node: block) -> str:
    """The drawing that a block of the part `network` describes, in a frame that a narrow screen scrolls."""
    title = escape(node["args"]["title"])
    drawn = "".join(_DRAWN[part["part"]](part) for part in node.children if isinstance(part, block))
    return (
        f'<div class="network" role="region" tabindex="0" aria-label="{title}">'
        f'<svg viewBox="0 0 {WIDTH} {float(node["args"]["height"]):g}" role="group" aria-label="{title}">'
        f"{drawn}</svg></div>\n"
    )


def _side(part: block) -> str:
    return f'<text class="side" x="{part["args"]["x"]}" y="14">{escape(part["args"]["name"])}</text>'


def _edge(part: block) -> str:
    args = part["args"]
    dashed = "" if args["solid"] == "yes" else " dashed"
    head = f'<polygon class="head" points="{args["head"]}"/>' if args["head"] else ""
    return f'<path class="edge{dashed}" d="M{args["start"]}Q{args["bend"]} {args["end"]}"/>{head}'


def _label(part: block) -> str:
    x, y = _point(part)
    width, height = label_size(part["args"]["label"])
    lines = label_lines(part["args"]["label"])
    first = y + 4 - LEADING * (len(lines) - 1) / 2
    return (
        f'<rect class="under" x="{x - width / 2:g}" y="{y - height / 2:g}" width="{width:g}" height="{height:g}"/>'
    ) + "".join(
        f'<text class="kind" x="{x:g}" y="{first + LEADING * number:g}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


def _node(part: block) -> str:
    x, y = _point(part)
    width, height = BOX, float(part["args"]["height"])
    lines = part["args"]["lines"].split("\n")
    first = y + 4 - 7 * (len(lines) - 1)
    drawn = f'<rect x="{x - width / 2:g}" y="{y - height / 2:g}" width="{width}" height="{height}" rx="3"/>' + "".join(
        f'<text x="{x:g}" y="{first + 14 * number:g}">{escape(line)}</text>' for number, line in enumerate(lines)
    )
    target = next(iter(part.findall(nodes.reference)), None)
    where = "" if target is None else target.get("refuri") or f"#{target.get('refid', '')}"
    return f'<a class="node" href="{escape(where)}">{drawn}</a>' if where else f'<g class="node">{drawn}</g>'


def _point(part: block) -> tuple[float, float]:
    x, y = part["args"]["at"].split(",")
    return float(x), float(y)


_DRAWN: Final[dict[str, Callable[[block], str]]] = {
    "network-side": _side,
    "network-edge": _edge,
    "network-label": _label,
    "network-node": _node,
}
