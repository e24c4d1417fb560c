"""Cards, grids, tabs and the other components of sphinx-design, on paper: boxed, in columns, opened."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.outputs.typst.links import Links
from sphinx_briefing.outputs.typst.literals import call, literal, strings, text_arguments
from sphinx_briefing.outputs.typst.parts import Parts
from sphinx_briefing.outputs.typst.sheet import skips

_FUNCTIONS = {
    "card": "card",
    "card-header": "card-edge",
    "card-footer": "card-edge",
    "card-title": "card-title",
    "tab-item": "opened",
    "dropdown": "opened",
    "aside": "aside",
}
_NARROW = frozenset({"card", "grid-item", "tab-item", "dropdown", "aside", "step"})

_SHORT = 800
"""A card of at most so many characters is kept on one sheet."""


class Design(Parts, Links):
    """Containers with a `design_component`, and containers without."""

    visit_fontawesome = skips

    def visit_block(self, node: nodes.Element) -> None:
        if node.get("part") == "index-row":
            self.index_row(node)
        else:
            super().visit_block(node)

    def index_row(self, node: nodes.Element) -> None:
        """An entry of the index: its words without links, then the pages of all places that it leads to."""
        told: dict[str, str] = node["args"]
        arguments = text_arguments(told)
        if told["see"] != "yes":
            places = [self.target(link) for link in node.findall(nodes.reference)]
            arguments["pages"] = strings(place for place in places if place in self.book.labels)
        with self.within("title"):
            words = "".join(self.inside(child) for child in node.children if isinstance(child, nodes.Element))
        self.block(node, "index-row", words, **arguments)

    def visit_container(self, node: nodes.Element) -> None:
        component = node.get("design_component", "")
        if component == "grid-row":
            self.block(node, "columns-of", None, *self.cells(node), narrow=self.narrow)
            return
        with self.within("narrow" if component in _NARROW else ""):
            body = self.anchors(node) + self.inside(node)
        name = _FUNCTIONS.get(component)
        if name:
            keep = "true" if name == "card" and len(node.astext()) <= _SHORT else None
            self.block(node, name, body, keep=keep)
        elif component or node.get("literal_block"):
            self.write(body)
        else:
            self.block(node, "container", body)

    def cells(self, row: nodes.Element) -> list[str]:
        found = []
        for item in row.children:
            if isinstance(item, nodes.Element):
                with self.within("narrow"):
                    found.append(
                        f"[{self.inside(item)}]"
                        if item.get("design_component") == "grid-item"
                        else f"[{self.drawn([item])}]"
                    )
        return found

    def visit_PassthroughTextElement(self, node: nodes.Element) -> None:  # noqa: N802
        """A holder of inline nodes: a card's title, a card's link, a button."""
        links = [link for link in node.findall(nodes.reference) if "sd-stretched-link" in link.get("classes", ())]
        if links:
            self.card_link(links[0])
            return
        body = self.anchors(node) + self.inside(node)
        if isinstance(node.parent, nodes.TextElement):
            self.write(body)
        else:
            self.block(node, "par", body)

    def card_link(self, link: nodes.Element) -> None:
        """On the screen the whole card is the link; on paper it says where it leads."""
        address = link.get("refuri", "")
        if address.startswith(("http:", "https:")):
            self.block(link, "par", call("outside", self.text(address), literal(address)))
        elif self.target(link) in self.book.labels:
            self.block(link, "card-link", None, literal(self.target(link)))
