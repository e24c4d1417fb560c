"""The dossier: what other pages say about the page's entity, never what the page says itself."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.book import Book
from sphinx_briefing.views.dossier import dossier, position, quotation
from views.books import actor, book, cite, discrepancy, event, issue, judgment, record
from views.books import position as holds
from views.books import quotation as said


@pytest.fixture
def harbor() -> Book:
    facts = []
    for page in ("north", "other"):
        facts += [
            holds("north", "toll" if page == "north" else "ferry", page=page),
            judgment(f"j-{page}", actors=("north",), page=page),
            discrepancy(f"d-{page}", actors=("north",), page=page),
            said(f"q-{page}", speaker="north", page=page, citations=(cite("a tax on fog", page=page),)),
            event(f"e-{page}", "2009", actors=("north",), page=page),
        ]
    return book(actor("north", "north", name="Northport"), actor("south", "other"), issue("toll", "toll"), *facts)


def test_a_dossier_leaves_out_what_its_own_page_says(harbor: Book) -> None:
    found = dossier(harbor, "north", {})
    assert found is not None
    assert (found.entity.text, found.head) == ("Northport", "issue")
    rows = (found.positions, found.judgments, found.notices, found.quotations)
    assert [row.target.id for part in rows for row in part] == ["north.ferry", "j-other", "d-other", "q-other"]
    assert [row.event.id for row in found.events] == ["e-other"]


def test_a_dossier_can_be_asked_for_parts(harbor: Book) -> None:
    found = dossier(harbor, "north", {"only": "Positions, events"})
    assert found is not None
    assert (len(found.positions), len(found.events)) == (1, 1)
    assert (found.judgments, found.notices, found.quotations) == ((), (), ())


def test_the_dossier_of_an_issue_is_headed_by_actors(harbor: Book) -> None:
    found = dossier(harbor, "toll", {})
    assert found is not None
    assert found.head == "actor"
    assert [(row.heads[0].text, row.stance, row.basis) for row in found.positions] == [
        ("Northport", "opposes", "words")
    ]
    assert (found.judgments, found.notices, found.quotations, found.events) == ((), (), (), ())


def test_positions_in_conflict_come_first_and_side_by_side() -> None:
    toll = "toll"
    facts = [
        holds("a", toll, page="other"),
        holds("b", toll, "supports", "words", page="other", asof="2009"),
        holds("c", toll, "supports", page="other", asof="2009"),
        holds("c", toll, "opposes", page="other", asof="2008"),  # changed, and in no conflict
        holds("b", toll, "opposes", "acts", page="other", asof="2009", apart="acts"),
        holds("b", "ferry", "opposes", "acts", page="other", asof="2009"),
        holds("d", toll, "mixed", "words", page="other"),
        holds("d", toll, "mixed", "acts", page="other", apart="acts"),  # two bases that agree
    ]
    found = dossier(book(*[actor(name) for name in "abcd"], issue(toll, toll), issue("ferry"), *facts), toll, {})
    assert found is not None
    assert [(row.target.id, row.conflict) for row in found.positions] == [
        ("b.toll.2009", True),
        ("b.toll.2009.acts", True),
        ("a.toll", False),
        ("c.toll.2009", False),
        ("c.toll.2008", False),
        ("d.toll", False),
        ("d.toll.acts", False),
    ]


def test_an_id_that_an_actor_and_an_issue_share_does_not_mix_them() -> None:
    found = dossier(book(actor("x", "actor"), issue("x", "issue"), judgment("j-1", actors=("x",))), "issue", {})
    assert found is not None
    assert found.judgments == ()


def test_a_page_about_nothing_has_no_dossier(harbor: Book) -> None:
    assert dossier(harbor, "notes", {}) is None


def test_a_quotation_shows_only_words_that_may_be_shown() -> None:
    found = book(
        actor("north", name="Northport"),
        said(
            "q",
            speaker="north",
            variant="“a fee on fog”",
            citations=(
                cite("a tax on fog"),
                cite("tax on fog", passage="p1s2", silent=True),
                cite("no such words at all", line=3),
                record(),
            ),
        ),
    )
    row = quotation(found, "page", {"id": "q"})
    assert row is not None
    assert (row.words, row.speaker, row.variant, row.date) == (("a tax on fog",), "Northport", "“a fee on fog”", "")
    assert [note.state for note in row.notes] == ["exact", "silent", "failed", "record"]


def test_a_speaker_who_is_no_actor_is_named_as_written() -> None:
    row = quotation(book(said("q", speaker="A deckhand")), "page", {"id": "q"})
    assert row is not None
    assert row.speaker == "A deckhand"


def test_a_position_in_its_place_is_headed_by_what_the_page_does_not_say(harbor: Book) -> None:
    for other, texts in (("issue", ["The toll"]), ("actor", ["Northport"]), ("both", ["Northport", "The toll"])):
        row = position(harbor, "north", {"id": "north.toll", "other": other})
        assert row is not None
        assert [head.text for head in row.heads] == texts
    assert position(harbor, "north", {"id": "nobody.toll", "other": "issue"}) is None
    assert quotation(harbor, "north", {"id": "none"}) is None


def test_a_dated_position_says_as_of_when() -> None:
    row = position(book(holds("a", "b", asof="2009-03")), "page", {"id": "a.b.2009-03", "other": "issue"})
    assert row is not None
    assert row.as_of == "as of March 2009"
