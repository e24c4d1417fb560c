"""A reference in running text, and one citation of a page by its number."""

from __future__ import annotations

from sphinx_briefing.model.places import Key
from sphinx_briefing.views.mention import cite as cited
from sphinx_briefing.views.mention import mention
from sphinx_briefing.views.shown import show
from views.books import actor, book, cite, claim
from views.books import mention as mentions

NORTH = Key("actor", "north")
HARBOR = book(
    actor("north", "page"),
    mentions(NORTH, ("x",)),
    claim("c"),  # counts for nothing: mentions alone are numbered
    mentions(Key("passage", "tale#p1s2"), ("x",), citations=(cite("a tax on fog"),)),
    mentions(Key("source", "nowhere"), ("x",), citations=(cite(source="nowhere", line=12),)),
)


def test_a_mention_is_what_its_object_shows() -> None:
    assert mention(HARBOR, "page", {"kind": "actor", "id": "north"}) == show(HARBOR, NORTH)
    assert not mention(HARBOR, "page", {"kind": "actor", "id": "nobody"}).known


def test_a_citation_is_found_by_its_number_among_the_mentions_of_its_page() -> None:
    found = cited(HARBOR, "page", {"number": "1"})
    assert found is not None
    assert (found.words, found.reference.text, found.state) == ("a tax on fog", "p1s2", "exact")
    failed = cited(HARBOR, "page", {"number": "2"})
    assert failed is not None
    assert failed.state == "failed"


def test_a_number_without_a_citation_is_nothing() -> None:
    assert cited(HARBOR, "page", {"number": "0"}) is None  # mentions an actor, cites nothing
    assert cited(HARBOR, "page", {"number": "9"}) is None
    assert cited(HARBOR, "no page", {"number": "0"}) is None
