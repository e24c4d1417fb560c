"""Terms, and two words told apart letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.book import Book
from sphinx_briefing.views.glossary import Letter, align, term
from views.books import book, cite
from views.books import term as entry

WORDS = st.text("абвгдезикрпу", max_size=12)


def paired(first: str, second: str) -> Book:
    """Two terms, each naming the other as far as the arguments say."""
    return book(
        entry("reset", "перезагрузка", gloss="reset", lang="ru", confused_with=first),
        entry("overload", "перегрузка", gloss="overload", lang="ru", confused_with=second),
    )


def test_reset_and_overload_differ_by_two_letters() -> None:
    letters = align("перезагрузка", "перегрузка")
    assert [letter.first for letter in letters if letter.kind == "extra"] == ["з", "а"]
    assert {letter.kind for letter in letters} == {"same", "extra"}
    assert len(letters) == 12


def test_a_capital_is_the_same_letter_and_another_letter_differs() -> None:
    assert [letter.kind for letter in align("Дом", "дым")] == ["same", "differs", "same"]
    assert align("", "да") == (Letter("", "д"), Letter("", "а"))
    assert align("", "") == ()


@given(WORDS, WORDS)
def test_both_words_can_be_read_from_the_columns(first: str, second: str) -> None:
    letters = align(first, second)
    assert "".join(letter.first for letter in letters) == first
    assert "".join(letter.second for letter in letters) == second
    assert all(letter.first or letter.second for letter in letters)
    assert max(len(first), len(second)) <= len(letters) <= len(first) + len(second)


@pytest.mark.parametrize(
    ("first", "second", "shown_at"),
    [
        ("overload", "reset", "reset"),  # of two that name each other the first shows the comparison
        ("overload", "", "reset"),
        ("", "reset", "overload"),  # only the second names the first: it is shown there, not lost
        ("", "", None),
        ("nothing", "", None),
        ("reset", "", None),  # a word is not confused with itself
    ],
)
def test_a_comparison_is_shown_once(first: str, second: str, shown_at: str | None) -> None:
    found = paired(first, second)
    rows = {name: term(found, "glossary", {"id": name}) for name in ("reset", "overload")}
    assert [name for name, row in rows.items() if row and row.pair] == ([shown_at] if shown_at else [])


def test_a_pair_carries_both_words_and_what_each_means() -> None:
    row = term(paired("overload", ""), "glossary", {"id": "reset"})
    assert row is not None
    assert row.pair is not None
    assert (row.pair.first_native, row.pair.second_native, row.pair.lang) == ("перезагрузка", "перегрузка", "ru")
    assert (row.pair.first_gloss, row.pair.second_gloss) == ("reset", "overload")


def test_an_entry_shows_its_word_and_what_it_rests_on() -> None:
    found = book(entry("fog", "туман", romanization="tuman", gloss="fog", citations=(cite("a tax on fog"),)))
    row = term(found, "glossary", {"id": "fog"})
    assert row is not None
    assert (row.native, row.romanization, row.gloss, row.pair) == ("туман", "tuman", "fog", None)
    assert [note.words for note in row.notes] == ["a tax on fog"]
    assert term(found, "glossary", {"id": "mist"}) is None
