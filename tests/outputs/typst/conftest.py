from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # `hand_made` is a Sphinx extension and is found by its name

from reading_back import BOOKS, Printed, build


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return build(BOOKS / "catalogue", tmp_path_factory.mktemp("catalogue"))


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return build(BOOKS / "parts", tmp_path_factory.mktemp("parts"))


@pytest.fixture
def book(tmp_path: Path) -> Any:
    """Write a small book and print it: `book(index="# Title", ...)`."""

    def write_and_print(pages: dict[str, str], out: str = "out", settings: dict[str, Any] | None = None) -> Printed:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        (source / "conf.py").write_text(
            'project = "Small"\nextensions = ["myst_parser", "hand_made"]\n', encoding="utf-8"
        )
        for name, text in pages.items():
            (source / f"{name}.md").write_text(text, encoding="utf-8")
        return build(source, tmp_path / out, **(settings or {}))

    return write_and_print
