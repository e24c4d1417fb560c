"""`briefing check`: run every check on a book and print what it finds."""

from __future__ import annotations

import argparse
import sys

from sphinx_briefing.checks.report import as_json, counted, one_line
from sphinx_briefing.cli.baseline import add_baseline_argument, read_baseline, write_baseline
from sphinx_briefing.cli.book import WrongUseError, add_book_arguments, book_folder, run_sphinx
from sphinx_briefing.cli.verdict import exit_code


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `check`."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to print findings (default: text)"
    )
    add_baseline_argument(parser)
    parser.add_argument("--write-baseline", metavar="FILE", help="write the findings of this run as known ones")
    add_book_arguments(parser)


def run(given: argparse.Namespace) -> int:
    """Read the book, resolve every reference, judge it, print the findings.

    They are printed as text, or as one JSON document and nothing else.
    """
    try:
        baseline = read_baseline(given.baseline)
        result = run_sphinx(book_folder(given.book), "dummy", given, None)
        if given.write_baseline and result.finished:
            write_baseline(given.write_baseline, result.findings)
    except WrongUseError as problem:
        print(f"briefing: {problem}", file=sys.stderr)
        return 2
    judged = baseline.judge(result.findings)
    if given.format == "json":
        told = {"known": judged.known, "gone": judged.gone_entries()} if given.baseline else {}
        sys.stdout.write(as_json(judged.new, result.rules, **told))
    else:
        for finding in judged.new:
            print(one_line(finding))
        for line in judged.lines():
            print(line)
        print(counted(judged.new))
    if not result.finished:
        return 1
    return 0 if given.write_baseline else exit_code(judged.new, strict=given.strict)
