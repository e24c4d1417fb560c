"""The scale of likelihood: seven steps, two rows of words, and the admission that none was stated."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sphinx_briefing.model.likelihood import LIKELIHOODS, NONE_STATED, SCALE, on_scale
from sphinx_briefing.model.vocabularies import CONFIDENCES


def test_the_scale_has_seven_steps_that_cover_one_to_ninety_nine_percent() -> None:
    assert [step.step for step in SCALE] == [1, 2, 3, 4, 5, 6, 7]
    assert (SCALE[0].low, SCALE[-1].high) == (1, 99)
    assert all(lower.high == higher.low for lower, higher in pairwise(SCALE))


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
    found = on_scale(word)
    assert found is not None
    assert found.step == step
    assert word in LIKELIHOODS


def test_every_word_but_none_stated_is_on_the_scale_and_says_one_thing() -> None:
    assert len(set(LIKELIHOODS)) == len(LIKELIHOODS) == 15
    assert [word for word in LIKELIHOODS if on_scale(word) is None] == [NONE_STATED]
    assert not set(LIKELIHOODS) & set(CONFIDENCES)  # so that both may stand on one argument line


def test_a_key_is_an_identifier() -> None:
    assert [step.key for step in SCALE][:2] == ["almost-no-chance", "very-unlikely"]
    assert len({step.key for step in SCALE}) == 7
