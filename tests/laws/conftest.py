"""What the laws share."""

from __future__ import annotations

import pytest

from laws.clean import not_printed
from sphinx_briefing.outputs.typst.builder import TypstPdfBuilder


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst is given all that it needs, and asked for nothing: printing takes most of the time of a build."""
    monkeypatch.setattr(TypstPdfBuilder, "printed", not_printed)
