"""`briefing check --fix` and the forms of findings, on the small book."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout

import pytest

from conftest import BookCopy, run, tree
from sphinx_briefing.cli import main

PAGE = """# Faults

:::{{claim}} one
The vote is near.

> {evidence}
:::

{more}
"""


def faulty(book: BookCopy, evidence: str, more: str = "") -> None:
    book.write("source/faults.md", PAGE.format(evidence=evidence, more=more))
    book.edit("conf.py", "language =", 'suppress_warnings = ["toc.not_included"]\nlanguage =')


@pytest.mark.parametrize(
    ("evidence", "more", "before", "after"),
    [
        ('@#p1s1 "presented the plan last"', "", "@#p1s1 ", "@#p1s2 "),
        ('@herald#p1s1 "presented the plan last"', "", "@herald#p1s1", "@herald#p1s2"),
        ('@ "opposes work at"', "", '@ "opposes', '@#p2s3 "opposes'),
        ("@#p1s2 “presented the plan last”", "", "“presented the plan last”", '"presented the plan last"'),
        ('@hreald#p1s2 "presented the plan last"', "", "@hreald", "@herald"),
        ("@#p1s1", "So {actor}`rhen` says.", "`rhen`", "`rehn`"),
        ("@#p1s1", '{quote}`@#p1s1 "presented the plan last"`', '`@#p1s1 "', '`@#p1s2 "'),
        ("@#p1s1", ":::{event} e 2031-05-12\n:palce: Hall\n\nX.\n\n> @#p1s1\n:::", ":palce:", ":place:"),
        ("@#p1s1", ":::{event} e 2031-05-12\n:actors: rhen\n\nX.\n\n> @#p1s1\n:::", "rhen", "rehn"),
    ],
)
def test_fix_mends_it_and_changes_nothing_else(
    small: BookCopy, evidence: str, more: str, before: str, after: str
) -> None:
    faulty(small, evidence, more)
    text, others = small.read_text("source/faults.md"), tree(small.root / "source")
    assert text.count(before) == 1
    assert small.check()[0] == 1
    assert small.read_text("source/faults.md") == text  # looking changes nothing
    result = run("check", "--fix", "--book", str(small.root))
    assert (result.code, result.out) == (0, "no findings\n")
    assert "source/faults.md:" in result.err
    assert "mended: `" in result.err
    assert small.read_text("source/faults.md") == text.replace(before, after)
    now = tree(small.root / "source")
    assert {name for name in now if now[name] != others.get(name)} == {"faults.md"}
    assert set(now) == set(others)


@pytest.mark.parametrize(
    ("evidence", "more"),
    [
        ('@#p1s2 "presented the plan first"', ""),  # altered words
        ('@ "of the"', ""),  # nowhere at all
        ('@ "the plan"', ""),  # in several places
        ("@#p1s1", "{actor}`reh` is too short to tell."),
        ("@#p1s1", "{actor}`rhen` and {actor}`rhen` are two."),
    ],
)
def test_fix_leaves_what_it_cannot_be_sure_of(small: BookCopy, evidence: str, more: str) -> None:
    faulty(small, evidence, more)
    before = small.read_text("source/faults.md")
    result = run("check", "--fix", "--book", str(small.root))
    assert result.code == 1
    assert "mended" not in result.err
    assert small.read_text("source/faults.md") == before


def test_a_fix_is_told_in_json_and_sarif(small: BookCopy) -> None:
    faulty(small, '@#p1s1 "presented the plan last"')
    (finding,) = small.check()[1]
    assert finding["fix"] == {
        "path": "source/faults.md", "line": 6, "column": 3, "before": "@#p1s1", "after": "@#p1s2",
    }  # fmt: skip
    assert finding["related"][0]["path"] == "seeds/herald.txt"
    seed = small.read_text("seeds/herald.txt")
    assert seed[finding["related"][0]["start"] : finding["related"][0]["end"]] == "presented the plan last"
    (result,) = json.loads(run("check", "--format", "sarif", "--book", str(small.root)).out)["runs"][0]["results"]
    assert result["fixes"]
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "seeds/herald.txt"
    line = run("check", "--format", "github", "--book", str(small.root)).out
    assert line.startswith("::error file=source/faults.md,line=6,title=brief.quote-not-found::")


class Terminal(io.StringIO):
    """Something that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("setting", "colored"), [("", True), ("1", False)])
def test_color_only_where_it_is_wanted(
    built: BookCopy, monkeypatch: pytest.MonkeyPatch, setting: str, colored: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", setting)
    terminal = Terminal()
    with redirect_stdout(terminal):
        assert main(["check", "--book", str(built.root)]) == 0
    assert "no findings" in terminal.getvalue()
    assert ("\x1b[" in terminal.getvalue()) is colored
