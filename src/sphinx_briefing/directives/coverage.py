"""A source passage by passage, drawn: what each says in our words, how it is used and where."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, joined, link, muted, paragraph
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.views.coverage import Coverage, PassageRow
from sphinx_briefing.views.shown import Shown

_STATES = {"quoted": "quoted", "used": "used without words", "aside": "set aside", "unused": "not used yet"}


def draw_coverage(found: Coverage | None) -> Nodes:
    """A line that counts, then one row a passage."""
    if found is None:
        return [paragraph(muted("The text of this source is not held here, so its passages cannot be listed."))]
    counts = ", ".join(
        f"{found.count(state)} {words}" for state, words in _STATES.items() if state != "aside" or found.count(state)
    )
    summary = make_block("note-line", paragraph(nodes.Text(f"{len(found.rows)} passages: {counts}.")))
    return [summary, make_block("passages", *[_row(row) for row in found.rows])]


def _once(used: Iterable[Shown]) -> list[Shown]:
    """Each name on each page once: three sentences of one page are one use to a reader."""
    named: dict[tuple[str, str], Shown] = {}
    for item in used:
        named.setdefault((item.text, item.page), item)
    return [*named.values()]


def _row(row: PassageRow) -> nodes.Element:
    pid = make_block("pid", paragraph(make_phrase("ident", row.id)), slot="pid")
    about = [row.form, f"{row.words} words", _STATES[row.state]]
    meta = [paragraph(muted(" · ".join(filter(None, about))))]
    if row.reason:
        meta.append(paragraph(muted(f"Set aside: {row.reason}"), classes=["aside"]))
    if row.used:
        used = joined((link(item) for item in _once(row.used)), "; ")
        meta.append(paragraph(muted("Used by "), *used, classes=["used"]))
    gist = [paragraph(nodes.Text(row.gist))] if row.gist else []
    return make_block(
        "passage-row",
        pid,
        *gist,
        make_block("meta", *meta, slot="meta"),
        args={"id": row.id, "state": row.state, "words": str(row.words)},
        ids=[row.anchor],
    )
