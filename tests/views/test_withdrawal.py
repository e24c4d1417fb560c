"""What falls with a source: all of the evidence, some of it, and what rests on what fell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.withdrawal import Loss, Withdrawal, depends_on, withdrawal
from views.books import actor, book, cite, claim, event, issue, judgment, position, record

OURS, THEIRS = cite(passage="p1s1"), record()


def ids(losses: tuple[Loss, ...]) -> list[str]:
    return [loss.statement.id for loss in losses]


def without(found: Book, source: str = "tale") -> tuple[list[str], list[str], list[str]]:
    fell = withdrawal(found, source)
    assert fell is not None
    return ids(fell.everything), ids(fell.then), ids(fell.something)


def rests(kind: str, *names: str) -> tuple[Key, ...]:
    return tuple(Key(kind, name) for name in names)


def test_all_some_and_nothing_in_reading_order() -> None:
    found = book(
        claim("some", citations=(THEIRS, OURS)),
        claim("all", citations=(OURS, cite(passage="p1s2"))),
        claim("none", citations=(THEIRS,)),
        event("e", "2009", citations=(OURS,)),
        claim("bare", citations=()),
    )
    assert without(found) == (["all", "e"], [], ["some"])
    assert without(found, "S02") == (["none"], [], ["some"])


def test_a_claim_is_named_by_its_first_words() -> None:
    said = "Northport has paid the toll since 2019, when the bridge was opened to traffic."
    facts = [claim("short", text=("It pays.",), citations=(OURS,)), claim("long", text=(said,), citations=(OURS,))]
    found = withdrawal(book(*facts, claim("bare", text=(), citations=(OURS,))), "tale")
    assert found is not None
    names = [loss.statement.text for loss in found.everything]
    assert names == ["It pays.", "Northport has paid the toll since 2019, when the bridge was…", "BARE"]


def test_an_event_is_named_by_its_title() -> None:
    found = withdrawal(book(event("e", "2009", title="The board meets", citations=(OURS,))), "tale")
    assert found is not None
    assert [loss.statement.text for loss in found.everything] == ["The board meets"]


def test_an_unknown_source_has_no_answer_and_an_uncited_one_an_empty_one() -> None:
    assert withdrawal(book(claim("c", citations=(OURS,))), "nowhere") is None
    assert withdrawal(book(claim("c", citations=(OURS,))), "S02") == Withdrawal("S02", "Minutes")


def test_what_rests_on_a_fallen_statement_falls_through_any_number_of_steps() -> None:
    found = book(
        actor("north"), issue("toll"),
        judgment("j-2", citations=(THEIRS,), rests_on=rests("judgment", "j-1")),
        judgment("j-1", citations=(THEIRS,), rests_on=rests("claim", "c") + rests("position", "north.toll")),
        position("north", "toll", citations=(OURS,)),
        claim("c", citations=(THEIRS,)),
        claim("beside", citations=(THEIRS,), rests_on=rests("claim", "c")),
    )  # fmt: skip
    fell = withdrawal(found, "tale")
    assert fell is not None
    assert (ids(fell.everything), sorted(ids(fell.then)), ids(fell.something)) == (["north.toll"], ["j-1", "j-2"], [])
    through = {loss.statement.id: [item.id for item in loss.through] for loss in fell.then}
    assert through == {"j-1": ["north.toll"], "j-2": ["j-1"]}


def test_what_loses_some_and_rests_on_what_falls_is_told_once() -> None:
    found = book(
        claim("base", citations=(OURS,)),
        claim("top", citations=(OURS, THEIRS), rests_on=rests("claim", "base")),
    )
    assert without(found) == (["base"], ["top"], [])


def test_a_circle_ends_and_falls_as_a_whole() -> None:
    found = book(
        claim("a", citations=(OURS,), rests_on=rests("claim", "b")),
        claim("b", citations=(THEIRS,), rests_on=rests("claim", "c", "b")),
        claim("c", citations=(THEIRS,), rests_on=rests("claim", "a")),
    )
    assert without(found) == (["a"], ["b", "c"], [])
    assert without(found, "S02") == (["b", "c"], ["a"], [])


def test_a_judgment_is_named_by_its_whole_title() -> None:
    fell = withdrawal(book(judgment("j-1", "very unlikely", citations=(OURS,))), "tale")
    assert fell is not None
    assert fell.everything[0].statement.text == "Very unlikely: the toll will fall"
    assert fell.everything[0].on.text == "Title of page"


def test_the_view_asks_for_the_source_it_is_given() -> None:
    found = book(claim("c", citations=(OURS,)))
    assert depends_on(found, "page", {"source": "tale"}) == withdrawal(found, "tale")
    assert depends_on(found, "page", {"source": "nowhere"}) is None


@given(st.lists(st.tuples(st.integers(0, 2), st.lists(st.integers(0, 5), max_size=3)), min_size=6, max_size=6))
def test_law_whatever_rests_on_what(drawn: list[tuple[int, list[int]]]) -> None:
    """No statement stands twice, and exactly what rests on something fallen falls."""
    evidence = ((OURS,), (THEIRS,), (OURS, THEIRS))
    found = book(
        *(
            claim(f"c{number}", citations=evidence[kind], rests_on=rests("claim", *(f"c{other}" for other in grounds)))
            for number, (kind, grounds) in enumerate(drawn)
        )
    )
    everything, then, something = without(found)
    listed = [*everything, *then, *something]
    assert len(listed) == len(set(listed))
    assert set(everything) == {f"c{number}" for number, (kind, _) in enumerate(drawn) if kind == 0}
    fallen = {*everything, *then}
    for number, (kind, grounds) in enumerate(drawn):
        falls = kind == 0 or any(f"c{other}" in fallen for other in grounds)
        assert (f"c{number}" in fallen) == falls or (not falls and f"c{number}" in then)
        assert not (falls and f"c{number}" not in fallen)


@pytest.mark.parametrize("missing", ["nowhere", "c"])
def test_what_rests_on_nothing_known_does_not_fall(missing: str) -> None:
    found = book(claim("c", citations=(THEIRS,)), claim("d", citations=(THEIRS,), rests_on=rests("claim", missing)))
    assert without(found) == ([], [], [])
