"""The scale of likelihood, drawn: one row a step, each word with its cell."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, cell, joined, likelihood_phrase, link, paragraph, table
from sphinx_briefing.domain.nodes import make_block
from sphinx_briefing.views.scale import ScaleRow, ScaleShown


def draw_scale(found: ScaleShown) -> Nodes:
    """The steps as a table under the name and date of their scale, and what its makers say of it."""
    also = any(row.others for row in found.rows)
    used = any(row.judgments for row in found.rows)
    columns = {"Word": True, "Also": also, "Range": found.ranged, "Judgments": used}
    names = [name for name, wanted in columns.items() if wanted]
    rows = [[cells for name, cells in _row(row, len(found.rows)).items() if columns[name]] for row in found.rows]
    drawn: Nodes = [table(found.title, [cell(nodes.Text(name)) for name in names], rows, [25] * len(names))]
    return [*drawn, make_block("note-line", paragraph(nodes.Text(found.note)))] if found.note else drawn


def _row(row: ScaleRow, steps: int) -> dict[str, nodes.entry]:
    return {
        "Word": cell(likelihood_phrase(row.key, row.word, row.step, "", steps)),
        "Also": cell(nodes.Text(", ".join(row.others))),
        "Range": cell(nodes.Text(row.range or "none given")),
        "Judgments": cell(*joined(link(item) for item in row.judgments)),
    }
