"""`briefing build`: build the outputs of a book and publish them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sphinx_briefing.checks.report import counted, in_order
from sphinx_briefing.cli.baseline import Baseline, add_baseline_argument, read_baseline
from sphinx_briefing.cli.book import (
    BookFolder,
    WrongUseError,
    add_book_arguments,
    add_strict_argument,
    book_folder,
    run_sphinx,
)
from sphinx_briefing.cli.verdict import exit_code, tell
from sphinx_briefing.config import PAPERS
from sphinx_briefing.model.findings import Finding

#: output -> (Sphinx's builder, what a reader opens)
OUTPUTS: Final = {
    "html": ("html", "index.html"),
    "pdf": ("typstpdf", "briefing.pdf"),
    "data": ("briefdata", "book.json"),
    "epub": ("epub", ""),
}
USUAL: Final = ("html", "pdf", "data")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `build`."""
    parser.add_argument(
        "outputs", nargs="*", metavar="OUTPUT", help=f"{', '.join(OUTPUTS)} (default: {', '.join(USUAL)})"
    )
    parser.add_argument("--paper", choices=PAPERS, help="paper of the PDF")
    add_baseline_argument(parser)
    add_book_arguments(parser)
    add_strict_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Build each output, then publish all of them, unless something is wrong."""
    book = book_folder(given.book)
    unknown = [name for name in given.outputs if name not in OUTPUTS]
    if unknown:
        raise WrongUseError(f"unknown output `{unknown[0]}`; write one of: {', '.join(OUTPUTS)}")
    return _build(book, tuple(given.outputs) or USUAL, given, read_baseline(given.baseline))


def _build(book: BookFolder, outputs: tuple[str, ...], given: argparse.Namespace, baseline: Baseline) -> int:
    findings: list[Finding] = []
    unmade: list[str] = []
    for output in outputs:
        print(f"— {output}", flush=True)
        result = run_sphinx(book, OUTPUTS[output][0], given, sys.stdout)
        findings += result.findings
        unmade += [] if result.finished else [output]
    judged = baseline.judge(in_order(findings))
    found = judged.new
    tell(found)
    for line in judged.lines():
        print(line, file=sys.stderr)
    code = 1 if unmade else exit_code(found, strict=given.strict)
    print()
    if code:
        print(f"{counted(found)}: {_unpublished(book, outputs, unmade)}")
        return code
    for output in outputs:
        _publish(book, output)
    print(counted(found))
    return 0


def _unpublished(book: BookFolder, outputs: Sequence[str], unmade: Sequence[str]) -> str:
    """That nothing was published, what else could have been, and where the last good output is."""
    made = [output for output in outputs if output not in unmade]
    said = "nothing was published"
    if unmade and made:
        said = f"{_and(unmade)} could not be made, so {said}, not {_and(made)} either"
    if any((book.build / output).is_dir() for output in outputs):
        said += f"; the last good output stands in {_shown(book.build)}"
    return said


def _and(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _publish(book: BookFolder, output: str) -> None:
    from sphinx_briefing.outputs.publishing import publish, replace_if_other

    builder, opened = OUTPUTS[output]
    changed, files = publish(book.work(builder), book.build / output, "*.epub" if output == "epub" else "*")
    opened = opened or next((path.name for path in sorted((book.build / output).glob(f"*.{output}"))), "")
    if output == "data":
        reports = book.build / "reports"
        reports.mkdir(exist_ok=True)
        for name in ("coverage.json", "figures.json"):
            replace_if_other(book.build / output / name, reports / name)
    print(f"{_shown(book.build / output / opened)}  ({changed} of {files} files changed)")


def _shown(path: Path) -> str:
    """A path as the user would type it from where she is."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
