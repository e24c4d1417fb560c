"""`briefing explain` on a whole book: what is known of a thing, from where, and which pages show it."""

from __future__ import annotations

import pytest

from conftest import BookCopy, Run, run
from laws.edits import rename_actor


def explained(book: BookCopy, name: str) -> Run:
    return run("explain", "--book", str(book.root), name)


def section(out: str, head: str) -> list[str]:
    """The lines below a head, up to the next empty one."""
    lines = out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(head)) + 1
    return [line.strip() for line in lines[start : [*lines, ""].index("", start)]]


def test_an_actor_with_its_statements_mentions_and_pages(built: BookCopy) -> None:
    result = explained(built, "dockers")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("actor dockers: The dockers’ union\n  source/actors/dockers.md:3\n")
    stated = section(result.out, "Statements that name it")
    assert "position dockers.night-work  source/actors/dockers.md:12" in stated
    assert '@herald#p2s3 "opposes work at night" (exact)' in stated
    line = built.line_of("source/index.md", "{actor}`the dockers <dockers>`")
    assert f"source/index.md:{line}" in section(result.out, "Mentioned")
    assert "source/overview.md: matrix, judgments" in section(result.out, "Shown on")


def test_the_pages_that_show_it_are_written_again_when_it_changes(built: BookCopy) -> None:
    """What is told as a reason is one: a new name writes each of these pages."""
    shown = {
        line.partition(": ")[0].removeprefix("source/").removesuffix(".md")
        for line in section(explained(built, "mayor").out, "Shown on")
    }
    rename_actor(built)
    written = set(built.build("html").written)
    assert shown <= written
    assert len(shown) > len(written) / 2


def test_a_judgment_is_named_with_its_likelihood(built: BookCopy) -> None:
    out = explained(built, "j-02").out
    assert out.startswith("judgment j-02: Very unlikely: the union accepts night work before the autumn")
    named = section(explained(built, "issue/night-work").out, "Statements that name it")
    assert "Likely: a compromise on shifts until ten is found" in named


def test_words_of_a_silent_anchor_stay_silent(built: BookCopy) -> None:
    out = explained(built, "mayor").out
    assert "@herald#p1s2 (silent)" in out
    assert "presented the plan last week as the only way" not in out


@pytest.mark.parametrize("name", ["actors/mayor", "source/actors/mayor.md"])
def test_a_page_by_its_name_or_its_file(built: BookCopy, name: str) -> None:
    out = explained(built, name).out
    assert out.startswith("page actors/mayor: Odile Brandt\n")
    assert "position mayor.dredging  source/actors/mayor.md:13" in section(out, "It states")
    shown = section(out, "Shown on")
    assert any(line.startswith("source/actors/index.md: ") and "contents list the page" in line for line in shown)
    assert any(line.startswith("source/actors/rehn.md: ") and "previous or next" in line for line in shown)


def test_a_passage_and_a_source(built: BookCopy) -> None:
    passage = explained(built, "herald#p2s3").out
    assert "position dockers.night-work" in passage
    assert "source/source.md: it stands there" in section(passage, "Shown on")
    source = explained(built, "minutes").out
    assert source.startswith("source minutes: Minutes of the harbor council\n")
    assert "discrepancy d-1" in source


def test_what_is_not_known_is_wrong_use_with_a_suggestion(built: BookCopy) -> None:
    result = explained(built, "dockerz")
    assert (result.code, result.out) == (2, "")
    assert "did you mean `dockers`" in result.err
    assert "Traceback" not in result.err


def test_a_code_needs_no_book() -> None:
    assert run("explain", "quote-altered").out.startswith("brief.quote-altered: ")
