"""The translator that the builder uses: all visitors together, and one page as a whole."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.outputs.typst.design import Design
from sphinx_briefing.outputs.typst.inline import Inline
from sphinx_briefing.outputs.typst.literals import call, flag, literal
from sphinx_briefing.outputs.typst.manuscript import Manuscript, Page, labels_of
from sphinx_briefing.outputs.typst.parts import fits_upright
from sphinx_briefing.outputs.typst.programs import Programs
from sphinx_briefing.outputs.typst.tables import Tables

_MOSTLY = 1500
"""A page that says less than this many characters beside its matrix is turned as a whole."""


class TypstTranslator(Design, Tables, Programs, Inline):
    """Draws the pages of a book one after another as Typst."""

    def draw(self, page: Page, book: Manuscript) -> str:
        """The Typst source of one page. Notes in `book` what it met."""
        self.begin(page, book)
        self.notices: list[tuple[str, str]] = []
        turned = is_turned(page.doctree)
        with self.within("turned" if turned else ""):
            body = self.inside(page.doctree)
        unplaced = [label for label in sorted(labels_of([page])) if book.place(label)]
        return "\n" + call(
            "book-page",
            "".join(call("anchor", None, literal(label)) for label in unplaced) + body,
            title=literal(page_name(page)),
            part=literal(page.part),
            turned=flag(turned),
            notices="(" + "".join(f"({literal(label)}, {literal(name)}), " for label, name in self.notices) + ")",
        )


def page_name(page: Page) -> str:
    """The title of a page in plain words."""
    title = page.doctree.next_node(nodes.title)
    return title.astext() if title is not None else page.docname


def is_turned(doctree: nodes.document) -> bool:
    """True if the page is, but for a few words, one matrix: it then lies on a turned sheet, title and all."""
    blocks = [node for node in doctree.findall(nodes.Element) if node.tagname == "block"]
    matrices = [node for node in blocks if node.get("part") == "matrix" and not fits_upright(node)]
    wide = [*matrices, *(node for node in blocks if node.get("part") == "landscape")]
    if not wide:
        return False
    return len(doctree.astext()) - sum(len(node.astext()) for node in matrices) < _MOSTLY
