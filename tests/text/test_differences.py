"""What was probably meant by words that do not stand in the source, in the words of the message."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.evidence import Cause, VerdictKind
from sphinx_briefing.text.differences import missing, nearest_id
from sphinx_briefing.text.folding import fold
from sphinx_briefing.text.seed import Seed

HARBOR = Seed.of("s", "The ferry left at nine. Nobody stayed on the pier. It rained all day.")
LONG = (
    "The old harbor council of the town met in the wet stone house by the long north quay for nine hours and spoke of "
    "the fees that the pilots ask, of the pier that fell in the last storm and of the ferry that never came at all."
)
LENGTHY = Seed.of("s", f"It grew dark over the bay. {LONG} Nobody stayed. They all went home in the rain.")


def told(seed: Seed, words: str) -> tuple[str, str]:
    found = missing(seed, fold(words))
    return found.closest, found.difference


@pytest.mark.parametrize(
    ("words", "kind", "closest"),
    [
        ("ferry stayed at nine", VerdictKind.ALTERED, "p1s1"),  # three letters of four are enough
        ("ferry stayed at night", VerdictKind.NOT_FOUND, "p1s1"),
        ("seven wet gulls", VerdictKind.NOT_FOUND, ""),
    ],
)
def test_words_are_altered_where_three_quarters_of_them_stand(words: str, kind: VerdictKind, closest: str) -> None:
    found = missing(HARBOR, fold(words))
    assert (found.kind, found.closest) == (kind, closest)


@pytest.mark.parametrize(
    ("words", "closest", "difference"),
    [
        (
            LONG.replace("The old", "This very old").replace("came at all.", "left it."),
            "p1s2",
            "... over the bay. [-The-] {+This very+} old harbor council ... "
            "ferry that never [-came at all-] {+left it+} . Nobody stayed. They ...",
        ),
        (
            LONG[LONG.index("met") :].replace("wet", "damp").replace("came at all.", "left"),
            "p1s2",
            "... met in the [-wet-] {+damp+} stone house by ... ferry that never [-came-] {+left+} at all. Nobody ...",
        ),
    ],
)
def test_of_many_words_both_ends_are_compared(words: str, closest: str, difference: str) -> None:
    assert told(LENGTHY, words) == (closest, difference)


LONG_WORDS = "differentiation interpretations recommendations"


@pytest.mark.parametrize(
    ("text", "words", "difference"),
    [
        ("The old {} met us all in May {} no more.", "saw us all in May", "... {} [-met-] {{+saw+}} us all in ..."),
        ("The old {} met us all in May {} no more.", "met us all in June", "... us all in [-May-] {{+June+}} {} ..."),
        ("{} met us all in May {}", "saw us all in May", "{} [-met-] {{+saw+}} us all in ..."),
        ("{} met us all in May {}", "met us all in June", "... us all in [-May-] {{+June+}} {}"),
    ],
)
def test_the_words_around_are_shown_whole_however_long(text: str, words: str, difference: str) -> None:
    seed = Seed.of("s", text.format(LONG_WORDS, LONG_WORDS))
    assert told(seed, words)[1] == difference.format(LONG_WORDS)


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("p1s9", "p1s3"),
        ("p1s0", "p1s1"),
        ("p4s2", "p1s2"),
        ("P1S2 ", "p1s2"),
        ("t1", "p1s1"),
        ("s3", "p1s3"),
    ],
)
def test_the_passage_that_a_wrong_id_meant(wanted: str, meant: str) -> None:
    assert nearest_id(HARBOR, wanted) == meant


def test_a_paragraph_is_told_by_its_whole_number() -> None:
    seed = Seed.of("s", "\n\n".join(["The ferry left at nine. Nobody stayed."] * 12))
    assert nearest_id(seed, "p12s9") == "p12s2"


def test_six_words_between_two_differences_are_shown_whole() -> None:
    seed = Seed.of("s", "One two three four five six seven eight. It rained.")
    assert told(seed, "Ten two three four five six seven nine")[1] == (
        "[-One-] {+Ten+} two three four five six seven [-eight-] {+nine+} . It rained."
    )


def test_a_source_without_passages_has_none_to_mean() -> None:
    assert nearest_id(Seed.of("s", ""), "p1s1") == ""


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("the ferry left at ten", Cause.NUMBER),
        ("everybody stayed on the pier", Cause.NEGATION),
        ("nobody stayed On the pier", Cause.NAME),
        ("The ferry at left nine", Cause.ORDER),
        ("It rained all week", Cause.WORD),
    ],
)
def test_of_what_was_changed_the_cause_is_named(words: str, cause: Cause) -> None:
    assert missing(HARBOR, fold(words)).cause is cause


@pytest.mark.parametrize(
    ("text", "words", "difference"),
    [
        (
            "Nobody stayed on the pier. It rained.",
            "Nobody stayed on the pier alone",
            "... on the pier {+alone+} . It rained.",
        ),
        (
            "Nobody stayed on the pier, it rained.",
            "Nobody stayed on the pier alone today",
            "... on the pier {+alone today+} , it rained.",
        ),
    ],
)
def test_a_word_added_beyond_a_mark_replaces_none(text: str, words: str, difference: str) -> None:
    assert told(Seed.of("s", text), words)[1] == difference
