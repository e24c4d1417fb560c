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
from sphinx_briefing.views.strip import Strip
from sphinx_briefing.views.timeline import EventRow, Timeline


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


def strip_block(found: Strip, *, alone: bool = False) -> nodes.Element:
    """The strip: what each output draws as a picture, and other builders leave out, for the list says the same.

    One that stands alone, without its list, has to be seen on a narrow screen too.
    """
    ordered = sorted(found.marks, key=lambda mark: mark.at == mark.until)  # a span lies under the days in it
    marks = [
        make_block(
            "strip-mark",
            args={
                "at": f"{mark.at:.4f}",
                "until": f"{mark.until:.4f}",
                "label": mark.label,
                "layer": mark.layer,
                "lane": str(mark.lane),
                "above": "yes" if mark.above else "no",
                "left": "yes" if mark.left else "no",
                "sure": "yes" if mark.sure else "no",
                "axis": str(found.above),
            },
        )
        for mark in ordered
    ]
    axis = {"axis": str(found.above)}
    ticks = [
        make_block("strip-tick", args={"at": f"{tick.at:.4f}", "label": tick.label, **axis}) for tick in found.ticks
    ]
    asof = [make_block("strip-asof", args={"at": f"{found.asof:.4f}", **axis})] if found.asof is not None else []
    args = {"title": found.title, "above": str(found.above), "below": str(found.below)}
    args |= {"alone": "yes"} if alone else {}
    return make_block("strip", *ticks, *asof, *marks, args=args)


def draw_timeline(found: Timeline) -> Nodes:
    """The strips, then all rows, by date."""
    if not found.rows and not found.strips:
        return [paragraph(muted("No event is dated."))]
    rows = [make_block("timeline", *[event_block(row) for row in found.rows])] if found.rows else []
    return [*[strip_block(strip, alone=not rows) for strip in found.strips], *rows]
