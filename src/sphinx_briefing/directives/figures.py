"""How the figures of the book stand, drawn: a count of each way, then those that an editor accounts for."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, cell, definitions, link, muted, paragraph, table
from sphinx_briefing.domain.nodes import make_block
from sphinx_briefing.views.figures import FigureRow, Figures


def draw_figures(found: Figures) -> Nodes:
    """The ways that occur, and a table each for what was worked out and what was set aside."""
    counts: list[tuple[str, Nodes]] = [
        (way.capitalize(), [nodes.Text(f"{number:,}")]) for way, number in found.counts if number
    ]
    if not counts:
        return [paragraph(muted("No statement of this book gives a figure."))]
    drawn: Nodes = [make_block("facts", definitions(counts))]
    if found.computed:
        drawn.append(_table("Worked out", "From", found.computed))
    if found.aside:
        drawn.append(_table("Set aside", "Why", found.aside))
    return drawn


def _table(caption: str, reason: str, rows: Sequence[FigureRow]) -> nodes.Element:
    head = [cell(nodes.Text(words)) for words in ("Figure", reason, "On")]
    drawn = [[cell(nodes.Text(row.written)), cell(nodes.Text(row.reason)), cell(link(row.page))] for row in rows]
    return table(caption, head, drawn, (20, 50, 30))
