"""Citations and whether their words may be published."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.citations import Evidence, State
from views.books import cite


def test_a_reference_names_the_passage_when_there_is_one() -> None:
    assert cite(passage="p1s1").reference == "tale#p1s1"
    assert cite().reference == "tale"


@pytest.mark.parametrize("state", State)
def test_only_words_that_hold_and_are_not_silent_are_shown(state: State) -> None:
    assert Evidence(cite("some words"), state).shown is (state is not State.FAILED)
    assert not Evidence(cite("some words", silent=True), state).shown
    assert not Evidence(cite(passage="p1s1"), state).shown
