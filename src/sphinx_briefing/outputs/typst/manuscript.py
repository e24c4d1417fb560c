"""What the whole printed book knows while its pages are written: labels, links, tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from docutils import nodes


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the book, resolved.

    `part` is the caption of its toctree, else the title of the page above it; `opens` if it is the first of its part.
    """

    docname: str
    path: str
    doctree: nodes.document
    part: str = ""
    captioned: bool = False
    opens: bool = False


@dataclass(slots=True)
class Manuscript:
    """Gathered page by page; a label is `docname#id`, and `docname#` is the page itself."""

    labels: frozenset[str] = frozenset()
    placed: set[str] = field(default_factory=set)
    tables: list[tuple[int, ...]] = field(default_factory=list)
    """Of each table in order, for each row of its body, how many cells at its head are row headers."""

    def place(self, label: str) -> bool:
        """Claim `label` for the place being written; False if it stands somewhere already."""
        fresh = label not in self.placed
        self.placed.add(label)
        return fresh


def labels_of(pages: Iterable[Page]) -> frozenset[str]:
    """Every label that a link may point to."""
    found: set[str] = set()
    for page in pages:
        found.add(f"{page.docname}#")
        for node in page.doctree.findall(nodes.Element):
            names: list[str] = node.get("ids", [])
            found.update(f"{page.docname}#{name}" for name in names)
            if node.tagname == "index":
                found.update(f"{page.docname}#{entry[2]}" for entry in node["entries"])
    return frozenset(found)
