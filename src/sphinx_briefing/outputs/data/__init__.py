"""The book as data: `book.json`, and the report of coverage."""

from __future__ import annotations

from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Register the builder `briefdata`."""
    from sphinx_briefing.outputs.data.builder import BriefDataBuilder

    app.add_builder(BriefDataBuilder)
