"""Where the source and the record part: which side says what."""

from __future__ import annotations

from sphinx_briefing.model.places import Key
from sphinx_briefing.views.discrepancies import discrepancies, discrepancy
from views.books import actor, book, cite, record
from views.books import discrepancy as differs

HARBOR = book(
    actor("north", name="Northport"),
    differs(
        "d-1",
        text=("Not ", Key("actor", "north"), "."),
        citations=(record(line=6), cite("a tax on fog", line=7), cite(passage="p2s2", line=8), record(line=9)),
    ),
    differs("d-2", "nuance", citations=(cite(source="nowhere", line=12),)),
)


def test_words_of_a_held_text_are_the_source_and_all_other_the_record() -> None:
    found = discrepancy(HARBOR, "page", {"id": "d-1"})
    assert found is not None
    assert [note.reference.text for note in found.source] == ["p1s2", "p2s2"]
    assert [note.reference.text for note in found.record] == ["S02", "S02"]
    assert (found.severity, found.target.text) == ("factual error", "D-1")
    assert [part if isinstance(part, str) else part.text for part in found.text] == ["Not ", "Northport", "."]


def test_an_unknown_source_is_never_taken_for_the_text_that_is_held() -> None:
    found = discrepancy(HARBOR, "page", {"id": "d-2"})
    assert found is not None
    assert found.source == ()
    assert [note.state for note in found.record] == ["failed"]


def test_all_of_them_or_those_asked_for() -> None:
    assert [item.target.id for item in discrepancies(HARBOR, "page", {})] == ["d-1", "d-2"]
    assert [item.target.id for item in discrepancies(HARBOR, "page", {"only": "d-2"})] == ["d-2"]
    assert discrepancy(HARBOR, "page", {"id": "d-3"}) is None
