"""Verdicts as a whole: kind, place, cause and all that they tell, so that none of it can be lost unseen."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_briefing.model.evidence import Cause, Hit, Verdict, VerdictKind
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.hedges import CONDITION, LIMIT, NEGATION, REPORT

TEXT = (
    "The council will vote on Friday. It was built in 1950 by Marsh, who did not ask the pilots first.\n\n"
    "The ferry left early, but Rehn said that it may return. The council will vote again."
)
SEED = Seed.of("s", TEXT)
AGAIN = "... but Rehn said that it may return. The council will vote again."


@pytest.mark.parametrize(
    ("words", "asked", "verdict"),
    [
        (
            "It was built in 1950 ... ask the pilots first",
            {},
            Verdict(
                VerdictKind.REFUSED,
                closest="p1s2",
                cause=Cause.ELIDED,
                told="the ellipsis hides “not”: “by Marsh, who did not”",
            ),
        ),
        (
            "the council will vote [soon] again",
            {"strict": True},
            Verdict(
                VerdictKind.REFUSED,
                closest="p2s2",
                cause=Cause.STRICT,
                told="first letter's case; [soon] added",
            ),
        ),
        (
            "the council will vote again",
            {},
            Verdict(VerdictKind.EDITED, 155, 182, "p2s2", edits=("first letter's case",)),
        ),
        (
            "The council will vote again",
            {"passage": "p1s1"},
            Verdict(VerdictKind.WRONG_PASSAGE, hits=(Hit("p2s2", 155, 182, AGAIN),)),
        ),
        (
            "[The] council will vote again",
            {"passage": "p1s1"},
            Verdict(VerdictKind.WRONG_PASSAGE, hits=(Hit("p2s2", 159, 182, AGAIN),)),
        ),
        (
            "... The council will vote again",
            {"passage": "p1s1"},
            Verdict(
                VerdictKind.REFUSED,
                cause=Cause.ELLIPSIS,
                told="an ellipsis at the edge of a quotation hides nothing",
            ),
        ),
        (
            "The ferry left early",
            {"after": "but"},
            Verdict(
                VerdictKind.CONTEXT,
                hits=(
                    Hit(
                        "p2s1",
                        99,
                        119,
                        "... who did not ask the pilots first. The ferry left early, but Rehn said that it may return. "
                        "The ...",
                    ),
                ),
            ),
        ),
        ("The ferry left early", {"after": ", b ut Rehn s"}, Verdict(VerdictKind.EXACT, 99, 119, "p2s1")),
        ("The ferry left early", {"before": "p ilots\nfirst."}, Verdict(VerdictKind.EXACT, 99, 119, "p2s1")),
        ("The council will vote on", {"before": ""}, Verdict(VerdictKind.EXACT, 0, 24, "p1s1")),
        (
            "ask the pilots first",
            {"carries": frozenset()},
            Verdict(
                VerdictKind.CUT,
                passage="p1s2",
                closest="p1s2",
                told="negation before them (“It was built in 1950 by Marsh, who did not”)",
            ),
        ),
        (
            "The ferry left early",
            {"carries": frozenset({NEGATION})},
            Verdict(
                VerdictKind.CUT,
                passage="p2s1",
                closest="p2s1",
                told="limit after them (“, but Rehn said that it may return.”)",
            ),
        ),
        ("The ferry left early", {"carries": frozenset({LIMIT})}, Verdict(VerdictKind.EXACT, 99, 119, "p2s1")),
        ("who did not ask the pilots first", {"carries": frozenset()}, Verdict(VerdictKind.EXACT, 64, 96, "p1s2")),
    ],
)
def test_a_verdict_is_told_whole(words: str, asked: dict[str, Any], verdict: Verdict) -> None:
    assert verify(SEED, words, **asked) == verdict


def test_both_sides_and_all_classes_of_a_cut_are_told() -> None:
    seed = Seed.of("s", "If it rains, Rehn said that the ferry will stop early unless the council pays.")
    verdict = verify(seed, "the ferry will stop early", carries=frozenset())
    assert verdict.told == (
        "condition, speech or thought before them (“If it rains, Rehn said that”) and "
        "condition after them (“unless the council pays.”)"
    )
    found = verify(seed, "the ferry will stop early", carries=frozenset({REPORT}), acknowledged=("cut-acknowledged",))
    assert found.passed
    assert found.review == (
        "cut acknowledged: condition before them (“If it rains, Rehn said that”) and condition after them "
        "(“unless the council pays.”)",
    )
    assert verify(seed, "the ferry will stop early", carries=frozenset({REPORT, CONDITION})).kind is VerdictKind.EXACT


def test_a_cut_looks_at_the_sentence_in_which_the_words_end() -> None:
    seed = Seed.of("s", "The ferry stopped early. The pilots went home, unless Rehn paid them.")
    verdict = verify(seed, "The ferry stopped early. The pilots went home", carries=frozenset())
    assert verdict.told == "condition after them (“, unless Rehn paid them.”)"
    assert verify(seed, "The ferry stopped early.", carries=frozenset()).passed


@pytest.mark.parametrize(
    ("left", "right", "context"),
    [
        (40, 40, "{left}bell rang{right}"),
        (41, 40, "... {rest}bell rang{right}"),
        (40, 41, "{left}bell rang{near} ..."),
    ],
)
def test_a_place_is_shown_with_forty_characters_around(left: int, right: int, context: str) -> None:
    before, after = ("x y" * 20)[-left + 1 :] + " ", " " + ("z w" * 20)[: right - 1]
    assert (len(before), len(after)) == (left, right)
    seed = Seed.of("s", f"{before}bell rang{after}")
    (hit,) = verify(seed, "bell rang").hits
    shown = context.format(
        left=before, right=after, rest=before[1:].partition(" ")[2], near=after[:40].rpartition(" ")[0]
    )
    assert hit.context == " ".join(shown.split())


def test_a_seed_with_a_lone_surrogate_has_a_hash() -> None:
    assert Seed.of("s", "a \ud800 b").sha256 == "f8c2d79acb4b1f34c95ac6f303b1e973038ec692d3d4edecaf13f0bd7fc74634"
