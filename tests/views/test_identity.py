"""Identity and status: the facts of an entity, and how much of the source a page uses."""

from __future__ import annotations

from dataclasses import replace

from sphinx_briefing.model.places import Key
from sphinx_briefing.views.identity import identity, status
from views.books import INFO, actor, book, cite, claim, issue

HARBOR = book(
    actor("towns", name="The towns", kind="group"),
    actor("north", name="Northport", native="Северный", lang="ru", role="Town", part_of="towns", also=("the port",)),
    actor("south", name="Southport", part_of="towns"),
    issue("toll", name="The toll", scope="since 2009", also=("the fee",)),
    claim("c", page="one", citations=(cite(passage="p1s1", page="one"), cite("a tax on fog", page="one", line=10))),
    claim("d", page="two", citations=(cite(passage="p1s1", page="two"),)),
)


def test_an_actor_is_shown_with_what_it_is_part_of() -> None:
    found = identity(HARBOR, "actors/north", {"kind": "actor", "id": "north"})
    assert found is not None
    assert found.part_of is not None
    assert (found.part_of.text, found.native, found.lang, found.role) == ("The towns", "Северный", "ru", "Town")
    assert (found.also, found.members, found.kind) == (("the port",), (), "person")


def test_a_group_is_shown_with_its_members() -> None:
    found = identity(HARBOR, "actors/towns", {"kind": "actor", "id": "towns"})
    assert found is not None
    assert [member.text for member in found.members] == ["Northport", "Southport"]
    assert found.part_of is None


def test_an_issue_has_a_scope_and_no_members() -> None:
    found = identity(HARBOR, "issues/toll", {"kind": "issue", "id": "toll"})
    assert found is not None
    assert (found.entity.text, found.scope, found.also, found.members) == ("The toll", "since 2009", ("the fee",), ())
    assert identity(HARBOR, "issues/toll", {"kind": "issue", "id": "north"}) is None


def test_a_page_names_the_passages_it_uses_and_the_first_page_counts_the_books() -> None:
    found = status(HARBOR, "one", {})
    assert [passage.text for passage in found.used] == ["p1s1", "p1s2"]
    assert (found.total, found.whole) == (8, -1)
    found = status(HARBOR, "index", {"whole": "yes"})
    assert (found.used, found.total, found.whole) == ((), 8, 2)


def test_the_date_is_shown_as_it_is_spoken() -> None:
    found = status(HARBOR, "one", {})
    assert (found.edition, found.asof, found.asof_iso) == ("1", "21\u00a0September 2009", "2009-09-21")
    assert status(book(info=replace(INFO, asof="", source="")), "one", {}).asof == ""


def test_a_book_without_a_source_counts_no_passages() -> None:
    assert status(book(info=replace(INFO, source="")), "one", {"whole": "yes"}).total == 0
    assert Key("passage", "tale#p1s1") not in HARBOR.homes  # and shows ids all the same
