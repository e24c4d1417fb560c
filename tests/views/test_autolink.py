"""The first mention of each name on a page that asks for it."""

from __future__ import annotations

from dataclasses import replace

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.pages import Page
from sphinx_briefing.model.places import Key, Prose
from sphinx_briefing.views.autolink import autolink
from views.books import actor, book, issue, term

FACTS = (
    actor("mayor", name="Odile Brandt", also=("Brandt", "the mayor")),
    issue("dredging", name="Dredging", also=("the plan",)),
    term("pristan", "пристань", romanization="pristan", also=("landing stages",), page="words"),
)


def asked(*pieces: str | Key, page: str = "page") -> list[tuple[int, str, str]]:
    whole = with_pieces(book(*FACTS), page, pieces)
    texts = {number: piece for number, piece in enumerate(pieces) if isinstance(piece, str)}
    return [
        (item.piece, texts[item.piece][item.start : item.end], item.target.id) for item in autolink(whole, page, {})
    ]


def with_pieces(whole: Book, page: str, pieces: Prose) -> Book:
    others = [item for item in whole.pages if item.name != page]
    own = next((item for item in whole.pages if item.name == page), Page(page))
    return replace(whole, pages=(*others, replace(own, pieces=pieces)))


def test_only_the_first_mention_is_linked_under_any_of_its_names() -> None:
    found = asked("Brandt has the plan.", "The mayor, Odile Brandt, loves dredging.")
    assert found == [(0, "Brandt", "mayor"), (0, "the plan", "dredging")]


def test_a_term_is_found_in_either_script_and_plural() -> None:
    assert asked("The пристань.") == [(0, "пристань", "pristan")]
    assert asked("A pristan.") == [(0, "pristan", "pristan")]
    assert asked("Landing stages!") == [(0, "Landing stages", "pristan")]


def test_what_the_page_marks_itself_counts_as_the_first() -> None:
    assert asked(Key("actor", "mayor"), "Brandt and the plan") == [(1, "the plan", "dredging")]
    assert asked("Brandt, ", Key("actor", "mayor")) == [(0, "Brandt", "mayor")]
    assert asked(Key("form", "landing stages"), "a pristan") == []


def test_nothing_is_linked_to_the_page_that_it_stands_on() -> None:
    assert asked("Brandt has the plan.", page="actors/mayor") == [(0, "the plan", "dredging")]


def test_a_page_that_does_not_ask_shows_nothing() -> None:
    assert autolink(book(*FACTS), "page", {}) == ()
    assert autolink(book(*FACTS), "nowhere", {}) == ()
