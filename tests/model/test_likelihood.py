"""Scales of likelihood: their steps and words, their ranges, and the admission that none was stated."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.likelihood import AUTHOR, ICD_203, NONE_STATED, PHIA, SCALES, Scale
from sphinx_briefing.model.vocabularies import CONFIDENCES

EVERY = pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)


def test_the_directive_has_seven_steps_that_cover_one_to_ninety_nine_percent() -> None:
    assert (ICD_203.steps[0].low, ICD_203.steps[-1].high) == (1, 99)
    assert all(lower.high == higher.low for lower, higher in pairwise(ICD_203.steps))


def test_the_yardstick_leaves_gaps_between_its_ranges() -> None:
    ranges = [(step.low, step.high) for step in PHIA.steps]
    assert ranges == [(0, 5), (10, 20), (25, 35), (40, 50), (55, 75), (80, 90), (95, 100)]
    assert PHIA.range_of(PHIA.steps[1]) == "about 10 to 20%"


def test_an_authors_own_words_have_no_percentage() -> None:
    assert {AUTHOR.range_of(step) for step in AUTHOR.steps} == {""}


@pytest.mark.parametrize(
    ("word", "step"),
    [
        ("almost no chance", 1),
        ("remote", 1),
        ("very unlikely", 2),
        ("highly improbable", 2),
        ("unlikely", 3),
        ("improbable", 3),
        ("roughly even chance", 4),
        ("roughly even odds", 4),
        ("likely", 5),
        ("probable", 5),
        ("very likely", 6),
        ("highly probable", 6),
        ("almost certain", 7),
        ("nearly certain", 7),
    ],
)
def test_both_rows_of_words_name_the_same_steps(word: str, step: int) -> None:
    found = ICD_203.on_scale(word)
    assert found is not None
    assert found.step == step
    assert word in ICD_203.vocabulary


@EVERY
def test_steps_are_counted_from_the_least_likely_up(scale: Scale) -> None:
    assert [step.step for step in scale.steps] == [1, 2, 3, 4, 5, 6, 7]
    lows = [step.low for step in scale.steps if step.low is not None]
    assert lows == sorted(lows)
    if scale.date:
        assert parse_date(scale.date)


@EVERY
def test_every_word_but_none_stated_is_on_the_scale_and_says_one_thing(scale: Scale) -> None:
    words = scale.vocabulary
    assert len(set(words)) == len(words)
    assert [word for word in words if scale.on_scale(word) is None] == [NONE_STATED]
    assert not set(words) & set(CONFIDENCES)  # so that both may stand on one argument line


@EVERY
def test_a_form_is_read_as_its_step_and_never_written(scale: Scale) -> None:
    meanings = scale.meanings()
    for step in scale.steps:
        assert {meanings[word] for word in (*step.words, *step.forms)} == {step}
        assert not set(step.forms) & set(scale.vocabulary)


def test_a_key_is_an_identifier() -> None:
    assert [step.key for step in ICD_203.steps][:2] == ["almost-no-chance", "very-unlikely"]
    assert len({step.key for step in ICD_203.steps}) == 7
