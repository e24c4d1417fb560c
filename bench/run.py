"""Measure this system against stock Sphinx with the basic theme, on the same Markdown, in one run.

    python bench/run.py                 100 and 1,000 pages, one pair each
    python bench/run.py 100 --pairs 3   100 pages, three pairs in turn

Prints CPU seconds (user and system of the whole process), peak memory and size of the HTML. Figures are for the machine
they were measured on; the ratio is what to compare.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from generate import generate

COLUMNS = ("pages", "system", "build", "CPU s", "peak MB", "HTML MB")


def measure(folder: Path) -> tuple[float, float]:
    """CPU seconds and peak memory (MB) of one `sphinx-build -b html` of the book in `folder`."""
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-b",
        "html",
        "-c",
        str(folder),
        "-d",
        str(folder / "doctrees"),
        str(folder / "source"),
        str(folder / "html"),
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "PYTHONHASHSEED": "0"})
    assert process.stderr is not None
    complaints = process.stderr.read()
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status or complaints:
        sys.exit(f"the build of {folder} failed or warned:\n{complaints.decode()[:2000]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size(folder: Path) -> float:
    """Megabytes of HTML files."""
    return sum(path.stat().st_size for path in folder.rglob("*.html")) / 1e6


def compare(pages: int, pairs: int) -> None:
    """Measure both systems in turn, `pairs` times: a clean build, then one after a single page was reworded."""
    seconds: dict[str, list[float]] = {"ours": [], "stock": []}
    for _ in range(pairs):
        for system in seconds:
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name) / "book"
                generate(folder, pages, ours=system == "ours")
                cpu, peak = measure(folder)
                seconds[system].append(cpu)
                print(
                    row(pages, system, "clean", f"{cpu:.1f}", f"{peak:.0f}", f"{size(folder / 'html'):.1f}"), flush=True
                )
                page = folder / "source" / "part0" / "page7.md"
                page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
                cpu, peak = measure(folder)
                print(row(pages, system, "one page edited", f"{cpu:.1f}", f"{peak:.0f}", ""), flush=True)
    ratio = statistics.median(a / b for a, b in zip(seconds["ours"], seconds["stock"], strict=True))
    print(row(pages, "ours / stock", "clean", f"{ratio:.2f}", "", ""), flush=True)


def row(*cells: object) -> str:
    """One line of the table."""
    return " | ".join(str(cell).ljust(15) for cell in cells).rstrip()


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--pairs", type=int, default=1)
    given = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores", flush=True)
    print(row(*COLUMNS))
    for pages in given.pages:
        compare(pages, given.pairs)


if __name__ == "__main__":
    main()
