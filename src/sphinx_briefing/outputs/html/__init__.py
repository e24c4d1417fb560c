"""The site: our theme on Sphinx's `basic`, our own HTML builder, and how our nodes are drawn."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Register the builder `html`, the theme `briefing`, and the visitors of our nodes for all HTML builders."""
    from sphinx_briefing.domain.nodes import block, phrase
    from sphinx_briefing.outputs.html import visitors
    from sphinx_briefing.outputs.html.builder import BriefingHtmlBuilder

    app.add_builder(BriefingHtmlBuilder, override=True)
    app.add_html_theme("briefing", str(Path(__file__).parent / "theme"))
    app.add_node(block, override=True, html=(visitors.visit_block, visitors.depart_block))
    app.add_node(phrase, override=True, html=(visitors.visit_phrase, visitors.depart_phrase))
