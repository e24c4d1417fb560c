"""The budget: one quotation may be so long, all of them so much of the text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sphinx_briefing.checks.budget import budget
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.findings import Code, Finding, Severity
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.model.serialization import book_data
from sphinx_briefing.model.texts import Paragraph
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.verification import freeze
from views.books import LIBRARY, RECORD, TALE, TEXT, book, cite, claim

WORDS = len(TEXT.split())


def findings(*citations: Citation, words: int = 0, percent: float = 0) -> list[Finding]:
    sources = tuple(replace(source, budget_words=words, budget_percent=percent) for source in (TALE, RECORD))
    facts = [claim(f"c{number}", page=item.place.page, citations=(item,)) for number, item in enumerate(citations)]
    return list(budget(book(*facts, library=Library(sources, LIBRARY.seeds))))


def test_a_quotation_over_the_limit_is_an_error_where_it_stands() -> None:
    at, over = cite("Northport opposes the new toll", line=3), cite("Northport opposes the new toll and", line=4)
    (found,) = findings(at, over, words=5)
    assert (found.code, found.severity, found.place) == (Code.QUOTE_LONG, Severity.ERROR, over.place)
    assert "has 6 words" in found.message
    assert "may have 5" in found.message


def test_words_of_a_source_that_is_not_held_are_counted_too() -> None:
    (found,) = findings(cite("six words that nobody can verify", source="S02"), words=5)
    assert "`S02`" in found.message


@pytest.mark.parametrize(
    "free",
    [
        cite("Northport opposes the new toll and says so", silent=True),
        cite(passage="p1s1"),
        cite("Northport opposes the very old toll and", passage="p1s1"),
    ],
)
def test_what_is_not_shown_has_no_length(free: Citation) -> None:
    assert findings(free, words=5, percent=1) == []


def test_the_limit_of_all_is_kept_at_the_limit_and_broken_above_it() -> None:
    nine = cite("Northport opposes the new toll and says so loudly", page="a")
    same = cite("opposes the new toll", page="b", passage="p1s1")
    assert findings(nine, same, percent=100 * 9 / WORDS) == []
    (found,) = findings(nine, same, percent=100 * 9 / WORDS - 0.1)
    assert (found.code, found.severity) == (Code.BUDGET, Severity.ERROR)
    assert (found.place.page, found.place.line) == ("sources.yaml", TALE.line)
    assert f"9 of the {WORDS} words of `tale`" in found.message
    assert "9 words of p1s1 (a, b)" in found.message


def test_unquoted_words_count_in_the_limit_of_all() -> None:
    paragraph = Paragraph(3, ("The two towns met on Monday in the old customs house.",))
    library = Library((replace(TALE, budget_percent=5),), LIBRARY.seeds)
    whole = freeze((Page("page", "Page", (), (), (paragraph,)),), library, BookInfo("Harbor"))
    (found,) = budget(whole)
    assert "11 words of p2s2 (page)" in found.message


HIDDEN = cite("Northport opposes the new toll ... mayor called the plan")
REPLACED = cite("Its mayor called [it] “a tax on fog.”", page="b")


def test_words_that_an_ellipsis_or_brackets_hide_cost_nothing() -> None:
    """Shown: 5 and 4 words, then 3 and 4; "Its" and "mayor called" are new in the second."""
    assert findings(HIDDEN, REPLACED, words=9) == []
    (found,) = findings(HIDDEN, words=8)
    assert "has 9 words" in found.message
    (found,) = findings(HIDDEN, REPLACED, percent=1)
    assert f"shows 14 of the {WORDS} words" in found.message
    assert [part.split(" of")[0] for part in found.message.partition("spans: ")[2].split("; ")] == [
        "9 words",
        "5 words",
    ]


def test_hidden_words_leave_the_house_in_no_other_way() -> None:
    whole = book(claim("c", citations=(HIDDEN, REPLACED)))
    evidence = whole.evidence[HIDDEN]
    assert [TEXT[slice(*piece)].strip() for piece in evidence.pieces] == [
        "Northport opposes the new toll",
        "mayor called the plan",
    ]
    assert evidence.quote is None
    data = json.dumps(book_data(whole), ensure_ascii=False)
    assert "says so loudly" not in data
    assert '"edits": ["words left out"]' in data
    assert '"edits": ["[it] for words of the source"]' in data


def test_without_a_budget_nothing_is_asked() -> None:
    assert findings(cite("Northport opposes the new toll and says so loudly")) == []


def test_a_percentage_that_is_no_number_allows_nothing() -> None:
    (found,) = findings(cite("a tax on fog"), percent=float("nan"))
    assert found.code is Code.BUDGET
