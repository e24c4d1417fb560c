"""What every page has without being asked: its sources at the end; on the first page the status of the book."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.domain.nodes import pending_view


def furnish(document: nodes.document, page: str, *, is_home: bool, cites: bool) -> None:
    """Add the placeholders of a page's furniture to its doctree."""
    top = document.next_node(nodes.section)
    if top is None:
        return
    if is_home:
        first = next((number for number, child in enumerate(top.children) if isinstance(child, nodes.section)), len(top.children))
        top.insert(first, pending_view("", view="status", page=page, options={"whole": "yes"}))
    if cites:
        top += pending_view("", view="page-sources", page=page, options={})
