"""Coverage: each passage quoted, used without words, or not used yet, and by what."""

from __future__ import annotations

from dataclasses import replace

from sphinx_briefing.model.places import Key
from sphinx_briefing.model.sources import SetAside
from sphinx_briefing.text.library import Library
from sphinx_briefing.views.coverage import coverage
from views.books import LIBRARY, TALE, actor, book, cite, claim, event, issue, judgment, mention, position

HARBOR = book(
    actor("north", "north", name="Northport"),
    issue("toll", "toll"),
    position(
        "north",
        "toll",
        basis="reported",
        page="north",
        citations=(cite("Northport opposes the new toll", page="north"),),
    ),
    claim("c", page="notes", citations=(cite("a tax on fog", silent=True, page="notes"),)),
    judgment("j-1", "likely", page="notes", citations=(cite(passage="p2s1", page="notes"),)),
    event(
        "e",
        "2009-09-21",
        title="The mayor speaks",
        page="notes",
        citations=(cite("says so loudly. Its mayor", page="notes", line=20),),
    ),
    claim("false", page="notes", citations=(cite("the ferry was never late", passage="p1s3", page="notes", line=30),)),
    mention(
        Key("passage", "tale#p2s2"),
        ("x",),
        page="notes",
        anchor="p3-1",
        citations=(cite(passage="p2s2", page="notes", line=40),),
    ),
    lists={"text": (Key("coverage", ""),)},
)


def states(**options: str) -> dict[str, str]:
    found = coverage(HARBOR, "text", options)
    assert found is not None
    return {row.id: row.state for row in found.rows}


def test_a_passage_is_quoted_used_or_not_used_yet() -> None:
    assert states() == {
        "t1": "unused",
        "b1": "unused",
        "p1s1": "quoted",
        "p1s2": "quoted",
        "p1s3": "unused",
        "p2s1": "used",
        "p2s2": "used",
        "p2s3": "unused",
    }


def test_the_states_are_counted() -> None:
    found = coverage(HARBOR, "text", {"source": "tale"})
    assert found is not None
    assert [found.count(state) for state in ("quoted", "used", "unused")] == [2, 2, 4]


def test_a_passage_names_what_rests_on_it_once_and_leads_there() -> None:
    found = coverage(HARBOR, "text", {})
    assert found is not None
    used = {row.id: [(item.text, item.page, item.anchor) for item in row.used] for row in found.rows if row.used}
    assert used == {
        "p1s1": [
            ("Northport on the toll", "north", "position-north-toll"),
            ("The mayor speaks", "notes", "event-e"),
        ],
        "p1s2": [("Title of notes", "notes", "claim-c"), ("The mayor speaks", "notes", "event-e")],
        "p2s1": [("Likely: the toll will fall", "notes", "judgment-j-1")],
        "p2s2": [("Title of notes", "notes", "p3-1")],
    }


def test_a_row_carries_the_books_own_words_about_the_passage_and_never_the_passage() -> None:
    found = coverage(HARBOR, "text", {})
    assert found is not None
    row = next(row for row in found.rows if row.id == "p1s1")
    assert (row.form, row.gist, row.words, row.anchor) == (
        "report",
        "Northport is against the toll.",
        9,
        "passage-tale-p1s1",
    )
    assert "customs house" not in repr(found)


def test_a_source_whose_text_is_not_held_has_no_passages_to_list() -> None:
    assert coverage(HARBOR, "text", {"source": "S02"}) is None
    assert coverage(HARBOR, "text", {"source": "nowhere"}) is None


def test_an_unused_passage_may_be_set_aside_with_its_reason_and_a_used_one_may_not() -> None:
    aside = (SetAside("b1", "a name"), SetAside("p1s1", "too loud"))
    library = Library((replace(TALE, set_aside=aside),), LIBRARY.seeds)
    whole = book(claim("c", citations=(cite(passage="p1s1"),)), library=library)
    found = coverage(whole, "text", {})
    assert found is not None
    rows = {row.id: (row.state, row.reason) for row in found.rows}
    assert (rows["b1"], rows["p1s1"], rows["p1s2"]) == (("aside", "a name"), ("used", "too loud"), ("unused", ""))
    assert (found.count("aside"), found.count("unused")) == (1, 6)
