"""What is known to be wrong. Each test says what should be, and fails until it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from directives.building import build
from sphinx_briefing.model.findings import Code


@pytest.mark.xfail(reason="a fence whose body begins with a word moves the words in it down by one line", strict=True)
def test_a_word_that_begins_a_fence_knows_its_line(tmp_path: Path) -> None:
    found = build(tmp_path, {"page": "# P\n\n::::{layer} context\n:::{claim} c likely\nx\n\n> @#p1s1\n:::\n::::\n"})
    assert found.found("page") == [(Code.ARGUMENT, 4)]


@pytest.mark.xfail(reason="evidence without a space after its mark is looked for with one", strict=True)
def test_evidence_without_a_space_knows_its_line(tmp_path: Path) -> None:
    found = build(tmp_path, {"page": "# P\n\n:::{claim} c\nx\n\n>@#p9s9\n:::\n\n:::{claim} d\ny\n\n> @#p1s1\n:::\n"})
    assert found.found("page") == [(Code.PASSAGE_UNKNOWN, 6)]


@pytest.mark.xfail(reason="an option that stands twice is not looked for when something else is wrong", strict=True)
def test_an_option_that_stands_twice_is_named_with_all_else(tmp_path: Path) -> None:
    found = build(tmp_path, {"page": "# P\n\n:::{event} e 2009\n:place: A\n:place: B\n:nosuch: 1\n\nx\n\n> @S02\n:::\n"})
    assert found.found("page") == [(Code.OPTION, 5), (Code.OPTION, 6)]


@pytest.mark.xfail(reason="what follows ` #` in an option is dropped with a warning only", strict=True)
def test_words_after_a_number_sign_in_an_option_are_not_lost_silently(tmp_path: Path) -> None:
    found = build(tmp_path, {"page": "# P\n\n:::{actor} north\n:role: Mayor #1 of the town\n:::\n"})
    assert found.code == 1


@pytest.mark.xfail(reason="nobody asks whose they are", strict=True)
def test_alternatives_outside_a_judgment_are_a_finding(tmp_path: Path) -> None:
    found = build(tmp_path, {"page": "# P\n\n:::{alternatives}\n- It rains.\n:::\n"})
    assert [line for _, line in found.found("page")] == [3]
