"""Statements that rest on each other in a circle are told once, with the whole way round."""

from __future__ import annotations

import pytest

from sphinx_briefing.checks.circles import circles
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.places import Key
from views.books import actor, book, claim, issue, judgment


def rests(*names: str) -> tuple[Key, ...]:
    return tuple(Key("claim", name) for name in names)


@pytest.mark.parametrize(
    ("grounds", "ways"),
    [
        ({"a": "a"}, ["a a"]),
        ({"a": "b", "b": "a"}, ["a b a"]),
        ({"x": "a", "a": "b", "b": "a"}, ["a b a"]),
        ({"a": "b", "b": "cd", "c": "b", "d": "a"}, ["a b d a", "c b c"]),
        ({"a": "a", "b": "b"}, ["a a", "b b"]),
        ({"a": "bc", "b": "c", "c": ""}, []),
        ({"a": "z"}, []),
    ],
)
def test_a_circle_is_found_at_its_first_statement(grounds: dict[str, str], ways: list[str]) -> None:
    facts = [claim(name, rests_on=rests(*on), line=number) for number, (name, on) in enumerate(grounds.items(), 1)]
    found = list(circles(book(*facts)))
    said = [" → ".join(f"claim/{name}" for name in way.split()) for way in ways]
    assert [item.message for item in found] == [
        f"the claim `{way[0]}` rests on itself: {words}" for way, words in zip(ways, said, strict=True)
    ]
    assert all(item.code is Code.RESTS_CIRCLE and item.place.line and item.hint for item in found)


def test_judgments_and_claims_make_circles_together() -> None:
    found = list(circles(book(claim("c", rests_on=(Key("judgment", "j"),)), judgment("j", rests_on=rests("c")))))
    assert [item.message for item in found] == ["the claim `c` rests on itself: claim/c → judgment/j → claim/c"]


def test_parts_and_metonyms_do_not_lead_back_to_themselves() -> None:
    facts = (
        actor("a", part_of=("b", "c")),
        actor("b", part_of=("a",)),
        actor("c"),
        issue("a", part_of=("a",)),
        actor("hall", kind="metonym", stands_for=("town",)),
        actor("town", kind="metonym", stands_for=("hall",)),
    )
    found = list(circles(book(*facts)))
    assert [item.message for item in found] == [
        "the actor `a` is part of itself: actor/a → actor/b → actor/a",
        "the issue `a` is part of itself: issue/a → issue/a",
        "the actor `hall` stands for itself: actor/hall → actor/town → actor/hall",
    ]
    assert {item.code for item in found} == {Code.PART_CIRCLE}


def test_belonging_to_a_group_and_to_its_group_is_no_circle() -> None:
    facts = (
        actor("a", part_of=("b", "c")),
        actor("b", part_of=("c",)),
        actor("c"),
        issue("c"),
        issue("b", part_of=("c",)),
    )
    assert list(circles(book(*facts))) == []


def test_a_long_chain_without_a_circle_is_walked_once() -> None:
    """Not once from each of its links: then this would take an hour."""
    count = 20_000
    chain = [actor(f"a-{number}", part_of=(f"a-{number + 1}",)) for number in range(count)]
    assert list(circles(book(*chain, actor(f"a-{count}")))) == []
