"""`briefing check --without SOURCE`: the list, its exit codes, and its JSON."""

from __future__ import annotations

import json

from conftest import BookCopy, run


def test_a_source_on_which_nothing_rests_alone_is_zero(built: BookCopy) -> None:
    built.edit("source/actors/rehn.md", "> @tides", "> @tides\n> @minutes")
    result = run("check", "--without", "tides", "--book", str(built.root))
    assert result.code == 0
    line = built.line_of("source/actors/rehn.md", "{claim} rehn-tides")
    assert result.out == (
        "If `tides` falls (Tide tables):\n0 lose all of their evidence\n0 then fall with them\n"
        f"1 lose some of their evidence:\n  source/actors/rehn.md:{line}: claim `rehn-tides`\n"
    )
    assert result.err == ""


def test_what_loses_all_is_one_and_is_told_with_its_place(built: BookCopy) -> None:
    result = run("check", "--without", "herald", "--book", str(built.root))
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[1].endswith(" lose all of their evidence:")
    told = [line.strip() for line in lines if line.startswith("  ")]
    assert told
    for line in told:
        path, number, what = line.split(":", 2)
        words = what.split("`")[1]
        word = what.split()[0].replace("term", "lexeme")
        assert f"{{{word}}}" in built.read_text(path).splitlines()[int(number) - 1]
        assert words.split(".")[-1] in built.read_text(path)


def test_json_says_the_same_and_nothing_else(built: BookCopy) -> None:
    built.write(
        "source/words.md",
        built.read_text("source/words.md")
        + "\n:::{claim} only-minutes\nSo it is.\n\n> @minutes\n:::\n"
        + "\n:::{claim} upon\n:rests-on: claim/only-minutes\nSo it follows.\n\n> @tides\n:::\n",
    )
    result = run("check", "--without", "minutes", "--format", "json", "--book", str(built.root))
    assert result.code == 1
    found = json.loads(result.out)
    assert list(found) == ["source", "title", "all", "then", "some"]
    line = built.line_of("source/words.md", "{claim} only-minutes")
    assert {
        "kind": "claim",
        "id": "only-minutes",
        "place": {"path": "source/words.md", "line": line},
        "through": [],
    } in found["all"]
    assert [(item["id"], item["through"]) for item in found["then"]] == [("upon", ["claim/only-minutes"])]


def test_an_unknown_source_is_wrong_use(built: BookCopy) -> None:
    result = run("check", "--without", "herold", "--book", str(built.root))
    assert result.code == 2
    assert "unknown source `herold`; did you mean `herald`?" in result.err
    assert result.out == ""


def test_a_book_with_findings_is_told_that_the_list_may_be_incomplete(built: BookCopy) -> None:
    built.write("source/words.md", built.read_text("source/words.md") + "\n{actor}`nobody`\n")
    result = run("check", "--without", "tides", "--book", str(built.root))
    assert result.code == 1
    assert result.out.startswith("If `tides` falls (Tide tables):\n1 lose all of their evidence:\n")
    assert result.err == "briefing: the book has 1 error; the list may be incomplete\n"
