"""Floor 6: the formats a book leaves in. Neighbors that never import each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from sphinx.application import Sphinx

from sphinx_briefing.outputs import data, html, others, typst

#: Every output by the name of its builder, with what registers it.
OUTPUTS: Final[Mapping[str, Callable[[Sphinx], None]]] = {
    "html": html.register,
    "typstpdf": typst.register,
    "briefdata": data.register,
    "epub": html.register_ebook,
    "others": others.register,
}
