"""How ordinary nodes are drawn: as Sphinx draws them, but numbered, with scoped headers and without inline style.

Nothing is styled in place, so that a strict Content-Security-Policy holds: widths become classes in steps of five
percent (`col.w30`), lengths become attributes in pixels.
"""

from __future__ import annotations

import re
from typing import Any, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.writers.html5 import HTML5Translator

from sphinx_briefing.domain.nodes import block
from sphinx_briefing.model.dates import MONTHS

# In these parts a list's term and definition stand one above the other in columns, so each pair has a box.
PAIRED_LISTS: Final = frozenset({"status", "identity"})
# These keep the shape of a grid on every screen; other tables from three columns on are stacked on a telephone (from
# five on, where no column heads the rows).
GRIDS: Final = frozenset({"matrix", "pair"})
SHORT_TABLE: Final = 3
# From this many columns on a table may be wider than a telephone; it then scrolls inside a named region.
WIDE_TABLE: Final = 5
# What no line may part: a name at its hyphen (S-300), where browsers do break, and a day from its month.
_WHOLE: Final = re.compile(rf"\b(?:[A-Z]{{1,4}}-[0-9]+|[0-9]{{1,2}} (?:{'|'.join(MONTHS)}))\b")
PIXELS: Final = {
    "": 1.0,
    "px": 1.0,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "pt": 1.333,
    "pc": 16.0,
    "em": 16.0,
    "rem": 16.0,
}


class BriefingTranslator(HTML5Translator):
    """Sphinx's HTML translator with the paragraph numbers, tables and cards of a briefing."""

    def __init__(self, document: nodes.document, builder: Builder) -> None:
        super().__init__(document, builder)
        self._table_names: list[str] = []
        self._labels: list[list[str]] = []  # of each open table: the column heads, when its rows may be stacked

    def starttag(
        self, node: nodes.Element, tagname: str, suffix: str = "\n", empty: bool = False, **attributes: Any
    ) -> str:
        """A start tag, never with a `style` attribute: whatever asks for one is outside our reach to style anyway."""
        attributes.pop("style", None)
        return str(super().starttag(node, tagname, suffix, empty, **attributes))

    def add_permalink_ref(self, node: nodes.Element, title: str) -> None:
        """Nothing: the printed numbers are the links to a place."""

    # Numbers

    def add_fignumber(self, node: nodes.Element) -> None:
        """A figure's or table's number; one that cannot be referred to, such as a view's table, has none."""
        if node.get("ids"):
            super().add_fignumber(node)

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        """A paragraph, with its number as a link to itself."""
        super().visit_paragraph(node)
        if number := node.get("number"):
            self._add_number("p" + number.replace(".", "-"), "Paragraph", number)

    def visit_title(self, node: nodes.title) -> None:
        """A title, with the section's number; above the page's own title stands its kicker."""
        if isinstance(node.parent, addnodes.compact_paragraph) and node.parent.get("toctree"):
            self.body.append(self.starttag(node, "p", "", CLASS="caption"))
            self.context.append("</p>\n")
            return
        if isinstance(node.parent, nodes.section) and self.section_level == 1:
            self._draw_kicker(node.parent)
        super().visit_title(node)
        number = node.get("number") or (node.parent.get("number") if isinstance(node.parent, nodes.section) else None)
        if number and node.parent["ids"]:
            self._add_number(node.parent["ids"][0], "Section", number)

    def _add_number(self, anchor: str, kind: str, number: str) -> None:
        label = self.attval(f"{kind} {number}, link")
        self.body.append(f'<a class="no" href="#{self.attval(anchor)}" aria-label="{label}">{self.encode(number)}</a>')

    def _draw_kicker(self, section: nodes.section) -> None:
        for child in section.children:
            if isinstance(child, block) and child["part"] == "kicker":
                child.walkabout(self)
                child["drawn"] = True

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 - named after the class
        """Words, in which no line parts a name such as S-300 or a day from its month; they are copied as they were."""
        start = len(self.body)
        super().visit_Text(node)
        self.body[start:] = [_WHOLE.sub(r'<span class="nb">\g<0></span>', words) for words in self.body[start:]]

    # Links

    def visit_reference(self, node: nodes.Element) -> None:
        """A link; one to an entity names the entity, for the preview card."""
        start = len(self.body)
        super().visit_reference(node)
        if card := node.get("card"):
            self.body[start] = self.body[start].replace("<a ", f'<a data-card="{self.attval(card)}" ', 1)

    # Tables

    def visit_table(self, node: nodes.table) -> None:
        """A table in a box; the box of a wide one can be focused, so that the keyboard can scroll it."""
        tgroup = next(iter(node.findall(nodes.tgroup)), None)
        wide = tgroup is not None and int(tgroup.get("cols", 0)) >= WIDE_TABLE
        region = f' tabindex="0" role="region" aria-label="{self.attval(self._name_table(node))}"' if wide else ""
        self.body.append(f'<div class="tw{" scrolls" if wide else ""}"{region}>\n')
        if name := _width_class(node.get("width", "")):
            node["classes"].append(name)
        self._labels.append(_stack_labels(node))
        if self._labels[-1]:
            node["classes"].append("stack")
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        """Close the table and its box."""
        super().depart_table(node)
        self._labels.pop()
        self.body.append("</div>\n")

    def _name_table(self, node: nodes.table) -> str:
        caption = next((child.astext() for child in node.children if isinstance(child, nodes.title)), "")
        name = caption or f"Table {len(self._table_names) + 1}"
        if name in self._table_names:
            name = f"{name} ({len(self._table_names) + 1})"
        self._table_names.append(name)
        return name

    def depart_colspec(self, node: nodes.colspec) -> None:
        """After the last column: the given widths, as classes."""
        if isinstance(node.next_node(descend=False, siblings=True), nodes.colspec):
            return
        if "colwidths-given" not in node.parent.parent["classes"]:
            return
        total = sum(column.propwidth() for column in self.colspecs)
        shares = (f"{100 * column.propwidth() / total}%" for column in self.colspecs)
        columns = (f'<col class="{_width_class(share)}" />' for share in shares)
        self.body.append(f"<colgroup>{''.join(columns)}</colgroup>\n")

    def visit_row(self, node: nodes.Element) -> None:
        """A row; a row that names a group begins a body of its own, which its header then spans."""
        if _names_group(node) and node.parent.index(node) > 0 and isinstance(node.parent, nodes.tbody):
            self.body.append("</tbody>\n<tbody>\n")
        super().visit_row(node)

    def visit_entry(self, node: nodes.entry) -> None:
        """A cell; a header says what it is the header of, and an empty one is no header."""
        row: Any = node.parent  # docutils keeps the running column on the row and the stub columns on the group
        group: Any = row.parent
        in_head = isinstance(group, nodes.thead)
        stub = bool(group.parent.stubs[row.column])
        attributes: dict[str, Any] = {}
        spans = {"rowspan": node.get("morerows", 0), "colspan": node.get("morecols", 0)}
        attributes.update({name: more + 1 for name, more in spans.items() if more})
        header = (in_head or stub) and bool(node.astext().strip())
        if header:
            attributes["scope"] = _scope(row, in_head, spans)
        tag = "th" if header else "td"
        if tag == "td" and (labels := self._labels[-1]):
            attributes["data-label"] = labels[row.column]
        row.column += 1 + spans["colspan"]
        kind = "head" if in_head else "stub" if stub else ""
        self.body.append(self.starttag(node, tag, "", CLASS=kind, **attributes))
        self.context.append(f"</{tag}>\n")

    # Lists, images

    def visit_definition_list_item(self, node: nodes.definition_list_item) -> None:
        """An item has no element of its own, except where the pair needs a box."""
        if _is_paired(node):
            self.body.append(self.starttag(node, "div"))
        else:
            super().visit_definition_list_item(node)

    def depart_definition_list_item(self, node: nodes.definition_list_item) -> None:
        """Close the box of a pair."""
        if _is_paired(node):
            self.body.append("</div>\n")
        else:
            super().depart_definition_list_item(node)

    def visit_figure(self, node: nodes.figure) -> None:
        """A figure whose width, if any, is a class."""
        if name := _width_class(node.get("width", "")):
            node["classes"].append(name)
        super().visit_figure(node)

    def visit_image(self, node: nodes.image) -> None:
        """An image whose width in percent, if any, is a class."""
        if name := _width_class(node.get("width", "")):
            node["classes"].append(name)
        super().visit_image(node)

    def image_size(self, node: nodes.image) -> dict[str, str]:  # type: ignore[override]  # the stub says str, docutils dict
        """Width and height of an image in pixels, as attributes."""
        scale = node.get("scale", 100) / 100
        sizes: dict[str, str] = {}
        for name in ("width", "height"):
            if name in node:
                value, unit = nodes.parse_measure(node[name])
                if unit in PIXELS:
                    sizes[name] = str(round(value * scale * PIXELS[unit]))
        return sizes


def _stack_labels(table: nodes.table) -> list[str]:
    """The column heads of a plain table, whose rows can become labeled lists on a telephone; else nothing.

    A table without a column of row heads, as Markdown writes it, is taken apart only where it is wide.
    """
    holder = table.parent
    grid = isinstance(holder, block) and holder["part"] in GRIDS
    heads = [list(row.findall(nodes.entry)) for head in table.findall(nodes.thead) for row in head.findall(nodes.row)]
    stubbed = any(column.get("stub") for column in table.findall(nodes.colspec))
    spanned = any("morecols" in cell or "morerows" in cell for cell in table.findall(nodes.entry))
    if grid or spanned or len(heads) != 1 or len(heads[0]) < (SHORT_TABLE if stubbed else WIDE_TABLE):
        return []
    return [cell.astext() for cell in heads[0]]


def _scope(row: nodes.Element, in_head: bool, spans: dict[str, int]) -> str:
    if in_head:
        return "colgroup" if spans["colspan"] else "col"
    return "rowgroup" if _names_group(row) or spans["rowspan"] else "row"


def _names_group(row: nodes.Element) -> bool:
    first = row[0] if len(row) else row
    return "grp" in row["classes"] or (isinstance(first, nodes.Element) and "grp" in first["classes"])


def _is_paired(item: nodes.definition_list_item) -> bool:
    holder = item.parent.parent
    return isinstance(holder, block) and holder["part"] in PAIRED_LISTS


def _width_class(width: str) -> str:
    """`w30` for a width of about 30 percent; nothing for a width in any other unit."""
    if not width.endswith("%"):
        return ""
    return f"w{min(100, max(5, 5 * round(float(width[:-1]) / 5)))}"
