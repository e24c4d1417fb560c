"""Rename one actor in a synthetic book and build again: how much is written anew, and is every mention fresh?

    python bench/rename.py           a book of 1,000 pages
    python bench/rename.py 100       of 100

Prints the pages that show the actor, those read and written by the build after the edit, the pages that still hold the
old name (there must be none), and CPU and wall seconds of both builds and of one without change. Exits with 1 if a
mention is stale or the site differs from that of a clean build.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from generate import generate

_PAGE = re.compile(r"^(reading sources|writing output)\.\.\. \[ *\d+%\] (\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Built:
    cpu: float
    wall: float
    read: frozenset[str]
    written: frozenset[str]


def build(folder: Path) -> Built:
    """One `briefing build html` in a process of its own."""
    command = [sys.executable, "-m", "sphinx_briefing.cli", "build", "--book", str(folder), "html"]
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env={**os.environ, "NO_COLOR": "1"})
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - began
        out.seek(0)
        text = out.read()
    if status:
        sys.exit(f"the build of {folder} failed:\n{text[-2000:]}")
    found = _PAGE.findall(text)
    pages = {moment: frozenset(page for each, page in found if each == moment) for moment, _ in found}
    read, written = (pages.get(moment, frozenset()) for moment in ("reading sources", "writing output"))
    return Built(usage.ru_utime + usage.ru_stime, wall, read, written)


def holding(folder: Path, words: str) -> set[str]:
    """The pages of the published site that hold some words."""
    site = folder / "build" / "html"
    return {
        path.relative_to(site).with_suffix("").as_posix()
        for path in site.rglob("*.html")
        if words in path.read_text("utf-8")
    }


def tree(folder: Path) -> dict[str, bytes]:
    """The published site."""
    site = folder / "build" / "html"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def measure(folder: Path, pages: int) -> int:
    """Build, rename, build, build a copy from nothing; print the figures and return the exit code."""
    generate(folder / "book", pages, ours=True)
    book, number = folder / "book", 7
    rows = [("clean", build(book))]
    old, new = f"Actor {number}<", f"Actor {number} the Younger<"
    showing = holding(book, old)
    page = book / "source" / "part0" / f"page{number}.md"
    page.write_text(page.read_text("utf-8").replace(f"# Actor {number}\n", f"# Actor {number} the Younger\n"), "utf-8")
    renamed = build(book)
    rows += [("one actor renamed", renamed), ("without change", build(book))]
    stale, fresh = holding(book, old), holding(book, new)
    generate(folder / "again", pages, ours=True)
    (folder / "again" / "source" / "part0" / page.name).write_text(page.read_text("utf-8"), "utf-8")
    build(folder / "again")
    same = tree(book) == tree(folder / "again")
    for name, built in rows:
        counts = f"read {len(built.read)}, written {len(built.written)}"
        print(f"{pages} pages, {name}: CPU {built.cpu:.1f} s, wall {built.wall:.1f} s, {counts}")
    print(f"pages that showed the old name: {len(showing)}; that show the new: {len(fresh)}; stale: {len(stale)}")
    print(f"written though they show neither: {len(renamed.written - showing - fresh)}")
    print(f"equal to a clean build: {'yes' if same else 'NO'}")
    return int(bool(stale) or not same or fresh != showing)


def main() -> int:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="?", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder), given.pages)


if __name__ == "__main__":
    sys.exit(main())
