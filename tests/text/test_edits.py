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


@pytest.mark.parametrize(
    ("words", "review"),
    [
        ("The harbor council will vote on Friday", ()),
        ("The harbor council ... to lengthen the north quay", ()),
        ("It was built in 1950 ... ask the pilots first", ("“by Marsh, who did not” left out: acknowledged",)),
        ("The harbor [body] will vote [soon] on Friday", ("[body] for “council”", "[soon] added")),
        ("[At noon] the harbor council will vote [again]", ("[At noon] added", "[again] added")),
        ("It was built [again] in 1950 [T]here", None),
    ],
)
def test_what_somebody_must_answer_for_is_listed(words: str, review: tuple[str, ...] | None) -> None:
    verdict = verify(SEED, words, acknowledged=("elides-acknowledged",))
    assert (verdict.review if verdict.passed else None) == review


@pytest.mark.parametrize(
    ("source", "words", "passes"),
    [
        ("The eBay shares fell hard.", "EBay shares fell hard", True),  # the capital within is the name's
        ("All the root i is imaginary here.", "I is imaginary here", False),
        ("I was late for the vote.", "i was late for the vote", False),
        ("DJing all night long is work.", "dJing all night long", False),
        ("It's late in the harbor.", "it's late in the harbor", True),
        ("Reading is a town of some size. He likes Reading.", "reading is a town of some size", False),
        ("Reading takes time and some patience.", "reading takes time and some patience", True),
        ("Marsh grew on the bank. The marsh is wet.", "marsh grew on the bank", True),
        ("Marsh grew on the bank. Saltmarsh is wet.", "marsh grew on the bank", False),
        ("Marsh grew on the bank. The marshes are wet.", "marsh grew on the bank", False),
        ("1950 was a good year.", "1950 was a good year,", True),
        ("He came home late.. Nobody asked.", "He came home late...", False),
    ],
)
def test_a_first_letter_may_change_where_it_makes_no_name(source: str, words: str, passes: bool) -> None:
    assert verify(Seed.of("s", source), words).passed is passes


@pytest.mark.parametrize(("own", "passes"), [(1, True), (2, True), (5, True), (6, False)])
def test_of_up_to_six_marks_each_may_be_the_sources_or_the_editors(own: int, passes: bool) -> None:
    seed = Seed.of("s", f"They called the pier {'... long and wet ' * own}and sold it to Mr. Rehn of the town.")
    words = f"They called the pier {'... long and wet ' * own}and sold it ... of the town."
    assert verify(seed, words).passed is passes


def test_of_three_marks_one_may_be_the_sources() -> None:
    seed = Seed.of("s", "They called the pier ... long and wet at noon on Monday and sold it to Rehn of the town.")
    words = "They called the pier ... long and wet ... on Monday and sold it ... of the town."
    assert verify(seed, words).edits == ("“at noon” left out", "“to Rehn” left out")


def test_marks_of_one_kind_may_be_the_sources_and_those_of_the_other_the_editors() -> None:
    seed = Seed.of("s", "They waited [for fog] at the old pier, then sailed [for home] in the dark night of May.")
    words = "They waited [for fog] at ... then sailed [for home] in ... night of May."
    assert verify(seed, words).edits == ("“the old pier,” left out", "“the dark” left out")


def test_a_word_replaced_at_the_edge_is_shown_as_replaced() -> None:
    seed = Seed.of("s", "He has warned that the old dredger will not survive another winter. Still, he supports it.")
    assert "[-winter-] {+summer+}" in verify(seed, "will not survive another summer").difference
    assert "{+maybe+}" in verify(seed, "will not survive another winter. maybe").difference


def test_words_in_brackets_are_words_whatever_marks_they_hold() -> None:
    verdict = verify(SEED, "The harbor [council has ... sold] the plan to lengthen the north quay")
    assert not verdict.passed


def test_the_most_literal_reading_comes_first() -> None:
    """Where one place has more of the marks as its own, no other is asked about."""
    own = "They called the pier ... long and wet at noon on Monday and sold it to Rehn of the town. "
    other = "They called the pier so very long and wet at noon on Monday and sold it to Rehn of the town."
    words = "They called the pier ... long and wet ... on Monday and sold it ... of the town."
    for text in (own + other, f"{other} {own}"):
        verdict = verify(Seed.of("s", text), words)
        assert verdict.edits == ("“at noon” left out", "“to Rehn” left out")
        assert text[verdict.start : verdict.end] == own.strip()


def test_brackets_that_the_source_has_come_before_its_ellipses() -> None:
    brackets = "They waited [for fog] at the old pier, then sailed [for home] in the dark night of May."
    ellipses = "They waited at ... then sailed in ... night of May."
    words = "They waited [for fog] at ... then sailed [for home] in ... night of May."
    verdict = verify(Seed.of("s", f"{ellipses} {brackets}"), words)
    assert verdict.edits == ("“the old pier,” left out", "“the dark” left out")


@pytest.mark.parametrize(
    ("number", "edit"),
    [
        (7, "“far far far far far far far on” left out"),
        (8, "“far far far far ... far far on” left out"),
    ],
)
def test_more_than_eight_words_left_out_are_named_by_their_ends(number: int, edit: str) -> None:
    seed = Seed.of("s", f"The council will vote {'far ' * number}on the plan today.")
    assert verify(seed, "The council will vote ... the plan today").edits == (edit,)


def test_each_word_that_an_ellipsis_hides_is_named_once() -> None:
    seed = Seed.of("s", "The council will vote, but not now, but not here, on the plan today.")
    verdict = verify(seed, "The council will vote ... on the plan today")
    assert verdict.told == "the ellipsis hides “but”, “not”: “, but not now, but not here,”"


@pytest.mark.parametrize("source", ["He came home late\u2026 and slept.", "He came home late... and slept."])
def test_no_full_stop_stands_for_the_first_of_an_ellipsis(source: str) -> None:
    seed = Seed.of("s", source)
    assert verify(seed, "He came home late").kind is VerdictKind.EXACT
    assert not verify(seed, "He came home late.").passed
    assert verify(seed, "He came home late,").edits == ("final comma added",)
    assert not verify(seed, "He came ... home late.").passed


def test_the_mark_at_the_end_is_asked_of_the_last_piece_only() -> None:
    seed = Seed.of("s", "On Friday the town. The council will vote on the plan of the town today.")
    assert verify(seed, "On Friday the town ... on the plan of the town.").edits == (
        "final full stop added",
        "“. The council will vote” left out",
    )


def test_of_many_beginnings_the_nearest_is_told() -> None:
    """An earlier "the pilots who" has the rest of the words too, a page on: what is meant is the one close by."""
    filler = "The ferry did not wait for the fog to lift. " * 60
    seed = Seed.of(
        "s", f"It was the pilots who met. {filler}They were the pilots who saw that it did not hold so well."
    )
    verdict = verify(seed, "the pilots who ... hold so well")
    assert (verdict.cause, verdict.told) == (Cause.ELIDED, "the ellipsis hides “not”: “saw that it did not”")


def test_pieces_that_stand_everywhere_are_found_soon() -> None:
    """To read all that lies between each beginning and its end took hours."""
    seed = Seed.of("s", "The the of the pilots and the wall of the quay. " * 8_000)
    assert verify(seed, "the of the ... no such words here").kind == VerdictKind.NOT_FOUND
    assert verify(seed, "the of the ... of the quay. The").kind == VerdictKind.AMBIGUOUS
    assert verify(Seed.of("s", f"{seed.text}Pier at last."), "[the] of ... Pier at last").told.startswith("a piece")


def test_far_down_in_a_source_an_edited_quotation_is_as_ambiguous_as_at_its_beginning() -> None:
    vote = "The harbor council will vote on the long plan. "
    for filler in ("", "It rained on the pier. " * 200):
        verdict = verify(Seed.of("s", f"{filler}{vote}{vote}"), "The harbor council ... on the long plan")
        assert (verdict.kind, len(verdict.hits)) == (VerdictKind.AMBIGUOUS, 2)


def test_of_several_beginnings_that_are_near_the_nearest_is_told() -> None:
    seed = Seed.of("s", "The the of the pilots and the wall of the quay. " * 30 + "Pier at last.")
    verdict = verify(seed, "[the] of ... Pier at last")
    assert (verdict.cause, verdict.closest) == (Cause.ELLIPSIS, "p1s30")
    assert verdict.told == "a piece beside an ellipsis has fewer than 3 words"


@pytest.mark.parametrize("order", [(300, 500), (500, 300)])
def test_if_all_beginnings_are_far_the_nearest_is_told(order: tuple[int, int]) -> None:
    first, second = (f"The pilots of the town met. {'The ferry did wait for the fog. ' * number}" for number in order)
    seed = Seed.of("s", f"{first}{second}That ended so here.")
    hidden = order[1] * 7 + 2
    verdict = verify(seed, "The pilots of the town ... ended so here")
    assert verdict.told == f"the ellipsis hides {hidden} words, at most 40 are allowed"


@pytest.mark.parametrize(("letters", "kind"), [(1_979, VerdictKind.EDITED), (1_980, VerdictKind.REFUSED)])
def test_a_beginning_is_near_up_to_two_thousand_characters(letters: int, kind: VerdictKind) -> None:
    """Beside a nearer one; the words that an ellipsis may hide are far fewer, unless one is as long as a page."""
    seed = Seed.of("s", f"the pilots of town {'x' * letters} the pilots of town ended so here")
    assert verify(seed, "the pilots of town ... ended so here").kind == kind
