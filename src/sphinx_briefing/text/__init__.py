"""Floor 1: from a seed's text to passages and anchors. Characters and offsets only; no Sphinx, no docutils."""

from __future__ import annotations

from sphinx_briefing.text.library import Library, load_library
from sphinx_briefing.text.verification import freeze

__all__ = ["Library", "freeze", "load_library"]
