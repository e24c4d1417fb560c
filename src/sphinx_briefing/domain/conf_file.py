"""`conf.py` as a text: on which line each name is set, so that a finding about an option has a place."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

FILE = "conf.py"


def lines_of(confdir: Path) -> Mapping[str, int]:
    """The line on which each name of `conf.py` is set last; nothing when there is no such file or it is no Python."""
    try:
        tree = ast.parse((confdir / FILE).read_bytes())
    except (OSError, SyntaxError, ValueError):
        return {}
    return dict(sorted(_names(tree), key=lambda found: found[1]))


def _names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
