"""Links that tell their page, notes at the foot, addresses."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.domain.nodes import SAME_PAGE
from sphinx_briefing.outputs.typst.literals import call, flag, literal
from sphinx_briefing.outputs.typst.sheet import Sheet

SCHEME = "print:"
"""The address of a page of the book, as the builder hands it to Sphinx: `print:docname`."""

_WITHOUT_PAPER = ("genindex", "modindex", "py-modindex", "search")


class Links(Sheet):
    """References of every kind."""

    def visit_reference(self, node: nodes.Element) -> None:
        body = self.anchors(node) + self.inside(node)
        address = node.get("refuri", "")
        if self.stands_in("title"):
            self.write(body)  # the contents make one link of the whole title
        elif node.get("refid") or address.startswith((SCHEME, "#")):
            self.write(self.cross_reference(node, body))
        elif address:
            self.write(self.outside_reference(node, address, body))
        else:
            self.write(body)

    visit_number_reference = visit_reference
    visit_download_reference = visit_reference

    def cross_reference(self, node: nodes.Element, body: str) -> str:
        """A link within the book, followed by its page; plain words if it leads nowhere."""
        label = self.target(node)
        if label not in self.book.labels:
            if label.partition("#")[0] not in _WITHOUT_PAPER:
                self.warn(
                    "print-link", f"the printed book has no place {label!r} to link to; printed as plain words", node
                )
            return body
        below = "true" if self.stands_in("when") else None  # a date is short, its column narrow
        told = any(SAME_PAGE in child.get("classes", ()) for child in node.children if isinstance(child, nodes.Element))
        return call("xref", body, literal(label), below=below, told="true" if told else None)

    def target(self, node: nodes.Element) -> str:
        if node.get("refid"):
            return self.label(node["refid"])
        docname, _, name = node["refuri"].removeprefix(SCHEME).partition("#")
        return f"{docname or self.page.docname}#{name.lstrip('#')}"

    def outside_reference(self, node: nodes.Element, address: str, body: str) -> str:
        """A link to the world. Its address stands in a note, once on each page, unless it is read anyway."""
        shown = node.astext().strip()
        if address.removeprefix("mailto:") in (shown, f"https://{shown}", f"http://{shown}"):
            return call("outside", body, literal(address))
        mark = f"{self.page.docname}#{address}"
        first = self.book.place(f"note:{mark}")
        return call("outside", body, literal(address), note=literal(f"note:{mark}"), first=flag(first))

    # -- footnotes ---------------------------------------------------------------------------------------------------

    def visit_footnote_reference(self, node: nodes.Element) -> None:
        footnote = self.footnotes.get(node.get("refid", ""))
        if footnote is None:
            self.write(call("super", self.text(node.astext())))
            return
        if self.stands_in("title"):  # a note in a title would come again in the contents: `visit_footnote` prints it
            self.write(call("super", self.text("*")))
            return
        label = self.label(footnote["ids"][0])
        if not self.book.place(label):
            self.write(call("footnote-again", None, literal(label)))
            return
        with self.within("narrow"):
            first, *more = [child for child in footnote.children if not isinstance(child, nodes.label)] or [
                nodes.Text("")
            ]
            opening = self.inside(first) if isinstance(first, nodes.paragraph) else self.drawn([first])
            body = opening + self.drawn(more)
        self.write(call("footnote-text", body, literal(label)))

    @property
    def footnotes(self) -> dict[str, nodes.Element]:
        """The footnotes of the page by id."""
        if self._footnotes_of is not self.page:
            self._footnotes_of = self.page
            self._footnotes = {name: note for note in self.page.doctree.findall(nodes.footnote) for name in note["ids"]}
        return self._footnotes

    _footnotes_of: object = None
    _footnotes: dict[str, nodes.Element]

    def visit_footnote(self, node: nodes.Element) -> None:
        """Printed where it is called; a note that no running text calls is printed here, or its words were lost."""
        references = [
            reference
            for reference in self.page.doctree.findall(nodes.footnote_reference)
            if reference.get("refid") in node["ids"]
        ]
        if all(isinstance(reference.parent, nodes.title) for reference in references):
            if not references:
                self.warn("print-footnote", "no word refers to this footnote; it is printed where it is written", node)
            mark = "*" if references else node[0].astext()
            body = self.anchors(node) + self.inside(node, [node[0]])
            self.block(node, "note-entry", body, f"[{self.text(mark)}]")

    def visit_citation(self, node: nodes.Element) -> None:
        mark, *rest = node.children
        self.block(node, "note-entry", self.anchors(node) + self.drawn(rest), f"[{self.text(f'[{mark.astext()}]')}]")

    def visit_citation_reference(self, node: nodes.Element) -> None:
        self.write(self.text(f"[{node.astext()}]"))

    def visit_label(self, node: nodes.Element) -> None:
        self.write(self.inside(node))

    def visit_index(self, node: nodes.Element) -> None:
        self.write("".join(self.anchor(entry[2]) for entry in node["entries"]))
