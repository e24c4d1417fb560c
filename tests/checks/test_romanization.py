"""Names in Latin letters: by the rules, as the press writes them, or on purpose otherwise."""

from __future__ import annotations

from sphinx_briefing.checks.romanization import romanization
from sphinx_briefing.model.findings import Code, Severity
from views.books import actor, book, term

NATIVE = {"native": "Дмитрий Анатольевич Медведев", "lang": "ru"}


def test_a_person_may_be_written_either_way() -> None:
    names = ("Dmitriy Medvedev", "Dmitry Medvedev", "Medvedev", "Dmitry Medvedev, President of Russia")
    for name in names:
        assert list(romanization(book(actor("m", name=name, **NATIVE)))) == []


def test_another_spelling_is_named_with_both_forms() -> None:
    (found,) = romanization(book(actor("m", name="Dmitri Medvedev", line=7, **NATIVE)))
    assert (found.code, found.severity, found.place.line) == (Code.ROMANIZATION, Severity.WARNING, 7)
    assert "`Dmitri Medvedev` is not `Дмитрий Анатольевич Медведев`" in found.message
    assert "`Dmitriy Anatol’yevich Medvedev` (BGN/PCGN 1947)" in found.hint
    assert "`Dmitry Anatolyevich Medvedev` (as the press writes it)" in found.hint
    assert "add `:romanization: Dmitri Medvedev`" in found.hint


def test_a_spelling_that_is_meant_is_no_finding() -> None:
    assert list(romanization(book(actor("m", name="Dmitri M.", romanization="Dmitri M.", **NATIVE)))) == []
    kept = term("t", "моль", lang="ru", romanization="mole", conventional=True)
    assert list(romanization(book(kept))) == []


def test_names_that_are_translated_or_of_another_language_are_not_compared() -> None:
    assert list(romanization(book(actor("r", name="Russia", kind="state", native="Россия", lang="ru")))) == []
    assert list(romanization(book(actor("k", name="Kiev Man", native="Київ", lang="uk")))) == []
    assert list(romanization(book(actor("x", name="Nobody", native="", lang="")))) == []


def test_a_term_is_held_to_its_own_romanization() -> None:
    good = term("a", "моль", lang="ru", romanization="mol'"), term("b", "моль", lang="ru", romanization="mol")
    assert list(romanization(book(*good))) == []
    (found,) = romanization(book(term("c", "пристань", lang="ru", romanization="pristanj")))
    assert "write `pristan’` (BGN/PCGN 1947) or `pristan` (as the press writes it)" in found.hint
    assert "add `:conventional:`" in found.hint
