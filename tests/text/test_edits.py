"""Edits: those that every reader sees pass and are named, all others are refused with their cause."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.evidence import Cause, VerdictKind
from sphinx_briefing.text.anchors import Seed, verify

TEXT = (
    "The harbor council will vote on Friday on the plan to lengthen the north quay. It was built in 1950 by Marsh, who "
    "did not ask the pilots first. The ferry ... waits [for fog] at the old pier.\n\n"
    "Sanctions hurt the town, and its mayor called them useless."
)
SEED = Seed.of("s", TEXT)


@pytest.mark.parametrize(
    ("words", "edit"),
    [
        ("the harbor council will vote", "first letter's case"),
        ("[t]he harbor council will vote", "first letter in brackets: [t]"),
        ("Council will vote on Friday", "first letter's case"),
        ("will vote on Friday.", "final full stop added"),
        ("will vote on Friday,", "final comma added"),
        ("will vote on Friday;", "final semicolon added"),
        ("will vote [sic] on Friday", "[sic] added"),
        ("will vote [at last] on Friday", "[at last] added"),
        ("[The town] will vote on Friday", "[The town] added"),
        ("will vote on Friday on [it] to lengthen the north quay", "[it] for “the plan”"),
        ("The harbor council ... to lengthen the north quay", "“will vote on Friday on the plan” left out"),
        ("The harbor council [...] to lengthen the north quay", "“will vote on Friday on the plan” left out"),
        ("The harbor council … to lengthen the north quay", "“will vote on Friday on the plan” left out"),
    ],
)
def test_an_edit_that_is_seen_passes_and_is_named(words: str, edit: str) -> None:
    verdict = verify(SEED, words)
    assert (verdict.kind, verdict.edits) == (VerdictKind.EDITED, (edit,))
    assert verify(SEED, words, strict=True).cause is Cause.STRICT


def test_the_sources_own_marks_are_matched_first() -> None:
    assert verify(SEED, "The ferry ... waits [for fog] at").kind is VerdictKind.EXACT
    assert verify(SEED, "the ferry ... waits [for fog] at").edits == ("first letter's case",)


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("It was built in 1950 ... ask the pilots first", Cause.ELIDED),
        ("will vote on ... Friday on the plan", Cause.ELLIPSIS),
        ("harbor council ... to lengthen the north quay", Cause.ELLIPSIS),
        ("... will vote on Friday", Cause.ELLIPSIS),
        ("will vote on Friday ...", Cause.ELLIPSIS),
        ("at the old pier ... hurt the town", Cause.ELLIPSIS),
        ("to lengthen the north quay ... The harbor council will", Cause.ORDER),
        ("will [not] vote on Friday", Cause.BRACKET),
        ("was built in [1960] by Marsh", Cause.BRACKET),
        ("who [could] ask the pilots first", Cause.BRACKET),
        ("will [perhaps] vote on Friday", Cause.BRACKET),
        ("The harbor [body] on the plan to lengthen", Cause.BRACKET),
        ("council will never vote on Friday", Cause.NEGATION),
        ("who did ask the pilots first", Cause.NEGATION),
        ("was built in 1960 by Marsh", Cause.NUMBER),
        ("was built in 1950 by Field", Cause.NAME),
        ("council will vote on friday", Cause.NAME),
        ("will on vote Friday on the plan", Cause.ORDER),
        ("will decide on Friday on the plan", Cause.WORD),
    ],
)
def test_what_is_not_allowed_says_its_cause(words: str, cause: Cause) -> None:
    verdict = verify(SEED, words)
    assert not verdict.passed
    assert verdict.cause is cause


def test_what_an_ellipsis_hides_may_be_answered_for() -> None:
    verdict = verify(SEED, "It was built in 1950 ... ask the pilots first", acknowledged=("elides-acknowledged",))
    assert verdict.passed
    assert verdict.review


def test_a_word_replaced_at_the_edge_is_shown_as_replaced() -> None:
    seed = Seed.of("s", "He has warned that the old dredger will not survive another winter. Still, he supports it.")
    assert "[-winter-] {+summer+}" in verify(seed, "will not survive another summer").difference
    assert "{+maybe+}" in verify(seed, "will not survive another winter. maybe").difference


def test_words_in_brackets_are_words_whatever_marks_they_hold() -> None:
    verdict = verify(SEED, "The harbor [council has ... sold] the plan to lengthen the north quay")
    assert not verdict.passed
