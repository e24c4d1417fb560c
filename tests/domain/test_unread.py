"""Which pages are read again though no time says so, and what a killed build leaves behind for the next one."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sphinx_briefing.domain.unread import Unfinished, replaced, signature


@pytest.fixture
def env(tmp_path: Path) -> Any:
    """As much of an environment as is asked: one page that depends on a picture."""
    (tmp_path / "page.md").write_text("# One", "utf-8")
    (tmp_path / "map.svg").write_text("<svg/>", "utf-8")
    return SimpleNamespace(
        srcdir=tmp_path,
        doc2path=lambda page: tmp_path / f"{page}.md",
        dependencies={"page": {"map.svg"}},
        found_docs={"page"},
        all_docs={"page": 1},
    )


@pytest.mark.parametrize("name", ["page.md", "map.svg"])
def test_a_file_with_an_older_time_is_another_file(env: Any, name: str) -> None:
    known = {"page": signature(env, "page")}
    assert list(replaced(env, known)) == []
    os.utime(env.srcdir / name, (1, 1))
    assert list(replaced(env, known)) == ["page"]


def test_a_file_that_comes_or_goes_is_a_change(env: Any) -> None:
    known = {"page": signature(env, "page")}
    (env.srcdir / "map.svg").unlink()
    assert list(replaced(env, known)) == ["page"]


def test_a_page_that_sphinx_does_not_know_is_its_own_affair(env: Any) -> None:
    known = {"page": signature(env, "page"), "gone": ()}
    os.utime(env.srcdir / "page.md", (1, 1))
    env.all_docs.clear()
    assert list(replaced(env, known)) == []


def test_what_was_not_finished_is_known_until_it_is(tmp_path: Path) -> None:
    Unfinished(tmp_path / "doctrees").begin(["b", "a"])
    Unfinished(tmp_path / "doctrees").begin(["c"])  # another build is killed before it comes so far
    assert Unfinished(tmp_path / "doctrees").pages() == ["a", "b", "c"]
    Unfinished(tmp_path / "doctrees").end()
    assert Unfinished(tmp_path / "doctrees").pages() == ()
    Unfinished(tmp_path / "doctrees").begin([])
    assert list((tmp_path / "doctrees").iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "{}", "[1]", "\xff"])
def test_a_list_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "brief-reading.json").write_text(text, "latin-1")
    assert list(Unfinished(tmp_path).pages()) == []
