"""Our nodes in builders that are not ours: their words, nothing more, so that every builder works."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_briefing.domain.nodes import block, phrase


def _visit(translator: Any, node: nodes.Element) -> None:
    """Only the children are drawn."""


def page_of(app: Sphinx, uri: str) -> str | None:
    """An address without the words that a browser is to look for; None when it has none."""
    page, words, _ = uri.partition(":~:")
    return page.rstrip("#") if words else None


def register(app: Sphinx) -> None:
    """Let plain text, LaTeX, man pages and Texinfo pass through our nodes, and check links for their pages."""
    app.connect("linkcheck-process-uri", page_of)
    pair = (_visit, _visit)
    for own in (block, phrase):
        app.add_node(own, override=True, text=pair, latex=pair, man=pair, texinfo=pair)
