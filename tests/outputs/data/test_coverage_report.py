"""`coverage.json`: by source what is used, set aside and unused, and by which rules that was found."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from sphinx_briefing.model.sources import SetAside
from sphinx_briefing.outputs.data.builder import coverage_report
from sphinx_briefing.text.library import Library
from views.books import LIBRARY, RECORD, TALE, book, cite, claim


def test_what_is_used_set_aside_and_unused_is_counted_apart() -> None:
    library = Library((replace(TALE, set_aside=(SetAside("b1", "a name"),)), RECORD), LIBRARY.seeds)
    report = coverage_report(book(claim("c", citations=(cite(passage="p1s1"), cite("a tax on fog"))), library=library))
    assert list(report) == ["tale"]  # a source without a text has no passages
    found = report["tale"]
    assert {name: found[name] for name in ("passages", "used", "set_aside", "unused")} == {
        "passages": 8,
        "used": 2,
        "set_aside": 1,
        "unused": 5,
    }
    states = {name: entry["state"] for name, entry in found["by_passage"].items()}
    assert (states["p1s1"], states["p1s2"], states["b1"], states["t1"]) == ("used", "quoted", "set aside", "unused")
    assert found["by_passage"]["b1"]["reason"] == "a name"
    assert "reason" not in found["by_passage"]["t1"]


def test_the_report_says_by_which_rules_it_was_made() -> None:
    assert coverage_report(book())["tale"]["rules"] == {
        "version": "2026.1",
        "unicode": unicodedata.unidata_version,
        "sha256": LIBRARY.seeds["tale"].sha256,
    }
