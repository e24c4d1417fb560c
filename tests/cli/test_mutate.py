"""`briefing mutate` on whole books: the score, and no file changed."""

from __future__ import annotations

import json

from conftest import ROOT, BookCopy, run, tree


def test_the_small_book_is_guarded_whole(built: BookCopy) -> None:
    before = tree(built.root / "source")
    result = run("mutate", "--book", str(built.root))
    assert result.code == 0
    assert result.out.endswith(" caught: 100%\n")
    assert tree(built.root / "source") == before
    document = json.loads(run("mutate", "--format", "json", "--book", str(built.root)).out)
    assert document["caught"] == document["made"] > 100
    assert document["survivors"] == []


def test_wrong_use_is_two() -> None:
    assert run("mutate", "--book", str(ROOT / "tests")).code == 2
