"""Every id is declared once; of two, both places are named."""

from __future__ import annotations

from sphinx_briefing.checks.identities import identities
from sphinx_briefing.model.findings import Code, Related, Severity
from sphinx_briefing.model.places import Key
from views.books import actor, book, claim, event, issue, mention, position


def test_the_second_declaration_is_the_finding_and_names_the_first() -> None:
    found = list(
        identities(book(actor("north", "a", line=3), actor("north", "b", line=8), actor("north", "c", line=9)))
    )
    assert [(item.code, item.place.page, item.place.line) for item in found] == [
        (Code.DUPLICATE, "b", 8),
        (Code.DUPLICATE, "c", 9),
    ]
    assert {item.related for item in found} == {(Related("a", 3, "declared here first"),)}
    assert "the actor `north` is declared twice: first in a, line 3" in found[0].message


def test_two_ids_that_lead_to_one_anchor_are_a_finding_where_they_meet() -> None:
    facts = (claim("a.b", page="p", line=3), claim("a-b", page="p", line=9), claim("a_b", page="p", line=12))
    (found,) = identities(book(*facts, actor("a-b", "p")))
    assert (found.code, found.place.line) == (Code.DUPLICATE, 9)
    assert "`a.b` and `a-b` differ only in marks, so both lead to `#claim-a-b`" in found.message
    assert list(identities(book(claim("a.b", page="p"), claim("a-b", page="q")))) == []


def test_two_alike_on_one_page_are_two() -> None:
    same = claim("c", line=5)
    assert len(list(identities(book(same, claim("c", line=5))))) == 1


def test_kinds_do_not_collide_and_a_mention_declares_nothing() -> None:
    facts = (actor("x"), claim("x"), event("x", "2009"))
    assert list(identities(book(*facts, *[mention(Key("actor", "x"), ("x",))] * 2))) == []


def test_an_issue_with_an_actors_id_warns_and_names_both() -> None:
    (found,) = identities(book(actor("x", line=4), issue("x", line=7)))
    assert (found.code, found.severity, found.place.line) == (Code.DUPLICATE, Severity.WARNING, 7)
    assert found.message == "`x` is an issue here and an actor in actors/x, line 4"
    assert [(item.path, item.line) for item in found.related] == [("actors/x", 4)]


def test_a_position_may_be_held_at_two_times_but_not_twice_at_one() -> None:
    undated, dated, again = (
        position("n", "t"),
        position("n", "t", asof="2009-03"),
        position("n", "t", "supports", line=30),
    )
    assert list(identities(book(undated, dated))) == []
    (found,) = identities(book(undated, dated, again))
    assert found.place.line == 30
    assert "say as of when each holds" in found.hint
