"""What every page has without being asked: its status under its answer, its sources at the end."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.domain.nodes import block, pending_view


def furnish(document: nodes.document, page: str, *, is_home: bool, cites: bool) -> None:
    """Add the placeholders of a page's furniture to its doctree."""
    top = document.next_node(nodes.section)
    if top is None:
        return
    lead = next(
        (number for number, child in enumerate(top.children) if isinstance(child, nodes.section)), len(top.children)
    )
    if is_home:
        top.insert(lead, pending_view("", view="status", page=page, options={"whole": "yes"}))
    elif any(isinstance(child, block) and child["part"] == "answer" for child in top.children[:lead]):
        top.insert(lead, pending_view("", view="status", page=page, options={}))
    for answer in list(document.findall(block)):
        _drop_repeated_name(answer)
    if cites:
        top += pending_view("", view="page-sources", page=page, options={})


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
