"""What each page last showed: the same digest for the same values only, and remembered for each builder apart."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.domain.memory import Memory, digest
from sphinx_briefing.views.shown import Shown

VALUES = st.lists(
    st.one_of(st.text(max_size=6), st.integers(), st.tuples(st.text(max_size=3), st.integers())), max_size=5
)


@given(VALUES, VALUES)
def test_a_digest_changes_if_and_only_if_a_value_does(first: list[object], second: list[object]) -> None:
    assert (digest(first) == digest(second)) is (first == second)


def test_a_digest_sees_every_field_of_an_answer() -> None:
    shown = [
        Shown("actor", "north", "Northport", "a", "x"),
        Shown("actor", "north", "Northport", "a", "y"),
        Shown("actor", "north", "New", "a", "x"),
    ]
    assert len({digest([item]) for item in shown}) == 3
    assert digest(["\udcff"]) != digest([])  # what no encoding knows does not stop a build


def test_each_builder_remembers_for_itself(tmp_path: Path) -> None:
    Memory(tmp_path, "html").write({"b": "2", "a": "1"})
    assert Memory(tmp_path, "html").read() == {"a": "1", "b": "2"}
    assert Memory(tmp_path, "typstpdf").read() == {}
    assert [path.name for path in tmp_path.iterdir()] == ["brief-html.json"]


def test_a_memory_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    for text in ("{", "[1]", "\xff"):
        (tmp_path / "brief-html.json").write_text(text, "latin-1")
        assert Memory(tmp_path, "html").read() == {}


def test_the_folder_is_made_when_it_is_missing(tmp_path: Path) -> None:
    Memory(tmp_path / "deep" / "er", "html").write({})
    assert Memory(tmp_path / "deep" / "er", "html").read() == {}
