"""Findings as SARIF 2.1.0, the exchange format of static analysis (OASIS)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from typing import Any, Final
from urllib.parse import quote

from sphinx_briefing.checks.report import told
from sphinx_briefing.model.findings import Code, Finding, Fix, Related, meaning

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_CODES: Final = tuple(Code)


def as_sarif(
    findings: Sequence[Finding],
    known: Sequence[Finding] | None = None,
    gone: Iterable[Mapping[str, str]] = (),
) -> str:
    """One SARIF log with one run: each code a rule, each finding a result.

    A result has its place in the page, related places in the seeds by offset, and a fix where exactly one is possible.
    Against a baseline (`known` is given) each says whether it is new, unchanged or, for the entries that are `gone`,
    absent.
    """
    driver = {"name": "briefing", "version": version("sphinx-briefing"), "rules": [_rule(code) for code in _CODES]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(findings, known, gone)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    return {"id": f"brief.{code.value}", "name": code.value, "shortDescription": {"text": meaning(code)}}


def _results(
    findings: Sequence[Finding], known: Sequence[Finding] | None, gone: Iterable[Mapping[str, str]]
) -> Iterator[dict[str, Any]]:
    if known is None:
        yield from map(_result, findings)
        return
    for state, items in (("new", findings), ("unchanged", known)):
        yield from (_result(item) | {"baselineState": state} for item in items)
    yield from map(_absent, gone)


def _absent(entry: Mapping[str, str]) -> dict[str, Any]:
    """What a baseline knows and no finding answers to; its code may be one of an older rule set."""
    rules = {f"brief.{code.value}": number for number, code in enumerate(_CODES)}
    index = {"ruleIndex": rules[entry["code"]]} if entry["code"] in rules else {}
    return {
        "ruleId": entry["code"],
        **index,
        "level": "none",
        "kind": "notApplicable",
        "message": {"text": entry["message"]},
        "locations": [_location(entry["path"], {})],
        "baselineState": "absent",
    }


def _result(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": finding.full_code,
        "ruleIndex": _CODES.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": told(finding)},
        "locations": [_location(finding.path, {"startLine": finding.place.line} if finding.place.line else {})],
        "partialFingerprints": {"briefFinding/v1": _fingerprint(finding)},
    }
    if finding.related:
        found["relatedLocations"] = [_related(number, item) for number, item in enumerate(finding.related, 1)]
    if finding.fix and finding.fix.column:
        found["fixes"] = [_fix(finding.fix)]
    return found


def _location(path: str, region: dict[str, int]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path)} | ({"region": region} if region else {})}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, safe="/")}


def _related(number: int, item: Related) -> dict[str, Any]:
    region = {"startLine": item.line} if item.line else {}
    if item.start >= 0:
        region |= {"charOffset": item.start, "charLength": item.end - item.start}
    return {"id": number, "message": {"text": item.message}, **_location(item.path, region)}


def _fix(fix: Fix) -> dict[str, Any]:
    region = {"startLine": fix.line, "startColumn": fix.column, "endColumn": fix.column + len(fix.before)}
    replacement = {"deletedRegion": region, "insertedContent": {"text": fix.after}}
    return {
        "description": {"text": f"write `{fix.after}` in place of `{fix.before}`"},
        "artifactChanges": [{"artifactLocation": _artifact(fix.path), "replacements": [replacement]}],
    }


def _fingerprint(finding: Finding) -> str:
    """The same for the same fault when lines above it come and go."""
    return sha256(f"{finding.full_code}\n{finding.path}\n{finding.message}".encode()).hexdigest()
