"""`conf.py` as a text: on which line each name is set, and to what, so that a finding about an option has a place."""

from __future__ import annotations

import ast
import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FILE = "conf.py"


def lines_of(confdir: Path) -> Mapping[str, int]:
    """The line on which each name of `conf.py` is set last; nothing when there is no such file or it is no Python."""
    return dict(sorted(_names(_tree(confdir)), key=lambda found: found[1]))


def values_of(confdir: Path) -> Mapping[str, Any]:
    """The value of each name of `conf.py` that is set, last, to one that is written out: a text, a number, a list."""
    values: dict[str, Any] = {}
    for node in _tree(confdir).body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            values.pop(name, None)
            with contextlib.suppress(ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                values[name] = ast.literal_eval(node.value)
    return values


def _tree(confdir: Path) -> ast.Module:
    try:
        return ast.parse((confdir / FILE).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return ast.Module([], [])


def _names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
