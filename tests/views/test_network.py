"""The network: columns, boxes and lines in places that can be read."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.views.network import BOX, WIDTH, Network, label_lines, label_size, network
from views.books import actor, book
from views.books import relation as relates

HARBOR = book(
    actor("north", name="Northport", side="Towns"),
    actor("south", name="Southport", side="Towns"),
    actor("board", name="The harbor board of both towns", side="Boards"),
    actor("pilots", name="Pilots", side="Boards"),
    actor("gulls", name="Gulls"),
    relates("north", "board", "asks"),
    relates("board", "north", "answers", line=6),
    relates("north", "board", "praises", line=7, layer="context"),
    relates("board", "north", "met", line=8),
    relates("south", "pilots", "opposes", line=9, layer="context"),
    relates("north", "south", "disagrees with", line=10),
)


def names(found: Network) -> list[str]:
    return [node.actor.id for node in found.nodes]


def test_there_is_a_column_for_each_side_and_a_box_for_each_actor_with_a_line() -> None:
    found = network(HARBOR, "page", {})
    assert [side.name for side in found.sides] == ["Towns", "Boards"]
    assert sorted(names(found)) == ["board", "north", "pilots", "south"]
    assert [actor.id for actor in found.apart] == ["gulls"]
    assert len(found.rows) == 6
    by_name = {node.actor.id: node for node in found.nodes}
    assert by_name["north"].x == by_name["south"].x < by_name["board"].x
    assert by_name["board"].lines == ("The harbor board", "of both towns")


def test_a_line_has_all_that_one_does_to_the_other() -> None:
    labels = {edge.label: edge for edge in network(HARBOR, "page", {}).edges}
    assert set(labels) == {"asks, praises, met", "answers", "opposes", "disagrees with"}
    assert labels["disagrees with"].head is None
    assert labels["asks, praises, met"].head is not None
    assert [label for label, edge in labels.items() if not edge.solid] == ["opposes"]


def test_a_label_is_as_wide_as_its_longest_kind_and_a_line_high_for_each() -> None:
    assert label_lines("asks, praises, met") == ("asks,", "praises,", "met")
    assert label_lines("met") == ("met",)
    one, three = label_size("praises,"), label_size("asks, praises, met")
    assert three[0] == one[0]
    assert three[1] > 2 * one[1]


def test_it_can_be_asked_for_some_actors_and_some_kinds() -> None:
    assert sorted(names(network(HARBOR, "page", {"actors": "north, board"}))) == ["board", "north"]
    some = network(HARBOR, "page", {"kinds": "Asks, opposes"})
    assert {edge.label for edge in some.edges} == {"asks", "opposes"}


def test_the_drawing_can_stand_without_its_table() -> None:
    assert network(HARBOR, "page", {"figure-only": ""}).figure_only
    assert not network(HARBOR, "page", {}).figure_only


def test_no_relation_is_no_drawing() -> None:
    found = network(book(actor("north")), "page", {})
    assert (found.nodes, found.edges, found.rows, [item.id for item in found.apart]) == ((), (), (), ["north"])


@given(
    st.lists(
        st.tuples(st.integers(0, 11), st.integers(0, 11), st.sampled_from(["met", "asks", "opposes"])),
        min_size=1,
        max_size=30,
        unique=True,
    ),
    st.lists(st.sampled_from(["A", "B", "C", ""]), min_size=12, max_size=12),
)
def test_boxes_never_overlap_and_nothing_leaves_the_sheet(ties: list[tuple[int, int, str]], sides: list[str]) -> None:
    actors = [actor(f"a{number}", name=f"Actor {number}", side=side) for number, side in enumerate(sides)]
    relations = [relates(f"a{a}", f"a{b}", kind) for a, b, kind in ties if a != b]
    found = network(book(*actors, *relations), "page", {})
    assert found == network(book(*actors, *relations), "page", {})
    for one, other in combinations(found.nodes, 2):
        apart = abs(one.x - other.x) >= BOX or abs(one.y - other.y) >= (one.height + other.height) / 2
        assert apart, (one, other)
    for node in found.nodes:
        assert BOX / 2 <= node.x <= WIDTH - BOX / 2
        assert node.height / 2 <= node.y <= found.height - node.height / 2
    for edge in found.edges:
        wide, high = label_size(edge.label)
        assert wide / 2 - 0.1 <= edge.at[0] <= WIDTH - wide / 2 + 0.1
        assert high / 2 - 0.1 <= edge.at[1] <= max(found.height - high / 2, high / 2) + 0.1
        assert all(0 <= x <= WIDTH and 0 <= y <= found.height for x, y in (edge.start, edge.end, edge.at))


def test_a_line_over_a_third_column_passes_between_its_boxes() -> None:
    """Else it would seem to lead to the actor that it passes."""
    sides = {"a": "West", "b": "Middle", "c": "Middle", "d": "Middle", "e": "East"}
    ties = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "e"), ("c", "e"), ("d", "e"), ("a", "e")]
    found = network(
        book(*(actor(name, side=side) for name, side in sides.items()), *(relates(*tie, "asks") for tie in ties)),
        "page",
        {},
    )
    middle = [node for node in found.nodes if sides[node.actor.id] == "Middle"]
    (long,) = [edge for edge in found.edges if abs(edge.start[0] - edge.end[0]) > WIDTH / 2]
    for step in range(101):
        share = step / 100
        x, y = (
            (1 - share) ** 2 * a + 2 * share * (1 - share) * b + share**2 * c
            for a, b, c in zip(long.start, long.bend, long.end, strict=True)
        )
        assert not any(abs(x - node.x) < BOX / 2 and abs(y - node.y) < node.height / 2 for node in middle)
