"""Cuts: what governs exact words is seen when it was left outside, and honest fragments are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_briefing.model.evidence import VerdictKind
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.cuts import cuts
from sphinx_briefing.text.hedges import LIKELIHOOD, NEGATION, REPORT

LINES = (Path(__file__).parent / "cases" / "cuts.txt").read_text("utf-8").splitlines()
CASES = [[part.strip() for part in line.split(" | ")] for line in LINES if line and not line.startswith("#")]
REVERSING = [case for case in CASES if case[3] != "free"]
HONEST = [case for case in CASES if case[3] == "free"]


@pytest.mark.parametrize("case", REVERSING, ids=lambda case: f"{case[0]} {case[1]}")
def test_every_reversing_cut_is_caught_with_its_class(case: list[str]) -> None:
    left, words, right, force = case
    assert force in {cut.force for cut in cuts(left, words, right)}


def test_few_honest_fragments_are_asked_about() -> None:
    asked = [case for case in HONEST if cuts(*case[:3])]
    assert len(asked) <= 0.08 * len(HONEST), asked


SEED = Seed.of("s", "Lavrov has said that Russia may oppose the plan. The ferry did not leave the pier.")


def test_a_cut_passes_only_when_all_that_was_cut_is_carried() -> None:
    words = "oppose the plan"
    assert verify(SEED, words, passage="p1s1").passed  # nobody asks
    assert verify(SEED, words, passage="p1s1", carries=frozenset({REPORT})).kind is VerdictKind.CUT
    assert verify(SEED, words, passage="p1s1", carries=frozenset({REPORT, LIKELIHOOD})).passed


def test_an_acknowledged_cut_passes_and_is_listed() -> None:
    verdict = verify(SEED, "leave the pier", passage="p1s2", carries=frozenset(), acknowledged=("cut-acknowledged",))
    assert verdict.passed
    assert verdict.review == (f"cut acknowledged: {NEGATION} before them (“The ferry did not”)",)
