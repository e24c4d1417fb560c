"""Floor 0: the nouns of a briefing, as frozen dataclasses. Imports nothing above, no Sphinx, no docutils."""

from __future__ import annotations

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, Severity
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.model.places import Key, Place

__all__ = ["Book", "BookInfo", "Code", "Finding", "Key", "Page", "Place", "Severity"]
