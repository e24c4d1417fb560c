"""The pages before axe-core, if a package that carries it is installed."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from browser.needs import require
from browser.realbook import PAGES
from browser.site import Site, View

pytestmark = pytest.mark.browser

VIEWS = [
    *(View(page) for page in PAGES),
    *(View(page, 390, "dark") for page in ("index", "matrix", "timeline")),
]
#: Every text's contrast is measured in test_pages.py. The slowest rule of axe is asked for a second opinion only here.
CONTRAST = ("index", "actors/lavrov")
_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,  # it would fetch the style sheets, which a page opened from a folder may not
}


@pytest.fixture(scope="module")
def axe() -> str:
    for name in ("axe_playwright_python", "axe_core_python"):
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            return (Path(spec.origin).parent / "axe.min.js").read_text("utf-8")
    require(False, "axe-core (pip install axe-playwright-python)")
    raise AssertionError


def said(problem: dict[str, Any]) -> str:
    places = [f"{node['target']} {node.get('failureSummary', '')[:160]!r}" for node in problem["nodes"][:3]]
    return f"{problem['id']} ({problem['impact']}), {len(problem['nodes'])} times: " + " | ".join(places)


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_axe_finds_nothing(site: Site, axe: str, view: View) -> None:
    rules = {**_RULES, "rules": {"color-contrast": {"enabled": view.page in CONTRAST}}}
    with site.looked_at(view) as (sheet, _):
        sheet.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        sheet.evaluate(axe)
        found = sheet.evaluate(f"axe.run({json.dumps(rules)})")
    assert len(found["passes"]) > 15  # it did look
    assert [said(problem) for problem in found["violations"]] == []
