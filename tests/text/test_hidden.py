"""What an ellipsis or brackets hide: how much they may, and that the verdict knows where it stands."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.evidence import Cause
from sphinx_briefing.text.anchors import Seed, verify

TEXT = (
    "The harbor council will vote on the plan to lengthen the old quay this Friday at noon. I think so, and McKay too. "
    "The pilots came, the ferry left."
)
SEED = Seed.of("s", TEXT)


@pytest.mark.parametrize(
    ("words", "hidden"),
    [
        ("The harbor council ... lengthen the old quay ... Friday at noon", ["will vote on the plan to", "this"]),
        ("The harbor council [body] will vote on [it] to lengthen", ["the plan"]),
        ("council will vote on [it] to lengthen the [north] quay", ["the plan", "old"]),
        ("The harbor council will vote [soon] on the plan", []),
        ("the harbor council will vote", []),
    ],
)
def test_the_verdict_knows_what_is_hidden(words: str, hidden: list[str]) -> None:
    verdict = verify(SEED, words)
    assert verdict.passed
    assert [TEXT[slice(*span)] for span in verdict.hidden] == hidden


@pytest.mark.parametrize(("number", "passes"), [(1, True), (39, True), (40, True), (41, False)])
def test_an_ellipsis_hides_forty_words_at_most(number: int, passes: bool) -> None:
    seed = Seed.of("s", f"The council will vote {'far ' * number}on the plan today.")
    verdict = verify(seed, "The council will vote ... on the plan today")
    assert verdict.passed is passes
    assert verdict.cause is (None if passes else Cause.ELLIPSIS)


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("this Friday at [one. It] think so", Cause.BRACKET),  # over the end of a sentence
        ("mcKay too. The pilots came", Cause.NAME),
        ("i think so, and McKay too", Cause.NAME),
        ("The harbor council ... on the ... lengthen the old quay", Cause.ELLIPSIS),
        ("The harbor council ... lengthen the old quay ... at noon", Cause.ELLIPSIS),
    ],
)
def test_what_hides_too_much_or_in_the_wrong_place_is_refused(words: str, cause: Cause) -> None:
    verdict = verify(SEED, words)
    assert not verdict.passed
    assert verdict.cause is cause
