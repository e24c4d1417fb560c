"""Fixes made in the files of a book: only those that are the one way to mend a finding."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from sphinx_briefing.checks.fixes import located, mended
from sphinx_briefing.model.findings import Finding, Fix


def with_fixes(root: Path, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each with its fix where the files of the book in `root` show that exactly one is possible."""

    @cache
    def read(path: str) -> Sequence[str]:
        try:
            return _text(_inside(root, path)).split("\n")
        except (OSError, ValueError):
            return ()

    return located(findings, read)


def apply_fixes(root: Path, findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """Make the located fixes, each file in one step; returns what was changed, in order."""
    fixes = sorted({item.fix for item in findings if item.fix}, key=lambda fix: (fix.path, fix.line, fix.column))
    for path in dict.fromkeys(fix.path for fix in fixes):
        file = _inside(root, path)
        text = mended(_text(file), [fix for fix in fixes if fix.path == path])
        temporary = file.with_name(f".{file.name}.tmp")
        temporary.write_bytes(text.encode("utf-8"))
        shutil.copymode(file, temporary)
        os.replace(temporary, file)  # noqa: PTH105  # says that it replaces
    return tuple(fixes)


def _inside(root: Path, path: str) -> Path:
    """A file of the book; raises ValueError for one outside it."""
    file = (root / path).resolve()
    if not file.is_relative_to(root.resolve()):
        raise ValueError(path)
    return file


def _text(file: Path) -> str:
    """The text with its line ends as they are."""
    return file.read_bytes().decode("utf-8")
