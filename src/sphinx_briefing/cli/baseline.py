"""Known findings: a book that is older than a rule may keep what it has, and fails only on what is new."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sphinx_briefing.checks.report import one_line
from sphinx_briefing.cli.book import WrongUseError
from sphinx_briefing.model.findings import Finding

_FIELDS = ("code", "path", "message")
_LINE = re.compile(r"\bline \d+")


class Entry(NamedTuple):
    """One known finding. It has no line: what stands above it may grow."""

    code: str
    path: str
    message: str


@dataclass(frozen=True)
class Judged:
    """The findings of a run held against a baseline; `gone` are entries that no finding answers to any more."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: tuple[Entry, ...]

    def lines(self) -> Iterator[str]:
        """What is said of known findings and of entries that are gone."""
        yield from (f"known: {one_line(finding)}" for finding in self.known)
        for entry in self.gone:
            yield f"{entry.path}: {entry.code}: no longer found, so this entry can be removed: {entry.message}"

    def gone_entries(self) -> list[dict[str, str]]:
        """The entries that are gone, as plain values."""
        return [entry._asdict() for entry in self.gone]


@dataclass(frozen=True)
class Baseline:
    """What is known, each entry as often as it stands in the file."""

    entries: Counter[Entry] = field(default_factory=Counter)

    def judge(self, findings: Iterable[Finding]) -> Judged:
        """Part what is known from what is new; of two equal findings one entry knows one."""
        left = self.entries.copy()
        new, known = [], []
        for finding in findings:
            entry = _entry(finding)
            if left[entry] > 0:
                left[entry] -= 1
                known.append(finding)
            else:
                new.append(finding)
        return Judged(tuple(new), tuple(known), tuple(sorted(left.elements())))


def add_baseline_argument(parser: argparse.ArgumentParser) -> None:
    """The argument of verbs that can leave known findings be."""
    parser.add_argument("--baseline", metavar="FILE", help="a file of known findings, which are told and do not fail")


def read_baseline(path: str | None) -> Baseline:
    """The baseline in a file; an empty one without a file.

    Raises WrongUseError when the file cannot be read or is no baseline.
    """
    if not path:
        return Baseline()
    try:
        found = json.loads(Path(path).read_text("utf-8"))["known"]
        return Baseline(Counter(Entry(*(_text(item[name]) for name in _FIELDS)) for item in found))
    except OSError as problem:
        raise WrongUseError(f"the baseline {path} cannot be read: {problem.strerror}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise WrongUseError(
            f"{path} is not a baseline; write one with `briefing check --write-baseline {path}`"
        ) from None


def write_baseline(path: str, findings: Iterable[Finding]) -> None:
    """Write findings as known ones, sorted, so that two versions of the file can be compared.

    Raises WrongUseError when the file cannot be written.
    """
    known = [entry._asdict() for entry in sorted(map(_entry, findings))]
    try:
        Path(path).write_text(json.dumps({"known": known}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as problem:
        raise WrongUseError(f"the baseline {path} cannot be written: {problem.strerror}") from None


def _entry(finding: Finding) -> Entry:
    return Entry(finding.full_code, finding.path, _LINE.sub("line", finding.message))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
