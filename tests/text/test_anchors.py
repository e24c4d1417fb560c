"""Anchors: no altered word passes, every harmless variant does, every refusal explains itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sphinx_briefing.model.evidence import Cause, Passage, Verdict, VerdictKind
from sphinx_briefing.text.anchors import Seed, verify

ARTICLE = (Path(__file__).parents[2] / "seeds" / "kliment-2009-09-21.txt").read_bytes()
SEED = Seed.of("kliment-2009", ARTICLE.decode("utf-8"))
RUNNING = " ".join(SEED.text.split())


def of(text: str) -> Seed:
    return Seed.of("s", text)


def slice_of(verdict: Verdict) -> str:
    return SEED.text[verdict.start : verdict.end]


def test_a_seed_knows_its_hash_and_passages() -> None:
    assert SEED.sha256 == hashlib.sha256(ARTICLE).hexdigest()
    assert len(SEED.passages) == 24


def test_exact_words() -> None:
    verdict = verify(SEED, "  Putin has made it clear that any moves ")
    assert (verdict.kind, verdict.passage, verdict.folds) == ("exact", "p5s4", ())
    assert verdict.passed
    assert slice_of(verdict) == "Putin has made it clear that any moves"


@pytest.mark.parametrize(
    ("words", "folds"),
    [
        ("the Obama administration\u2019s \u201creset\u201d with Russia", ("quotation marks",)),
        ('the Obama administration\'s "reset" with\u00a0Russia', ("white space",)),
        ("was appreciated\u2014though perhaps with a", ("dashes",)),
        ("\u2014 though perhaps with a", ("dashes",)),
        ("\u2014 though perhaps with a\u200b", ("dashes",)),  # at the edge, and so outside
        ("mis\u00adsile defense plan that does not", ("zero-width",)),
        ("\u200bmissile defense plan that does not", ("zero-width",)),
        ("the Kremlin will be \u201coverloaded,\u201d but that its ac\u00adtions", ("quotation marks", "zero-width")),
    ],
)
def test_normalized_words_say_what_was_folded(words: str, folds: tuple[str, ...]) -> None:
    verdict = verify(SEED, words)
    assert (verdict.kind, verdict.folds) == ("normalized", folds)


def test_composition_ligatures_and_ellipses() -> None:
    seed = of("The cafe\u0301s of\ufb01cially closed \u2026 on Monday evening.")
    verdict = verify(seed, "caf\u00e9s officially closed ... on Monday")
    assert verdict.folds == ("composition", "ligature", "ellipsis")
    assert seed.text[verdict.start : verdict.end] == "cafe\u0301s of\ufb01cially closed \u2026 on Monday"


@pytest.mark.parametrize(
    "words",
    [
        "-- though perhaps with a",
        '"hitting the reset button."',
        '"reset" with Russia has been',
        "concrete action. With its announcement",
        "Washington did just that.\n\nIn Moscow, the",
    ],
)
def test_marks_at_the_edges_and_several_sentences(words: str) -> None:
    assert verify(SEED, words).kind == "exact"


def test_the_passage_is_the_one_the_words_start_in() -> None:
    assert verify(SEED, "concrete action. With its announcement", passage="p2s4").passage == "p2s4"
    assert verify(SEED, "concrete action. With its announcement", passage="p2s5").kind == "wrong-passage"


def test_several_places_are_ambiguous_until_something_decides() -> None:
    seed = of("He said that it was over. She said that it was over too.")
    verdict = verify(seed, "said that it was over")
    assert verdict.kind == "ambiguous"
    assert [(hit.passage, seed.text[hit.start : hit.end]) for hit in verdict.hits] == [
        ("p1s1", "said that it was over"),
        ("p1s2", "said that it was over"),
    ]
    assert verdict.hits[0].context == "He said that it was over. She said that it was over too."
    assert verify(seed, "said that it was over", passage="p1s2").start > 26
    assert verify(seed, "said that it was over", before="Sh e").passage == "p1s2"
    assert verify(seed, "said that it was over", after=".\n She").passage == "p1s1"
    assert verify(seed, "said that it was over", before="They").kind == "context"


def test_twice_in_one_passage_is_still_ambiguous() -> None:
    seed = of("The one and the other.")
    assert verify(seed, "The").kind == "short"
    assert verify(of("To be or not to be, or not."), "or not", passage="p1s1").kind == "ambiguous"
    assert verify(of("To be or not to be, or not."), "or not", passage="p1s1", after=".").passed


def test_few_words_need_a_passage() -> None:
    verdict = verify(SEED, "reset")
    assert verdict.kind == "short"
    assert len(verdict.hits) == 9
    assert verify(SEED, "on a lasting \u2014 reset").kind != "short"
    assert verify(SEED, "a -- lasting -- reset").kind == "short"
    assert verify(SEED, "reset", passage="p4s1").passed
    for nothing in ("", "  ", "--", "..."):
        assert verify(SEED, nothing, passage="p3s1").kind == "short"


@pytest.mark.parametrize(("wrong", "closest"), [("p5s9", "p5s6"), ("p9s1", "p6s1"), ("P5S4", "p5s4"), ("t2", "t1")])
def test_an_unknown_passage_names_the_nearest(wrong: str, closest: str) -> None:
    verdict = verify(SEED, "reset", passage=wrong)
    assert (verdict.kind, verdict.closest) == ("unknown-passage", closest)


def test_the_wrong_passage_says_where_the_words_stand() -> None:
    verdict = verify(SEED, "hitting the reset button", passage="p5s4")
    assert (verdict.kind, [hit.passage for hit in verdict.hits]) == ("wrong-passage", ["p5s2"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("far from the Kremlin's court", "far from the Kremlin"),
        ("it don't matter at all", "it do"),
        ('it don"t matter at all', "it do"),
        ("a lease and/or a ship", "or a ship"),
        ("it rose by .5 points", "5 points"),
        ("a wait of <5 minutes", "5 minutes"),
        ("a non-nuclear state it is", "nuclear state it is"),
        ("resetting U.S.-Russia ties is hard", "Russia ties is hard"),
        ("resetting U.S.-Russia ties is hard", "resetting U.S."),
        ("it rose by 3.5 points", "it rose by 3"),
        ("it rose by 3.5 points", "5 points"),
        ("some 1,000 men came", "000 men came"),
        ("it fell to -5 degrees", "5 degrees"),
        ("it cost $5 then", "5 then"),
        ("it fell by 5% then", "it fell by 5"),
        ("despite U.S. assurances that", "S. assurances that"),
        ("the underwhelming act", "whelming act"),
        ("n\u0303a e\u0323x", "a e"),
        ("please wait\u2026 then go", "please wait."),
        ("please wait... then go", "please wait."),
        ("please wait... then go", "please wait.."),
        ("please wait... then go", ".. then go"),
        ("please wait ... then go", ". then go"),
        ("... then they had to go", ".. then they had"),
        ("they had to go ...", "had to go .."),
    ],
)
def test_part_of_a_word_is_not_the_word(text: str, words: str) -> None:
    assert not verify(of(text), words, passage="p1s1").passed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the court.But one goal", "But one goal"),
        ("defense \u2014 Russia and", "Russia and"),
        ("defense\u2014Russia and", "Russia and"),
        ("defense -- Russia and", "defense"),
        ("a (reset) of ties", "reset"),
        ("a 'reset' of ties", "reset"),
        ("\u4fc4\u7f57\u65af\u53cd\u5bf9\u5236\u88c1\u3002", "\u53cd\u5bf9"),
        ("the Russians' court", "the Russians"),
        ("please wait... then go", "please wait..."),
        ("please wait... then go", "... then go"),
        ("please wait.... Then go", "please wait."),
        ("please wait.... Then go", "please wait"),
        ("please wait... then go", "please wait"),
        ("they had to wait..", "had to wait."),
    ],
)
def test_words_may_start_and_end_at_marks(text: str, words: str) -> None:
    assert verify(of(text), words, passage="p1s1").passed


@pytest.mark.parametrize(
    ("words", "closest", "difference"),
    [
        (
            "slights against Russia should carry any expectation",
            "p5s4",
            "... against Russia should [-not-] carry [-an-] {+any+} expectation of reciprocity ...",
        ),
        ("elite, for its part, is not divided.", "p5s1", "... its part, is {+not+} divided. While some ..."),
        ("And the Russian elite, for its part", "p5s1", "[-But-] {+And+} the Russian elite ..."),
        (
            "policies that the kremlin considers",
            "p5s3",
            "... policies that the [-Kremlin-] {+kremlin+} considers antagonistic to ...",
        ),
        (
            "Russia ties, the move placed",
            "p1s2",
            "... comes to resetting [-U.S.-Russia-] {+Russia+} ties, the move ...",
        ),
        ("Washington did just that. In Moscow", "p2s5", "... did just that. [-\u00b6-] In Moscow, the ..."),
        (
            "Russian Foreign Minister Sergei Lavrov has said, flatly",
            "p3s3",
            "Russian Foreign Minister [-Sergey-] {+Sergei+} Lavrov has [-repeatedly-] said, flatly, that ...",
        ),
    ],
)
def test_altered_words_are_shown_beside_the_seeds(words: str, closest: str, difference: str) -> None:
    verdict = verify(SEED, words)
    assert (verdict.kind, verdict.closest) == ("altered", closest)
    assert verdict.difference == difference


def test_words_of_another_text_are_not_found() -> None:
    assert verify(SEED, "Poland and the Czech Republic were informed overnight").kind == "not-found"
    assert verify(of(""), "some words that stand nowhere").kind == "not-found"


# Laws, on random slices of the article.


@st.composite
def slices(draw: st.DrawFn, fewest: int = 5) -> tuple[Passage, list[str]]:
    passage = draw(st.sampled_from([known for known in SEED.passages if known.id != "b1"]))
    words = SEED.text[passage.start : passage.end].split()
    start = draw(st.integers(0, len(words) - fewest))
    return passage, words[start : draw(st.integers(start + fewest, len(words)))]


VOCABULARY = sorted({word for word in SEED.text.split() if word != "--"} | {"not", "no", "never", "17", "Georgia"})


def alter(draw: st.DrawFn, words: list[str]) -> list[str]:
    at = draw(st.integers(0, len(words) - 1))
    other = draw(st.integers(0, len(words) - 1))
    new = draw(st.sampled_from(VOCABULARY))
    match draw(st.sampled_from(["drop", "add", "swap", "replace", "case"])):
        case "drop":
            return words[:at] + words[at + 1 :]
        case "add":
            return [*words[:at], new, *words[at:]]
        case "swap":
            words[at], words[other] = words[other], words[at]
            return words
        case "replace":
            return [*words[:at], new, *words[at + 1 :]]
        case _:
            return [*words[:at], words[at].swapcase(), *words[at + 1 :]]


@given(st.data())
def test_no_altered_slice_passes(data: st.DataObject) -> None:
    passage, words = data.draw(slices())
    altered = " ".join(data.draw(st.composite(lambda draw: alter(draw, list(words)))()))
    first = altered[:1].swapcase() + altered[1:]
    assume(not any(form in RUNNING for words in (altered, first) for form in (words, words.rstrip(",.;"))))
    verdicts = verify(SEED, altered), verify(SEED, altered, passage=passage.id)
    assert not any(verdict.passed for verdict in verdicts)
    assert all(VerdictKind(verdict.kind) for verdict in verdicts)


VARIANTS = {
    '"': ['"', "\u201c", "\u201d", "\u201e", "\u00ab"],
    "'": ["'", "\u2019", "\u02bc"],
    " ": [" ", "\u00a0", "  ", "\n", "\r\n", "\u2009", " \u200b"],
    "e": ["e", "e\u00ad", "\u200de"],
    "--": ["--", "\u2014", "\u2013", "---"],
}


@given(st.data())
def test_every_typographic_variant_passes(data: st.DataObject) -> None:
    passage, words = data.draw(slices())
    pick = {old: data.draw(st.sampled_from(new)) for old, new in VARIANTS.items()}
    varied = pick[" "].join(pick["--"] if word == "--" else vary(word, pick) for word in words)
    verdict = verify(SEED, varied, passage=passage.id)
    assert verdict.passed
    assert slice_of(verdict).split() == words
    assert (verdict.kind == "exact") == (varied == slice_of(verdict))
    assert bool(verdict.folds) == (verdict.kind == "normalized")


def vary(word: str, pick: dict[str, str]) -> str:
    return "".join(pick.get(character, character) for character in word)


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=4), st.text(max_size=4))
def test_nothing_raises(text: str, words: str, before: str, after: str) -> None:
    seed = of(text)
    verify(seed, words, before=before, after=after)
    verify(seed, text[3:40], passage="p1s1", before=before)


def test_a_cut_looks_at_the_very_character_in_which_the_words_end() -> None:
    seed = of("He left early. I, unless Rehn pays, shall stay.")
    assert verify(seed, "He left early. I", carries=frozenset()).kind is VerdictKind.CUT


@pytest.mark.parametrize("words", ["* * *\n\nThe ferry left early.", "The ferry left early.\n\n* * *"])
def test_words_that_begin_or_end_outside_every_passage_are_asked_about_no_cut(words: str) -> None:
    seed = of(f"Nobody came.\n\n{words}\n\nUnless it rains.")
    verdict = verify(seed, words, carries=frozenset())
    assert verdict.kind is VerdictKind.EXACT
    assert verdict.passage == ("" if words.startswith("*") else "p1s1")


def test_the_next_sentence_limits_nothing() -> None:
    assert verify(of("We will pay it all. But not on Sundays."), "We will pay it all.", carries=frozenset()).passed
    assert verify(of("We will pay it all.\nBut not so."), "We will pay it all", carries=frozenset()).passed


def test_both_sides_of_a_cut_are_told_and_listed_when_acknowledged() -> None:
    seed = of("They do not think that we will pay it all, but they ask.")
    before = "negation, speech or thought before them (\u201cThey do not think that\u201d)"
    told = f"{before} and limit, speech or thought after them (\u201c, but they ask.\u201d)"
    cut = verify(seed, "we will pay it all", carries=frozenset())
    assert (cut.kind, cut.closest, cut.told) == ("cut", "p1s1", told)
    passed = verify(seed, "we will pay it all", carries=frozenset(), acknowledged=("cut-acknowledged",))
    assert (passed.kind, passed.review) == ("exact", (f"cut acknowledged: {told}",))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("So", "", "exact"),  # the very beginning of the text
        ("n", "a", "exact"),
        ("on", "at", "exact"),
        ("o", "", "context"),
        ("", "t", "context"),
        ("", "at last.", "exact"),  # the very end
        ("So on", "at last.", "exact"),
        ("And so on", "", "context"),
        ("", "at last. Then", "context"),
    ],
)
def test_the_context_stands_right_beside_the_words(before: str, after: str, kind: str) -> None:
    words = "on it goes for years" if before == "So" else "it goes for years"
    assert verify(of("So on it goes for years at last."), words, before=before, after=after).kind == kind


def test_words_that_stand_elsewhere_come_before_an_edit_that_is_refused_here() -> None:
    seed = of("The mayor will vote on Friday. The mayor will [not] vote on Friday.")
    verdict = verify(seed, "will [not] vote on Friday", passage="p1s1")
    assert (verdict.kind, [hit.passage for hit in verdict.hits]) == ("wrong-passage", ["p1s2"])


def test_an_edit_that_is_refused_here_comes_before_one_that_is_allowed_elsewhere() -> None:
    seed = of("The mayor will not vote on Friday. The town will vote on Friday.")
    verdict = verify(seed, "will [soon] vote on Friday", passage="p1s1")
    assert (verdict.kind, verdict.closest) == ("refused", "p1s1")
    assert verify(seed, "will [soon] vote on Friday", passage="p1s2").passed


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("The quay council will vote on the new northern harbor next Friday", Cause.ORDER),
        ("The Quay council will vote on the new northern harbor next Friday", Cause.NAME),
        ("The harbor council will vote not on the new northern quay next Monday", Cause.NEGATION),
        ("The harbor board will vote on the two northern quays next Friday", Cause.NUMBER),
    ],
)
def test_of_several_changes_far_apart_all_count(words: str, cause: Cause) -> None:
    seed = Seed.of("s", "The harbor council will vote on the new northern quay next Friday. It rains.")
    verdict = verify(seed, words)
    assert (verdict.kind, verdict.cause) == (VerdictKind.ALTERED, cause)
