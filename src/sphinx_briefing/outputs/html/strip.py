"""The strip of a timeline as static SVG: an axis, its ticks, a mark for each event with its label and leader.

It scales with the page, carries no style of its own, and is named for those who cannot see it; the list below has the
same events as text. A narrow screen shows the list; a strip without one stands in a frame that it scrolls.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from docutils import nodes

from sphinx_briefing.domain.nodes import block

_WIDTH: Final = 720
_LANE: Final = 20
_TICKS: Final = 22
"""Room below the axis for the names of its ticks."""


def strip_svg(node: block) -> str:
    """The strip that a block of the part `strip` describes."""
    args = node["args"]
    axis = int(args["above"]) * _LANE + 12
    height = axis + _TICKS + int(args["below"]) * _LANE + 10
    parts = [child for child in node.children if isinstance(child, block)]
    drawn = [f'<path class="axis" d="M0 {axis}H{_WIDTH}"/>']
    for part in parts:
        drawn += _DRAWN[part["part"]](part["args"], axis)
    title = escape(args["title"])
    svg = f'<svg class="strip" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{title}">{"".join(drawn)}</svg>'
    if args.get("alone") != "yes":
        return f"{svg}\n"
    return f'<div class="strip-alone" role="region" tabindex="0" aria-label="{title}">{svg}</div>\n'


def _tick(args: dict[str, str], axis: int) -> Iterator[str]:
    x = _x(args["at"])
    yield f'<path class="tick" d="M{x} {axis - 4}v8"/>'
    yield f'<text class="tick-name" x="{x}" y="{axis + 18}"{_anchor(x)}>{escape(args["label"])}</text>'


def _asof(args: dict[str, str], axis: int) -> Iterator[str]:
    yield f'<path class="as-of" d="M{_x(args["at"])} 0V{axis + 8}"/>'


def _mark(args: dict[str, str], axis: int) -> Iterator[str]:
    start, end, lane = _x(args["at"]), _x(args["until"]), int(args["lane"])
    if lane:
        y = axis - 2 - lane * _LANE if args["above"] == "yes" else axis + _TICKS + lane * _LANE - 6
        out, side = (-1, ' text-anchor="end"') if args["left"] == "yes" else (1, "")
        yield f'<path class="leader" d="M{start} {axis}V{y}h{6 * out}"/>'
        yield f'<text x="{start + 9 * out:g}" y="{y + 4}"{side}>{escape(args["label"])}</text>'
    sure = "" if args["sure"] == "yes" else " unsure"
    name = f"is-{nodes.make_id(args['layer'])}{sure}"
    if end - start >= 10:
        yield f'<rect class="mark {name}" x="{start}" y="{axis - 3}" width="{end - start:g}" height="6" rx="3"/>'
    else:
        yield f'<circle class="mark {name}" cx="{(start + end) / 2:g}" cy="{axis}" r="5"/>'


def _x(share: str) -> float:
    return round(6 + float(share) * (_WIDTH - 12), 1)


def _anchor(x: float) -> str:
    """Names at the ends stay inside."""
    return ' text-anchor="end"' if x > _WIDTH - 40 else ' text-anchor="middle"' if x > 40 else ""


_DRAWN: Final = {"strip-tick": _tick, "strip-asof": _asof, "strip-mark": _mark}
