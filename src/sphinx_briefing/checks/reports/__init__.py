"""The forms in which findings leave the command, each a pure function from findings to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sphinx_briefing.checks.report import as_json, counted, one_line
from sphinx_briefing.checks.reports.github import as_annotations
from sphinx_briefing.checks.reports.sarif import as_sarif
from sphinx_briefing.model.findings import Finding


def as_text(findings: Sequence[Finding]) -> str:
    """One line a finding, then how many there are."""
    return "".join(f"{line}\n" for line in (*map(one_line, findings), counted(findings)))


#: Every form by its name.
FORMATS: Final[Mapping[str, Callable[[Sequence[Finding]], str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_annotations,
}
