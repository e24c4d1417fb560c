"""Structured briefing books with Sphinx and MyST Markdown.

Every statement rests on exact words, verified at every build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__version__ = "0.1.0"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx. Imports late, so that the lower floors load without Sphinx."""
    from sphinx_briefing.extension import setup as register

    return {**register(app), "version": __version__}
