"""Back-links, drawn: the page, and the sentence with the mention marked."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, link, muted, paragraph
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.views.mentions import MentionRow
from sphinx_briefing.views.shown import Shown


def draw_mentions(rows: tuple[MentionRow, ...]) -> Nodes:
    """A list; a sentence that says nothing is left unsaid."""
    if not rows:
        return [paragraph(muted("Mentioned on no other page."))]
    items = [
        nodes.list_item("", paragraph(link(row.page)), paragraph(*_sentence(row), classes=["sentence"])) for row in rows
    ]
    return [make_block("mentions", nodes.bullet_list("", *items))]


def _sentence(row: MentionRow) -> Nodes:
    words: Nodes = []
    for number, part in enumerate(row.sentence):
        text = part.text if isinstance(part, Shown) else part
        words.append(make_phrase("hit", text) if number == row.hit else nodes.Text(text))
    return words
