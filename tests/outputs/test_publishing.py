"""A tree is published in one step; what did not change keeps its bytes, its times and its place on the disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from conftest import stamps, tree
from sphinx_briefing.outputs import publishing
from sphinx_briefing.outputs.publishing import NOT_PUBLISHED, publish, replace_if_other


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    for name, text in {
        "index.html": "one",
        "a/page.html": "two",
        "_static/x.css": "three",
        ".buildinfo": "no",
        "typst/book.typ": "no",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "build" / "html"


def left_over(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir() if path != target)


def test_the_first_time_all_is_copied(work: Path, target: Path) -> None:
    assert publish(work, target) == (3, 3)
    assert set(tree(target)) == {"index.html", "a/page.html", "_static/x.css"}
    assert left_over(target) == []


def test_nothing_that_only_serves_the_next_build_is_published(work: Path, target: Path) -> None:
    publish(work, target)
    assert not {part for name in tree(target) for part in Path(name).parts} & NOT_PUBLISHED


def test_without_a_change_nothing_is_touched(work: Path, target: Path) -> None:
    publish(work, target)
    before, inode = stamps(target), target.stat().st_ino
    assert publish(work, target) == (0, 3)
    assert (stamps(target), target.stat().st_ino) == (before, inode)


def test_a_file_written_anew_with_the_same_bytes_is_no_change(work: Path, target: Path) -> None:
    publish(work, target)
    before = stamps(target)
    (work / "index.html").unlink()
    (work / "index.html").write_text("one", "utf-8")
    os.utime(work / "index.html", (1, 1))
    assert publish(work, target) == (0, 3)
    assert stamps(target) == before


def test_only_what_changed_is_new(work: Path, target: Path) -> None:
    publish(work, target)
    before = stamps(target)
    (work / "a/page.html").write_text("TWO", "utf-8")
    assert publish(work, target) == (1, 3)
    after = stamps(target)
    assert {name for name in after if after[name] != before[name]} == {"a/page.html"}
    assert (target / "a/page.html").read_text("utf-8") == "TWO"
    assert left_over(target) == []


def test_what_is_gone_is_gone(work: Path, target: Path) -> None:
    publish(work, target)
    (work / "a/page.html").unlink()
    assert publish(work, target) == (0, 2)
    assert set(tree(target)) == {"index.html", "_static/x.css"}
    assert not (target / "a").exists()


def test_writing_the_next_build_does_not_reach_what_is_published(work: Path, target: Path) -> None:
    """No file of the working folder shares its place on the disk with a published one."""
    publish(work, target)
    publish(work, target)
    with (work / "index.html").open("r+", encoding="utf-8") as file:
        file.write("half")
    assert (target / "index.html").read_text("utf-8") == "one"


def test_a_reader_who_holds_the_old_tree_keeps_it_whole(work: Path, target: Path) -> None:
    publish(work, target)
    with (target / "index.html").open(encoding="utf-8") as held:
        (work / "index.html").write_text("new words", "utf-8")
        publish(work, target)
        assert held.read() == "one"
    assert (target / "index.html").read_text("utf-8") == "new words"


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_name_that_changes_its_kind(work: Path, target: Path, kind: str) -> None:
    publish(work, target)
    if kind == "folder":  # a file becomes a folder
        (work / "index.html").unlink()
        (work / "index.html").mkdir()
        (work / "index.html" / "deep.html").write_text("x", "utf-8")
    else:
        (work / "a/page.html").unlink()
        (work / "a").rmdir()
        (work / "a").write_text("x", "utf-8")
    publish(work, target)
    assert tree(target) == {
        name: found for name, found in tree(work).items() if not set(Path(name).parts) & NOT_PUBLISHED
    }


def test_what_an_earlier_run_left_half_done_is_cleared(work: Path, target: Path) -> None:
    publish(work, target)
    half = target.with_name(".html.new")
    half.mkdir()
    (half / "index.html").write_text("half", "utf-8")
    (work / "index.html").write_text("new", "utf-8")
    publish(work, target)
    assert (target / "index.html").read_text("utf-8") == "new"
    assert left_over(target) == []


def test_a_system_without_exchange_does_it_in_two_steps(
    work: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "_renameat2", lambda one, other: False)
    publish(work, target)
    (work / "index.html").write_text("new", "utf-8")
    assert publish(work, target) == (1, 3)
    assert (target / "index.html").read_text("utf-8") == "new"
    assert left_over(target) == []


def test_a_disk_without_hard_links_gets_copies(work: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_paths: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    publish(work, target)
    (work / "index.html").write_text("new", "utf-8")
    publish(work, target)
    assert tree(target) == {
        name: found for name, found in tree(work).items() if not set(Path(name).parts) & NOT_PUBLISHED
    }


def test_a_full_disk_leaves_what_is_published(work: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(work, target)
    before = stamps(target)
    (work / "index.html").write_text("new", "utf-8")

    def full(*_paths: Path) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(publishing.shutil, "copy2", full)
    with pytest.raises(OSError, match="no space left"):
        publish(work, target)
    assert stamps(target) == before


def test_after_a_stop_between_the_two_steps_the_next_run_mends_it(work: Path, target: Path) -> None:
    publish(work, target)
    before = stamps(target)
    target.rename(target.with_name(".html.old"))
    assert publish(work, target) == (0, 3)
    assert stamps(target) == before
    (work / "index.html").write_text("new", "utf-8")
    publish(work, target)
    assert (target / "index.html").read_text("utf-8") == "new"


def test_what_a_killed_run_left_is_cleared_though_nothing_changed(work: Path, target: Path) -> None:
    publish(work, target)
    for end in ("new", "old"):
        target.with_name(f".html.{end}").mkdir()
    assert publish(work, target) == (0, 3)
    assert left_over(target) == []


def test_a_single_file_is_replaced_in_one_step_and_only_when_it_differs(tmp_path: Path) -> None:
    source, target = tmp_path / "new.json", tmp_path / "reports.json"
    source.write_text("one", "utf-8")
    replace_if_other(source, target)
    before = stamps(tmp_path)["reports.json"]
    replace_if_other(source, target)
    assert stamps(tmp_path)["reports.json"] == before
    with target.open(encoding="utf-8") as held:
        source.write_text("two", "utf-8")
        replace_if_other(source, target)
        assert held.read() == "one"
    assert (target.read_text("utf-8"), left_over(target)) == ("two", ["new.json"])
