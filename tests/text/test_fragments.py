"""Quotes that are unique in their text, and the fragment that leads a browser to them."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.evidence import Quote
from sphinx_briefing.text.fragments import address, quote_at, text_fragment

TEXT = """The ferry was late again. The toll fell.

Nobody paid. The ferry was
late again. The mayor left; the ferry was late again, too. An art of its own, the art of fog.
"""


def at(words: str, number: int = 0) -> Quote | None:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return quote_at(TEXT, start, start + len(words))


def test_unique_words_need_no_context() -> None:
    assert at("The toll fell.") == Quote("The toll fell.")
    assert at("The ferry was\nlate again. The mayor") == Quote("The ferry was late again. The mayor")


def test_words_that_come_again_get_the_least_context() -> None:
    assert at("ferry was late") == Quote("ferry was late", suffix="again. The toll")
    assert at("ferry was\nlate") == Quote("ferry was late", prefix="paid. The")
    assert at("the ferry was late") == Quote("the ferry was late", prefix="left;")


def test_words_that_stand_twice_are_told_apart() -> None:
    text = "Go on the ferry left. So on the ferry left."
    assert quote_at(text, 6, 21) == Quote("the ferry left.", suffix="So")
    assert quote_at(text, 28, 43) == Quote("the ferry left.", prefix="So on")


def test_the_very_first_word_may_be_the_context() -> None:
    text = "Go on the ferry left. So on the ferry left. So on"
    assert quote_at(text, 6, 21) == Quote("the ferry left.", prefix="Go on")


@pytest.mark.parametrize("text", ["A start of art, at last.", "A cart of art.", "Cart, art.", "Arts, art", "Arty art"])
def test_part_of_a_word_is_no_second_place(text: str) -> None:
    start = text.rindex("art")
    assert quote_at(text, start, start + 3) == Quote("art")


@pytest.mark.parametrize(
    ("text", "at", "quote"),
    [
        ("The tax-fog, the fog", 8, Quote("fog", prefix="tax-")),
        ("A fog, a fog-tax", 9, Quote("fog", suffix="-tax")),
        ("(Fog) rose as fog fell", 14, Quote("fog", prefix="as")),
        ("Fog, fog, frog-fog-fogs", 0, Quote("Fog", suffix=", fog,")),
        ("Fog", 0, Quote("Fog")),
    ],
)
def test_context_is_joined_to_the_words_as_it_stands_in_the_text(text: str, at: int, quote: Quote) -> None:
    assert quote_at(text, at, at + 3) == quote


def test_words_that_no_context_makes_unique_have_no_address() -> None:
    assert quote_at("Late again.\n\nLate again.\n", 0, 11) is None
    assert quote_at(TEXT, 0, 0) is None


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        (Quote("a tax on fog"), ":~:text=a%20tax%20on%20fog"),
        (Quote("U.S.-Russia, & more"), ":~:text=U.S.%2DRussia%2C%20%26%20more"),
        (Quote("fog", prefix="tax on-", suffix="and, so"), ":~:text=tax%20on%2D-,fog,-and%2C%20so"),
        (Quote("and/or"), ":~:text=and%2For"),
        (Quote("“é” 5 % #1?"), ":~:text=%E2%80%9C%C3%A9%E2%80%9D%205%20%25%20%231%3F"),
    ],
)
def test_what_means_something_in_a_fragment_is_encoded(quote: Quote, fragment: str) -> None:
    assert text_fragment(quote) == fragment


def test_an_address_keeps_the_fragment_it_has() -> None:
    assert address("https://a.example/b", Quote("fog")) == "https://a.example/b#:~:text=fog"
    assert address("https://a.example/b#c", Quote("fog")) == "https://a.example/b#c:~:text=fog"


@given(st.text(st.sampled_from("ab -,&\n."), min_size=1, max_size=60), st.data())
def test_a_quote_is_the_only_such_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = quote_at(text, start, end)
    if found is None:
        return
    assert found.exact == " ".join(text[start:end].split())
    fragment = text_fragment(found).removeprefix(":~:text=")
    pieces = fragment.split(",")
    assert len(pieces) == 1 + bool(found.prefix) + bool(found.suffix)
    assert found.exact in [unquote(piece) for piece in pieces]
