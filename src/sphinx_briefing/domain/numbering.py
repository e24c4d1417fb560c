"""Numbers to cite aloud, given while a page is read: sections 1, 2, 3 and in each its paragraphs 2.1, 2.2.

Also the word of a layer, once for each run of statements of that layer.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from sphinx_briefing.domain.nodes import block, make_block
from sphinx_briefing.model.vocabularies import LAYER_WORDS


def number_page(document: nodes.document) -> None:
    """Number the page's sections and what in them can be cited; text before the first section has no number."""
    page = document.next_node(nodes.section)
    if page is None:
        return
    sections = [node for node in page.children if isinstance(node, nodes.section) and "judgment" not in node["classes"]]
    for number, section in enumerate(sections, 1):
        title = section.next_node(nodes.title)
        if title is not None:
            title["number"] = str(number)
        for count, node in enumerate(_citable(section), 1):
            node["number"] = f"{number}.{count}"
            node["ids"] = (
                [f"p{number}-{count}", *node["ids"]]
                if isinstance(node, nodes.paragraph)
                else [*node["ids"], f"p{number}-{count}"]
            )
            if isinstance(node, block):
                node["args"] = {**node["args"], "number": node["number"]}
    for parent in page.findall(nodes.section):  # the page itself among them
        _label_layers(parent)


def _citable(parent: nodes.Element) -> Iterator[nodes.Element]:
    """Paragraphs and statements that stand directly in a section, its subsections or a layer."""
    for child in parent.children:
        if (isinstance(child, nodes.paragraph) and "bottom-line" not in child["classes"]) or (
            isinstance(child, block) and child["part"] == "statement"
        ):
            yield child
        elif (isinstance(child, nodes.section) and "judgment" not in child["classes"]) or (
            isinstance(child, block) and child["part"] == "layer"
        ):
            yield from _citable(child)


def _label_layers(parent: nodes.Element) -> None:
    open_layer = ""
    for child in list(parent.children):
        layer = ""
        if isinstance(child, block) and child["part"] == "statement":
            layer = child["args"]["layer"]
        elif isinstance(child, nodes.section) and "judgment" in child["classes"]:
            layer = "judgment"
        elif isinstance(child, (nodes.title, nodes.comment, nodes.target)):
            continue
        if layer and layer != open_layer:
            label = make_block("layer-label", nodes.Text(LAYER_WORDS[layer]), args={"layer": layer})
            parent.insert(parent.index(child), label)
        open_layer = layer
