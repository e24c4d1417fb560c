"""The imprint, drawn: edition, as-of date, build, and how to check that the build is the one it says it is."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, definitions, paragraph
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.views.imprint import Imprint


def draw_imprint(found: Imprint) -> Nodes:
    """What is known of the copy, then the whole hash, in groups that an eye can compare."""
    edition = ", ".join(filter(None, (found.edition, "with hindsight" if found.hindsight else "")))
    rows: list[tuple[str, Nodes]] = [
        (name, [nodes.Text(words)]) for name, words in (("Edition", edition), ("As of", found.asof)) if words
    ]
    rows.append(("Build", [make_phrase("ident", found.build)]))
    digest = " ".join(found.sha256[at : at + 16] for at in range(0, len(found.sha256), 16))
    rule = (
        f"The build is named by the beginning of the SHA-256 of the book’s data (book.json), which is {digest}. "
        "Whoever has that file can compute it; two copies with one build id say the same."
    )
    return [make_block("facts", definitions(rows)), make_block("note-line", paragraph(nodes.Text(rule)))]
