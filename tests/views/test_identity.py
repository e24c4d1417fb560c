"""Identity and status: the facts of an entity, and how much of the source a page uses."""

from __future__ import annotations

from dataclasses import replace

from sphinx_briefing.model.entities import Role
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.identity import identity, status
from views.books import INFO, actor, book, cite, claim, issue

HARBOR = book(
    actor("towns", name="The towns", kind="group"),
    actor(
        "north",
        name="Northport",
        native="Северный",
        lang="ru",
        roles=(Role("Town"),),
        part_of=("towns",),
        also=("the port",),
    ),
    actor("south", name="Southport", part_of=("towns",)),
    issue("toll", name="The toll", scope="since 2009", also=("the fee",)),
    claim("c", page="one", citations=(cite(passage="p1s1", page="one"), cite("a tax on fog", page="one", line=10))),
    claim("d", page="two", citations=(cite(passage="p1s1", page="two"),)),
)


def test_an_actor_is_shown_with_what_it_is_part_of() -> None:
    found = identity(HARBOR, "actors/north", {"kind": "actor", "id": "north"})
    assert found is not None
    assert [whole.text for whole in found.part_of] == ["The towns"]
    assert (found.native, found.lang, [role.title for role in found.roles]) == ("Северный", "ru", ["Town"])
    assert (found.also, found.members, found.kind) == (("the port",), (), "person")


def test_a_group_is_shown_with_its_members() -> None:
    found = identity(HARBOR, "actors/towns", {"kind": "actor", "id": "towns"})
    assert found is not None
    assert [member.text for member in found.members] == ["Northport", "Southport"]
    assert found.part_of == ()


def test_an_actor_may_belong_to_several_groups() -> None:
    facts = (actor("towns", kind="group"), actor("ports", kind="group"), actor("north", part_of=("towns", "ports")))
    found = identity(book(*facts), "actors/north", {"kind": "actor", "id": "north"})
    assert found is not None
    assert [whole.id for whole in found.part_of] == ["towns", "ports"]
    for group in ("towns", "ports"):
        found = identity(book(*facts), "page", {"kind": "actor", "id": group})
        assert found is not None
        assert [member.id for member in found.members] == ["north"]


def test_an_issue_may_be_a_part_of_another_and_an_actor_of_the_same_id_is_none_of_its_parts() -> None:
    facts = (issue("trade"), issue("toll", part_of=("trade",)), actor("trade"), actor("north", part_of=("trade",)))
    found = identity(book(*facts), "page", {"kind": "issue", "id": "trade"})
    assert found is not None
    assert [part.id for part in found.members] == ["toll"]


def test_a_metonym_and_whom_it_stands_for_name_each_other() -> None:
    hall = actor("town-hall", kind="metonym", stands_for=("north",), but_not="the building")
    harbor = book(actor("north"), hall)
    found = identity(harbor, "page", {"kind": "actor", "id": "town-hall"})
    assert found is not None
    assert ([meant.id for meant in found.stands_for], found.but_not) == (["north"], "the building")
    found = identity(harbor, "page", {"kind": "actor", "id": "north"})
    assert found is not None
    assert [name.id for name in found.metonyms] == ["town-hall"]


def test_what_a_role_rests_on_stands_with_it() -> None:
    rests = cite(passage="p1s1", page="actors/north")
    found = identity(
        book(actor("north", roles=(Role("Town"),), citations=(rests,))), "p", {"kind": "actor", "id": "north"}
    )
    assert found is not None
    assert [(note.reference.text, note.state) for note in found.notes] == [("p1s1", "cited")]


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
