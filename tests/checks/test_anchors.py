"""What becomes of an anchor is said where it is cited, with how to mend it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_briefing.checks.anchors import anchors
from sphinx_briefing.model.findings import Code, Severity
from sphinx_briefing.model.lock import Fate, Standing
from views.books import book, cite, claim

BARE, QUOTED = cite(passage="p1s1", line=7), cite("Northport opposes the new toll", line=9)


@pytest.mark.parametrize(
    ("standing", "code", "severity", "says", "mend"),
    [
        (
            Standing(BARE, Fate.MOVED, now="p1s2"), Code.ANCHOR_MOVED, Severity.ERROR,
            "p1s1 of `tale` is now p1s2: what was pinned stands there",
            "write `@#p1s2`; if the page already means what p1s1 says now, run `briefing check --update-anchors`",
        ),
        (
            Standing(QUOTED, Fate.MOVED, now="p2s1"), Code.ANCHOR_MOVED, Severity.ERROR,
            "the words that were pinned now stand in tale#p2s1, and the same words elsewhere",
            "write `@#p2s1` with them; if the page already means what the line says now, "
            "run `briefing check --update-anchors`",
        ),
        (
            Standing(BARE, Fate.LOST, near="p1s2"), Code.ANCHOR_LOST, Severity.ERROR,
            "the sentence that p1s1 was can no longer be found for certain in `tale`. Perhaps it is p1s2.",
            "look whether `@tale#p1s1` still says what the statement rests on; "
            "then run `briefing check --update-anchors`",
        ),
        (
            Standing(QUOTED, Fate.LOST), Code.ANCHOR_LOST, Severity.ERROR,
            "the words can no longer be found for certain in `tale`.",
            "look whether `@tale` still says what the statement rests on; then run `briefing check --update-anchors`",
        ),
        (
            Standing(BARE, Fate.UNPINNED), Code.ANCHOR_UNPINNED, Severity.WARNING,
            "`@tale#p1s1` is not pinned in `anchors.lock` yet",
            "run `briefing check --update-anchors`",
        ),
        (
            Standing(QUOTED, Fate.UNPINNED), Code.ANCHOR_UNPINNED, Severity.WARNING,
            "`@tale` with these words is not pinned in `anchors.lock` yet",
            "run `briefing check --update-anchors`",
        ),
        (
            Standing(BARE, Fate.DAMAGED), Code.LOCK_DAMAGED, Severity.ERROR,
            "`anchors.lock` says of `@tale#p1s1` what is not so in the seed it was made from",
            "restore `anchors.lock` from version control; without a good copy, run `briefing check --update-anchors`",
        ),
    ],
)  # fmt: skip
def test_each_fate_has_its_finding(standing: Standing, code: Code, severity: Severity, says: str, mend: str) -> None:
    judged = replace(book(claim("c", citations=(BARE, QUOTED))), standings=(standing,))
    (found,) = anchors(judged)
    assert (found.code, found.severity, found.place) == (code, severity, standing.citation.place)
    assert (found.message, found.hint) == (says, mend)


def test_a_book_without_a_lock_has_no_finding() -> None:
    assert list(anchors(book(claim("c", citations=(BARE, QUOTED))))) == []
