"""The stretch that words were probably taken from: of few words and of many, changed, shortened, or of another text."""

from __future__ import annotations

import random

import pytest

from sphinx_briefing.model.evidence import Cause, VerdictKind
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.nearest import nearest


def long_text(sentences: int) -> str:
    """Sentences of made-up words, each with its own number."""
    chance = random.Random(20090921)
    words = [
        "".join(chance.choices(["ba", "ko", "ri", "tu", "len", "mos"], k=chance.randrange(1, 5))) for _ in range(900)
    ]
    made = (" ".join(chance.choices(words, k=chance.randrange(8, 20))) for _ in range(sentences))
    return " ".join(f"The {sentence} of {number} feet." for number, sentence in enumerate(made, 1))


LONG_TEXT = long_text(2_000)
LONG_SEED = Seed.of("s", LONG_TEXT)
LATER = LONG_TEXT.index("1000 feet. ") + len("1000 feet. ")


@pytest.mark.parametrize("words", [60, 1_000, 10_000])
@pytest.mark.parametrize(
    ("old", "new", "cause", "difference"),
    [
        (" of 1001 feet", " never of 1001 feet", Cause.NEGATION, "{+never+} of 1001 feet"),
        (" of 1001 feet", " of 1002 feet", Cause.NUMBER, "of [-1001-] {+1002+} feet"),
        ("The ", "Meanwhile they went home early; The ", Cause.WORD, "{+Meanwhile they went home early;+} The"),
    ],
)
def test_of_many_words_the_changed_one_is_told(words: int, old: str, new: str, cause: Cause, difference: str) -> None:
    """However many there are: to lay them at every place would take hours."""
    quoted = " ".join(LONG_TEXT[LATER:].split(" ")[:words]).replace(old, new, 1)
    verdict = verify(LONG_SEED, quoted)
    assert (verdict.kind, verdict.closest, verdict.cause) == (VerdictKind.ALTERED, "p1s1001", cause)
    assert difference in verdict.difference


def test_many_words_of_which_some_were_left_out_are_still_found() -> None:
    quoted = LONG_TEXT[LATER:].split(" ")[:400]
    del quoted[300:305], quoted[120:140]
    verdict = verify(LONG_SEED, " ".join(quoted))
    assert (verdict.kind, verdict.closest, verdict.difference.count("[-")) == (VerdictKind.ALTERED, "p1s1001", 2)


@pytest.mark.parametrize("kept", [0, 30, 60])
def test_many_words_that_stand_nowhere_are_not_found(kept: int) -> None:
    """Of 200 words so many are the source's."""
    others = [f"Quay{number}" for number in range(200 - kept)]
    verdict = verify(LONG_SEED, " ".join([*LONG_TEXT[LATER:].split(" ")[:kept], *others]))
    assert (verdict.kind, verdict.closest) == (VerdictKind.NOT_FOUND, "")


@pytest.mark.parametrize("words", [8, 20, 33, 34, 50, 200])
def test_the_words_themselves_are_as_like_as_can_be(words: int) -> None:
    quoted = " ".join(LONG_TEXT[LATER:].split(" ")[:words])
    assert nearest(LONG_SEED, quoted) == (100.0, LATER)


@pytest.mark.parametrize("words", [8, 20, 50, 200])
def test_no_stretch_of_an_empty_text_is_like_any_words(words: int) -> None:
    assert nearest(Seed.of("s", ""), "quay " * words) == (0.0, 0)


@pytest.mark.parametrize("words", [8, 50])
def test_words_may_begin_where_the_text_begins(words: int) -> None:
    assert nearest(LONG_SEED, " ".join(LONG_TEXT.split(" ")[:words])) == (100.0, 0)


def test_what_was_put_in_at_the_beginning_moves_the_rest_by_its_length() -> None:
    """The place is that of what was changed least, whichever hundred characters it falls into."""
    for cut in range(0, 200, 10):
        quoted = " ".join(["Quay", *LONG_TEXT[LATER + cut :].split(" ")[1:60]])
        score, start = nearest(LONG_SEED, quoted)
        assert score > 90
        assert abs(start - LATER - cut) < 60
