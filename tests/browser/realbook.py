"""The real book of this repository, copied and built once for all tests of a run that look at it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "source"

#: The pages of the book by docname, and the two that Sphinx adds.
DOCS = tuple(sorted(path.relative_to(SOURCE).with_suffix("").as_posix() for path in SOURCE.rglob("*.md")))
PAGES = (*DOCS, "genindex", "search")


@dataclass(frozen=True)
class RealBook:
    """The built book: its site, its PDF on A4, its data."""

    root: Path

    @property
    def html(self) -> Path:
        return self.root / "build" / "html"

    @property
    def pdf(self) -> Path:
        return self.root / "a4.pdf"

    @property
    def json(self) -> Path:
        return self.root / "build" / "data" / "book.json"

    @property
    def data(self) -> dict[str, Any]:
        return dict(json.loads(self.json.read_text("utf-8")))

    @property
    def seed(self) -> str:
        return (self.root / "seeds" / "kliment-2009-09-21.txt").read_text("utf-8")


def _build(root: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "sphinx_briefing.cli", "build", "--book", str(root), *arguments]
    # Told to be plain, so that what is said about a failure can be read.
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}, check=False)
    if done.returncode:
        pytest.fail(f"the book was not built:\n{done.stdout[-1500:]}\n{done.stderr[-3000:]}", pytrace=False)


@cache
def built(place: Path) -> RealBook:
    """The book as site, PDF and data, built on first need in a folder of this run of tests."""
    root = place / "realbook"
    if root.exists():
        pytest.fail("the book was not built, as an earlier test says", pytrace=False)
    root.mkdir()
    shutil.copyfile(ROOT / "conf.py", root / "conf.py")
    for name in ("source", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    _build(root)
    book = RealBook(root)
    shutil.copyfile(root / "build" / "pdf" / "briefing.pdf", book.pdf)
    return book


@cache
def letter(place: Path) -> Path:
    """The same book printed on U.S. paper."""
    return _printed(place, "letter", "--paper", "us-letter")


@cache
def with_hindsight(place: Path) -> Path:
    """The edition with hindsight, printed."""
    return _printed(place, "hindsight", "--hindsight")


def _printed(place: Path, name: str, *how: str) -> Path:
    """The book printed in another way, kept beside what the next one will write."""
    root = built(place).root
    _build(root, *how, "pdf")
    return shutil.copyfile(root / "build" / "pdf" / "briefing.pdf", root / f"{name}.pdf")
