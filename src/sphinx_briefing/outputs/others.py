"""Our nodes in builders that are not ours: their words, nothing more, so that every builder works."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_briefing.domain.nodes import block, phrase


def _visit(translator: Any, node: nodes.Element) -> None:
    """Only the children are drawn."""


def register(app: Sphinx) -> None:
    """Let plain text, LaTeX, man pages and Texinfo pass through our nodes."""
    pair = (_visit, _visit)
    for own in (block, phrase):
        app.add_node(own, override=True, text=pair, latex=pair, man=pair, texinfo=pair)
