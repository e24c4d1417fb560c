"""Sources: every one in its order, and the pages that cite it."""

from __future__ import annotations

from dataclasses import replace

from sphinx_briefing.model.places import Key
from sphinx_briefing.text.library import Library
from sphinx_briefing.views.sources import page_sources, pages_by_source, sources
from views.books import LIBRARY, RECORD, TALE, book, cite, claim, mention, record

HARBOR = book(
    claim("c", page="one", citations=(record("one"), cite(passage="p1s1", page="one", line=10))),
    claim(
        "d", page="two", citations=(record("two"), record("two", line=12), cite(source="nowhere", page="two", line=20))
    ),
    mention(Key("source", "S02"), ("x",), page="three", citations=(record("three"),)),
    lists={"sources": (Key("sources", ""),)},
)


def test_all_sources_stand_in_the_order_of_their_file_with_the_pages_that_cite_them() -> None:
    rows = sources(HARBOR, "sources", {})
    assert [(row.target.id, row.target.page, [page.id for page in row.used]) for row in rows] == [
        ("tale", "sources", ["one"]),
        ("S02", "sources", ["one", "two", "three"]),
    ]


def test_a_row_tells_a_text_that_is_held_from_a_record() -> None:
    tale, minutes = sources(HARBOR, "sources", {})
    assert (tale.held, tale.author, tale.issuer, tale.date) == (True, "Ada Marsh", "The Gull", "21\u00a0September 2009")
    assert (minutes.held, minutes.author, minutes.issuer, minutes.date) == (False, "", "Harbor Board", "September 2009")
    assert (minutes.url, minutes.reliability) == ("https://harbor.example/minutes", "A")


def test_a_row_has_the_day_of_the_last_look_and_the_copy_in_an_archive_where_they_are_known() -> None:
    copy = "https://archive.example/minutes"
    kept = replace(RECORD, accessed="2024-05-20", archive=copy)
    (_, row), (_, unknown) = (
        sources(book(library=Library((TALE, item), LIBRARY.seeds)), "sources", {}) for item in (kept, RECORD)
    )
    assert (row.checked, row.archive) == ("20\u00a0May 2024", copy)
    assert (unknown.checked, unknown.archive) == ("", "")


def test_a_page_lists_what_it_cites_in_order_of_first_use_and_nothing_unknown() -> None:
    assert [row.target.id for row in page_sources(HARBOR, "one", {})] == ["S02", "tale"]
    assert [row.target.id for row in page_sources(HARBOR, "two", {})] == ["S02"]
    assert page_sources(HARBOR, "sources", {}) == ()


def test_a_source_that_no_page_cites_has_no_pages() -> None:
    assert pages_by_source(book()) == {}
    assert sources(book(), "sources", {})[0].used == ()


def test_a_source_that_no_page_cites_can_be_left_out() -> None:
    half = book(claim("c", page="one", citations=(record("one"),)), lists={"sources": (Key("sources", ""),)})
    assert [row.target.id for row in sources(half, "sources", {})] == ["tale", "S02"]
    assert [row.target.id for row in sources(half, "sources", {"cited": ""})] == ["S02"]


def test_a_source_that_is_left_out_has_no_home_to_lead_to() -> None:
    facts = (claim("c", page="one", citations=(record("one"),)),)
    whole = book(*facts, lists={"sources": (Key("sources", ""),)})
    half = book(*facts, lists={"sources": (Key("sources", "cited"),)})
    homes = [{key.id for key in found.homes if key.kind == "source"} for found in (whole, half)]
    assert homes == [{"tale", "S02"}, {"S02"}]
