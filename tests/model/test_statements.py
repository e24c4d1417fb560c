"""Statements: their ids, and the titles of judgments, which never say the opposite of their author."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.likelihood import ICD_203, NONE_STATED
from sphinx_briefing.model.places import Key, Prose
from sphinx_briefing.model.statements import headline, sentence, title_prefix
from views.books import claim, judgment, position

LAVROV = Key("actor", "lavrov")


def test_a_position_is_named_by_actor_issue_and_time() -> None:
    assert position("lavrov", "iran").key == Key("position", "lavrov.iran")
    assert position("lavrov", "iran", asof="2009-03").id == "lavrov.iran.2009-03"


def test_an_id_of_one_kind_is_not_an_id_of_another() -> None:
    assert claim("j-1").key != judgment("j-1").key


@pytest.mark.parametrize(
    ("likelihood", "term", "prefix"),
    [
        ("very unlikely", "", "Very unlikely: "),
        ("almost certain", "", "Almost certain: "),
        ("remote", "danger", "Remote: "),  # a word of the scale says it; the author's own is shown elsewhere
        ("none stated", "", "No likelihood stated: "),
        ("none stated", "danger", "No likelihood stated (“danger”): "),
    ],
)
def test_a_title_begins_with_the_likelihood(likelihood: str, term: str, prefix: str) -> None:
    assert title_prefix(likelihood, term) == prefix


@pytest.mark.parametrize("likelihood", ICD_203.vocabulary)
def test_no_title_is_without_a_word_on_likelihood(likelihood: str) -> None:
    prefix = title_prefix(likelihood, "")
    assert prefix.endswith(": ")
    assert (likelihood in prefix.casefold()) == (likelihood != NONE_STATED)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (("The Kremlin turns round.",), ("the Kremlin turns round",)),
        (("Russia backs sanctions.",), ("Russia backs sanctions",)),  # a name keeps its capital
        (("Medvedev yields.",), ("Medvedev yields",)),
        (("Theodore yields.",), ("Theodore yields",)),  # begins like "The" and is a name
        (("A thaw comes. ",), ("a thaw comes",)),
        ((LAVROV, " yields."), (LAVROV, " yields")),
        (("The view of ", LAVROV, "."), ("the view of ", LAVROV)),
        (("To Moscow it means more.",), ("to Moscow it means more",)),
        (("Of the three, Iran counts.",), ("of the three, Iran counts",)),
        (("May Day passes.",), ("May Day passes",)),
        (("If, however, it rains, it ends.",), ("if, however, it rains, it ends",)),
        (("It’s over.",), ("it’s over",)),
        (("In-house work ends.",), ("In-house work ends",)),
        (("To Moscow it is dear.",), ("to Moscow it is dear",)),
        (("Of the three one holds.",), ("of the three one holds",)),
        (("May decides.",), ("May decides",)),  # a month and a name
        (("Will it hold?",), ("Will it hold?",)),
        ((), ()),
    ],
)
def test_a_headline_loses_only_what_began_and_ended_a_sentence(text: Prose, shown: Prose) -> None:
    assert headline(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (("the Kremlin turns round",), ("The Kremlin turns round.",)),
        (("will it hold?",), ("Will it hold?",)),
        (("they call it “a gift.”",), ("They call it “a gift.”",)),
        ((LAVROV, " yields"), (LAVROV, " yields.")),
        (("a view of ", LAVROV), ("A view of ", LAVROV, ".")),
        ((), ()),
    ],
)
def test_a_headline_becomes_a_sentence_again(text: Prose, shown: Prose) -> None:
    assert sentence(text) == shown


@given(st.sampled_from(["The thaw ends", "Russia yields", "A thaw comes", "No one yields", "It holds"]))
def test_a_sentence_survives_the_way_through_the_title(words: str) -> None:
    text = (f"{words}.",)
    assert sentence(headline(text)) == text
