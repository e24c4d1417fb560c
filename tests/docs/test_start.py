"""The page "Your first hour", done as a newcomer would do it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from manual_examples import DOCS, examples

from sphinx_briefing.cli import main

SAYS = re.compile(r"^% start says\n\n```text\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


def unnumbered(text: str) -> str:
    """Without passage numbers: the text of a new book may change, and no reader counts its sentences."""
    return re.sub(r"#p\d+s\d+", "#", text)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-book"]) == 0
    return tmp_path / "my-book"


def test_first_hour(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clean, altered = SAYS.findall((DOCS / "start.md").read_text("utf-8"))
    given = {
        example.wanted.removeprefix("start "): example.text
        for example in examples("markdown")
        if example.wanted.startswith("start ")
    }
    assert len(given) == 2
    for name, text in given.items():
        assert (book / name).is_file()
        (book / name).write_text(text, "utf-8")
    capsys.readouterr()
    assert main(["check", "--book", "my-book"]) == 0
    assert capsys.readouterr().out == clean

    page = book / "source" / "actor.md"
    page.write_text(page.read_text("utf-8").replace("ships", "boats"), "utf-8")
    assert main(["check", "--book", "my-book"]) == 1
    assert unnumbered(capsys.readouterr().out) == unnumbered(altered)
    assert main(["build", "html", "--book", "my-book"]) == 1
    assert not (book / "build" / "html").exists()

    page.write_text(page.read_text("utf-8").replace("boats", "ships"), "utf-8")
    assert main(["build", "html", "--book", "my-book"]) == 0
    assert "Verified" in (book / "build" / "html" / "actor.html").read_text("utf-8")


def test_new_book_has_the_files_that_the_page_lists(book: Path) -> None:
    text = (DOCS / "start.md").read_text("utf-8")
    listed = {name for name in re.findall(r"^  (\S+)  ", text, re.MULTILINE) if name != "build/"}
    assert listed == {path.relative_to(book).as_posix() for path in book.rglob("*") if path.is_file()}
