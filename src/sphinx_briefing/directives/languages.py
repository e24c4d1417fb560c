"""Words of another language in English text, told by their script. The first such language is Russian."""

from __future__ import annotations

import re
from typing import Final

#: A run of Cyrillic words, with the marks that join them.
CYRILLIC: Final = re.compile(
    r"[\u0400-\u052f][\u0400-\u052f\u0301\u2019'-]*(?:[ \u00a0][\u0400-\u052f][\u0400-\u052f\u0301\u2019'-]*)*"
)
RUSSIAN: Final = "ru"


def has_cyrillic(text: str) -> bool:
    """Whether any word of `text` is written in Cyrillic."""
    return CYRILLIC.search(text) is not None
