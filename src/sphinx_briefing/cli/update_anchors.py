"""`briefing check --update-anchors`: what the lock of the anchors would change, then the new lock."""

from __future__ import annotations

from pathlib import Path
from typing import Final, TextIO

from sphinx_briefing.cli.book import Run, WrongUseError
from sphinx_briefing.model.findings import Code, Finding, Severity
from sphinx_briefing.model.lock import Lock
from sphinx_briefing.text.lock import changes, renewed
from sphinx_briefing.text.lockfile import LOCK_FILE, save_lock

#: What a new lock mends.
MENDED: Final = frozenset({Code.ANCHOR_LOST, Code.ANCHOR_MOVED, Code.ANCHOR_UNPINNED, Code.LOCK_DAMAGED})
KINDS: Final = ("added", "moved", "changed", "removed")


def update_anchors(result: Run, root: Path, out: TextIO) -> tuple[Finding, ...]:
    """Say what changes, then write the lock. Returns the findings that are left.

    With an error that a new lock does not mend, nothing is written: an anchor is pinned only to what is verified.
    Raises WrongUseError when the file cannot be written.
    """
    left = tuple(finding for finding in result.findings if finding.code not in MENDED)
    if result.book is None or any(finding.severity is Severity.ERROR for finding in left):
        print(f"{LOCK_FILE} is left as it is: mend the errors first", file=out)
        return result.findings
    old = result.library.lock or Lock()
    new = renewed(old, result.book.evidence.values(), result.library.seeds)
    found = changes(old, new)
    for change in found:
        print(f"{change.kind:<8} {change.what}" + (f" -> {change.now}" if change.now else ""), file=out)
    whole = result.library.lock is not None
    if found or not whole:
        try:
            save_lock(root / result.seeds, new)
        except OSError as problem:
            raise WrongUseError(f"{result.seeds}/{LOCK_FILE} cannot be written: {problem.strerror}") from None
    counts = ", ".join(f"{sum(change.kind == kind for change in found)} {kind}" for kind in KINDS)
    print(f"{result.seeds}/{LOCK_FILE}: {counts}; {len(new.pins)} anchors", file=out)
    return left
