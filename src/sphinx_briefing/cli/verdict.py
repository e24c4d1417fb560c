"""When findings fail a run."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx_briefing.checks.report import count
from sphinx_briefing.model.findings import Finding


def exit_code(findings: Iterable[Finding], *, strict: bool) -> int:
    """1 when there is an error, or with `strict` any finding at all; else 0."""
    errors, warnings = count(findings)
    return int(bool(errors or (strict and warnings)))
