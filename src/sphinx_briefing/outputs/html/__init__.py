"""The site: our theme on Sphinx's `basic`, our own HTML builder, how our nodes are drawn; and the e-book made of it."""

from __future__ import annotations

import logging
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


def register_ebook(app: Sphinx) -> None:
    """Register the builder `epub` in the place of Sphinx's own, and its look."""
    from sphinx_briefing.outputs.html.epub import THEME, BriefingEpubBuilder, Unasked

    log = logging.getLogger("sphinx.sphinx.builders.epub3")
    if not any(isinstance(kept, Unasked) for kept in log.filters):
        log.addFilter(Unasked())
    app.add_builder(BriefingEpubBuilder, override=True)
    app.add_html_theme(THEME, str(Path(__file__).parent / "ebook"))
