"""Words that say how likely a thing is: which the scale has, which no scale has, and what only looks like one."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.likelihood import AUTHOR, ICD_203, PHIA
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.estimates import SeedEstimates, estimates_in, is_reported, unquoted

TEXT = """The plan

The plan will probably pass, though a ruling is very unlikely. It may have come too late.

The remote islands vote on Friday.
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is likely to pass.", [("likely", 5)]),
        ("It is Very Unlikely to pass.", [("very unlikely", 2)]),  # the longest word, whatever its case
        ("very\nunlikely", [("very unlikely", 2)]),
        ("It will probably pass.", [("probably", 5)]),  # a form of a word of the scale
        ("It is highly unlikely.", [("highly unlikely", None)]),  # a word of another scale
        (
            "It is quite likely, not likely, most likely.",
            [(f"{word} likely", None) for word in ("quite", "not", "most")],
        ),
        ("Perhaps it rains; it might, or it could well.", [("perhaps", None), ("might", None), ("could well", None)]),
        ("It may have rained, and could have been worse.", [("may have", None), ("could have", None)]),
        ("There is a good chance that it rains.", [("a good chance", None)]),
        ("The chance is remote.", [("remote", 1)]),
        ("More likely than on a remote island, it will probably rain.", [("probably", 5)]),
        ("A remote possibility remains.", [("remote", 1)]),
    ],
)
def test_an_estimate_is_found_with_its_step_or_without(text: str, found: list[tuple[str, int | None]]) -> None:
    read = estimates_in(text, ICD_203)
    assert [(item.word, item.step.step if item.step else None) for item in read] == found
    assert all(text[item.start : item.end].casefold().split() for item in read)


@pytest.mark.parametrize(
    "text",
    [
        "In May the council may meet, and it could not.",  # it permits, or is a month
        "A quotation may have twelve words; a source may have unused passages, or limited value.",
        "The might of the fleet, its military might.",
        "A remote island, by remote control.",
        "More likely than before, and less probable than that.",
        "The dislikely unlikelihood; mightily; maybes",
        "As soon as possible.",
        "",
    ],
)
def test_what_only_looks_like_an_estimate_is_none(text: str) -> None:
    assert estimates_in(text, ICD_203) == ()
    assert estimates_in(text, AUTHOR) == ()


def test_the_scale_decides_which_words_have_a_step() -> None:
    found = [estimates_in("It is perhaps a realistic possibility.", scale) for scale in (ICD_203, PHIA, AUTHOR)]
    steps = [[(item.word, item.step.step if item.step else None) for item in items] for items in found]
    assert steps == [
        [("perhaps", None)],
        [("perhaps", None), ("realistic possibility", 4)],
        [("perhaps", 4)],
    ]


def test_what_is_quoted_is_blanked_out_and_keeps_its_length() -> None:
    text = 'He said “perhaps” and it’s ‘likely’, or "maybe", perhaps.'
    blank = unquoted(text)
    assert len(blank) == len(text)
    assert [item.word for item in estimates_in(blank, ICD_203)] == ["perhaps"]
    assert estimates_in(blank, ICD_203)[0].start == text.rindex("perhaps")


@pytest.mark.parametrize(
    ("sentence", "reported"),
    [
        ("They feared that it might one day sink.", True),
        ("The Mayor told the council that it might sink.", True),
        ("The mayor says it might sink.", True),
        ("Said the mayor, it might sink.", True),
        ("It might sink, says the mayor.", False),  # the doubt comes first
        ("The report is late and it might sink.", False),
        ("It might sink.", False),
    ],
)
def test_somebody_elses_doubt_stands_behind_a_verb_of_speech_or_thought(sentence: str, reported: bool) -> None:
    assert is_reported(sentence, sentence.index("might")) is reported


def test_a_seed_says_which_estimates_a_span_touches_and_which_its_passages_have() -> None:
    seed = Seed.of("plan", TEXT)
    estimates = SeedEstimates(seed, ICD_203)
    start = TEXT.index("unlikely")
    assert estimates.across(start, start + len("unlikely")) == ("very unlikely",)  # a cut word is read whole
    assert estimates.across(TEXT.index("ruling"), start) == ("very unlikely",)
    assert estimates.across(TEXT.index("ruling"), TEXT.index(" is very")) == ()
    assert estimates.across(start - 20, TEXT.index("very unlikely")) == ()  # up to the word, and from its end on
    assert estimates.across(start + len("unlikely"), len(TEXT)) == ("may have",)
    assert estimates.around(start, start + 1) == ("probably", "very unlikely")
    assert estimates.around(TEXT.index("come"), TEXT.index("too late")) == ("may have",)
    assert estimates.around(-1, -1) == ("may have", "probably", "very unlikely")


def test_the_first_passage_is_one_like_the_others() -> None:
    estimates = SeedEstimates(Seed.of("s", "It will probably pass. It may have come too late."), ICD_203)
    assert (estimates.around(0, 2), estimates.across(0, 20)) == (("probably",), ("probably",))
