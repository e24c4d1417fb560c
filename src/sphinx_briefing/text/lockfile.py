"""The file `anchors.lock` in the seeds folder: read, and written in one step."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.lock import Lock
from sphinx_briefing.model.places import Place
from sphinx_briefing.text.lock import read_lock, write_lock

LOCK_FILE: Final = "anchors.lock"


def load_lock(folder: Path, shown_as: str) -> Lock | Finding | None:
    """The lock of a book; None when it has none; a finding when the file is no lock. Never raises for its content."""
    path = folder / LOCK_FILE
    if not path.exists():
        return None
    try:
        return read_lock(path.read_bytes().decode("utf-8"))
    except OSError as problem:
        what = f"it cannot be read: {problem.strerror}"
    except UnicodeDecodeError:
        what = "it is not UTF-8"
    except ValueError as problem:
        what = str(problem)
    return damaged(shown_as, what)


def damaged(shown_as: str, what: str) -> Finding:
    """The finding for a lock that cannot be trusted."""
    return error(
        Code.LOCK_DAMAGED,
        Place(""),
        f"the lock of the anchors cannot be used: {what}",
        "restore the file from version control; without a good copy, run `briefing check --update-anchors`, "
        "which pins every citation to what it says now",
        path=f"{shown_as}/{LOCK_FILE}",
    )


def save_lock(folder: Path, lock: Lock) -> None:
    """Write the lock in one step: whoever is interrupted has the old file or the new one. Raises OSError."""
    temporary = folder / f".{LOCK_FILE}.new"
    temporary.write_bytes(write_lock(lock).encode("ascii"))
    temporary.replace(folder / LOCK_FILE)
