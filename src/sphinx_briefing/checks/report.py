"""How findings are reported: one order, one line each, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sphinx_briefing.model.findings import Finding, Related, Severity


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, by file, line and code."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda item: (item.path, item.place.page, item.place.line, item.full_code, item.message),
        )
    )


def one_line(finding: Finding) -> str:
    """`path:line: error[brief.code]: what; how to mend`."""
    return f"{finding.where}: {finding.severity.value}[{finding.full_code}]: {told(finding)}"


def told(finding: Finding) -> str:
    """What was wrong, then how to mend it."""
    if not finding.hint:
        return finding.message
    if finding.message.endswith((".", "?", "!")):
        return f"{finding.message} {finding.hint[:1].upper()}{finding.hint[1:]}"
    return f"{finding.message}; {finding.hint}"


def as_json(findings: Iterable[Finding], rules: Mapping[str, Any] | None = None, **more: Any) -> str:
    """The findings as one JSON document.

    `{"rules": {version, unicode, seeds}, "findings": [{code, severity, message, hint, place, related, fix?}]}`;
    `rules` is the fingerprint of the run, and `more` are further lists of findings or entries, by name.
    """
    document: dict[str, Any] = {"rules": dict(rules or {}), "findings": [_record(item) for item in findings]}
    for name, items in more.items():
        document[name] = [_record(item) if isinstance(item, Finding) else item for item in items]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _record(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "code": finding.full_code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "place": {"path": finding.path, "line": finding.place.line},
        "related": [_related(item) for item in finding.related],
    }
    if finding.fix and finding.fix.column:
        fix = finding.fix
        found["fix"] = {
            "path": fix.path, "line": fix.line, "column": fix.column, "before": fix.before, "after": fix.after,
        }  # fmt: skip
    return found


def _related(item: Related) -> dict[str, Any]:
    offsets = {"start": item.start, "end": item.end} if item.start >= 0 else {}
    return {"path": item.path, "line": item.line, "message": item.message, **offsets}


def count(findings: Iterable[Finding]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    found = [finding.severity for finding in findings]
    return found.count(Severity.ERROR), found.count(Severity.WARNING)


def counted(findings: Iterable[Finding]) -> str:
    """ "no findings", "1 error, 2 warnings"."""
    errors, warnings = count(findings)
    parts = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((errors, "error"), (warnings, "warning"))
        if number
    ]
    return ", ".join(parts) or "no findings"
