"""Plain text: stored as it is, letter for letter."""

from __future__ import annotations

from sphinx_briefing.ingest.extracted import Extracted, decoded


def plain(data: bytes) -> Extracted:
    """The text of a .txt file."""
    return Extracted(decoded(data))
