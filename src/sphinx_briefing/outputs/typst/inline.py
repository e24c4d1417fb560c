"""Words within a line."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.outputs.typst.literals import call, literal, verbatim
from sphinx_briefing.outputs.typst.sheet import Sheet, passes, skips, wraps


class Inline(Sheet):
    """Emphasis, code, marks of the interface, formulas."""

    visit_emphasis = wraps("emph")
    visit_literal_emphasis = wraps("emph")
    visit_title_reference = wraps("emph")
    visit_desc_addname = wraps("emph")
    visit_strong = wraps("strong")
    visit_literal_strong = wraps("strong")
    visit_subscript = wraps("sub")
    visit_superscript = wraps("super")
    visit_manpage = wraps("emph")
    visit_generated = passes
    visit_problematic = passes
    visit_substitution_reference = passes
    visit_target = passes
    visit_sd_badge = wraps("badge")
    visit_sd_line_break = skips

    def visit_inline(self, node: nodes.Element) -> None:
        classes = node.get("classes", ())
        body = self.anchors(node) + self.inside(node)
        name = next((name for mark, name in _MARKED.items() if mark in classes), None)
        self.write(call(name, body) if name else body)

    def visit_literal(self, node: nodes.Element) -> None:
        words = node.astext()
        name = "key" if "kbd" in node.get("classes", ()) else "code"
        self.write(self.anchors(node) + call(name, None, verbatim(words)))

    def visit_abbreviation(self, node: nodes.Element) -> None:
        meaning = node.get("explanation", "")
        self.write(call("abbreviation", self.inside(node), meaning=literal(meaning) if meaning else None))

    def visit_math(self, node: nodes.Element) -> None:
        self.write(call("formula", None, verbatim(node.astext())))

    def visit_raw(self, node: nodes.Element) -> None:
        """Foreign code is never run. Another format's is silently its own business; ours is not accepted either."""
        if 'type="checkbox"' in node.astext():  # how MyST writes a task list
            self.write(self.text("☑\u00a0" if 'checked="' in node.astext() else "☐\u00a0"))
        elif "typst" in node.get("format", "").split():
            self.warn("print-raw", "raw Typst is not printed: text reaches the PDF only as text", node)


_MARKED = {
    "sd-badge": "badge",
    "jid": "ident",
    "guilabel": "strong",
    "menuselection": "strong",
    "kbd": "key",
    "strike": "strike",
    "versionmodified": "strong",
}
