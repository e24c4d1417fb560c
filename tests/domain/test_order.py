"""The reading order: that of the tables of contents, each page once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from sphinx_briefing.domain.order import reading_order


def env(pages: str, includes: dict[str, list[str]]) -> Any:
    return SimpleNamespace(
        config=SimpleNamespace(root_doc="index"), all_docs=dict.fromkeys(pages.split()), toctree_includes=includes
    )


def test_pages_stand_as_in_the_tables_of_contents_depth_first() -> None:
    found = reading_order(env("a b index deep other", {"index": ["b", "a"], "b": ["deep"]}))
    assert found == ("index", "b", "deep", "a", "other")


def test_what_stands_in_none_comes_last_by_name() -> None:
    assert reading_order(env("z y index", {})) == ("index", "y", "z")


def test_a_circle_and_a_page_that_does_not_exist_do_no_harm() -> None:
    found = reading_order(env("a b index", {"index": ["a", "gone"], "a": ["b", "index"], "b": ["a"]}))
    assert found == ("index", "a", "b")


def test_a_book_without_its_first_page_still_has_an_order() -> None:
    assert reading_order(env("b a", {"b": ["a"]})) == ("a", "b")
