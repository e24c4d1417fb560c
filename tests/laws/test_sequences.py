"""Law 3 after edits that nobody thought of together: in any order, with any outputs built in between, taken back."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import BookCopy, restore
from laws.clean import BY_TURNS, NIGHTLY, assert_same, by_night, complaints
from laws.edits import Edit
from laws.more_edits import ALL_EDITS


def take_back(book: BookCopy) -> None:
    """Every file of the book is put back, with its old time."""
    kept = book.root.with_name("kept")
    for path in book.root.iterdir():
        if path.is_dir() and path.name != "build":
            shutil.rmtree(path)
    shutil.copytree(kept, book.root, ignore=shutil.ignore_patterns("build"), dirs_exist_ok=True)


STEPS = st.tuples(
    st.sampled_from((*ALL_EDITS, Edit("take-back", take_back, None, None))),
    st.sampled_from(((), ("html",), ("pdf",), ("data",), ("html", "data"), BY_TURNS)),
)


@pytest.mark.slow
@pytest.mark.usefixtures("unprinted")
@settings(
    max_examples=by_night(20, 200),
    derandomize=not NIGHTLY,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(STEPS, min_size=2, max_size=by_night(4, 8)))
def test_any_edits_with_any_builds_between_leave_nothing_stale(
    workshop: BookCopy, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Edit, tuple[str, ...]]]
) -> None:
    restore(workshop)
    for edit, outputs in steps:
        try:
            edit.make(workshop)
        except (AssertionError, ValueError, OSError):  # an earlier edit took away what this one changes
            continue
        if outputs:
            workshop.build(*outputs)
    result = workshop.build(*BY_TURNS)
    folder = tmp_path_factory.mktemp("sequence")
    clean = workshop.copy_to(folder / "clean")
    expected = clean.build(*BY_TURNS)
    assert (result.code, complaints(workshop, result)) == (expected.code, complaints(clean, expected))
    if result.code == 0:
        assert_same(workshop, clean, *BY_TURNS)
    shutil.rmtree(folder)
