"""Known findings are told and do not fail; new ones do; what is gone can be removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import BookCopy, run
from sphinx_briefing.cli.baseline import read_baseline, write_baseline
from sphinx_briefing.cli.book import WrongUseError
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Place

BAD = "\n{actor}`nobody`\n"


def finding(line: int = 3, message: str = "declared twice: first in page, line 9", path: str = "a.md") -> Finding:
    return error(Code.DUPLICATE, Place("a", line), message, path=path)


def written(tmp_path: Path, *findings: Finding) -> str:
    path = str(tmp_path / "known.json")
    write_baseline(path, findings)
    return path


def test_a_finding_is_known_by_code_path_and_message_whatever_its_lines(tmp_path: Path) -> None:
    baseline = read_baseline(written(tmp_path, finding()))
    moved = finding(12, "declared twice: first in page, line 18")
    others = (finding(path="b.md"), finding(message="declared twice"))
    judged = baseline.judge((moved, *others))
    assert (judged.known, judged.new, judged.gone) == ((moved,), others, ())


def test_of_two_equal_findings_one_entry_knows_one(tmp_path: Path) -> None:
    baseline = read_baseline(written(tmp_path, finding()))
    judged = baseline.judge((finding(1), finding(2)))
    assert (judged.known, judged.new) == ((finding(1),), (finding(2),))


def test_an_entry_that_nothing_answers_to_can_be_removed(tmp_path: Path) -> None:
    judged = read_baseline(written(tmp_path, finding(), finding(7))).judge((finding(),))
    assert judged.gone_entries() == [
        {"code": "brief.id-duplicate", "path": "a.md", "message": "declared twice: first in page, line"}
    ]
    assert [line for line in judged.lines() if "can be removed" in line] == [
        "a.md: brief.id-duplicate: no longer found, so this entry can be removed: declared twice: first in page, line"
    ]


def test_without_a_file_nothing_is_known() -> None:
    assert read_baseline(None).judge((finding(),)).new == (finding(),)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"known": [1]}', '{"known": [{"code": "x"}]}', '{"known": 3}', "\ufffe", "[" * 100_000,
             '{"known": [{"code": 1, "path": "", "message": ""}]}'],
)  # fmt: skip
def test_a_file_that_is_no_baseline_is_wrong_use(tmp_path: Path, text: str) -> None:
    (tmp_path / "known.json").write_text(text, "utf-8")
    with pytest.raises(WrongUseError, match="is not a baseline"):
        read_baseline(str(tmp_path / "known.json"))


def test_a_file_that_cannot_be_read_or_written_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="cannot be read"):
        read_baseline(str(tmp_path / "none.json"))
    with pytest.raises(WrongUseError, match="cannot be written"):
        write_baseline(str(tmp_path / "no" / "where.json"), ())


def test_an_old_book_adopts_a_rule(built: BookCopy, tmp_path: Path) -> None:
    book, known = ("--book", str(built.root)), str(tmp_path / "known.json")
    page = built.read_text("source/words.md")
    built.write("source/words.md", page + BAD)
    assert run("check", *book, "--write-baseline", known).code == 0
    assert run("check", *book).code == 1
    result = run("check", *book, "--strict", "--baseline", known)
    assert result.code == 0
    assert "known: source/words.md:" in result.out
    assert result.out.splitlines()[-1] == "no findings"
    assert run("build", *book, "--baseline", known, "data").code == 0

    built.write("source/words.md", page + "\nA line more.\n" + BAD + "\n{actor}`nemo`\n")
    result = run("check", *book, "--format", "json", "--baseline", known)
    assert result.code == 1
    document = json.loads(result.out)
    assert ["nemo" in item["message"] for item in document["findings"]] == [True]
    assert ["nobody" in item["message"] for item in document["known"]] == [True]
    assert document["gone"] == []
    log = json.loads(run("check", *book, "--format", "sarif", "--baseline", known).out)
    assert [item["baselineState"] for item in log["runs"][0]["results"]] == ["new", "unchanged"]
    assert run("build", *book, "--baseline", known, "data").code == 1

    built.write("source/words.md", page)
    result = run("check", *book, "--strict", "--baseline", known)
    assert (result.code, "can be removed" in result.out) == (0, True)
    log = json.loads(run("check", *book, "--format", "sarif", "--baseline", known).out)
    assert [item["baselineState"] for item in log["runs"][0]["results"]] == ["absent"]


def test_a_baseline_that_is_none_is_wrong_use_of_the_command(built: BookCopy, tmp_path: Path) -> None:
    for verb in ("check", "build"):
        result = run(verb, "--book", str(built.root), "--baseline", str(tmp_path / "none.json"))
        assert (result.code, result.out) == (2, "")
        assert "cannot be read" in result.err
