"""What rests on a source, drawn: three short lists of links."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, bullets, joined, link, muted, paragraph
from sphinx_briefing.domain.nodes import make_block
from sphinx_briefing.views.withdrawal import Loss, Withdrawal


def draw_depends_on(found: Withdrawal | None) -> Nodes:
    """A line over each list; of an unknown source nothing, since there is a finding."""
    if found is None:
        return []
    parts = (
        ("Rests on it alone", found.everything),
        ("Falls with these", found.then),
        ("Rests on it and on other sources", found.something),
    )
    drawn: Nodes = []
    for head, losses in parts:
        if losses:
            line = paragraph(nodes.Text(f"{head} ({len(losses)}):"))
            drawn += [make_block("note-line", line), bullets(_words(loss) for loss in losses)]
    return drawn or [paragraph(muted("No statement rests on this source."))]


def _words(loss: Loss) -> Nodes:
    words: Nodes = [link(loss.statement), muted(f" · {loss.statement.kind}, "), link(loss.on)]
    if loss.through:
        words += [muted(", through "), *joined(link(item) for item in loss.through)]
    return words
