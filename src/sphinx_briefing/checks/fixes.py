"""Fixes: where the one text that a fix changes stands in a file, and the file with all its fixes made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sphinx_briefing.model.findings import Finding, Fix

_OPTION = re.compile(r"\s*:[\w-]+:(?:\s|$)")


def located(findings: Iterable[Finding], read: Callable[[str], Sequence[str]]) -> tuple[Finding, ...]:
    """The findings with each fix at its column; a fix whose text does not stand exactly once is taken away.

    `read` gives the lines of a file of the book, none when it cannot be read.
    """
    return tuple(
        finding if finding.fix is None else replace(finding, fix=_locate(finding.fix, read(finding.fix.path)))
        for finding in findings
    )


def _locate(fix: Fix, lines: Sequence[str]) -> Fix | None:
    found = [
        replace(fix, line=number, column=match.start() + 1)
        for number in _lines(fix, lines)
        for match in re.finditer(rf"(?<![\w@#.-]){re.escape(fix.before)}(?![\w#-])", lines[number - 1])
        if not _quoted(lines[number - 1], match, fix)
    ]
    return found[0] if len(found) == 1 else None


def _lines(fix: Fix, lines: Sequence[str]) -> Iterator[int]:
    """The line of the fix, and the options right below it: an id may stand in either."""
    if not 0 < fix.line <= len(lines):
        return
    yield fix.line
    for number in range(fix.line + 1, len(lines) + 1):
        if not _OPTION.match(lines[number - 1]):
            return
        yield number


def _quoted(line: str, match: re.Match[str], fix: Fix) -> bool:
    """Whether the text stands among quoted words, which no fix may change."""
    evidence = line.lstrip().startswith(">") and not fix.before.startswith(("@", "“", "„"))
    return evidence or line.count('"', 0, match.start()) % 2 == 1


def mended(text: str, fixes: Iterable[Fix]) -> str:
    """The text of a file with its located fixes made; nothing else in it changes."""
    lines = text.split("\n")
    for fix in sorted(set(fixes), key=lambda fix: (fix.line, fix.column), reverse=True):  # from the end: columns hold
        line, start = lines[fix.line - 1], fix.column - 1
        lines[fix.line - 1] = line[:start] + fix.after + line[start + len(fix.before) :]
    return "\n".join(lines)
