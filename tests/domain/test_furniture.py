"""What every page has without being asked."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

from sphinx_briefing.domain.furniture import furnish
from sphinx_briefing.domain.nodes import pending_view


@pytest.mark.parametrize(
    ("is_home", "cites", "order"),
    [
        (False, False, ["title", "paragraph", "section"]),
        (False, True, ["title", "paragraph", "section", "page-sources"]),
        (True, True, ["title", "paragraph", "status", "section", "page-sources"]),
    ],
)
def test_sources_stand_at_the_end_and_the_status_before_the_first_section(
    is_home: bool, cites: bool, order: list[str]
) -> None:
    document = new_document("page", get_default_settings())
    document += nodes.section(
        "", nodes.title("", "T"), nodes.paragraph("", "x"), nodes.section("", nodes.title("", "S"))
    )
    furnish(document, "page", is_home=is_home, cites=cites)
    found = [node["view"] if isinstance(node, pending_view) else node.tagname for node in document.children[0].children]
    assert found == order


def test_a_page_without_a_title_gets_nothing() -> None:
    document = new_document("page", get_default_settings())
    furnish(document, "page", is_home=True, cites=True)
    assert not document.children
