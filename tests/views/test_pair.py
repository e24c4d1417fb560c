"""Two words side by side, with the letters seen in which they differ."""

from __future__ import annotations

from sphinx_briefing.views.glossary import runs, term
from sphinx_briefing.views.pair import pair
from views.books import book
from views.books import term as entry

RESET = entry("reset", "перезагрузка", romanization="perezagruzka", lang="ru", confused_with="overload")
OVERLOAD = entry("overload", "перегрузка", romanization="peregruzka", lang="ru")
ALONE = entry("alone", "мол", romanization="mol")
WORDS = book(RESET, OVERLOAD, ALONE)


def test_the_two_letters_that_differ_are_marked_in_both_scripts() -> None:
    first, second = pair(WORDS, "page", {"term": "reset"})
    assert first.native_runs == (("пере", False), ("за", True), ("грузка", False))
    assert first.romanization_runs == (("pere", False), ("za", True), ("gruzka", False))
    assert second.native_runs == (("перегрузка", False),)
    assert (first.pair is not None, second.pair) == (True, None)


def test_the_other_word_need_not_name_the_first() -> None:
    (_, second) = pair(WORDS, "page", {"term": "reset"})
    assert second.target.id == "overload"
    assert pair(WORDS, "page", {"term": "overload"}) == ()
    assert pair(WORDS, "page", {"term": "nothing"}) == ()


def test_a_word_alone_has_nothing_marked() -> None:
    found = term(WORDS, "page", {"id": "alone"})
    assert found is not None
    assert (found.native_runs, found.romanization_runs) == ((("мол", False),), (("mol", False),))


def test_replaced_letters_are_marked_in_each_word() -> None:
    assert runs("дом", "дым") == (("д", False), ("о", True), ("м", False))
    assert runs("", "дым") == ()
