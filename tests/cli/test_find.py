"""`briefing find`: every place of some words, with a line that can be pasted and verifies."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import BookCopy, run
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.evidence_lines import parse_evidence
from sphinx_briefing.text.search import search

TEXT = (
    "The reset\n\nA reset of U.S.-Russia ties is no reset, said “Moscow”. The RESET failed.\n\n"
    "Sanctions\nfollow the re\u00adset's end; it costs 3.5 million. ‘Don't,’ he said."
)
SEED = Seed.of("tale", TEXT)


def found(words: str) -> list[tuple[str, str, bool]]:
    return [(hit.words, hit.passage, hit.exact) for hit in search(SEED, words)]


def test_every_place_is_found_first_in_the_same_case() -> None:
    assert found("reset") == [
        ("reset", "t1", True), ("reset", "p1s1", True), ("reset", "p1s1", True), ("re\u00adset's", "p2s1", True),
        ("RESET", "p1s2", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("sanction", "Sanctions"),  # part of a word is widened to the whole
        ("S.-Russ", "U.S.-Russia"),
        ("sanctions follow", "Sanctions follow"),
        ('said "moscow"', "said “Moscow”"),
        ("5 million", "3.5 million"),
        ("don’t", "Don't"),
        ("ties   is", "ties is"),
    ],
)
def test_typography_case_and_ends_of_words_are_looked_through(words: str, shown: str) -> None:
    assert [hit.words for hit in search(SEED, words)] == [shown]


@pytest.mark.parametrize("words", ["resets it", "", "   ", "Sanctions. Follow", "ended by the"])
def test_what_stands_nowhere_is_not_found(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize("words", ["reset", "said Moscow", "moscow", "a", "costs", "the", "don’t", "3", "s"])
def test_every_line_offered_verifies(words: str) -> None:
    for hit in search(SEED, words):
        read = parse_evidence(f"@tale{hit.evidence}")
        verdict = verify(SEED, read.words, passage=read.passage, before=read.before, after=read.after)
        assert verdict.passed, (hit, verdict)
        assert (verdict.start, verdict.end) == (hit.start, hit.end)


def test_letters_that_change_length_with_their_case_do_not_shift_what_is_found() -> None:
    seed = Seed.of("x", "İİİ straße İ Reset now.")
    assert [hit.words for hit in search(seed, "reset NOW")] == ["Reset now."[:-1]]


def data(book: BookCopy, words: str) -> tuple[int, list[dict[str, Any]]]:
    result = run("find", words, "--format", "json", "--book", str(book.root))
    return result.code, json.loads(result.out)["hits"]


def test_the_books_own_source_needs_no_name(small: BookCopy) -> None:
    code, (hit,) = data(small, "another winter")
    assert code == 0
    assert set(hit) == {
        "source", "passage", "page", "start", "end", "words", "before", "after", "exact", "line",
    }  # fmt: skip
    assert hit["line"] == f'> @#{hit["passage"]} "another winter"'
    stored = small.read_text("seeds/herald.txt")
    assert stored[hit["start"] : hit["end"]] == "another winter"


def test_another_source_is_named(small: BookCopy, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("The ferry stays. It waits another winter.\n", "utf-8")
    assert run("ingest", str(tmp_path / "ferry.txt"), "--write", "--book", str(small.root)).code == 0
    result = run("find", "ANOTHER winter", "--book", str(small.root))
    assert result.code == 0
    assert "ferry#p1s2 (in another case)\n  The ferry stays. It waits [another winter].\n" in result.out
    assert '> @ferry#p1s2 "another winter"\n' in result.out
    assert result.out.endswith("2 hits\n")


def test_a_line_can_be_pasted(small: BookCopy) -> None:
    _, hits = data(small, "council")
    assert hits
    lines = "\n".join(hit["line"] for hit in hits)
    small.write("source/words.md", f"{small.read_text('source/words.md')}\n:::{{claim}} pasted\nSo.\n\n{lines}\n:::\n")
    _, found = small.check()
    # cut short a line may say something else, and what was set aside is now used: both are said; the words all stand
    assert {item["code"] for item in found} <= {"brief.quote-cut", "brief.passage-unused"}


def test_no_hit_is_one(small: BookCopy) -> None:
    assert data(small, "no such words at all") == (1, [])
    result = run("find", "no such words at all", "--book", str(small.root))
    assert (result.code, result.out) == (1, "no hits\n")


@pytest.mark.parametrize("words", ["", "  ", "...", "“”"])
def test_no_word_is_wrong_use(small: BookCopy, words: str) -> None:
    result = run("find", words, "--book", str(small.root))
    assert (result.code, result.out) == (2, "")
    assert "no word to look for" in result.err


def test_sources_that_cannot_be_read(small: BookCopy) -> None:
    small.write("seeds/sources.yaml", "{")
    result = run("find", "council", "--book", str(small.root))
    assert result.code == 2
    assert "seeds/sources.yaml: not YAML" in result.err


def test_what_was_not_looked_through_is_said(small: BookCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_SEEDS", raising=False)
    small.edit("seeds/sources.yaml", "    seed: herald.txt\n", "    seed: herald.txt\n    private: true\n")
    result = run("find", "council", "--book", str(small.root))
    assert (result.code, "not looked through: herald, whose private seed is not here" in result.err) == (1, True)
    monkeypatch.setenv("BRIEFING_SEEDS", str(small.root / "seeds"))
    assert run("find", "council", "--book", str(small.root)).code == 0
    small.edit("seeds/herald.txt", "another winter", "another summer")
    result = run("find", "council", "--book", str(small.root))
    assert (result.code, "herald, whose seed cannot be trusted" in result.err) == (1, True)


def test_a_reader_that_has_seen_enough_is_no_error(small: BookCopy) -> None:
    (small.root / "seeds/herald.txt").write_text("It rains here. " * 2_000, "utf-8")
    small.repin()
    small.edit("seeds/sources.yaml", "    passages:\n", "    note: none\n    passages: {}\n    # passages:\n")
    text = small.read_text("seeds/sources.yaml")
    small.write("seeds/sources.yaml", re.sub(r"(?m)^      [tpb]\d+.*\n|^    set-aside:\n", "", text))
    command = [sys.executable, "-m", "sphinx_briefing.cli", "find", "rains", "--book", str(small.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(100)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0
