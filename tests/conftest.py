"""Whole books for tests: a copy of one, builds of it through the command, what each build read, wrote and published.

A book that is moved is read anew from the first page to the last (Sphinx compares the folder), so a test of an
incremental build works in the one folder where its book was built, put back to that state before each test.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import settings
from sphinx.builders.html._assets import _file_checksum_inner

from sphinx_briefing.cli import main

settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")

_compile_template = jinja2.Environment.compile
_compiled: dict[tuple[object, ...], Any] = {}


def _compile_once(self: jinja2.Environment, *template: Any) -> Any:
    """Every build compiles all templates anew, in a third of its time; the tests build hundreds of books."""
    key = (type(self), *sorted(self.extensions), *template)
    if not isinstance(template[0], str):
        return _compile_template(self, *template)
    if key not in _compiled:
        _compiled[key] = _compile_template(self, *template)
    return _compiled[key]


jinja2.Environment.compile = _compile_once  # type: ignore[method-assign]

BOOKS = Path(__file__).parent / "books"
ROOT = Path(__file__).parents[1]
_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_PAGE = re.compile(r"^(reading sources|writing output)\.\.\. \[ *\d+%\] (\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """One run of the command: exit code, what it printed, and the pages that Sphinx read and wrote, in order."""

    code: int
    out: str
    err: str

    def _pages(self, moment: str) -> tuple[str, ...]:
        return tuple(page for what, page in _PAGE.findall(self.out) if what == moment)

    @property
    def read(self) -> tuple[str, ...]:
        return self._pages("reading sources")

    @property
    def written(self) -> tuple[str, ...]:
        return self._pages("writing output")


def run(*arguments: str) -> Run:
    """Run the command in this process, as if it had just begun."""
    _file_checksum_inner.cache_clear()  # Sphinx keeps checksums of style sheets for as long as a process runs
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(list(arguments))
    return Run(code, _COLOR.sub("", out.getvalue()), _COLOR.sub("", err.getvalue()))


def run_apart(*arguments: str, cwd: Path, **env: str) -> Run:
    """Run the command in a process of its own, in a folder and with an environment of its own."""
    command = [sys.executable, "-m", "sphinx_briefing.cli", *arguments]
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False)
    return Run(done.returncode, _COLOR.sub("", done.stdout), _COLOR.sub("", done.stderr))


def tree(folder: Path) -> dict[str, str]:
    """The files of a folder by path, each with the hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """The files of a folder by path, each with its inode and the time of its last change."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


@dataclass(frozen=True)
class BookCopy:
    """A book in a folder of the test's own."""

    root: Path

    def build(self, *outputs: str) -> Run:
        return run("build", "--book", str(self.root), *(outputs or ("html",)))

    def check(self) -> tuple[int, list[dict[str, Any]]]:
        """The exit code of `briefing check --format json`, and its findings."""
        result = run("check", "--format", "json", "--book", str(self.root))
        return result.code, json.loads(result.out)["findings"]

    def check_lines(self) -> list[str]:
        """The findings as `briefing check` prints them to an editor, without the counts before and after them."""
        lines = run("check", "--book", str(self.root)).out.splitlines()[:-1]
        return lines[1:] if lines and lines[0].startswith("figures: ") else lines

    @property
    def pages(self) -> set[str]:
        source = self.root / "source"
        return {path.relative_to(source).with_suffix("").as_posix() for path in source.rglob("*.md")}

    def published(self, output: str = "html") -> dict[str, str]:
        return tree(self.root / "build" / output)

    def html(self, page: str) -> str:
        return (self.root / "build" / "html" / f"{page}.html").read_text("utf-8")

    def read_text(self, name: str) -> str:
        return (self.root / name).read_text("utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace words that stand once in a file."""
        text = self.read_text(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def line_of(self, name: str, words: str) -> int:
        """The number of the first line of a file that holds `words`."""
        return next(number for number, line in enumerate(self.read_text(name).splitlines(), 1) if words in line)

    def repin(self, seed: str = "herald.txt") -> None:
        """Write the present hash of a seed into `sources.yaml`."""
        found = hashlib.sha256((self.root / "seeds" / seed).read_bytes()).hexdigest()
        text = self.read_text("seeds/sources.yaml")
        self.write("seeds/sources.yaml", re.sub(r"sha256: \w{64}", f"sha256: {found}", text))

    def copy_to(self, folder: Path) -> BookCopy:
        """The book's sources, without anything built, in another folder."""
        shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns("build", "__pycache__"))
        return BookCopy(folder)


def copy_book(name: str, folder: Path) -> BookCopy:
    """A copy of a book of `tests/books`."""
    return BookCopy(BOOKS / name).copy_to(folder)


@pytest.fixture(scope="session")
def small_built(tmp_path_factory: pytest.TempPathFactory) -> BookCopy:
    """The small book, built once as site and data. For tests that only look."""
    book = copy_book("small", tmp_path_factory.mktemp("small") / "book")
    result = book.build("html", "data")
    assert result.code == 0, result.err
    return book


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> BookCopy:
    """The one folder in which incremental builds are tested, and beside it a copy of it as it was first built."""
    book = copy_book("small", tmp_path_factory.mktemp("workshop") / "book")
    result = book.build("html", "data")
    assert result.code == 0, result.err
    shutil.copytree(book.root, book.root.with_name("kept"))
    return book


def restore(book: BookCopy) -> None:
    """Put the book in the workshop back to the state after its first build, times of files included."""
    shutil.rmtree(book.root, ignore_errors=True)
    shutil.copytree(book.root.with_name("kept"), book.root)


@pytest.fixture
def built(workshop: BookCopy) -> BookCopy:
    """The small book as it is after a build, to be edited and built again."""
    restore(workshop)
    return workshop


@pytest.fixture
def small(tmp_path: Path) -> BookCopy:
    """The small book, not built yet."""
    return copy_book("small", tmp_path / "book")
