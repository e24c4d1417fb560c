"""`briefing check --without SOURCE`: what falls if a source does."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from sphinx_briefing.checks.report import counted
from sphinx_briefing.cli.book import Run, WrongUseError
from sphinx_briefing.cli.verdict import tell
from sphinx_briefing.model.suggestions import hint
from sphinx_briefing.views.withdrawal import Loss, Withdrawal, withdrawal


def without(result: Run, source: str, form: str) -> int:
    """Print the list, as text or as one JSON document.

    Returns 0 when nothing loses all of its evidence, else 1. Raises WrongUseError for a source that the book does not
    have.
    """
    if result.book is None:
        tell(result.findings)
        return 1
    found = withdrawal(result.book, source)
    if found is None:
        known = [item.id for item in result.book.sources]
        raise WrongUseError(f"unknown source `{source}`; {hint(source, known, 'name one of sources.yaml')}")
    if result.findings:
        print(f"briefing: the book has {counted(result.findings)}; the list may be incomplete", file=sys.stderr)
    sys.stdout.write(_as_json(found, result.files) if form == "json" else _as_text(found, result.files))
    return int(bool(found.everything))


def _parts(found: Withdrawal) -> tuple[tuple[str, str, tuple[Loss, ...]], ...]:
    return (
        ("all", "lose all of their evidence", found.everything),
        ("then", "then fall with them", found.then),
        ("some", "lose some of their evidence", found.something),
    )


def _as_text(found: Withdrawal, files: Mapping[str, str]) -> str:
    lines = [f"If `{found.source}` falls ({found.title}):"]
    for _, words, losses in _parts(found):
        lines.append(f"{len(losses)} {words}" + (":" if losses else ""))
        for loss in losses:
            way = ", ".join(f"{item.kind}/{item.id}" for item in loss.through)
            through = f", through {way}" if way else ""
            place = _place(loss, files)
            lines.append(f"  {place['path']}:{place['line']}: {loss.statement.kind} `{loss.statement.id}`{through}")
    return "\n".join(lines) + "\n"


def _as_json(found: Withdrawal, files: Mapping[str, str]) -> str:
    parts = {name: [_record(loss, files) for loss in losses] for name, _, losses in _parts(found)}
    return json.dumps({"source": found.source, "title": found.title, **parts}, ensure_ascii=False, indent=2) + "\n"


def _record(loss: Loss, files: Mapping[str, str]) -> dict[str, Any]:
    return {
        "kind": loss.statement.kind,
        "id": loss.statement.id,
        "place": _place(loss, files),
        "through": [f"{item.kind}/{item.id}" for item in loss.through],
    }


def _place(loss: Loss, files: Mapping[str, str]) -> dict[str, Any]:
    """As findings name it: the path of the page from the folder of `conf.py`."""
    return {"path": files.get(loss.place.page, loss.place.page), "line": loss.place.line}
