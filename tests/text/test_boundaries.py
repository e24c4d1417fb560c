"""Where words may begin and end: part of a word is another word, and a number without its sign another number."""

from __future__ import annotations

import pytest

from sphinx_briefing.text.boundaries import is_boundary, occurrences, original
from sphinx_briefing.text.folding import fold
from sphinx_briefing.text.seed import Seed


def whole(text: str) -> str:
    """The folded text with a stroke at each place where words may begin or end."""
    folded = fold(text)
    return "".join(
        ("|" if is_boundary(folded, at) else "") + folded.text[at : at + 1] for at in range(len(folded.text))
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a b", "|a| |b"),
        ("Kremlin\u2019s act", "|Kremlin's| |act"),
        ("don\u0022t go", "|don't| |go"),  # a sloppy mark is no end of a word
        ("'tis so", "|'|tis| |so"),
        ("dogs' end", "|dogs|'| |end"),
        ("non-nuclear one", "|non-nuclear| |one"),
        ("non\u2011nuclear one", "|non-nuclear| |one"),
        ("plan\u2014Russia", "|plan|-|Russia"),
        ("plan - Russia", "|plan|-|Russia"),
        ("U.S.-Russia ties", "|U.S.-Russia| |ties"),
        ("the U.S. and", "|the| |U.S|.| |and"),
        ("court.But no", "|court|.|But| |no"),
        ("and/or not", "|and/or| |not"),
        ("R&D, a@b c_d", "|R&D|,| |a@b| |c_d"),
        ("one,two a:b", "|one|,|two| |a|:|b"),
        ("1,000 at 7:30", "|1,000| |at| |7:30"),
        ("3.5 or .5 in", "|3.5| |or| |.5| |in"),
        ("... 5 of", "|...| |5| |of"),
        ("wait ...5 of", "|wait| |...|5| |of"),
        ("$5 and 5\u20ac or", "|$5| |and| |5\u20ac| |or"),
        ("5% or 5\u00b0 or 5\u2030 or 5\u2032", "|5%| |or| |5\u00b0| |or| |5\u2030| |or| |5\u2032"),
        ("<5 +5 \u00b15 5+ AA+ a", "|<5| |+5| |\u00b15| |5+| |AA+| |a"),
        ("-5 by", "|-5| |by"),
        ("5 \u00b0C or", "|5| |\u00b0C| |or"),
        ("by -5 or", "|by|-5| |or"),
        ("by \u2014 5 or", "|by|-|5| |or"),
        ("by --5 or", "|by|-|5| |or"),  # a typewriter's dash
        ("from -5 - -10 or", "|from|-5|-10| |or"),  # the second dash is a minus
        ("by \u2014\u221210 or", "|by|-10| |or"),
        ("by \u200b-\u2060 10 or", "|by|-|10| |or"),
        ("by \u200b-10 or", "|by|-10| |or"),  # nothing invisible hides a minus
        ("by -\u200b10 or", "|by|-10| |or"),
        ("by -\u200b-5 or", "|by|-|5| |or"),  # nor makes a typewriter's dash one
        ("x\u00b2 n\u0303a", "|x\u00b2| |\u00f1a"),
        ("e\u0323\u0301x a", "|\u1eb9\u0301x| |a"),
        ("wait... go", "|wait|...| |go"),
        ("... go ...", "|...| |go| |..."),
        ("wait.. go.", "|wait|.|.| |go|."),
        ("wait.... Go", "|wait|.|.|.|.| |Go"),
        ("wait\u2026 o\ufb03ce", "|wait|...| |office"),
        ("\u4e2d\u6587\u5b57 a", "|\u4e2d|\u6587|\u5b57| |a"),
        ("\u4e2d'\u6587", "|\u4e2d|'|\u6587"),
        ("\u4e2da\u4e2d", "|\u4e2d|a|\u4e2d"),
        ("\u0e01\u0e31\u0e19", "|\u0e01\u0e31|\u0e19"),  # a vowel sign belongs to its letter
        ("at,5 or 5:a", "|at|,|5| |or| |5|:|a"),
    ],
)
def test_words_begin_and_end_only_here(text: str, found: str) -> None:
    assert whole(text) == found


def test_the_very_ends_are_boundaries_and_nothing_beyond() -> None:
    folded = fold("ab")
    assert [at for at in range(-1, 4) if is_boundary(folded, at)] == [-1, 0, 2, 3]


SEED = Seed.of("s", "One bell rang. A bell -- rang bell-shaped.\n\nBell bell")


def test_places_are_whole_words_and_may_be_asked_of_one_passage() -> None:
    assert list(occurrences(SEED, "bell")) == [
        (4, 8),
        (17, 21),
        (SEED.folded.text.rindex("bell"), len(SEED.folded.text)),
    ]
    assert list(occurrences(SEED, "bell", SEED.by_id["p1s2"])) == [(17, 21)]
    assert list(occurrences(SEED, "rang", SEED.by_id["p1s1"])) == [(9, 13)]
    assert list(occurrences(SEED, "")) == []


def test_a_dash_that_begins_the_words_counts_to_the_passage_of_the_words() -> None:
    seed = Seed.of("s", "He left. -- She came.")
    passage = next(item for item in seed.passages if seed.text[item.start :].startswith(("--", "She")))
    assert [seed.folded.text[slice(*at)] for at in occurrences(seed, "-She came", passage)] == ["-She came"]


def test_a_place_that_overlaps_another_is_found() -> None:
    assert list(occurrences(Seed.of("s", "on and on and on"), "on and on")) == [(0, 9), (7, 16)]


def test_what_stood_in_the_stored_text() -> None:
    folded = fold("a \u2014 b\u2026")
    assert [original(folded, at) for at in range(len(folded.text))] == [
        "a",
        " \u2014 ",
        "b",
        "\u2026",
        "\u2026",
        "\u2026",
    ]
