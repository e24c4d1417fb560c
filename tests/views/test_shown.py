"""What each key shows: text, page and anchor; an unknown key shows its id and leads nowhere."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.places import Key
from sphinx_briefing.views.shown import (
    Shown,
    in_list,
    inside,
    judgment_title,
    name,
    show,
    shown_prose,
    text_of,
)
from views.books import actor, book, claim, discrepancy, event, issue, judgment, position, quotation, term

HARBOR = book(
    actor("north", "north", name="Northport"),
    issue("toll", "toll", name="The toll"),
    event("e", "2009-03~"),
    position("north", "toll"),
    claim("c-1"),
    judgment("j-1"),
    quotation("q-1"),
    discrepancy("d-1"),
    term("reset", "перезагрузка", romanization="perezagruzka"),
    term("fog", "туман"),
    lists={"text": (Key("coverage", ""),), "sources": (Key("sources", ""),)},
)


@pytest.mark.parametrize(
    ("kind", "id", "text", "page", "anchor"),
    [
        ("actor", "north", "Northport", "north", "actor-north"),
        ("issue", "toll", "The toll", "toll", "issue-toll"),
        ("event", "e", "about March 2009", "page", "event-e"),
        ("position", "north.toll", "Northport on the toll", "page", "position-north-toll"),
        ("claim", "c-1", "C-1", "page", "claim-c-1"),
        ("judgment", "j-1", "J-1", "page", "judgment-j-1"),
        ("quotation", "q-1", "Q-1", "page", "quotation-q-1"),
        ("discrepancy", "d-1", "D-1", "page", "discrepancy-d-1"),
        ("term", "reset", "perezagruzka", "glossary", "term-reset"),
        ("term", "fog", "туман", "glossary", "term-fog"),
        ("passage", "tale#p1s1", "p1s1", "text", "passage-tale-p1s1"),
        ("source", "S02", "S02", "sources", "source-S02"),
        ("page", "north", "Title of north", "north", ""),
    ],
)
def test_each_kind_shows_its_text_and_leads_to_its_place(kind: str, id: str, text: str, page: str, anchor: str) -> None:
    found = show(HARBOR, Key(kind, id))
    assert found == Shown(kind, id, text, page, anchor)
    assert found.known


@pytest.mark.parametrize(
    "kind", ["actor", "issue", "event", "judgment", "term", "page", "source", "passage", "no kind"]
)
def test_an_unknown_key_shows_its_id_and_leads_nowhere(kind: str) -> None:
    found = show(HARBOR, Key(kind, "nothing"))
    assert (found.text, found.page, found.anchor, found.known) == ("nothing", "", "", False)


def test_a_passage_that_no_page_lists_still_shows_its_own_id() -> None:
    assert show(book(), Key("passage", "tale#p1s1")) == Shown("passage", "tale#p1s1", "p1s1")


def test_a_renamed_actor_is_shown_by_the_new_name_everywhere() -> None:
    renamed = book(actor("north", name="New Northport"), position("north", "toll"))
    assert show(renamed, Key("position", "north.toll")).text == "New Northport on toll"
    assert text_of(renamed, ("So ", Key("actor", "north"), "!")) == "So New Northport!"


def test_running_text_keeps_its_words_and_shows_its_references() -> None:
    assert shown_prose(HARBOR, ("So ", Key("actor", "north"))) == ("So ", show(HARBOR, Key("actor", "north")))
    assert name(HARBOR, Key("issue", "toll")) == "The toll"


def test_a_judgment_is_named_in_full_with_its_likelihood() -> None:
    found = judgment("j-1", "almost certain", ("The toll of ", Key("actor", "north"), " falls."))
    assert judgment_title(HARBOR, found) == "Almost certain: the toll of Northport falls"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The toll", "the toll"),
        ("A tax on fog", "a tax on fog"),
        ("Theodore Bell", "Theodore Bell"),
        ("NATO expansion", "NATO expansion"),
        ("The", "The"),
    ],
)
def test_inside_a_phrase_only_an_article_loses_its_capital(words: str, shown: str) -> None:
    assert inside(words) == shown


def test_an_event_is_named_by_its_title_and_without_one_by_its_date() -> None:
    told = book(event("e", "2009-03~"), event("f", "2009-03~", title="The board meets"))
    assert in_list(told, Key("event", "e")).text == "about March 2009"
    assert in_list(told, Key("event", "f")).text == "The board meets"
