"""Judgments: whole titles with the likelihood first, holders, and the ones that were asked for."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.places import Key, Prose
from sphinx_briefing.views.judgments import judgment, judgment_row, judgments
from views.books import actor, book, cite, claim, discrepancy, issue, record
from views.books import judgment as judged

NORTH = actor("north", name="Northport")


@pytest.mark.parametrize(
    ("likelihood", "term", "text", "title"),
    [
        ("very unlikely", "", ("The town turns round.",), "Very unlikely: the town turns round"),
        ("likely", "", ("Northport yields.",), "Likely: Northport yields"),
        ("none stated", "", ("The town yields.",), "No likelihood stated: the town yields"),
        ("none stated", "danger", ("The town yields.",), "No likelihood stated (“danger”): the town yields"),
        ("likely", "", (Key("actor", "north"), " yields."), "Likely: Northport yields"),
        ("likely", "", ("The mayor of ", Key("actor", "north"), "."), "Likely: the mayor of Northport"),
    ],
)
def test_a_title_begins_with_the_likelihood_and_a_name_keeps_its_capital(
    likelihood: str, term: str, text: Prose, title: str
) -> None:
    found = judged("j-1", likelihood, text, term=term)
    assert judgment_row(book(NORTH, found), found).title == title


def test_a_row_gives_the_step_of_the_scale_or_says_that_there_is_none() -> None:
    first, second = judged("j-1", "remote"), judged("j-2", "none stated", term="perhaps")
    rows = judgments(book(first, second), "judgments", {})
    assert [(row.likelihood, row.word, row.step, row.term) for row in rows] == [
        ("almost-no-chance", "remote", 1, ""),
        ("", "none stated", 0, "perhaps"),
    ]


@pytest.mark.parametrize(
    ("more", "holder"),
    [
        ({"holder": "north"}, "Northport"),  # an actor is shown by its name
        ({"holder": "the ferry man"}, "the ferry man"),
        ({"citations": (cite("a tax on fog"),)}, "Ada Marsh"),  # else the author of the source
        ({"citations": (record(), cite("a tax on fog"))}, "Ada Marsh"),  # of the first source that has one
        ({"citations": (record(),)}, ""),
        ({"citations": (cite(source="nowhere"),)}, ""),
    ],
)
def test_the_holder_is_as_written_else_the_author_of_what_is_cited(more: dict[str, object], holder: str) -> None:
    found = judged("j-1", **more)  # type: ignore[arg-type]
    assert judgment_row(book(NORTH, found), found).holder == holder


def test_issues_and_actors_are_shown_by_name_and_lists_keep_their_references() -> None:
    found = judged(
        "j-1", issues=("toll",), actors=("north", "nobody"), alternatives=((Key("actor", "north"), " waits."),)
    )
    row = judgment_row(book(NORTH, issue("toll"), found), found)
    assert [item.text for item in (*row.issues, *row.actors)] == ["The toll", "Northport", "nobody"]
    assert [item.known for item in row.actors] == [True, False]
    assert row.alternatives[0][0] == row.actors[0]


def test_only_those_asked_for_in_the_order_asked() -> None:
    found = book(*(judged(f"j-{number}") for number in (3, 1, 2)))
    assert [row.target.id for row in judgments(found, "p", {})] == ["j-1", "j-2", "j-3"]
    assert [row.target.id for row in judgments(found, "p", {"only": "j-3, j-1"})] == ["j-3", "j-1"]


def test_one_judgment_by_its_id_and_nothing_for_an_id_that_is_none() -> None:
    found = book(judged("j-1"))
    row = judgment(found, "p", {"id": "j-1"})
    assert row is not None
    assert row.target.text == "J-1"
    assert judgment(found, "p", {"id": "j-2"}) is None


def test_what_speaks_against_a_judgment_is_shown_with_its_own_words() -> None:
    notice = discrepancy("d-1", text=("The mayor of ", Key("actor", "north"), " had agreed."), page="other")
    other = judged("j-2", "likely", text=("The toll stays.",))
    against = (Key("discrepancy", "d-1"), Key("judgment", "j-2"), Key("claim", "nowhere"))
    found = judgment_row(book(NORTH, notice, other, judged("j-1")), judged("j-1", against=against))
    assert [(item.target.text, item.target.page) for item in found.against] == [
        ("D-1", "other"), ("J-2", "page"), ("nowhere", ""),
    ]  # fmt: skip
    assert "".join(part if isinstance(part, str) else part.text for part in found.against[0].text) == (
        "The mayor of Northport had agreed."
    )
    assert found.against[1].text == ("Likely: the toll stays",)  # never without its likelihood
    assert found.against[2].text == ()


def test_what_has_an_id_alone_speaks_by_the_page_on_which_it_stands() -> None:
    said = claim("agreed-2008", text=("It had been agreed.",), page="towns")
    found = judgment_row(book(said, judged("j-1"), titles={"towns": "The towns"}), judged("j-1", against=(said.key,)))
    (counter,) = found.against
    assert (counter.target.text, counter.target.page, counter.text) == ("The towns:", "towns", ("It had been agreed.",))


def test_a_compact_list_leaves_out_what_speaks_against_and_what_to_watch() -> None:
    full = judged("j-1", against=(Key("judgment", "j-1"),), indicators=(("Clouds.",),), alternatives=(("Rain.",),))
    (row,) = judgments(book(full), "p", {})
    assert (len(row.against), row.indicators) == (1, (("Clouds.",),))
    (compact,) = judgments(book(full), "p", {"compact": ""})
    assert (compact.against, compact.indicators, compact.alternatives) == ((), (), (("Rain.",),))
    assert (row.compact, compact.compact) == (False, True)  # what is left out is not told as absent
