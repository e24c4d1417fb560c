"""How findings are reported: in one order, each once, in a line or as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.checks.report import as_json, count, counted, in_order, one_line
from sphinx_briefing.model.findings import Code, Related, error, warning
from sphinx_briefing.model.places import Place

ERROR = error(Code.REFERENCE, Place("a", 12), "unknown actor `nort`", "did you mean `north`?", path="source/a.md")
WARNING = warning(
    Code.HINDSIGHT, Place("b", 2), "too late", path="source/b.md", related=(Related("x.txt", 0, "there"),)
)
LATER = replace(ERROR, place=Place("a", 100))
FILE = error(Code.SOURCES_FILE, Place(""), "the file does not exist", path="seeds/sources.yaml")


def test_a_finding_is_one_line_that_an_editor_can_jump_to() -> None:
    assert (
        one_line(ERROR) == "source/a.md:12: error[brief.reference-unknown]: unknown actor `nort`; did you mean `north`?"
    )
    assert one_line(WARNING) == "source/b.md:2: warning[brief.hindsight-unfenced]: too late"
    assert one_line(FILE) == "seeds/sources.yaml: error[brief.sources-file]: the file does not exist"


def test_a_hint_after_a_sentence_is_a_sentence() -> None:
    assert one_line(replace(ERROR, message="It is not there.")).endswith(": It is not there. Did you mean `north`?")
    assert one_line(replace(ERROR, message="Is it there?", hint="look")).endswith(": Is it there? Look")


@given(st.permutations([ERROR, WARNING, LATER, FILE, ERROR]))
def test_findings_stand_by_file_and_line_each_once(given_findings: list[object]) -> None:
    assert in_order(given_findings) == (FILE, ERROR, LATER, WARNING)  # type: ignore[arg-type]


def test_json_says_the_same_in_fields() -> None:
    document = json.loads(as_json((ERROR, WARNING)))
    assert set(document) == {"rules", "findings"}
    assert document["findings"][0] == {
        "code": "brief.reference-unknown",
        "severity": "error",
        "message": "unknown actor `nort`",
        "hint": "did you mean `north`?",
        "place": {"path": "source/a.md", "line": 12},
        "related": [],
    }
    assert document["findings"][1]["related"] == [{"path": "x.txt", "line": 0, "message": "there"}]
    assert json.loads(as_json(())) == {"rules": {}, "findings": []}


def test_json_carries_the_fingerprint_and_what_else_it_is_given() -> None:
    document = json.loads(as_json((), {"version": "2026.1"}, known=(ERROR,), gone=[{"code": "x"}]))
    assert document["rules"] == {"version": "2026.1"}
    assert [item["code"] for item in document["known"]] == ["brief.reference-unknown"]
    assert document["gone"] == [{"code": "x"}]


def test_errors_and_warnings_are_counted_apart() -> None:
    assert count((ERROR, WARNING, LATER)) == (2, 1)
    assert counted((ERROR, WARNING, LATER)) == "2 errors, 1 warning"
    assert counted((ERROR,)) == "1 error"
    assert counted((WARNING, WARNING)) == "2 warnings"
    assert counted(()) == "no findings"
