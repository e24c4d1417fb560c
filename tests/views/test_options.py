"""The options of views: lists of ids, and whom a page is about."""

from __future__ import annotations

import pytest

from sphinx_briefing.views.options import chosen, listed, subjects
from views.books import actor, book, claim, issue


@pytest.mark.parametrize(
    ("text", "ids"),
    [("j-05, j-06", ("j-05", "j-06")), ("a;b", ("a", "b")), (" a ,, b, ", ("a", "b")), ("", ()), (",", ())],
)
def test_ids_are_separated_by_commas_or_semicolons(text: str, ids: tuple[str, ...]) -> None:
    assert listed(text) == ids


def test_items_are_chosen_in_the_wanted_order_or_left_in_their_own() -> None:
    one, two, three = (claim(name) for name in "abc")
    assert chosen((one, two, three), "c, a") == (three, one)
    assert chosen((one, two), "nobody") == ()
    assert chosen((one, two), "") == (one, two)


def test_a_page_is_about_what_it_declares_first() -> None:
    found = book(claim("c", page="p"), issue("toll", "p"), actor("north", "p"))
    assert [entity.id for entity in subjects(found, "p")] == ["toll", "north"]
    assert subjects(found, "elsewhere") == ()
