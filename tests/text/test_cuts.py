"""Cuts: what governs exact words is seen when it was left outside, and honest fragments are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_briefing.model.evidence import VerdictKind
from sphinx_briefing.text import cuts as walk
from sphinx_briefing.text import hedges
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.cuts import cuts
from sphinx_briefing.text.hedges import CONDITION, LIKELIHOOD, NEGATION, REPORT

Case = list[str]


def cases(name: str) -> list[Case]:
    lines = (Path(__file__).parent / "cases" / f"{name}.txt").read_text("utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


CUTS, FRAGMENTS = cases("cuts"), cases("fragments")


def sentence(left: str, words: str, right: str) -> Seed:
    """A seed of one sentence."""
    before = left if left.endswith(("“", '"')) or not left else f"{left} "
    return Seed.of("s", f"{before}{words}{'' if right[:1] in ',.;:?!”' else ' '}{right}")


def classes(case: Case) -> set[str]:
    return {cut.force for cut in cuts(*case[:3])}


def judged(case: Case) -> VerdictKind:
    seed = sentence(*case[:3])
    return verify(seed, case[1], passage=seed.passages[0].id, carries=frozenset()).kind


def test_the_tables_are_whole_and_no_case_stands_twice() -> None:
    assert all(len(case) == 4 for case in CUTS)
    assert {len(case) for case in FRAGMENTS} == {3, 4}
    assert len({tuple(case[:3]) for case in CUTS + FRAGMENTS}) == len(CUTS + FRAGMENTS)
    assert len(CUTS) >= 80
    assert len(FRAGMENTS) >= 200


@pytest.mark.parametrize("case", CUTS, ids=lambda case: f"{case[0]} | {case[1]} | {case[2]}")
def test_every_reversing_cut_is_caught_with_all_its_classes(case: Case) -> None:
    assert classes(case) == {force.strip() for force in case[3].split(",")}
    assert judged(case) is VerdictKind.CUT


def test_at_most_eight_percent_of_honest_fragments_are_asked_about() -> None:
    asked = [case for case in FRAGMENTS if judged(case) is VerdictKind.CUT]
    rate = len(asked) / len(FRAGMENTS)
    told = "\n".join(" | ".join(case) for case in asked)
    assert rate <= 0.08, f"{len(asked)} of {len(FRAGMENTS)} honest fragments are asked about ({rate:.1%}):\n{told}"


@pytest.mark.parametrize("case", FRAGMENTS, ids=lambda case: " | ".join(case))
def test_an_honest_fragment_is_asked_about_only_where_it_says(case: Case) -> None:
    asked = {force.strip() for force in "".join(case[3:]).split(",") if force}
    assert classes(case) == asked
    assert judged(case) is (VerdictKind.CUT if asked else VerdictKind.EXACT)


@pytest.mark.parametrize(
    ("left", "asked"),
    [
        ("The bishop presented the tax as", True),
        ("The bishop presented the tax, as always, with", False),
        ("The bishop presented the tax as he left", False),
        ("Foss sees the dike as", True),
        ("Foss saw the dike as he passed", False),
    ],
)
def test_seeing_something_as_something_is_thought(left: str, asked: bool) -> None:
    assert (REPORT in {cut.force for cut in cuts(left, "a gift to the poor", ".")}) is asked


@pytest.mark.parametrize("case", cases("walk"), ids=lambda case: f"{case[0]} | {case[1]}")
def test_a_word_governs_so_far_and_no_farther(case: Case) -> None:
    left, words, forces = case
    assert {cut.force for cut in cuts(left, words, ".")} == {force.strip() for force in forces.split(",") if force}


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


def test_what_stands_far_off_in_an_endless_sentence_governs_nothing() -> None:
    quay = "the quay of the harbor of the town "
    assert [cut.force for cut in cuts(f"No member of {quay * 80}", "has left the pier", "")] == [NEGATION]
    assert not cuts(f"No member of {quay * 90}", "has left the pier", "")
    assert [cut.force for cut in cuts("", "They left the pier", f" {quay * 80}?")] == [CONDITION]
    assert not cuts("", "They left the pier", f" {quay * 90}?")


def test_no_word_that_may_govern_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = [words for words in vars(hedges).values() if isinstance(words, frozenset)]
    governors = sorted({*frozenset().union(*lists), "may", "had", "were", "should", "according", "wasn't", "in", "but"})
    asked = [
        (left, words)
        for word in governors
        for left in (f"{word.capitalize()} the plan", f"He had {word} it", f"They were {word}")
        for words in ("that the ferry will leave", "to the ferry", "from leaving", "as a gift")
    ]
    found = [cuts(left, words, "") for left, words in [*asked, *((case[0], case[1]) for case in CUTS + FRAGMENTS)]]
    monkeypatch.setattr(walk, "_may_govern", lambda word: True)
    every = [cuts(left, words, "") for left, words in [*asked, *((case[0], case[1]) for case in CUTS + FRAGMENTS)]]
    assert found == every
    assert sum(map(bool, found)) > 1_000


@pytest.mark.parametrize(("filler", "asked"), [(0, True), (1, False), (400, False)])
def test_of_an_endless_sentence_only_what_is_near_is_asked(filler: int, asked: bool) -> None:
    far = walk._FAR - len("Never ")
    left = f"Never {'x' * (filler + far % 2)}{' a' * (far // 2)}"[: walk._FAR + filler]
    assert (NEGATION in {cut.force for cut in cuts(left, "the ferry left", ".")}) is asked


@pytest.mark.parametrize(("filler", "asked"), [(0, True), (1, False)])
def test_behind_the_words_it_is_the_same(filler: int, asked: bool) -> None:
    right = f"{' a' * (walk._FAR // 2 - 1)} ?{' ' * filler}"
    assert bool(cuts("", "They left the pier", right)) is asked


@pytest.mark.parametrize("before", [10, 1_000])
def test_what_stands_near_is_asked_in_an_endless_sentence_too(before: int) -> None:
    far = walk._FAR // 2 - 10
    (cut,) = cuts(f"{' a' * (before // 2 + far)} never{' b' * (far // 2)}", "left", ".")
    assert (cut.force, cut.outside) == (NEGATION, f"...{' b' * 12}")
    (cut,) = cuts("", "The ferry left", f" unless it rains{' b' * (far + before)}")
    assert (cut.force, cut.outside) == (CONDITION, f"unless it rains{' b' * 9} ...")
    (cut,) = cuts("", "The ferry left", f" unless it rains{' b' * 9}")
    assert (cut.outside, cut.before) == (f"unless it rains{' b' * 9}", False)


def test_twelve_words_left_outside_are_shown_and_no_more() -> None:
    (cut,) = cuts(f"never{' b' * 11}", "left", ".")
    assert cut.outside == f"never{' b' * 11}"
    (cut,) = cuts(f"never{' b' * 12}", "left", ".")
    assert cut.outside == f"...{' b' * 12}"


def test_marks_alone_are_quoted_like_any_words() -> None:
    assert [cut.force for cut in cuts("He did not leave,", "“”", ".")] == [NEGATION]


def test_where_no_word_is_quoted_nothing_is_cut() -> None:
    assert cuts("The ferry did not", "", ".") == ()
    assert cuts("", "The ferry left", "") == ()
