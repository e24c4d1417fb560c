"""The rule set a book is pinned to, and the fingerprint of a report."""

from __future__ import annotations

import unicodedata

import pytest

from sphinx_briefing.model import rules
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Severity, error
from sphinx_briefing.model.pages import BookInfo
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.rules import RULE_SETS, came_with, fingerprint, pinned
from sphinx_briefing.model.texts import SourceText

FINDING = error(Code.BUDGET, Place("page"), "too much")


def test_every_code_came_with_a_rule_set_that_there_was() -> None:
    assert all(came_with(code) in RULE_SETS for code in Code)
    assert set(rules.LATER.values()) <= set(RULE_SETS[1:])


def test_what_came_after_the_pinned_set_only_warns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "RULE_SETS", ("2026.1", "2027.1"))
    monkeypatch.setattr(rules, "LATER", {Code.BUDGET: "2027.1"})
    assert pinned(FINDING, "2026.1").severity is Severity.WARNING
    assert pinned(FINDING, "2027.1") is FINDING
    other = error(Code.DATE, Place("page"), "no date")
    assert pinned(other, "2026.1") is other


def test_the_fingerprint_names_rules_unicode_and_each_text() -> None:
    book = Book(BookInfo("x", rules="2026.1"), texts={"tale": SourceText("tale", "ab12", (), ())})
    assert fingerprint(book) == {
        "version": "2026.1",
        "unicode": unicodedata.unidata_version,
        "seeds": {"tale": "ab12"},
    }
