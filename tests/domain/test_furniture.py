"""What every page has without being asked."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

from sphinx_briefing.domain.furniture import furnish
from sphinx_briefing.domain.nodes import block, pending_view


def _page(*children: nodes.Node) -> nodes.document:
    document = new_document("page", get_default_settings())
    document += nodes.section("", nodes.title("", "T"), *children, nodes.section("", nodes.title("", "S")))
    return document


def _order(document: nodes.document) -> list[str]:
    return [node["view"] if isinstance(node, pending_view) else node.tagname for node in document.children[0].children]


@pytest.mark.parametrize("is_home", [False, True])
@pytest.mark.parametrize("cites", [False, True])
def test_the_status_stands_behind_the_first_words_and_sources_at_the_end(is_home: bool, cites: bool) -> None:
    document = _page(nodes.paragraph("", "x"), nodes.paragraph("", "y"))
    furnish(document, "page", is_home=is_home, cites=cites)
    last = ["page-sources"] if cites else []
    assert _order(document) == ["title", "paragraph", "status", "paragraph", "section", *last]


def test_the_status_stands_behind_an_answer_and_all_that_goes_with_it() -> None:
    document = _page(block("", part="answer"), nodes.paragraph("", "y"))
    furnish(document, "page", is_home=False, cites=False)
    assert _order(document) == ["title", "block", "paragraph", "status", "section"]


def test_a_page_that_begins_with_a_section_has_its_status_under_the_title() -> None:
    document = _page()
    furnish(document, "page", is_home=False, cites=False)
    assert _order(document) == ["title", "status", "section"]


def test_a_page_without_a_title_gets_nothing() -> None:
    document = new_document("page", get_default_settings())
    furnish(document, "page", is_home=True, cites=True)
    assert not document.children
