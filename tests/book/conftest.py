"""The book of this repository for the tests of this folder: as it is published, and as it reads with hindsight."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from book.pages import Pages
from browser.realbook import ROOT, RealBook, built
from conftest import run_apart


@pytest.fixture(scope="session")
def realbook(tmp_path_factory: pytest.TempPathFactory) -> RealBook:
    return built(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def pages(realbook: RealBook) -> Pages:
    return Pages(realbook.html)


@pytest.fixture(scope="session")
def hindsight(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The site of an edition that knows what came later."""
    root = tmp_path_factory.mktemp("hindsight")
    shutil.copyfile(ROOT / "conf.py", root / "conf.py")
    for name in ("source", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    made = run_apart("build", "html", "--hindsight", cwd=root)
    assert made.code == 0, made.err
    return Pages(Path(root) / "build" / "html")
