"""The measuring itself: what is counted is what is said to be counted."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = str(Path(__file__).parents[2] / "bench")


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCH)
    return importlib


CONLLU = """\
# newdoc id = X_news_one
# newpar
# text = He left. She
1\tHe\t_\t_\t_\t_\t_\t_\t_\t_
2\tShe\t_\t_\t_\t_\t_\t_\t_\t_

# text = stayed.
1\tstayed\t_\t_\t_\t_\t_\t_\t_\t_
2\t.\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No

# newdoc id = X_fiction_two
# text = Nobody came.
1\tNobody\t_\t_\t_\t_\t_\t_\t_\t_

"""


def test_the_paragraphs_of_a_treebank_are_put_together_again(bench: ModuleType) -> None:
    splitter = bench.import_module("splitter")
    assert list(splitter.paragraphs(CONLLU.splitlines(), "")) == [["He left. She ", "stayed."], ["Nobody came. "]]
    assert list(splitter.paragraphs(CONLLU.splitlines(), "_news_")) == [["He left. She ", "stayed."]]
    assert splitter.ends(["He left. She ", "stayed."]) == {12, 20}


def test_the_score_of_the_splitter_counts_what_was_missed_and_made(
    bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.conllu").write_text(CONLLU, "utf-8")
    monkeypatch.setattr(sys, "argv", ["splitter.py", str(tmp_path), "--wrong", "9"])
    assert bench.import_module("splitter").main() == 0
    out = capsys.readouterr().out
    assert "all ends    precision 0.6667, recall 0.6667, F1 0.6667 (2 right, 1 missed, 1 made)" in out
    assert "inner ends  precision 0.0000, recall 0.0000, F1 0.0000 (0 right, 1 missed, 1 made)" in out
    assert "missed: He left. She |  stayed." in out


@pytest.mark.parametrize("python", ["", "/nowhere/python3", sys.executable])
def test_peers_that_are_not_there_are_left_out_and_named(
    bench: ModuleType, python: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["peers.py", "--number", "5", "--python", python])
    assert bench.import_module("peers").main() == 0
    out = capsys.readouterr().out
    assert "left out" in out
    assert next(line for line in out.splitlines() if line.startswith("altered")).split() == ["altered", "5", "0"]


def test_a_survivor_is_counted_and_handed_back(bench: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    alterations = bench.import_module("alterations")
    seed = alterations.Seed.of("s", "The ferry did not leave the pier.")
    stretch = alterations.Stretch("p1s1", "The ferry did not leave")
    verdict = alterations.verify(seed, stretch.words)
    case = alterations.Case("negation", seed, stretch, stretch.words, verdict)
    assert alterations.table("alteration", iter([case]), 5, passing=False) == [case]
    assert alterations.table("variant", iter([case]), 5, passing=True) == []
    assert capsys.readouterr().out.splitlines()[1].split() == ["negation", "1", "1"]
