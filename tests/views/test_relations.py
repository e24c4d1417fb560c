"""What actors do to each other: a row for its own place, and the rows of a dossier."""

from __future__ import annotations

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.dossier import dossier
from sphinx_briefing.views.relations import relation
from views.books import actor, book, cite, event, issue
from views.books import relation as relates

HARBOR = book(
    actor("north", "north", name="Northport"),
    actor("south", "south", name="Southport"),
    issue("toll", "toll"),
    event("monday", "2009-09-14", page="other"),
    relates(
        "north", "south", "asks", page="other", issues=("toll",), event="monday",
        text=("Once, and ", Key("actor", "south"), " declines."), citations=(cite("a tax on fog", page="other"),),
    ),
    relates("south", "north", date=parse_date("2009-05"), page="other", line=9, layer="context"),
    relates("north", "south", "praises", page="north"),
)  # fmt: skip


def test_a_relation_is_named_by_what_it_says() -> None:
    row = relation(HARBOR, "other", {"id": "north.south.asks"})
    assert row is not None
    assert (row.target.text, row.actor.text, row.other.text, row.kind, row.mutual) == (
        "Northport → Southport: asks", "Northport", "Southport", "asks", False,
    )  # fmt: skip
    assert (row.date, row.event and row.event.id) == ("14 September 2009".replace(" ", "\u00a0", 1), "monday")
    assert [note.reference.text for note in row.notes] == ["p1s2"]
    assert relation(HARBOR, "other", {"id": "north.south.met"}) is None


def test_its_own_date_is_part_of_its_name_and_comes_before_that_of_its_event() -> None:
    row = relation(HARBOR, "other", {"id": "south.north.met.2009-05"})
    assert row is not None
    assert (row.date, row.event, row.mutual, row.layer) == ("May 2009", None, True, "context")
    assert row.target.text == "Southport and Northport: met"


def test_both_actors_and_the_issue_have_it_on_file() -> None:
    for page, expected in (
        ("north", ["north.south.asks", "south.north.met.2009-05"]),
        ("south", ["north.south.praises", "north.south.asks", "south.north.met.2009-05"]),
        ("toll", ["north.south.asks"]),
    ):
        found = dossier(HARBOR, page, {})
        assert found is not None
        assert [row.target.id for row in found.relations] == expected
