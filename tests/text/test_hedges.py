"""The words that turn a sentence: how a text falls into words, and which of them belong to which class."""

from __future__ import annotations

import pytest

from sphinx_briefing.text.hedges import (
    CONDITION,
    FEAR,
    LIKELIHOOD,
    LIMIT,
    NEGATION,
    REPORT,
    WISH,
    classes_in,
    hedges,
    hidden_turns,
    is_number,
    negates,
    tokens,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("don\u2019t go", ["don't", "go"]),
        ("it\u02bcs so", ["it's", "so"]),
        ("so\u2014no", ["so", "--", "no"]),
        ("so \u2013 no", ["so", "--", "no"]),
        ("so---no", ["so", "--", "no"]),
        ("so -- no", ["so", "--", "no"]),
        ("half-mad, he left.", ["half-mad", ",", "he", "left", "."]),
    ],
)
def test_a_text_falls_into_words_and_marks(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("by Marsh, the mayor", ()),
        ("not now, Never", ("not", "Never")),
        ("who didn\u2019t ask", ("didn't",)),
        ("the Denied claim, but", ("Denied", "but")),
        ("if perhaps unlikely", ("if", "perhaps", "unlikely")),
    ],
)
def test_what_may_not_be_left_out_unseen(text: str, found: tuple[str, ...]) -> None:
    assert hidden_turns(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("walks, in accord with it", ()),
        ("He says so", (REPORT,)),
        ("They see him", (REPORT,)),
        ("According to him", (REPORT,)),
        ("It may rain", (LIKELIHOOD,)),
        ("Perhaps so", (LIKELIHOOD,)),
        ("a risk that", (LIKELIHOOD,)),
        ("It is NOT so", (NEGATION,)),
        ("She doesn\u2019t", (NEGATION,)),
        ("He denies it", (NEGATION,)),
        ("She refused", (NEGATION,)),
        ("if it rains", (CONDITION, LIMIT)),
        ("contingent on it", (CONDITION,)),
        ("subject to rain", (LIMIT,)),
        ("but here", (LIMIT,)),
        ("He wants it", (WISH,)),
        ("He tries", (WISH,)),
        ("a fear", (FEAR,)),
        ("He says that it may not", (LIKELIHOOD, NEGATION, REPORT)),
    ],
)
def test_the_classes_of_which_a_sentence_has_a_word(text: str, found: tuple[str, ...]) -> None:
    assert classes_in(text) == frozenset(found)


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("Not", "negates"),
        ("Didn't", "negates"),
        ("Perhaps", "hedges"),
        ("May", "hedges"),
        ("If", "hedges"),
        ("But", "hedges"),
        ("Seven", "is_number"),
        ("1950s", "is_number"),
        ("may-day", ""),
        ("quay", ""),
    ],
)
def test_what_a_word_does_by_itself(word: str, kinds: str) -> None:
    assert [ask.__name__ for ask in (negates, hedges, is_number) if ask(word)] == kinds.split()
