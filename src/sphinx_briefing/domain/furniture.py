"""What every page has without being asked: its status under its answer, its sources at the end."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.domain.nodes import block, pending_view


def furnish(document: nodes.document, page: str, *, is_home: bool, cites: bool) -> None:
    """Add the placeholders of a page's furniture to its doctree."""
    top = document.next_node(nodes.section)
    if top is None:
        return
    options = {"whole": "yes"} if is_home else {}
    top.insert(_lead(top), pending_view("", view="status", page=page, options=options))
    for answer in list(document.findall(block)):
        _drop_repeated_name(answer)
    if cites:
        top += pending_view("", view="page-sources", page=page, options={})


def _lead(top: nodes.section) -> int:
    """Where the status stands: before the first section; on a page without an answer behind what it begins with."""
    sections = (number for number, child in enumerate(top.children) if isinstance(child, nodes.section))
    end = next(sections, len(top.children))
    if any(isinstance(child, block) and child["part"] == "answer" for child in top.children[:end]):
        return end
    words = (number for number, child in enumerate(top.children[:end]) if isinstance(child, nodes.paragraph))
    return min(next(words, 0) + 1, end)


def _drop_repeated_name(answer: block) -> None:
    """A further entity is headed by its name, unless the heading above it has said it."""
    name = next((child for child in answer.children if isinstance(child, block) and child.get("slot") == "name"), None)
    title = answer.parent.next_node(nodes.title) if isinstance(answer.parent, nodes.section) else None
    if (
        answer["part"] == "answer"
        and name is not None
        and title is not None
        and name.astext().casefold() in title.astext().casefold()
    ):
        answer.remove(name)
