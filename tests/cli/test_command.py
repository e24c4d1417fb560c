"""The command `briefing`: what each verb does, how it ends, what stands on standard output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import BookCopy, run, run_apart
from sphinx_briefing.cli import VERBS


def test_good_is_zero(built: BookCopy) -> None:
    assert built.build("html", "data").code == 0
    assert built.check() == (0, [])


def test_findings_are_one(built: BookCopy) -> None:
    built.write("source/words.md", built.read_text("source/words.md") + "\n{actor}`nobody`\n")
    assert built.build().code == 1
    assert built.check()[0] == 1


def test_warnings_are_one_only_when_strict(built: BookCopy) -> None:
    built.write("source/words.md", built.read_text("source/words.md") + "\nPerhaps the harbor closes.\n")
    code, found = built.check()
    assert (code, [item["code"] for item in found]) == (0, ["brief.likelihood-unscaled"])
    assert run("check", "--strict", "--book", str(built.root)).code == 1
    before = built.published()
    assert run("build", "--strict", "--book", str(built.root), "html").code == 1
    assert built.published() == before
    assert built.build().code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "--book", "/nowhere/at/all"],
        ["build", "--book", "BOOK", "htm"],
        ["build", "--book", "BOOK", "--paper", "a3"],
        ["check", "--book", "BOOK", "--format", "xml"],
        ["check", "--book", "/nowhere/at/all"],
        ["linkcheck", "--book", "/nowhere/at/all"],
        ["explain", "brief.quote-alterd"],
        ["new"],
    ],
)
def test_wrong_use_is_two(small_built: BookCopy, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    result = run(*[str(small_built.root) if argument == "BOOK" else argument for argument in arguments])
    assert result.code == 2
    assert result.err
    assert "Traceback" not in result.err
    assert result.out == ""


def test_a_folder_whose_conf_does_not_load_the_extension(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('extensions = ["myst_parser"]\n', "utf-8")
    (tmp_path / "index.md").write_text("# One\n", "utf-8")
    result = run("check", "--book", str(tmp_path))
    assert result.code == 2
    assert "sphinx_briefing" in result.err


def test_a_conf_that_is_not_python(small: BookCopy) -> None:
    small.write("conf.py", "project = (\n")
    result = small.build()
    assert result.code == 1
    assert "conf.py" in result.err
    assert "internal error" not in result.err


def test_json_is_one_document_and_nothing_else(small: BookCopy, tmp_path: Path) -> None:
    """In a process of its own, so that nothing may slip past what the test listens to."""
    small.write("source/words.md", small.read_text("source/words.md") + "\n{actor}`mayer`\n\n:::{unknown}\n:::\n")
    result = run_apart("check", "--format", "json", "--book", str(small.root), cwd=tmp_path)
    assert result.code == 1
    found = json.loads(result.out)
    assert list(found) == ["rules", "findings"]
    for item in found["findings"]:
        assert set(item) - {"fix"} == {"code", "severity", "message", "hint", "place", "related"}
        assert set(item["place"]) == {"path", "line"}
    assert [item["code"] for item in found["findings"]] == ["brief.reference-unknown", "brief.markup"]
    assert "Traceback" not in result.err


def test_a_pipe_gets_no_codes_of_a_terminal_even_in_ci(small: BookCopy, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx_briefing.cli", "build", "--book", str(small.root)]
    quiet = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    done = subprocess.run(command, cwd=tmp_path, env={**quiet, "CI": "true"}, capture_output=True, check=True)
    assert b"reading sources" in done.stdout
    assert b"\x1b" not in done.stdout + done.stderr


def test_text_is_the_figures_one_line_a_finding_and_a_count(built: BookCopy) -> None:
    built.write("source/words.md", built.read_text("source/words.md") + "\n{actor}`mayer` and {actor}`ren`\n")
    out = run("check", "--book", str(built.root)).out.splitlines()
    line = built.line_of("source/words.md", "mayer")
    assert (out[0], out[-1]) == ("figures: 1 not verifiable here", "2 errors")
    assert len(out) == 4
    assert all(
        text.startswith(f"source/words.md:{line}: error[brief.reference-unknown]: unknown actor") for text in out[1:-1]
    )


def test_pages_beside_conf_are_a_book_too(small: BookCopy, tmp_path: Path) -> None:
    for path in list((small.root / "source").iterdir()):
        path.rename(small.root / path.name)
    (small.root / "source").rmdir()
    small.edit(
        "conf.py",
        'html_static_path = ["source/_static"]',
        'html_static_path = ["_static"]\nexclude_patterns = ["build"]',
    )
    assert small.build().code == 0
    assert small.build().read == ()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    result = run(verb, "--help")
    assert result.code == 0
    assert "usage: briefing" in result.out


def test_explain_knows_every_code() -> None:
    every = run("explain")
    assert every.code == 0
    assert "brief.quote-altered: Quoted words differ from the source's words." in every.out
    assert run("explain", "brief.quote-altered").out in every.out


def test_output_ends_with_what_to_open(built: BookCopy) -> None:
    out = built.build("html", "data").out.splitlines()
    assert out[-3].startswith(f"{built.root}/build/html/index.html")
    assert out[-2].startswith(f"{built.root}/build/data/book.json")
    assert out[-1] == "no findings"
    assert (built.root / "build/reports/coverage.json").is_file()
    counts = json.loads((built.root / "build/reports/figures.json").read_text("utf-8"))
    assert list(counts) == ["supported", "computed", "set aside", "not verifiable here", "unsupported"]
    assert json.loads((built.root / "build/data/book.jsonld").read_text("utf-8"))["total"] > 10
