"""Law 5: a failed or killed build leaves the last good output whole, and the next build is as good as a clean one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import BookCopy
from laws.edits import add_page, rename_actor

#: An extension that stops the build at the moment, and in the way, that the environment names.
SABOTAGE = """
import os, signal

def setup(app):
    def stop():
        if os.environ.get("SABOTAGE") == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        raise RuntimeError("sabotage")

    def page(app, pagename, templatename, context, doctree):
        if os.environ.get("SABOTAGE") and pagename == os.environ.get("SABOTAGE_PAGE", "issues/dredging"):
            stop()

    app.connect("html-page-context", page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""


@pytest.fixture
def fragile(small: BookCopy) -> BookCopy:
    """The small book, built, with an extension that can stop a build while pages are written."""
    add_sabotage(small)
    result = apart(small)
    assert result.returncode == 0, result.stderr
    return small


def add_sabotage(book: BookCopy) -> None:
    book.write("sabotage.py", SABOTAGE)
    start = "import sys\n\nsys.path.insert(0, __file__[:-7])\n"
    book.edit("conf.py", "\nextensions = [", f'\n{start}extensions = ["sabotage", ')


def command(book: BookCopy, output: str = "html") -> list[str]:
    return [sys.executable, "-m", "sphinx_briefing.cli", "build", "--book", str(book.root), output]


def apart(book: BookCopy, output: str = "html", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(book, output), env={**os.environ, **env}, capture_output=True, text=True, check=False)


def assert_next_is_clean(book: BookCopy, folder: Path, output: str = "html") -> None:
    result = apart(book, output)
    assert result.returncode == 0, result.stderr
    clean = book.copy_to(folder)
    assert apart(clean, output).returncode == 0
    assert book.published(output) == clean.published(output)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["raise", "kill"])
def test_a_build_that_dies_while_writing_a_page(fragile: BookCopy, how: str, tmp_path: Path) -> None:
    before = fragile.published()
    rename_actor(fragile)
    add_page(fragile)
    result = apart(fragile, SABOTAGE=how)
    assert result.returncode == (1 if how == "raise" else -signal.SIGKILL)
    assert fragile.published() == before
    assert_next_is_clean(fragile, tmp_path / "clean")


@pytest.mark.slow
def test_an_edit_taken_back_after_a_build_that_died(fragile: BookCopy) -> None:
    """Pages that were written with the new name before the end must not keep it: no source of theirs has changed."""
    before = fragile.published()
    page = fragile.read_text("source/actors/mayor.md")
    rename_actor(fragile)
    assert apart(fragile, SABOTAGE="kill", SABOTAGE_PAGE="overview").returncode == -signal.SIGKILL
    assert fragile.published() == before
    fragile.write("source/actors/mayor.md", page)
    assert apart(fragile).returncode == 0
    assert fragile.published() == before


@pytest.mark.slow
def test_a_first_build_that_died_publishes_nothing(small: BookCopy, tmp_path: Path) -> None:
    add_sabotage(small)
    assert apart(small, SABOTAGE="kill").returncode == -signal.SIGKILL
    assert not (small.root / "build" / "html").exists()
    assert_next_is_clean(small, tmp_path / "clean")


def test_a_finding_blocks_all_outputs(built: BookCopy) -> None:
    before = {output: built.published(output) for output in ("html", "data")}
    rename_actor(built)
    built.edit("source/actors/rehn.md", "survive another winter", "survive another summer")
    result = built.build("html", "data")
    assert result.code == 1
    assert "nothing was published" in result.out
    assert "source/actors/rehn.md:18: error[brief.quote-altered]" in result.err
    assert {output: built.published(output) for output in ("html", "data")} == before


def test_an_error_of_sphinx_blocks_all_outputs(built: BookCopy) -> None:
    before = built.published()
    built.edit("conf.py", 'brief_asof = "2031-05-12"', 'brief_asof = "soon"')
    result = built.build("html")
    assert result.code == 1
    assert "brief_asof" in result.err
    assert "Traceback" not in result.err
    assert built.published() == before


@pytest.mark.slow
def test_a_pdf_that_cannot_be_printed_blocks_the_site(built: BookCopy) -> None:
    before = built.published()
    built.write("source/images/harbor.svg", "<svg this is none")
    result = built.build("html", "pdf")
    assert result.code == 1
    assert "Traceback" not in result.err
    assert built.published() == before
