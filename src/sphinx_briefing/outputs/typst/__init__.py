"""The printed book: one tagged PDF, drawn from the pages' doctrees by Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["register"]


def register(app: Sphinx) -> None:
    """Make `sphinx-build -b typstpdf` known to `app`."""
    from sphinx_briefing.outputs.typst.builder import TypstPdfBuilder

    app.add_builder(TypstPdfBuilder)
