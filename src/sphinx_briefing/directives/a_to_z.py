"""The index of the book, drawn: letters to jump to, then under each its entries and where they lead."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, link, muted, paragraph, rubric
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.views.a_to_z import IndexRow, Letter


def draw_a_to_z(letters: tuple[Letter, ...]) -> Nodes:
    """A line of letters, then a block for each."""
    if not letters:
        return []
    jumps = nodes.bullet_list(
        "", *[nodes.list_item("", nodes.paragraph("", "", _jump(item.letter))) for item in letters]
    )
    return [make_block("letters-nav", jumps), make_block("a-to-z", *[_letter(item) for item in letters])]


def _jump(letter: str) -> nodes.reference:
    return nodes.reference("", letter, refid=_anchor(letter), internal=True)


def _anchor(letter: str) -> str:
    return f"letter-{letter.casefold() if letter.isalpha() else 'other'}"


def _letter(item: Letter) -> nodes.Element:
    head = rubric(item.letter, 2)
    head["ids"] = [_anchor(item.letter)]
    rows = [
        make_block("index-row", paragraph(*_row(row)), args={"see": "yes" if row.see else "no"}) for row in item.rows
    ]
    return make_block("index-letter", head, make_block("index-rows", *rows))


def _row(row: IndexRow) -> Nodes:
    words: nodes.Node = make_phrase("native", row.words, args={"lang": row.lang}) if row.lang else nodes.Text(row.words)
    if row.see:
        return [words, nodes.Text(" "), make_phrase("see", "see "), link(row.home, nodes.Text(row.see))]
    found: Nodes = [link(row.home, words)]
    if row.note:
        found += [nodes.Text(" "), make_phrase("ident" if row.kind == "source" else "romanization", row.note)]
    found += [nodes.Text(" "), make_phrase("index-kind", row.kind)]
    if row.places:
        parted = [node for place in row.places for node in (muted(" · "), link(place))]
        found.append(make_phrase("index-places", "", *parted))
    return found
