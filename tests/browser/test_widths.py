"""What a width changes, and what it must not: the matrix keeps its shape, evidence stands beside or below."""

from __future__ import annotations

from typing import Any

import pytest

from browser.realbook import RealBook
from browser.site import Site

pytestmark = pytest.mark.browser

_MATRIX = """() => {
  const table = document.querySelector(".matrix table");
  const show = (el) => getComputedStyle(el).display;
  const box = (el) => el.getBoundingClientRect();
  const all = (selector) => Array.from(table.querySelectorAll(selector));
  const rows = Array.from(table.rows), cells = rows.map((row) => Array.from(row.cells));
  const words = all("td .stance .word");
  return {
    table: show(table), rows: [...new Set(rows.map(show))], cells: [...new Set(cells.flat().map(show))],
    counts: cells.map((row) => row.reduce((sum, cell) => sum + cell.colSpan, 0)),
    level: cells.every((row) => new Set(row.map((cell) => Math.round(box(cell).top))).size === 1),
    words: words.map((word) => word.textContent.trim()),
    seen: words.filter((word) => getComputedStyle(word).clipPath === "none").length,
    signs: all("td .stance svg").filter((sign) => box(sign).width >= 10).length,
    small: all("a").filter((a) => box(a).width < 24 || box(a).height < 24).map((a) => a.textContent),
  };
}"""


def matrix(site: Site, width: int) -> dict[str, Any]:
    with site.opened("matrix", width=width) as sheet:
        return dict(sheet.evaluate(_MATRIX))


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_the_matrix_is_a_table_at_every_width(site: Site, realbook: RealBook, width: int) -> None:
    found = matrix(site, width)
    assert found["table"] == "table"
    assert found["rows"] == ["table-row"]
    assert found["cells"] == ["table-cell"]
    assert len(set(found["counts"])) == 1
    assert found["counts"][0] == 1 + 7  # who, and the issues that the page names
    assert found["level"]
    assert found["small"] == []
    seen = [item for item in realbook.data["positions"] if item["issue"] != "participation"]  # which has no column
    assert len(found["words"]) == len(seen)
    assert all(found["words"])


def test_on_a_phone_signs_stand_for_the_words_of_the_matrix(site: Site) -> None:
    phone, desk = matrix(site, 390), matrix(site, 1440)
    assert phone["words"] == desk["words"]
    assert phone["signs"] == len(phone["words"])
    assert phone["seen"] == 0
    assert desk["seen"] == len(desk["words"])


@pytest.mark.parametrize(("width", "beside"), [(1440, True), (768, False), (390, False)])
def test_evidence_stands_beside_the_statement_or_below_it(site: Site, width: int, beside: bool) -> None:
    with site.opened("actors/lavrov", width=width) as sheet:
        body = sheet.locator("#position-lavrov-iran-sanctions > .body").bounding_box()
        notes = sheet.locator("#position-lavrov-iran-sanctions > .notes").bounding_box()
    assert body is not None
    assert notes is not None
    if beside:
        assert notes["x"] >= body["x"] + body["width"]
        assert notes["y"] < body["y"] + body["height"]
    else:
        assert notes["y"] >= body["y"] + body["height"]
