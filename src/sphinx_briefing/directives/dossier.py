"""The dossier, drawn in the order of consequence: positions, judgments, relations, notices, words, events."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.discrepancy import notice_block
from sphinx_briefing.directives.drawing import (
    Nodes,
    cell,
    course_mark,
    dated,
    joined,
    layer_label,
    link,
    muted,
    note_marks,
    paragraph,
    rubric,
    running,
    stance_phrases,
    table,
)
from sphinx_briefing.directives.judgment import judgment_entry
from sphinx_briefing.directives.quotation import quotation_block
from sphinx_briefing.directives.relation import relations_table
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.views.dossier import Dossier, PositionRow
from sphinx_briefing.views.timeline import EventRow


def draw_dossier(found: Dossier | None) -> Nodes:
    """Each part under a small heading; a part with nothing in it is left out."""
    if found is None:
        return []
    drawn: Nodes = []
    if found.positions:
        drawn += [
            make_block(
                "wide",
                positions_table(
                    found.positions,
                    found.head,
                    f"{found.entity.text}: positions{'' if found.head == 'actor' else ' stated elsewhere'}",
                ),
            )
        ]
    if found.judgments:
        drawn += [
            rubric(f"{found.entity.text}: judgments made elsewhere"),
            make_block("key-judgments", *[judgment_entry(row) for row in found.judgments]),
        ]
    if found.relations:
        caption = f"{found.entity.text}: relations"
        drawn += [make_block("wide", relations_table(found.relations, caption))]
    if found.notices:
        drawn += [
            rubric("Where the source differs from the record"),
            *[notice_block(notice) for notice in found.notices],
        ]
    if found.quotations:
        drawn += [rubric("Words"), *[quotation_block(row, away=True) for row in found.quotations]]
    if found.events:
        drawn += [make_block("wide", events_table(found.events, f"{found.entity.text}: events told elsewhere"))]
    return drawn or [paragraph(muted("No position, judgment, relation, notice, quotation or event on another page."))]


def positions_table(rows: tuple[PositionRow, ...], head: str, caption: str) -> nodes.table:
    """Positions in words: whose or on what, stance and basis, our words, evidence."""
    heads = [cell(nodes.Text(text)) for text in (head.capitalize(), "Stance and basis", "In our words", "Evidence")]
    return table(caption, heads, [_row(row) for row in rows], [3, 3, 6, 2], classes=["positions", "colwidths-given"])


def events_table(rows: tuple[EventRow, ...], caption: str) -> nodes.table:
    """Events in a line each: the timeline has them with all that they rest on."""
    heads = [cell(nodes.Text(text)) for text in ("Date", "What happened", "Layer", "Evidence")]
    return table(caption, heads, [_event(row) for row in rows], [4, 8, 4, 3], classes=["events", "colwidths-given"])


def _event(row: EventRow) -> list[nodes.entry]:
    what = running(row.text)
    if row.differs:
        what += [
            nodes.Text(" "),
            muted("The source differs: "),
            *joined(link(item, make_phrase("ident", item.text)) for item in row.differs),
        ]
    return [
        cell(link(row.event, *dated(row.said, nodes.Text(row.date)))),
        cell(*what),
        cell(layer_label(row.layer)),
        cell(*note_marks(row.notes)),
    ]


def _row(row: PositionRow) -> list[nodes.entry]:
    stance: Nodes = [link(row.target, *stance_phrases(row.stance, row.basis))]
    if row.as_of:
        stance.append(muted(f" {row.as_of}"))
    if row.conflict:
        stance += [nodes.Text(" "), course_mark("conflict", "conflict")]
    return [
        cell(*[link(head) for head in row.heads]),
        cell(*stance),
        cell(*running(row.text)),
        cell(*note_marks(row.notes)),
    ]
