"""Findings as annotations of GitHub Actions: workflow commands, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_briefing.checks.report import told
from sphinx_briefing.model.findings import Finding


def as_annotations(findings: Sequence[Finding]) -> str:
    """`::error file=...,line=...,title=...::message`, one line a finding; nothing when there is none."""
    return "".join(f"{_annotation(finding)}\n" for finding in findings)


def _annotation(finding: Finding) -> str:
    line = str(finding.place.line) if finding.place.line else ""
    known = (("file", finding.path), ("line", line), ("title", finding.full_code))
    properties = ",".join(f"{name}={_property(value)}" for name, value in known if value)
    return f"::{finding.severity.value} {properties}::{_data(told(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
