"""The matrix, drawn: one real table, so that a reader aloud gets it too; gaps are drawn as gaps."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from docutils import nodes

from sphinx_briefing.directives.drawing import (
    Nodes,
    basis_phrases,
    cell,
    course_mark,
    link,
    muted,
    paragraph,
    stance_phrase,
    table,
)
from sphinx_briefing.domain.nodes import SAME_PAGE, make_block, make_phrase
from sphinx_briefing.model.vocabularies import STANCES
from sphinx_briefing.views.courses import Course, Stand
from sphinx_briefing.views.matrix import Column, Matrix, Row

#: With more columns than these no word has room.
_MANY: Final = 10
#: With more columns than these a matrix takes all the width there is.
_NARROW: Final = 5
#: What each mark of a course means, in the key.
_MARKS: Final = {
    "conflict": "positions of one date disagree",
    "was": "an earlier position differed",
    "later": "after the book’s date",
}


def draw_matrix(found: Matrix) -> Nodes:
    """The key and the table: a row for each actor, a column for each issue, or the other way round."""
    if not found.columns or not found.height:
        return [paragraph(muted("No actor and no issue to compare."))]
    found = replace(found, compact=found.compact or len(found.columns) > _MANY)
    heads = [cell(nodes.Text(found.rows.capitalize())), *[_head(column, found.compact) for column in found.columns]]
    rows: list[list[nodes.entry]] = []
    if found.whole:
        heads.append(cell(nodes.Text("Held"), classes=["count"]))
    for group in found.groups:
        if group.side and len(found.groups) > 1:
            rows.append([cell(nodes.Text(group.side), classes=["grp"], morecols=len(heads) - 1)])
        rows += [_row(row, found) for row in group.rows]
    if found.whole:
        rows.append(_totals(found))
    widths = [
        8 if found.compact else 4,
        *[2 if found.compact else 4] * len(found.columns),
        *([1] if found.whole else []),
    ]
    grid = table(_caption(found), heads, rows, widths, classes=["matrix"])
    parts = [grid, _legend(found)] if found.compact else [_legend(found), grid]
    wide = not found.compact and (found.whole or len(found.columns) > _NARROW)
    known = {"whole": found.whole, "compact": found.compact, "wide": wide}
    args = {name: "yes" if value else "no" for name, value in known.items()}
    return [make_block("matrix", *parts, args=args)]


def _caption(found: Matrix) -> str:
    held = f"{found.held} position{'' if found.held == 1 else 's'} in {len(found.cells)} cells"
    return f"Who stands where: {held}; an empty cell is a silence of the sources"


def _head(column: Column, compact: bool) -> nodes.entry:
    if compact:
        return cell(paragraph(link(column.head)), classes=["turned"])
    note = [paragraph(muted(column.note))] if column.note else []
    return cell(paragraph(link(column.head)), *note)


def _row(row: Row, found: Matrix) -> list[nodes.entry]:
    cells = [
        cell(link(row.head)),
        *[
            _cell(item, {row.head.page, column.head.page}, found.compact)
            for item, column in zip(row.cells, found.columns, strict=True)
        ],
    ]
    return [*cells, cell(nodes.Text(str(row.held)), classes=["count"])] if found.whole else cells


def _cell(item: Course, told: set[str], compact: bool) -> nodes.entry:
    if not item.held and item.later is None:
        return cell(nodes.Text("–"), make_phrase("sr", " no position stated"), classes=["gap"])
    drawn: Nodes = [course_mark("conflict", "conflict", compact)] if item.conflict else []
    drawn += [_to(stand, told, *_words(stand, compact)) for stand in item.stands]
    if item.was:
        drawn.append(_to(item.was, told, course_mark("was", f"was {item.was.stance}", compact)))
    if item.later:
        drawn.append(_to(item.later, told, course_mark("later", f"later {item.later.stance}", compact)))
    return cell(*drawn, classes=["derived" if item.derived else "held"])


def _words(stand: Stand, compact: bool) -> Nodes:
    """Stance and bases; where there is room for signs only, the bases are for voices."""
    if compact:
        return [stance_phrase(stand.stance, compact=True), make_phrase("sr", f" {', '.join(stand.bases)}")]
    return [stance_phrase(stand.stance), nodes.Text(" "), *basis_phrases(stand.bases)]


def _to(stand: Stand, told: set[str], *words: nodes.Node) -> nodes.Element:
    """The way to a position. Its page on paper is left out where a head beside it tells the same."""
    return link(stand.target, *words, classes=[SAME_PAGE] if stand.target.page in told else [])


def _totals(found: Matrix) -> list[nodes.entry]:
    counts = [cell(nodes.Text(str(column.held)), classes=["count"]) for column in found.columns]
    name = "Holders" if found.rows == "actor" else "Positions"
    return [cell(nodes.Text(name)), *counts, cell(nodes.Text(str(found.held)), classes=["count"])]


def _legend(found: Matrix) -> nodes.Element:
    cells = found.cells
    used = {stand.stance for item in cells for stand in item.stands}
    words: Nodes = []
    for stance in STANCES:
        if stance in used:
            words += [stance_phrase(stance), nodes.Text("  ")]
    words += [nodes.Text("– no position stated")]
    if any(item.derived for item in cells):
        words += [nodes.Text("  "), *basis_phrases(("derived",)), nodes.Text(": no sentence states it")]
    marks = {
        "conflict": any(item.conflict for item in cells),
        "was": any(item.was for item in cells),
        "later": any(item.later for item in cells),
    }
    for state in (name for name, there in marks.items() if there):
        words += [nodes.Text("  "), course_mark(state, state), nodes.Text(f": {_MARKS[state]}")]
    return make_block("legend", paragraph(*words))
