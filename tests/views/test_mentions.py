"""Mentions: other pages only, one for each sentence, and which of its parts is the mention."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.mentions import MentionRow, mentions
from sphinx_briefing.views.shown import Shown
from views.books import actor, book, issue, mention

NORTH, TOLL = Key("actor", "north"), Key("issue", "toll")
SENTENCE = ("So ", NORTH, " says to ", NORTH, ".")


@pytest.fixture
def harbor() -> Book:
    return book(
        actor("north", "north", name="Northport"),
        actor("quay", "north", name="Quay"),
        mention(NORTH, ("I am ", NORTH, "."), 1, page="north"),
        mention(NORTH, SENTENCE, 1, page="b", anchor="p2-1"),
        mention(NORTH, SENTENCE, 3, page="b", anchor="p2-1"),
        mention(NORTH, ("Again ", NORTH, "."), 1, page="b", anchor="p2-2"),
        mention(NORTH, SENTENCE, 3, page="c", anchor="p1-1"),
        mention(NORTH, ("the mayor", " left."), 0, page="c", anchor="p1-2"),
        mention(Key("actor", "quay"), ("On ", Key("actor", "quay")), 1, page="c"),
        mention(NORTH, (), -1, page="d"),  # stands where no sentence is
        issue("toll", "toll"),
        mention(TOLL, ("On ", TOLL, "."), 1, page="c"),
        titles={"b": "The quays", "bare": "No entity"},
    )


def said(row: MentionRow) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in row.sentence)


def test_a_page_does_not_mention_itself_and_a_sentence_counts_once(harbor: Book) -> None:
    rows = mentions(harbor, "north", {})
    assert [(row.page.page, row.page.anchor, said(row)) for row in rows] == [
        ("b", "p2-1", "So Northport says to Northport."),
        ("b", "p2-2", "Again Northport."),
        ("c", "p1-1", "So Northport says to Northport."),
        ("c", "p1-2", "the mayor left."),
    ]
    assert rows[0].page.text == "The quays"


def test_the_hit_is_the_part_that_mentions(harbor: Book) -> None:
    rows = mentions(harbor, "north", {})
    assert [row.hit for row in rows] == [1, 1, 3, 0]
    hit = rows[2].sentence[rows[2].hit]
    assert isinstance(hit, Shown)
    assert (hit.text, hit.page) == ("Northport", "north")
    assert rows[3].sentence[0] == "the mayor"


def test_a_page_asks_for_its_first_entity_or_for_one_it_names(harbor: Book) -> None:
    assert "On Quay" not in [said(row) for row in mentions(harbor, "north", {})]
    assert [said(row) for row in mentions(harbor, "north", {"of": "actor/quay"})] == ["On Quay"]
    assert [said(row) for row in mentions(harbor, "bare", {"of": "issue / toll"})] == ["On The toll."]


def test_a_page_about_nothing_has_no_mentions(harbor: Book) -> None:
    assert mentions(harbor, "bare", {}) == ()
    assert mentions(harbor, "no such page", {}) == ()
