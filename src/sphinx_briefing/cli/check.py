"""`briefing check`: run every check on a book and print what it finds."""

from __future__ import annotations

import argparse
import sys

from sphinx_briefing.checks.report import as_json, counted, one_line
from sphinx_briefing.cli.book import WrongUseError, add_book_arguments, book_folder, run_sphinx
from sphinx_briefing.cli.update_anchors import update_anchors
from sphinx_briefing.cli.verdict import exit_code
from sphinx_briefing.cli.without import without


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `check`."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to print findings (default: text)"
    )
    parser.add_argument(
        "--update-anchors", action="store_true", help="say what the lock of the anchors changes, then write it anew"
    )
    parser.add_argument(
        "--without", metavar="SOURCE", help="print what would lose its evidence if a source fell, instead of findings"
    )
    add_book_arguments(parser)


def run(given: argparse.Namespace) -> int:
    """Read the book, resolve every reference, judge it, print the findings.

    They are printed as text, or as one JSON document and nothing else.
    """
    try:
        book = book_folder(given.book)
        result = run_sphinx(book, "dummy", given, None)
        if given.without is not None:
            return without(result, book, given.without, given.format)
        findings = result.findings
        if given.update_anchors:
            findings = update_anchors(result, book.root, sys.stderr if given.format == "json" else sys.stdout)
    except WrongUseError as problem:
        print(f"briefing: {problem}", file=sys.stderr)
        return 2
    if given.format == "json":
        sys.stdout.write(as_json(findings))
    else:
        for finding in findings:
            print(one_line(finding))
        print(counted(findings))
    return exit_code(findings, strict=given.strict) if result.finished else 1
