"""The file of the lock: read without ever raising for what it holds, written in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.lock import Lock
from sphinx_briefing.model.places import Place
from sphinx_briefing.text.library import load_library
from sphinx_briefing.text.lockfile import LOCK_FILE, load_lock, save_lock

LOCK = Lock({"s": "0" * 64})
SOURCES = "sources:\n  - {id: s, type: report, title: S}\n"


def test_a_book_without_a_lock_has_none(tmp_path: Path) -> None:
    assert load_lock(tmp_path, "seeds") is None


def test_what_was_saved_is_read(tmp_path: Path) -> None:
    save_lock(tmp_path, LOCK)
    assert load_lock(tmp_path, "seeds") == LOCK
    assert [path.name for path in tmp_path.iterdir()] == [LOCK_FILE]


def test_a_lock_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    save_lock(tmp_path, LOCK)
    (tmp_path / f".{LOCK_FILE}.new").mkdir()
    with pytest.raises(OSError, match="directory"):
        save_lock(tmp_path, Lock())
    assert load_lock(tmp_path, "seeds") == LOCK


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "used: it is not UTF-8"),
        (b'{"version": 1, "se', "not JSON"),
        (b"{}", "three parts"),
    ],
)
def test_a_damaged_lock_is_a_finding_that_says_how_to_mend_it(tmp_path: Path, data: bytes, what: str) -> None:
    (tmp_path / LOCK_FILE).write_bytes(data)
    found = load_lock(tmp_path, "seeds")
    assert isinstance(found, Finding)
    assert what in found.message
    assert found == error(
        Code.LOCK_DAMAGED, Place(""), found.message, "restore the file from version control; without a good copy, run "
        "`briefing check --update-anchors`, which pins every citation to what it says now", path="seeds/anchors.lock",
    )  # fmt: skip


def test_a_folder_of_that_name_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).mkdir()
    found = load_lock(tmp_path, "seeds")
    assert isinstance(found, Finding)
    assert "cannot be read" in found.message


def test_the_library_has_the_lock_or_the_finding(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(SOURCES, "utf-8")
    assert load_library(tmp_path, "seeds").lock is None
    save_lock(tmp_path, LOCK)
    assert load_library(tmp_path, "seeds").lock == LOCK
    (tmp_path / LOCK_FILE).write_text("{", "utf-8")
    broken = load_library(tmp_path, "seeds")
    assert broken.lock is None
    assert [(item.code, item.path) for item in broken.findings] == [(Code.LOCK_DAMAGED, "seeds/anchors.lock")]
