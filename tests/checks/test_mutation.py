"""Altered quotations: each kind alters, all of them are caught, and what is not caught is told."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.checks.mutation import (
    ALTERATIONS,
    MOST,
    Altered,
    altered,
    as_json,
    as_text,
    mutate,
    percent,
    score,
)
from sphinx_briefing.text.anchors import Seed, verify
from views.books import LIBRARY, TEXT, book, cite, claim, record

WORDS = "Northport does not pay Anna 24 times, she says"


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("drop", "Northport not pay Anna 24 times, she says"),
        ("add", "Northport perhaps does not pay Anna 24 times, she says"),
        ("swap", "does Northport not pay Anna 24 times, she says"),
        ("negation", "Northport does pay Anna 24 times, she says"),
        ("number", "Northport does not pay Anna 34 times, she says"),
        ("name", "Northport does not pay Zanzibar 24 times, she says"),
        ("inner capital", "Northport Does not pay Anna 24 times, she says"),
        ("replaced word", "something does not pay Anna 24 times, she says"),
    ],
)
def test_each_kind_alters(kind: str, first: str) -> None:
    assert next(words for name, words in altered(WORDS) if name == kind) == first
    assert sum(name == kind for name, _ in altered(WORDS)) <= MOST


def test_every_kind_was_shown() -> None:
    assert {kind for kind, _ in altered(WORDS)} == set(ALTERATIONS)


def test_a_negation_is_put_in_where_there_is_none() -> None:
    assert ("negation", "The ferry not was late") in list(altered("The ferry was late")) or (
        "negation", "The not ferry was late",
    ) in list(altered("The ferry was late"))  # fmt: skip


@given(st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=12))
def test_nothing_altered_is_what_it_was(words: list[str]) -> None:
    assert all(result != " ".join(words) for _, result in altered(" ".join(words)))


PASSAGES = [TEXT[passage.start : passage.end] for passage in LIBRARY.seeds["tale"].passages]


@given(st.sampled_from(PASSAGES), st.data())
def test_no_alteration_of_a_passage_passes(passage: str, data: st.DataObject) -> None:
    words = passage.split()
    start = data.draw(st.integers(0, max(0, len(words) - 4)))
    for kind, result in altered(" ".join(words[start:])):
        assert not verify(LIBRARY.seeds["tale"], result).passed, (kind, result)


BOOK = book(
    claim("c", citations=(cite("Northport opposes the new toll"), cite("a tax on fog", passage="p1s2", line=10))),
    claim("d", citations=(cite("nobody expects it", passage="p2s1", silent=True, line=20), record(line=21))),
    claim("e", citations=(cite("words that stand nowhere", line=30), cite(passage="p1s1", line=31))),
)


def test_only_verified_quotations_are_altered_and_all_is_caught() -> None:
    found = mutate(BOOK, LIBRARY.seeds)
    assert {item.citation.words for item in found} == {
        "Northport opposes the new toll",
        "a tax on fog",
        "nobody expects it",
    }
    assert score(found) == (len(found), len(found))
    assert len(found) > 30
    assert found == mutate(BOOK, LIBRARY.seeds)
    assert re.search(r"\d+ of \d+ alterations of 3 quotations caught: 100%\n$", as_text(found))


def test_what_survives_is_told_with_its_words() -> None:
    """A seed that holds an altered form as well: the check cannot know."""
    twice = Seed.of("tale", TEXT + "\nNorthport perhaps opposes the new toll.\n")
    found = mutate(book(claim("c", citations=(cite("Northport opposes the new toll"),))), {"tale": twice})
    assert [item.words for item in found if not item.caught] == ["Northport perhaps opposes the new toll"]
    assert "page, line 9: add not caught: “Northport perhaps opposes the new toll”" in as_text(found)
    document = json.loads(as_json(found))
    assert document["survivors"][0]["words"] == "Northport perhaps opposes the new toll"
    assert document["caught"] == document["made"] - 1
    assert document["by_kind"]["add"]["caught"] == document["by_kind"]["add"]["made"] - 1


def test_words_of_a_silent_anchor_leave_no_house() -> None:
    item = Altered(cite("nobody expects it", silent=True), "add", "nobody perhaps expects it", False)
    assert json.loads(as_json((item,)))["survivors"][0]["words"] == ""


def test_a_book_without_quotations() -> None:
    assert as_text(()).endswith("no verified quotation to alter\n")
    assert json.loads(as_json(()))["made"] == 0


def test_only_all_is_a_hundred() -> None:
    assert percent(9999, 10000) == "99.9"
    assert percent(10, 10) == "100"
    assert percent(1, 2) == "50"
