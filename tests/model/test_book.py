"""The Book: reading order, first declaration wins, homes of passages, what rests on what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.pages import BookInfo
from sphinx_briefing.model.places import Key, Place
from views.books import (
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
    term,
)


def test_facts_keep_the_reading_order_of_pages() -> None:
    found = book(actor("b"), claim("c-2", page="z"), actor("a"), claim("c-1", page="a"))
    assert [item.id for item in found.actors] == ["b", "a"]
    assert [item.id for item in found.claims] == ["c-2", "c-1"]
    assert found.ids("actor") == ("b", "a")


def test_events_are_in_order_of_time_and_judgments_and_discrepancies_of_their_ids() -> None:
    found = book(
        event("late", "2009-09-17"),
        event("early", "2009-03"),
        event("day", "2009-03-01"),
        judgment("j-10"),
        judgment("j-9"),
        judgment("j-1"),
        discrepancy("d-11"),
        discrepancy("d-2"),
    )
    assert [item.id for item in found.events] == ["day", "early", "late"]
    assert [item.id for item in found.judgments] == ["j-1", "j-9", "j-10"]  # as a reader counts
    assert [item.id for item in found.discrepancies] == ["d-2", "d-11"]


def test_judgments_with_a_rank_come_first_by_it() -> None:
    ranked = [
        judgment("j-1"),
        judgment("j-3", rank=2),
        judgment("j-2"),
        judgment("j-4", rank=1),
        judgment("j-10", rank=2),
    ]
    assert [item.id for item in book(*ranked).judgments] == ["j-4", "j-3", "j-10", "j-1", "j-2"]


@given(st.permutations([f"j-{number}" for number in (1, 2, 9, 10, 11, 100)]))
def test_the_order_of_judgments_does_not_hang_on_the_order_of_pages(ids: list[str]) -> None:
    assert [item.id for item in book(*(judgment(name, page=name) for name in ids)).judgments] == [
        "j-1",
        "j-2",
        "j-9",
        "j-10",
        "j-11",
        "j-100",
    ]


def test_of_two_objects_with_one_key_the_first_in_reading_order_counts() -> None:
    found = book(actor("a", "first", name="One"), actor("a", "second", name="Two"))
    assert found.objects[Key("actor", "a")].place.page == "first"
    assert len(found.actors) == 2  # the check on identities sees both


def test_every_kind_of_statement_is_a_statement_and_a_mention_is_none() -> None:
    facts = (
        position("a", "b"),
        claim("c"),
        judgment("j"),
        quotation("q"),
        discrepancy("d"),
        erratum("e-1"),
        event("e", "2009"),
        term("t", "т", page="page"),
    )
    found = book(actor("a"), issue("b"), *facts, mention(Key("actor", "a"), ("x",)))
    assert found.statements == facts
    assert len(found.mentions) == 1
    assert {key.kind for key in found.objects} == {
        "actor",
        "issue",
        "position",
        "claim",
        "judgment",
        "quotation",
        "discrepancy",
        "erratum",
        "event",
        "term",
    }


def test_passages_and_sources_live_on_the_first_page_that_lists_them() -> None:
    lists = {"text": (Key("coverage", ""),), "again": (Key("coverage", "tale"),), "sources": (Key("sources", ""),)}
    homes = book(lists=lists).homes
    assert homes[Key("passage", "tale#p1s1")] == Place("text", 0, "passage-tale-p1s1")
    assert homes[Key("source", "S02")] == Place("sources", 0, "source-S02")
    assert len(homes) == 8 + 2


def test_a_book_that_lists_nothing_gives_passages_no_home() -> None:
    assert book(claim("c")).homes == {}


def test_evidence_stands_in_the_order_of_the_page_and_citations_in_reading_order() -> None:
    first, second, third = cite("a tax on fog", line=6), record(line=7), cite(passage="p2s2", page="other")
    stated = claim("c", citations=(first, second))
    found = book(stated, mention(Key("passage", "tale#p2s2"), (), page="other", citations=(third,)))
    assert [item.citation for item in found.evidence_of(stated)] == [first, second]
    assert list(found.citations()) == [first, second, third]
    assert found.citations_by_page == {"page": (first, second), "other": (third,)}


def test_words_that_run_over_a_sentence_use_both_passages_and_what_fails_uses_none() -> None:
    found = book(
        claim("over", citations=(cite("says so loudly. Its mayor"),)),
        claim("silent", citations=(cite("a tax on fog", silent=True, line=10),)),
        claim("whole", citations=(cite(passage="p2s2", line=11), cite(line=12))),
        claim("false", citations=(cite("a tax on rain", passage="p1s3", line=13),)),
    )
    assert {reference: [fact.id for _, fact in used] for reference, used in found.uses.items()} == {
        "tale#p1s1": ["over"],
        "tale#p1s2": ["over", "silent"],
        "tale#p2s2": ["whole"],
    }
    assert found.passages_used_on == {"page": frozenset({"tale#p1s1", "tale#p1s2", "tale#p2s2"})}


def test_the_index_of_entities_names_each_statement_once_under_each() -> None:
    twice = judgment("j-1", actors=("a", "a"), issues=("i",))
    facts = (
        position("a", "i"),
        twice,
        discrepancy("d-1", events=("e",), actors=("b",)),
        quotation("q", speaker="a"),
        event("e", "2009", issues=("i",)),
    )
    found = book(actor("a"), actor("b", part_of=("a",)), *facts)
    assert {key: [item.id for item in items] for key, items in found.about.items() if key.id} == {
        Key("actor", "a"): ["a.i", "j-1", "q"],
        Key("issue", "i"): ["a.i", "j-1", "e"],
        Key("actor", "b"): ["d-1"],
        Key("event", "e"): ["d-1"],
    }
    assert [member.id for member in found.members[Key("actor", "a")]] == ["b"]


@pytest.mark.parametrize(
    ("asof", "day"), [("2009-09-21", "2009-09-21"), ("2009-09", "2009-09-30"), ("", ""), ("no date", "")]
)
def test_the_last_day_of_which_a_book_speaks(asof: str, day: str) -> None:
    assert BookInfo("Title", asof=asof).last_day == day
