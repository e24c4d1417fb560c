"""When a reworded sentence says the same: only when nothing but typing was mended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.text.slips import only_slips


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The chiar said so.", "The chair said so."),
        ("The chair said so", "the chair said, so."),
        ("It was agred twice.", "It was agreed twice."),
        ("The “chair” said — so.", "The 'chair' said - so."),
        ("", ""),
    ],
)
def test_typing_that_was_mended(old: str, new: str) -> None:
    assert only_slips(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It could pass.", "It would pass."),
        ("It is now likely.", "It is not likely."),
        ("It is likely.", "It is unlikely."),
        ("They met in 2008.", "They met in 2009."),
        ("Eight came.", "Eighty came."),
        ("It did pass.", "It didn't pass."),
        ("The chair said so.", "The chair said so twice."),
        ("The chair said so.", "So said the chair."),
        ("The bridge opened.", "The tunnel opened."),
    ],
)
def test_what_says_something_else(old: str, new: str) -> None:
    assert not only_slips(old, new)


@given(st.text(), st.text())
def test_it_is_the_same_both_ways_and_a_text_is_itself(old: str, new: str) -> None:
    assert only_slips(old, new) == only_slips(new, old)
    assert only_slips(old, old)
