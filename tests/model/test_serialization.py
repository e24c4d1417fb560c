"""The Book as JSON: the lists that other programs rely on, the same bytes for the same Book, and no word too many."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.places import Key
from sphinx_briefing.model.serialization import book_data, book_json, build_id
from views.books import (
    INFO,
    TEXT,
    actor,
    book,
    cite,
    claim,
    discrepancy,
    erratum,
    event,
    issue,
    judgment,
    mention,
    position,
    quotation,
    record,
    relation,
    term,
)

LISTS = {
    "actors",
    "issues",
    "events",
    "terms",
    "sources",
    "passages",
    "positions",
    "claims",
    "judgments",
    "relations",
    "quotations",
    "discrepancies",
    "errata",
}
STATEMENTS = ("events", "terms", "positions", "claims", "judgments", "quotations", "discrepancies", "errata")


def whole() -> Any:
    return book(
        actor("north", name="Northport", side="Towns", answer=("Against the ", Key("issue", "toll"), ".")),
        issue("toll", name="The toll"),
        position("north", "toll"),
        claim("c", text=(Key("actor", "north"), " is against it.")),
        judgment(
            "j-1",
            "very unlikely",
            issues=("toll",),
            actors=("north",),
            alternatives=(("It rains.",),),
            holder="north",
            confidence="low",
            horizon="2010",
        ),
        event("e", "2009-09~", said="last month", place_name="Harbor"),
        term("t", "туман", romanization="tuman", page="page"),
        quotation("q", speaker="north", citations=(cite("a tax on fog"),)),
        relation("north", "south", "asks", issues=("toll",)),
        discrepancy("d", issues=("toll",), citations=(cite(passage="p2s2"), record())),
        erratum("e-1", on=Key("claim", "c")),
        lists={"text": (Key("coverage", "tale"),)},
    )


def test_the_lists_that_are_promised_are_there_each_item_with_id_and_place() -> None:
    data = book_data(whole())
    assert set(data) == {"book", "pages", "mentions", *LISTS}
    for name in LISTS:
        for item in data[name]:
            assert item["id"], name
            assert {"page", "line"} <= set(item["place"]) <= {"page", "line", "anchor"}, name
    assert all(data[name] for name in LISTS)


@pytest.mark.parametrize("kind", STATEMENTS)
def test_every_statement_has_its_layer_its_text_and_its_evidence(kind: str) -> None:
    (item,) = book_data(whole())[kind]
    assert item["layer"]
    assert isinstance(item["text"], str)
    assert isinstance(item["evidence"], list)


def test_statements_have_the_fields_of_their_kind() -> None:
    data = book_data(whole())
    (found,) = data["positions"]
    assert (found["actor"], found["issue"], found["stance"], found["basis"]) == ("north", "toll", "opposes", "words")
    assert found["as_of"] == "2009-09-21"  # an undated position holds as of the book's date
    (found,) = data["judgments"]
    names = ("holder", "likelihood", "confidence", "horizon", "issues", "actors", "alternatives")
    assert [found[name] for name in names] == [
        "north",
        "very unlikely",
        "low",
        "2010",
        ["toll"],
        ["north"],
        ["It rains."],
    ]
    (found,) = data["events"]
    assert (found["date"], found["said"], found["place_name"]) == ("2009-09~", "last month", "Harbor")


def test_references_in_text_are_written_as_names() -> None:
    data = book_data(whole())
    assert data["claims"][0]["text"] == "Northport is against it."
    assert data["actors"][0]["answer"] == "Against the The toll."


def test_evidence_says_where_the_words_stand_so_that_anyone_can_look() -> None:
    (evidence,) = book_data(whole())["quotations"][0]["evidence"]
    assert TEXT[evidence["start"] : evidence["end"]] == evidence["words"] == "a tax on fog"
    assert (evidence["source"], evidence["passage"], evidence["shown"], evidence["state"]) == (
        "tale",
        "p1s2",
        True,
        "exact",
    )
    passage, record_ = book_data(whole())["discrepancies"][0]["evidence"]
    assert TEXT[passage["start"] : passage["end"]].startswith("The two towns met")
    assert not passage["shown"]
    assert "words" not in passage
    assert record_ == {
        "source": "S02",
        "passage": "",
        "state": "record",
        "shown": False,
        "place": {"page": "page", "line": 9},
    }


def test_passages_are_places_and_hashes_without_their_words() -> None:
    passages = book_data(whole())["passages"]
    assert [item["id"] for item in passages][:3] == ["tale#t1", "tale#b1", "tale#p1s1"]
    assert passages[2]["place"] == {"page": "text", "line": 0, "anchor": "passage-tale-p1s1"}
    assert "old customs house" not in book_json(whole())


def test_a_silent_anchor_leaves_the_house_as_offsets_and_hash_only() -> None:
    found = book(
        claim("c", citations=(cite("though nobody expects it", silent=True, before="agree,", after="before spring"),))
    )
    text = book_json(found)
    assert not [words for words in ("nobody", "agree", "before spring") if words in text]
    (evidence,) = json.loads(text)["claims"][0]["evidence"]
    assert set(evidence) == {
        *("source", "passage", "state", "start", "end", "sha256", "shown"),
        *("place", "silent", "verdict", "withheld", "before", "after", "cited"),
    }
    assert all(evidence[name].startswith("sha256:") for name in ("withheld", "before", "after"))
    assert evidence["verdict"] == {"kind": "exact"}
    assert len(evidence["sha256"]) == 64


def test_words_that_do_not_hold_are_not_published() -> None:
    found = book(claim("c", citations=(cite("Northport adores the new toll and says so"),)))
    assert "adores" not in book_json(found)


def test_words_of_a_mention_stand_in_no_list() -> None:
    found = book(mention(Key("passage", "tale#p1s2"), ("x",), citations=(cite("a tax on fog", silent=True),)))
    assert "fog" not in book_json(found)


def test_the_same_book_gives_the_same_bytes() -> None:
    assert book_json(whole()) == book_json(whole())
    assert build_id(whole()) == build_id(whole())
    text = book_json(whole())
    assert text.endswith("}\n")
    assert "туман" in text  # readable, not escaped


@given(st.text(max_size=20), st.text(max_size=20))
def test_another_title_is_another_book(first: str, second: str) -> None:
    one, other = (build_id(book(info=replace(INFO, title=title))) for title in (first, second))
    assert (one == other) is (first == second)
