"""Sphinx's own references of a page, kept as keys."""

from __future__ import annotations

import pytest
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from sphinx import addnodes

from sphinx_briefing.domain.links import links_of


def xref(domain: str, kind: str, target: str) -> addnodes.pending_xref:
    return addnodes.pending_xref("", refdomain=domain, reftype=kind, reftarget=target)


@pytest.mark.parametrize(
    ("page", "target", "absolute"),
    [
        ("actors/north", "south", "actors/south"),
        ("actors/north", "../index", "index"),
        ("actors/north", "/issues/toll", "issues/toll"),
        ("index", "a", "a"),
    ],
)
def test_a_document_is_named_from_the_top(page: str, target: str, absolute: str) -> None:
    document = new_document("page", get_default_settings())
    document += xref("std", "doc", target)
    assert links_of(document, page) == (("std", "doc", absolute),)


def test_each_reference_is_kept_once_in_order_and_our_own_are_not_sphinxs() -> None:
    document = new_document("page", get_default_settings())
    document.extend(
        [xref("std", "ref", "b"), xref("brief", "actor", "north"), xref("std", "term", "fog"), xref("std", "ref", "b")]
    )
    assert links_of(document, "page") == (("std", "ref", "b"), ("std", "term", "fog"))
