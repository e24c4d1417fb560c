"""`briefing check --without SOURCE`: what falls if a source does."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from sphinx_briefing.checks.report import counted
from sphinx_briefing.cli.book import BookFolder, Run, WrongUseError
from sphinx_briefing.model.suggestions import hint
from sphinx_briefing.views.withdrawal import Loss, Withdrawal, withdrawal


def without(result: Run, folder: BookFolder, source: str, form: str) -> int:
    """Print the list, as text or as one JSON document.

    Returns 0 when nothing loses all of its evidence, else 1. Raises WrongUseError for a source that the book does not
    have.
    """
    if result.book is None:
        return 1
    found = withdrawal(result.book, source)
    if found is None:
        known = [item.id for item in result.book.sources]
        raise WrongUseError(f"unknown source `{source}`; {hint(source, known, 'name one of sources.yaml')}")
    if result.findings:
        print(f"briefing: the book has {counted(result.findings)}; the list may be incomplete", file=sys.stderr)
    sys.stdout.write(_as_json(found, folder) if form == "json" else _as_text(found, folder))
    return int(bool(found.everything))


def _parts(found: Withdrawal) -> tuple[tuple[str, str, tuple[Loss, ...]], ...]:
    return (
        ("all", "lose all of their evidence", found.everything),
        ("then", "then fall with them", found.then),
        ("some", "lose some of their evidence", found.something),
    )


def _as_text(found: Withdrawal, folder: BookFolder) -> str:
    lines = [f"If `{found.source}` falls ({found.title}):"]
    for _, words, losses in _parts(found):
        lines.append(f"{len(losses)} {words}" + (":" if losses else ""))
        for loss in losses:
            way = ", ".join(f"{item.kind}/{item.id}" for item in loss.through)
            through = f", through {way}" if way else ""
            place = _place(loss, folder)
            lines.append(f"  {place['path']}:{place['line']}: {loss.statement.kind} `{loss.statement.id}`{through}")
    return "\n".join(lines) + "\n"


def _as_json(found: Withdrawal, folder: BookFolder) -> str:
    parts = {name: [_record(loss, folder) for loss in losses] for name, _, losses in _parts(found)}
    return json.dumps({"source": found.source, "title": found.title, **parts}, ensure_ascii=False, indent=2) + "\n"


def _record(loss: Loss, folder: BookFolder) -> dict[str, Any]:
    return {
        "kind": loss.statement.kind,
        "id": loss.statement.id,
        "place": _place(loss, folder),
        "through": [f"{item.kind}/{item.id}" for item in loss.through],
    }


def _place(loss: Loss, folder: BookFolder) -> dict[str, Any]:
    """As findings name it: the path of the page from the folder of `conf.py`."""
    written = (folder.pages / f"{loss.place.page}{suffix}" for suffix in (".md", ".rst", ".txt"))
    page = next((path for path in written if path.is_file()), folder.pages / loss.place.page)
    return {"path": Path(os.path.relpath(page, folder.root)).as_posix(), "line": loss.place.line}
