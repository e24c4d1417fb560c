"""The index of a long text answers as a plain search does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.text import wordindex
from sphinx_briefing.text.wordindex import WordIndex

TEXT = st.lists(st.sampled_from(["a", "ab", "b", "a b", "-", "\n\n", ""]), max_size=30).map(" ".join)


def plain(text: str, needle: str) -> list[int]:
    return [at for at in range(len(text)) if needle and text.startswith(needle, at)]


def indexed(text: str) -> WordIndex:
    index = WordIndex(text)
    for _ in range(wordindex._SEARCHES):
        list(index.find("x y z", 0, len(text)))
    return index


@given(TEXT, st.data())
def test_it_finds_what_a_plain_search_finds(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    needle = text[start : data.draw(st.integers(start, len(text)))]
    for index in (WordIndex(text), indexed(text)):
        assert list(index.find(needle, 0, len(text))) == plain(text, needle)


@given(TEXT, TEXT)
def test_it_finds_nothing_that_is_not_there(text: str, needle: str) -> None:
    assert list(indexed(text).find(needle, 0, len(text))) == plain(text, needle)


def test_a_part_of_the_text_is_searched_by_itself() -> None:
    text = "one two three one two three"
    index = indexed(text)
    assert list(index.find("one two three", 0, len(text))) == [0, 14]
    assert list(index.find("one two three", 1, len(text))) == [14]
    assert list(index.find("one two three", 0, 20)) == [0]
    assert index._places is not None


@pytest.mark.parametrize(
    ("needle", "first", "last", "found"),
    [
        ("a", 0, 14, [0, 4, 9, 13]),
        ("a", 1, 13, [4, 9]),
        ("b", 0, 2, []),
        ("b", 0, 3, [2]),
        ("a b a", 0, 14, [0, 9]),
        ("a b\n\na b", 0, 14, [4]),
        ("b a b", 0, 14, [2]),
        ("c a b", 0, 14, []),
        ("a c b", 0, 14, []),
        ("", 0, 14, []),
    ],
)
def test_each_place_is_found_with_an_index_and_without(needle: str, first: int, last: int, found: list[int]) -> None:
    text = "a b a b\n\na b a"
    for index in (WordIndex(text), indexed(text)):
        assert list(index.find(needle, first, last)) == found


def test_places_that_overlap_are_all_found() -> None:
    assert list(WordIndex("aaa").find("aa", 0, 3)) == [0, 1]


def test_no_index_is_made_for_a_few_searches() -> None:
    index = WordIndex("one two three")
    for _ in range(wordindex._SEARCHES - 1):
        assert list(index.find("one two three", 0, 13)) == [0]
    assert index._places is None
