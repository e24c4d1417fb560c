"""Pictures, figures, and captions that carry Sphinx's own numbers."""

from __future__ import annotations

import re

from docutils import nodes

from sphinx_briefing.outputs.typst.literals import call, flag, literal
from sphinx_briefing.outputs.typst.sheet import Sheet

_LENGTH = re.compile(r"([\d.]+)(%|px|pt|pc|cm|mm|in|em|)$")
_LIKE_POINTS = {"px": 0.75, "": 0.75, "pc": 12.0}


class Figures(Sheet):
    """Every picture says what it shows."""

    def visit_image(self, node: nodes.Element) -> None:
        address = node["uri"]
        alternative = node.get("alt")
        if alternative is None:
            self.warn("print-alt", f"image {address!r} has no alternative text; say what it shows with :alt:", node)
        name = self.builder.images.get(address)
        if name is None:
            self.warn(
                "print-image",
                f"image {address!r} is not in the book's own files; its alternative text is printed",
                node,
            )
            self.write(self.text(alternative or address))
            return
        inline = isinstance(node.parent, nodes.TextElement) and not isinstance(node.parent, nodes.reference)
        self.write(
            self.anchors(node)
            + call(
                "picture",
                None,
                literal(f"/images/{name}"),
                alt=literal(alternative or ""),
                width=length(node.get("width")),
                inline=flag(inline),
            )
        )

    def visit_figure(self, node: nodes.Element) -> None:
        caption = next((child for child in node.children if isinstance(child, nodes.caption)), None)
        legend = next((child for child in node.children if isinstance(child, nodes.legend)), None)
        left = [part for part in (caption, legend) if part is not None]
        self.block(
            node,
            "figure-of",
            self.anchors(node) + self.inside(node, left),
            caption=f"[{self.numbered_caption(node, caption)}]" if caption is not None else None,
            legend=f"[{self.inside(legend)}]" if legend is not None else None,
            narrow=self.narrow,
        )

    def numbered_caption(self, owner: nodes.Element, caption: nodes.Element) -> str:
        """The caption with the number Sphinx gave, so that HTML and print agree."""
        figtype = self.builder.env.domains.standard_domain.get_enumerable_node_type(owner) or ""
        number = sphinx_number(self, owner, figtype)
        words = self.anchors(caption) + self.inside(caption)
        if not number or not self.config.numfig:
            return words
        prefix = self.config.numfig_format.get(figtype, "%s") % number
        return f"#{literal(f'{prefix}. ')}" + words

    def visit_caption(self, node: nodes.Element) -> None:
        owner = node.parent
        self.block(
            node,
            "block-caption",
            self.numbered_caption(owner, node) if owner.get("literal_block") else self.inside(node),
        )


def sphinx_number(sheet: Sheet, owner: nodes.Element, figtype: str) -> str:
    """The number that Sphinx gave a figure, table, listing or formula; "" if it gave none."""
    numbers = sheet.builder.env.toc_fignumbers.get(sheet.page.docname, {}).get(figtype, {})
    names: list[str] = owner.get("ids", [])
    return next((".".join(map(str, numbers[name])) for name in names if name in numbers), "")


def length(written: str | None) -> str | None:
    """A width as docutils has it, as a Typst length; None if it says nothing we can print."""
    match = _LENGTH.match(written.strip()) if written else None
    if match is None:
        return None
    amount, unit = float(match[1]), match[2]
    return f"{amount * _LIKE_POINTS[unit]:g}pt" if unit in _LIKE_POINTS else f"{amount:g}{unit}"
