"""What follows right after a quotation and limits it: each word of the short lists, and where the look ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_briefing.text.hedges import FEAR, REPORT, WISH
from sphinx_briefing.text.limits import limits

LINES = (Path(__file__).parent / "cases" / "limits.txt").read_text("utf-8").splitlines()
CASES = [line for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize("line", CASES)
def test_each_case_has_its_classes(line: str) -> None:
    quoted, right, classes = (part.strip() for part in line.split("|"))
    assert ", ".join(limits(right, quoted)) == classes


@pytest.mark.parametrize(
    "word", ["perhaps", "maybe", "possibly", "probably", "allegedly", "reportedly", "supposedly", "apparently"]
)
def test_a_doubt_right_after_the_words_is_seen(word: str) -> None:
    assert limits(f" {word}.")


@pytest.mark.parametrize("word", ["hope", "hopes", "hoped", "wishes", "wish"])
def test_a_wish_at_the_end_is_seen(word: str) -> None:
    assert limits(f", the dockers {word}.") == (WISH,)


@pytest.mark.parametrize(
    ("right", "force"),
    [
        (", he believes.", REPORT),
        (", critics fear.", FEAR),
        (", the mayor of the town believes.", REPORT),
        (", Rehn, who believes it, left.", None),
        (", have said nothing this time.", None),
        (". He believes it.", None),
        ("", None),
        (".”", None),
    ],
)
def test_whose_thought_it_was_is_seen_as_far_as_the_next_mark(right: str, force: str | None) -> None:
    found = limits(right)
    assert (force in found) if force else not found
