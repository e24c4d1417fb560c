"""One actor, one issue, one date, one basis: one stance."""

from __future__ import annotations

import pytest

from sphinx_briefing.checks.positions import positions
from sphinx_briefing.model.findings import Code
from views.books import book, position


def test_two_stances_of_one_date_and_basis_are_a_finding_that_names_both() -> None:
    facts = (position("n", "t", "opposes", line=3), position("n", "t", "supports", asof="2009-09-21", line=9))
    (found,) = positions(book(*facts))  # an undated position holds as of the book's date
    assert (found.code, found.place.line) == (Code.POSITION_CONFLICT, 9)
    assert found.message == "`n` on `t`: `supports` here, but `opposes` in page, line 3; same date, same basis"
    assert [(item.path, item.line) for item in found.related] == [("page", 3)]


@pytest.mark.parametrize(
    ("stance", "basis", "asof"),
    [
        ("opposes", "words", "2009-09-21"),  # the same said twice
        ("supports", "acts", "2009-09-21"),  # words and acts may disagree: a conflict, which the matrix shows
        ("supports", "words", "2009-09-20"),  # a change
        ("supports", "words", ""),  # one id: a finding of the check on identities
    ],
)
def test_what_may_stand_beside_it(stance: str, basis: str, asof: str) -> None:
    assert list(positions(book(position("n", "t", "opposes"), position("n", "t", stance, basis, asof=asof)))) == []
