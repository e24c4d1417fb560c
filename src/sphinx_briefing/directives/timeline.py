"""The timeline, drawn: one row an event, its date first."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import (
    Nodes,
    dated,
    joined,
    layer_label,
    link,
    muted,
    note_block,
    paragraph,
    running,
)
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.views.timeline import EventRow


def event_block(row: EventRow) -> nodes.Element:
    """One event: when, what (linked to its place), its layer, where the source differs, what it rests on."""
    date = link(row.event, *dated(row.said, make_phrase("date", row.date)))
    when = make_block("when", paragraph(date), slot="when")
    what = paragraph(*running(row.text))
    marks: Nodes = [layer_label(row.layer)]
    if row.place:
        marks += [nodes.Text(" · "), nodes.Text(row.place)]
    if row.differs:
        marks += [
            nodes.Text(" · "),
            nodes.strong("", "The source differs"),
            nodes.Text(" "),
            *joined(link(item, make_phrase("ident", item.text)) for item in row.differs),
        ]
    notes = make_block("notes", *[note_block(note, opened=False) for note in row.notes], slot="notes")
    return make_block(
        "event-row",
        when,
        what,
        paragraph(*marks, classes=["marks"]),
        notes,
        args={"layer": row.layer, "date": row.edtf},
    )


def draw_timeline(rows: tuple[EventRow, ...]) -> Nodes:
    """All rows, by date."""
    return (
        [make_block("timeline", *[event_block(row) for row in rows])]
        if rows
        else [paragraph(muted("No event is dated."))]
    )
