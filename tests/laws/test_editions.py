"""Law 3 with an edition that the command froze: what changed since, and where pages stand in print, are never stale."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conftest import BookCopy, run
from laws.clean import EVERY, assert_clean
from laws.edits import change_stance, delete_actor, reword

PRINTED = re.compile(r"<dt>In print</dt><dd>\s*<p>page (\d+)</p>")


def freeze(book: BookCopy) -> None:
    done = run("freeze", "--book", str(book.root))
    assert done.code == 0, done.err


@pytest.mark.slow
@pytest.mark.usefixtures("unprinted")
def test_a_frozen_edition_leaves_nothing_stale(built: BookCopy, tmp_path: Path) -> None:
    freeze(built)
    result = built.build(*EVERY)
    assert (result.code, result.read) == (0, ())
    numbers = json.loads(built.read_text("editions/1/pages.json"))["pages"]
    shown = {page: int(found[1]) for page in built.pages if (found := PRINTED.search(built.html(page)))}
    assert shown == {page: numbers[page] for page in shown}
    assert {"index", "actors/mayor", "record"} <= set(shown)
    assert_clean(built, tmp_path / "frozen", *EVERY)
    given = (built.root / "build/work/typstpdf/typst").rglob("*.typ")
    assert "In print" not in "".join(path.read_text("utf-8") for path in given)  # who holds the sheet sees its number

    reword(built)  # the book says something else than what was frozen
    assert built.build(*EVERY).read == ("actors/mayor",)
    assert not any(PRINTED.search(built.html(page)) for page in built.pages)
    assert_clean(built, tmp_path / "reworded", *EVERY)

    built.edit("conf.py", 'brief_edition = "1"', 'brief_edition = "2"')
    assert built.build("html").code == 0
    assert "Since edition 1" in built.html("record")
    for number, edit in enumerate((change_stance, delete_actor)):
        edit(built)
        result = built.build(*EVERY)
        assert result.code == 0, result.err
        assert_clean(built, tmp_path / f"edited-{number}", *EVERY)
    assert "mixed" in built.html("record")
    assert "Tomas Rehn" in built.html("record")  # whom only the frozen edition still knows


@pytest.mark.slow
@pytest.mark.usefixtures("unprinted")
def test_an_edition_is_frozen_of_the_present_state(built: BookCopy, tmp_path: Path) -> None:
    """What was built before does not show in it: `freeze` after an edit writes what it writes of a fresh copy."""
    reword(built)
    fresh = built.copy_to(tmp_path / "fresh")
    for book in (built, fresh):
        freeze(book)
    assert "her good name" in built.read_text("editions/1/book.json")
    for name in ("book.json", "pages.json"):
        assert built.read_text(f"editions/1/{name}") == fresh.read_text(f"editions/1/{name}")


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("text", ["", "{}", '{"pages": 1}', '{"pages": {"index": "one"}}'])
def test_numbers_that_cannot_be_read_are_told(built: BookCopy, text: str) -> None:
    built.write("editions/1/book.json", built.read_text("build/data/book.json"))
    built.write("editions/1/pages.json", text)
    result = built.build("html")
    assert result.code == 1
    assert "editions/1/pages.json: error[brief.build]: the edition cannot be read" in result.err
    assert "restore it as `briefing freeze` wrote it" in result.err
