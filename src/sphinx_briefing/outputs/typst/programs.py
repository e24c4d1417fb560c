"""Code, formulas, and the descriptions of programs that Sphinx's own domains make."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.outputs.typst.figures import sphinx_number
from sphinx_briefing.outputs.typst.literals import literal, verbatim
from sphinx_briefing.outputs.typst.sheet import Sheet, passes


class Programs(Sheet):
    """What is shown letter by letter."""

    def visit_literal_block(self, node: nodes.Element) -> None:
        words = node.astext()
        language = node.get("language", "text")
        self.block(node, "code-block", self.anchors(node), verbatim(words), language=literal(str(language)))

    visit_doctest_block = visit_literal_block

    def visit_productionlist(self, node: nodes.Element) -> None:
        lines = "\n".join(rule.astext().rstrip() for rule in node.children)
        self.block(node, "code-block", self.anchors(node), verbatim(lines), language='"text"')

    def visit_math_block(self, node: nodes.Element) -> None:
        numbered = self.config.numfig and self.config.math_numfig
        number = sphinx_number(self, node, "displaymath") if numbered else node.get("number")
        self.block(
            node,
            "formula-block",
            self.anchors(node),
            verbatim(node.astext()),
            number=literal(f"({number})") if number else None,
        )

    def visit_desc(self, node: nodes.Element) -> None:
        self.block(node, "described", self.anchors(node) + self.inside(node))

    def visit_desc_signature(self, node: nodes.Element) -> None:
        self.block(node, "signature", self.anchors(node) + self.inside(node))

    def visit_desc_parameterlist(self, node: nodes.Element) -> None:
        parameters = [self.inside(child) for child in node.children if isinstance(child, nodes.Element)]
        self.write('#"("' + '#", "'.join(parameters) + '#")"')

    def visit_desc_returns(self, node: nodes.Element) -> None:
        self.write('#" -> "' + self.inside(node))

    visit_desc_signature_line = visit_desc_name = visit_desc_annotation = visit_desc_type = visit_desc_parameter = (
        passes
    )
    visit_desc_content = visit_desc_optional = visit_desc_sig_element = visit_desc_inline = passes
