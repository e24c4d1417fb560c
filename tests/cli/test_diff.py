"""`briefing diff`: what changed between two editions or files, in words or as data."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import run
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.serialization import book_json
from views.books import book, claim, judgment


def freeze(folder: Path, name: str, text: str) -> Path:
    facts = (claim("c", text=(text,)), judgment("j-1", line=20, rests_on=(Key("claim", "c"),)))
    path = folder / "editions" / name / "book.json"
    path.parent.mkdir(parents=True)
    path.write_text(book_json(book(*facts)), "utf-8")
    return path


def test_two_editions_by_their_names(tmp_path: Path) -> None:
    freeze(tmp_path, "1", "The ferry was late.")
    freeze(tmp_path, "2", "The ferry sank.")
    done = run("diff", "1", "2", "--book", str(tmp_path))
    assert done.code == 1
    assert done.out.splitlines() == [
        "claim/c: reworded; The ferry was late. -> The ferry sank. [touches J-1]",
        "1 change",
    ]


def test_two_files_as_data_and_typing_marked(tmp_path: Path) -> None:
    old, new = freeze(tmp_path, "1", "The ferry was late."), freeze(tmp_path, "2", "The ferrry was late.")
    (found,) = json.loads(run("diff", str(old), str(new), "--format", "json").out)["changes"]
    assert (found["kind"], found["target"]["id"], found["significant"]) == ("reworded", "c", False)
    assert "claim/c: reworded (typing)" in run("diff", str(old), str(new)).out


def test_the_same_twice_is_no_change(tmp_path: Path) -> None:
    freeze(tmp_path, "1", "The ferry was late.")
    done = run("diff", "1", "1", "--book", str(tmp_path))
    assert (done.code, done.out) == (0, "no changes\n")


def test_what_is_no_book_is_wrong_use(tmp_path: Path) -> None:
    path = freeze(tmp_path, "1", "The ferry was late.")
    done = run("diff", "1", "7", "--book", str(tmp_path))
    assert done.code == 2
    assert "there is no edition `7`" in done.err
    path.write_text("{}", "utf-8")
    done = run("diff", "1", "1", "--book", str(tmp_path))
    assert done.code == 2
    assert "is no book: it has no object `book` at its top" in done.err
