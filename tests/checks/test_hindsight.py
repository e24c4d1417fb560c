"""What came after the book's date is fenced."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_briefing.checks.hindsight import hindsight
from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.entities import Role
from sphinx_briefing.model.findings import Code, Severity
from views.books import INFO, actor, book, cite, event, record


@pytest.mark.parametrize(
    ("date", "layer", "asof", "found"),
    [
        ("2009-09-22", "fact", "2009-09-21", 1),
        ("2009-09-22", "context", "2009-09-21", 1),
        ("2009-09-22", "hindsight", "2009-09-21", 0),
        ("2009-09-21", "fact", "2009-09-21", 0),
        ("2009-09", "fact", "2009-09-21", 0),  # it may have been before
        ("2009-09-22", "fact", "2009-09", 0),  # the book speaks up to the end of the month
        ("2009-10", "fact", "2009-09", 1),
        ("2010", "fact", "", 0),  # a book without a date
        ("2010", "fact", "no date", 0),  # there is a finding about that already
    ],
)
def test_an_event_after_the_books_date_stands_in_hindsight(date: str, layer: str, asof: str, found: int) -> None:
    fact = event("e", date, layer=layer, citations=(record(),))
    findings = list(hindsight(book(fact, info=replace(INFO, asof=asof))))
    assert len(findings) == found
    assert all((item.code, item.severity) == (Code.HINDSIGHT, Severity.ERROR) for item in findings)


def test_the_finding_speaks_of_both_dates() -> None:
    (found,) = hindsight(book(event("e", "2010-04~", line=7, citations=(record(),))))
    assert found.message == "the event `e` (about April 2010) comes after the book's date, 21\u00a0September 2009"
    assert found.place.line == 7
    assert "{layer} hindsight" in found.hint


def test_what_the_text_itself_foretells_is_no_hindsight() -> None:
    foretold = event("e", "2010", citations=(record(), cite(passage="p2s1")))
    assert list(hindsight(book(foretold))) == []


def test_a_role_that_begins_after_the_books_date_is_said_to_be_hindsight() -> None:
    roles = (Role("Mayor", parse_date("2008/..")), Role("Senator", parse_date("2010/2012")), Role("Owner"))
    (found,) = hindsight(book(actor("north", roles=roles, line=3)))
    assert (found.code, found.severity, found.place.line) == (Code.HINDSIGHT, Severity.ERROR, 3)
    assert "the role `Senator` of `north` begins (2010 to 2012) after the book's date" in found.message
