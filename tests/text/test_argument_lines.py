"""Argument lines: ids, values in any order, a date; and nothing is guessed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.likelihood import ICD_203
from sphinx_briefing.model.vocabularies import BASES, CONFIDENCES, STANCES
from sphinx_briefing.text.argument_lines import IDENTIFIER, read_arguments

POSITION = {"stance": STANCES, "basis": BASES}
JUDGMENT = {"likelihood": ICD_203.vocabulary, "confidence": CONFIDENCES}


@pytest.mark.parametrize(
    "line",
    [
        "iran opposes, reported, 2009-03",
        "iran reported, opposes, 2009-03",
        "iran 2009-03, reported, opposes",
        "iran opposes, reported 2009-03",
        "iran  opposes ,reported,  2009-03",
        "iran, opposes, reported, 2009-03",
        "iran OPPOSES, Reported, 2009-03",
        "iran opposes,\nreported, 2009-03",
    ],
)
def test_values_stand_in_any_order(line: str) -> None:
    found = read_arguments(line, POSITION, dated=True)
    assert (found.ids, found.values, found.problems) == (("iran",), {"stance": "opposes", "basis": "reported"}, [])
    assert found.date is not None
    assert found.date.edtf == "2009-03"


@pytest.mark.parametrize(
    "line", ["lavrov / iran mixed, words", "lavrov/iran mixed, words", "lavrov /iran words, mixed"]
)
def test_two_ids_stand_around_a_stroke(line: str) -> None:
    found = read_arguments(line, POSITION)
    assert (found.ids, found.values, found.problems) == (("lavrov", "iran"), {"stance": "mixed", "basis": "words"}, [])


def test_a_value_may_have_several_words() -> None:
    found = read_arguments("j-1 almost no chance, low", JUDGMENT)
    assert found.values == {"likelihood": "almost no chance", "confidence": "low"}
    assert read_arguments("iran none stated, acts", POSITION).values["stance"] == "none stated"
    found = read_arguments("j-1 almost no chance 2009", JUDGMENT, dated=True)
    assert (found.values, found.problems) == ({"likelihood": "almost no chance"}, [])
    assert found.date is not None


@pytest.mark.parametrize("likelihood", ICD_203.vocabulary)
def test_every_likelihood_can_be_written_before_or_after_a_confidence(likelihood: str) -> None:
    for line in (f"j-1 {likelihood}, high", f"j-1 high, {likelihood}"):
        found = read_arguments(line, JUDGMENT)
        assert (found.values, found.problems) == ({"likelihood": likelihood, "confidence": "high"}, [])


def test_an_empty_line_has_nothing_and_no_problem() -> None:
    found = read_arguments("  ", POSITION)
    assert (found.ids, found.values, found.date, found.problems) == ((), {}, None, [])


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("iran oposes, reported", "unknown value `oposes`", "did you mean `opposes`?"),
        ("iran opposes, hearsay", "unknown value `hearsay`", "write one of: `supports`"),
        ("iran opposes reported", "unknown value `opposes reported`", ""),  # the comma is missing
        ("iran opposes, supports", "two values for stance: `opposes` and `supports`", "keep one of them"),
        ("iran opposes, opposes", "two values for stance: `opposes` and `opposes`", "keep one of them"),
        ("Iran opposes", "`Iran` is not an id", "an id has small Latin letters"),
        ("иран opposes", "`иран` is not an id", "such as `iran-sanctions`"),
        ("lavrov / Iran opposes", "`Iran` is not an id", "small Latin letters"),
        ("iran opposes 2009 2010", "unknown value `opposes 2009`", ""),  # a comma is missing
        ("iran opposes, 2009, 2010", "two dates: `2009` and `2010`", "keep one of them"),
        ("iran opposes, 2009-13", "`2009-13` is not an EDTF date", "correct the date"),
        ("iran opposes, 12 May", "`12 May` is not an EDTF date", "correct the date"),
        ("iran opposes, 2010/2009", "`2010/2009` ends before it begins", "correct the date"),
    ],
)
def test_a_problem_is_named_and_the_rest_is_read(line: str, message: str, hint: str) -> None:
    found = read_arguments(line, POSITION, dated=True)
    (problem,) = found.problems
    assert problem.message.startswith(message)
    assert hint in problem.hint
    assert found.values.get("stance", "opposes") in ("opposes", "supports")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("Iran opposes", "an id has small Latin letters, digits, `-`, `.` or `_`, such as `iran`"),
        ("-iran opposes", "an id has small Latin letters, digits, `-`, `.` or `_`, such as `iran-sanctions`"),
        ("iran opposes, supports", "keep one of them"),
        ("iran opposes, 2009, 2010", "keep one of them"),
        ("iran opposes, 2009-13", "correct the date"),
    ],
)
def test_how_to_mend_it_is_said(line: str, hint: str) -> None:
    assert [problem.hint for problem in read_arguments(line, POSITION, dated=True).problems] == [hint]


@pytest.mark.parametrize("word", ["hardly likely", "not likely", "most likely"])
def test_of_two_words_the_first_is_not_passed_over(word: str) -> None:
    (problem,) = read_arguments(f"j-1 {word}", JUDGMENT).problems
    assert problem.hint.startswith("write one of: `almost no chance`, ")


@pytest.mark.parametrize("word", ["unlikelihood", "maybe", "un likely"])
def test_a_value_is_suggested_only_when_it_is_very_near(word: str) -> None:
    """A suggestion that turns an author's meaning round is worse than none."""
    (problem,) = read_arguments(f"j-1 {word}", JUDGMENT).problems
    assert "did you mean `likely`?" not in problem.hint


def test_only_a_wrong_date_is_a_problem_of_dates() -> None:
    found = read_arguments("iran opposes, oposes, 2009-13", POSITION, dated=True)
    assert [problem.is_date for problem in found.problems] == [False, True]


def test_all_problems_are_named_at_once() -> None:
    found = read_arguments("Iran oposes, hearsay, 2009-99, mixed, mixed", POSITION, dated=True)
    assert len(found.problems) == 5


def test_a_word_without_dates_takes_none() -> None:
    (problem,) = read_arguments("j-1 likely, 2009", JUDGMENT).problems
    assert problem.message == "unknown value `2009`"


def test_a_word_without_vocabularies_says_that_only_an_id_stands_there() -> None:
    (problem,) = read_arguments("c-1 opposes", {}).problems
    assert problem.hint == "only an id stands here"
    (problem,) = read_arguments("e-1 opposes", {}, dated=True).problems
    assert problem.hint == "only an id stands here, and a date"


@pytest.mark.parametrize("date", ["2009-03-06", "2009-03~", "2006/2008", "../2008", "2008/..", "2009-21"])
def test_a_date_stands_after_the_id(date: str) -> None:
    found = read_arguments(f"geneva {date}", {}, dated=True)
    assert found.problems == []
    assert found.date is not None
    assert found.date.edtf == date


@given(st.sampled_from(STANCES), st.sampled_from(BASES), st.sampled_from(["", "2009", "2009-03-06", "2006/2008"]))
def test_the_order_of_values_never_matters(stance: str, basis: str, date: str) -> None:
    items = [stance, basis, *([date] if date else [])]
    read = [read_arguments("iran " + ", ".join(order), POSITION, dated=True) for order in itertools.permutations(items)]
    assert all(found == read[0] for found in read)
    assert read[0].problems == []


@given(st.text(max_size=40))
def test_any_line_is_read_without_an_error(line: str) -> None:
    found = read_arguments(line, POSITION, dated=True)
    assert len(found.ids) <= 2
    assert all(problem.message and problem.hint for problem in found.problems)


@pytest.mark.parametrize("good", ["lavrov", "j-06", "iran-sanctions", "a", "9", "a.b_c"])
def test_an_id(good: str) -> None:
    assert IDENTIFIER.fullmatch(good)


@pytest.mark.parametrize("bad", ["", "J-06", "-a", "a-", "a b", "a/b", "a#b", "é", ".a", "a_"])
def test_no_id(bad: str) -> None:
    assert not IDENTIFIER.fullmatch(bad)
