"""When findings fail a run, and how a verb that does not list them tells them."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from sphinx_briefing.checks.report import count, one_line
from sphinx_briefing.model.findings import Finding


def exit_code(findings: Iterable[Finding], *, strict: bool) -> int:
    """1 when there is an error, or with `strict` any finding at all; else 0."""
    errors, warnings = count(findings)
    return int(bool(errors or (strict and warnings)))


def tell(findings: Iterable[Finding]) -> None:
    """Print findings to stderr, one a line."""
    for finding in findings:
        print(one_line(finding), file=sys.stderr)
