"""Words that people said: by date, from other pages, labels left out."""

from __future__ import annotations

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.views.quotations import quotations
from views.books import actor, book, cite, quotation

HARBOR = book(
    actor("north", name="Northport"),
    quotation("q-undated", speaker="north", page="one", citations=(cite("so loudly", page="one", line=3),)),
    quotation(
        "q-late", speaker="north", date=parse_date("2009-05"), page="one", citations=(cite("a tax on fog", page="one"),)
    ),
    quotation("q-label", page="one", citations=(cite("customs house", page="one", line=5),)),
    quotation("q-early", speaker="Ada Marsh", date=parse_date("2009-04-02"), page="two"),
    quotation("q-here", speaker="north", page="words"),
)


def test_they_stand_by_date_and_those_without_one_last() -> None:
    rows = quotations(HARBOR, "words", {})
    assert [row.target.id for row in rows] == ["q-early", "q-late", "q-undated"]
    assert [row.speaker for row in rows] == ["Ada Marsh", "Northport", "Northport"]


def test_those_named_stand_in_the_order_named() -> None:
    rows = quotations(HARBOR, "words", {"only": "q-late, q-early, q-nowhere"})
    assert [row.target.id for row in rows] == ["q-late", "q-early"]
