"""The matrix, drawn: one real table, so that a reader aloud gets it too; gaps are drawn as gaps."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, cell, link, muted, paragraph, stance_phrases, table
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.model.vocabularies import STANCES
from sphinx_briefing.views.matrix import Cell, Column, Matrix, Row


def draw_matrix(found: Matrix) -> Nodes:
    """The key, then the table: a row for each actor, a column for each issue, how many hold a position."""
    if not found.columns or not found.holders:
        return [paragraph(muted("No actor and no issue to compare."))]
    heads = [cell(nodes.Text("Actor")), *[_head(column) for column in found.columns]]
    rows: list[list[nodes.entry]] = []
    if found.whole:
        heads.append(cell(nodes.Text("Held"), classes=["count"]))
    for group in found.groups:
        if group.side and len(found.groups) > 1:
            rows.append([cell(nodes.Text(group.side), classes=["grp"], morecols=len(heads) - 1)])
        rows += [_row(row, found.whole) for row in group.rows]
    if found.whole:
        rows.append(_totals(found))
    widths = [4, *[4] * len(found.columns), *([1] if found.whole else [])]
    grid = table(_caption(found), heads, rows, widths, classes=["matrix"])
    return [make_block("matrix", _legend(found), grid, args={"whole": "yes" if found.whole else "no"})]


def _caption(found: Matrix) -> str:
    cells = found.holders * len(found.columns)
    held = f"{found.held} position{'' if found.held == 1 else 's'} in {cells} cells"
    return f"Who stands where: {held}; an empty cell is a silence of the sources"


def _head(column: Column) -> nodes.entry:
    scope = [paragraph(muted(column.scope))] if column.scope else []
    return cell(paragraph(link(column.issue)), *scope)


def _row(row: Row, counted: bool) -> list[nodes.entry]:
    cells = [cell(link(row.actor)), *[_cell(item) for item in row.cells]]
    return [*cells, cell(nodes.Text(str(row.held)), classes=["count"])] if counted else cells


def _cell(item: Cell | None) -> nodes.entry:
    if item is None:
        return cell(nodes.Text("–"), make_phrase("sr", " no position"), classes=["gap"])
    return cell(
        link(item.target, *stance_phrases(item.stance, item.basis)),
        classes=["derived"] if item.basis == "derived" else ["held"],
    )


def _totals(found: Matrix) -> list[nodes.entry]:
    counts = [cell(nodes.Text(str(column.held)), classes=["count"]) for column in found.columns]
    return [cell(nodes.Text("Holders")), *counts, cell(nodes.Text(str(found.held)), classes=["count"])]


def _legend(found: Matrix) -> nodes.Element:
    used = {item.stance for group in found.groups for row in group.rows for item in row.cells if item}
    words: Nodes = []
    for stance in STANCES:
        if stance in used:
            words += [make_phrase("stance", stance, args={"stance": stance.replace(" ", "-")}), nodes.Text("  ")]
    words += [nodes.Text("– no position")]
    if found.derived:
        words += [
            nodes.Text("  "),
            make_phrase("basis", "derived", args={"basis": "derived"}),
            nodes.Text(": no sentence states it"),
        ]
    return make_block("legend", paragraph(*words))
