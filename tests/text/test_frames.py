"""Phrases that frame a statement: where they may stand, and which class each is of."""

from __future__ import annotations

import pytest

from sphinx_briefing.text.frames import frames, trailing_frames
from sphinx_briefing.text.hedges import CONDITION, LIKELIHOOD, NEGATION, REPORT, tokens


@pytest.mark.parametrize(
    ("left", "found"),
    [
        ("According to the clerk,", [REPORT]),
        ("He left; according to the clerk,", [REPORT]),
        ("He said this: according to the clerk,", [REPORT]),
        ("He left. \u201cAccording to the clerk,", []),  # another sentence; whoever asks gives one
        ("\u201cAccording to the clerk,", [REPORT]),
        ('He said: "According to the clerk,', [REPORT]),
        ("According to the clerk; he left, and", []),
        ("Accordingly", []),
        ("In theory,", [LIKELIHOOD]),
        ("Barring rain,", [CONDITION]),
        ("He was acquitted of the", [NEGATION]),
        ("He was acquitted of it and", []),
        ("Walking down the pier,", []),
    ],
)
def test_a_phrase_before_the_words_frames_them(left: str, found: list[str]) -> None:
    assert list(frames(tokens(left))) == found


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("in her view . ", [REPORT]),
        ("on paper . ", [LIKELIHOOD]),
        ("and in her view . ", []),
        ("in her viewing . ", []),
    ],
)
def test_a_phrase_after_the_words_frames_them(rest: str, found: list[str]) -> None:
    assert list(trailing_frames(rest)) == found
