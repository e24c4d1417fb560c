"""Findings: every code has its meaning, and an error is not a warning."""

from __future__ import annotations

import re

import pytest

from sphinx_briefing.model.findings import Code, Severity, error, meaning, warning
from sphinx_briefing.model.places import Place


@pytest.mark.parametrize("code", Code)
def test_every_code_is_explained_in_one_sentence_of_its_own(code: Code) -> None:
    assert re.fullmatch(r"[A-Z`].*\.", meaning(code))
    assert len({meaning(other) for other in Code}) == len(Code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.value)


def test_a_finding_is_an_error_or_a_warning() -> None:
    place = Place("page", 3)
    assert error(Code.DATE, place, "what").severity is Severity.ERROR
    assert warning(Code.DATE, place, "what").severity is Severity.WARNING
    assert error(Code.QUOTE_ALTERED, place, "what").full_code == "brief.quote-altered"


def test_two_findings_that_say_the_same_are_one() -> None:
    first, second = (error(Code.DATE, Place("page", 3), "what", "mend") for _ in range(2))
    assert {first, second} == {first}
