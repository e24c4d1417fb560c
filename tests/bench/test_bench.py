"""The synthetic books of the bench: the same at every run, and without findings.

So what is measured is a good build.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

BENCH = Path(__file__).parents[2] / "bench"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bench_{name}", BENCH / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_same_book_at_every_run(tmp_path: Path) -> None:
    generate = load("generate")
    generate.generate(tmp_path / "one", 7, ours=True)
    generate.generate(tmp_path / "two", 7, ours=True)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_both_sides_read_the_same_markdown(tmp_path: Path) -> None:
    generate = load("generate")
    generate.generate(tmp_path / "ours", 7, ours=True)
    generate.generate(tmp_path / "stock", 7, ours=False)
    assert files(tmp_path / "ours" / "source") == files(tmp_path / "stock" / "source")


def test_both_sides_build_without_a_warning(tmp_path: Path) -> None:
    generate = load("generate")
    for side, ours in (("ours", True), ("stock", False)):
        folder = tmp_path / side
        generate.generate(folder, 7, ours=ours)
        command = [
            sys.executable,
            "-m",
            "sphinx",
            "-q",
            "-W",
            "-b",
            "html",
            "-c",
            str(folder),
            str(folder / "source"),
            str(folder / "html"),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
