"""Findings on a terminal: the lines of the text form, in color."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from sphinx_briefing.checks.report import counted, told
from sphinx_briefing.model.findings import Finding, Severity

_COLORS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
_LOST, _ADDED = re.compile(r"\[-.*?-\]"), re.compile(r"\{\+.*?\+\}")


def print_colored(findings: Sequence[Finding], stream: TextIO) -> None:
    """Print what the text form says, word for word: places bold, errors red, warnings yellow, differences in color.

    On a terminal a last line tells how many findings `--fix` can mend.
    """
    console = Console(file=stream, highlight=False, soft_wrap=True, force_terminal=True)
    for finding in findings:
        console.print(_line(finding))
    console.print(Text(counted(findings), "bold" if findings else "bold green"))
    fixable = sum(finding.fix is not None for finding in findings)
    if fixable:
        console.print(Text(f"{fixable} of them can be mended by `briefing check --fix`", "dim"))


def _line(finding: Finding) -> Text:
    said = Text(told(finding))
    said.highlight_regex(_LOST, "red")
    said.highlight_regex(_ADDED, "green")
    if finding.hint:
        said.stylize("dim", len(said) - len(finding.hint))
    severity = Text(finding.severity.value, _COLORS[finding.severity])
    return Text.assemble((finding.where, "bold"), ": ", severity, (f"[{finding.full_code}]", "cyan"), ": ", said)
