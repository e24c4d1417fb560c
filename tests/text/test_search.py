"""Words looked for in a seed: every place, widened to whole words, with a line that verifies."""

from __future__ import annotations

import re

import pytest

from sphinx_briefing.text import search as module
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.search import search

TEXT = (
    "The Ferry\n\nThe ferry did not leave, he said. “Don’t wait for the ferry,” Rehn wrote and/or said. "
    "It fell by <5% to a non-nuclear AA+ rating, 3.5 less than in U.S.-Russia trade.\n\nThe FERRY left."
)
SEED = Seed.of("s", TEXT)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("ferry did", ["ferry did"]),
        ("ferr", ["ferry", "ferry", "Ferry", "FERRY"]),
        ("Don't wait", ["Don’t wait"]),
        ("or said", ["and/or said"]),
        ("5", ["<5%", "3.5"]),
        ("nuclear AA", ["non-nuclear AA+"]),
        ("Russia trade", ["U.S.-Russia trade"]),
        ("on", ["Don’t", "non-nuclear"]),
        ("nowhere", []),
        ("", []),
    ],
)
def test_every_place_as_whole_words_the_same_case_first(asked: str, found: list[str]) -> None:
    hits = list(search(SEED, asked))
    assert [hit.words for hit in hits] == found
    assert [TEXT[hit.start : hit.end] for hit in hits] == found


def test_what_stands_around_and_the_line_to_paste() -> None:
    first, second, *others = search(SEED, "the ferry")
    assert (first.passage, first.exact, second.exact) == ("p1s2", True, False)
    assert first.before.endswith("“Don’t wait for ")
    assert first.after.startswith(",” Rehn wrote")
    assert first.evidence == '#p1s2 "the ferry"'
    for hit in (first, second, *others):
        assert verify(SEED, hit.words, passage=hit.passage).passed


def test_a_word_that_stands_twice_in_a_passage_gets_what_stands_before_it() -> None:
    seed = Seed.of("s", "One bell rang and the other bell rang.")
    lines = [hit.evidence for hit in search(seed, "bell")]
    assert lines == ['#p1s1 "bell" before "One"', '#p1s1 "bell" before "and the other"']
    for line in lines:
        before = re.search('before "(.*)"', line)
        assert before is not None
        assert verify(seed, "bell", passage="p1s1", before=before[1]).passed


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("bell rang and bell rang", '#p1s1 "bell"'),  # nothing stands before it
        ("He said “no” bell and bell rang", '#p1s1 "bell" before "He said “no“"'),
        ('He said "no" bell and bell rang', '#p1s1 "bell" before "He said “no“"'),
    ],
)
def test_what_stands_before_a_word_fits_into_the_line(text: str, line: str) -> None:
    assert next(search(Seed.of("s", text), "bell")).evidence == line


def test_a_word_that_stands_often_in_one_passage_is_verified_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(module, "verify", lambda seed, words, passage: asked.append(words) or verify(seed, words))
    assert len(list(search(Seed.of("s", "ferry, " * 500), "ferry"))) == 500
    assert asked == ["ferry"]


LONG = (
    "The \u0130zmir ferry, "
    + "far word " * 8
    + 'said "no" to Rehn and "yes" to Marsh'
    + " near word" * 8
    + " in the end."
)


def test_a_place_is_shown_with_sixty_characters_around() -> None:
    (found,) = search(Seed.of("s", LONG), 'REHN AND "YES"')
    assert (found.source, found.passage, found.exact) == ("s", "p1s1", False)
    assert found.words == "Rehn and \u201cyes\u201d"
    assert found.before == '... far word far word far word far word far word said "no" to '
    assert found.after == " to Marsh near word near word near word near word near word ..."
    assert found.evidence == '#p1s1 "Rehn and \u201cyes\u201d"'


def test_sixty_characters_are_shown_whole() -> None:
    (found,) = search(Seed.of("s", f"{'word ' * 12}ferry{' word' * 12}"), "ferry")
    assert (found.before, found.after) == ("word " * 12, " word" * 12)


def test_a_letter_whose_small_form_is_two_moves_nothing() -> None:
    assert [LONG[hit.start : hit.end] for hit in search(Seed.of("s", LONG), "FERRY")] == ["ferry"]


def test_a_letter_that_only_shares_its_capital_is_another() -> None:
    assert list(search(Seed.of("s", "In \u017fo far as it goes."), "so")) == []


def test_places_that_overlap_are_all_found_and_none_twice() -> None:
    assert len(list(search(Seed.of("s", "on and on and on"), "on and on"))) == 2
    assert [hit.start for hit in search(Seed.of("s", "aaaa aa"), "aa")] == [0, 5]


def test_a_place_outside_every_passage_has_none() -> None:
    (found,) = search(Seed.of("s", "One.\n\n* * *\n\nTwo."), "* * *")
    assert (found.passage, found.before, found.after, found.evidence) == ("", "One. ", " Two.", '"* * *"')


def test_a_very_long_word_is_found_once_and_soon() -> None:
    """A picture written as text has no space for a megabyte, and every letter stands in it a thousand times."""
    seed = Seed.of("s", f"See the a of {'abcdefgh' * 50_000} at last, and a.")
    assert [hit.end - hit.start for hit in search(seed, "a")] == [1, 400_000, 2, 4, 3, 1]
