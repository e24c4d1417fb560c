"""`briefing check`: run every check on a book and print what it finds."""

from __future__ import annotations

import argparse
import os
import sys

from sphinx_briefing.checks.report import as_json
from sphinx_briefing.checks.reports import FORMATS
from sphinx_briefing.checks.reports.sarif import as_sarif
from sphinx_briefing.cli.baseline import Judged, add_baseline_argument, read_baseline, write_baseline
from sphinx_briefing.cli.book import BookFolder, Run, add_book_arguments, add_strict_argument, book_folder, run_sphinx
from sphinx_briefing.cli.fixing import apply_fixes, with_fixes
from sphinx_briefing.cli.update_anchors import update_anchors
from sphinx_briefing.cli.verdict import exit_code
from sphinx_briefing.cli.without import without
from sphinx_briefing.model.findings import Finding
from sphinx_briefing.views.figures import figures_told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `check`."""
    parser.add_argument(
        "--format", choices=tuple(FORMATS), default="text", help="how to print findings (default: text)"
    )
    parser.add_argument("--fix", action="store_true", help="first mend what can be mended in exactly one way")
    parser.add_argument(
        "--update-anchors", action="store_true", help="say what the lock of the anchors changes, then write it anew"
    )
    parser.add_argument(
        "--without", metavar="SOURCE", help="print what would lose its evidence if a source fell, instead of findings"
    )
    add_baseline_argument(parser)
    parser.add_argument("--write-baseline", metavar="FILE", help="write the findings of this run as known ones")
    add_book_arguments(parser)
    add_strict_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Read the book, resolve every reference, judge it, print the findings.

    They are printed in the form asked for, with nothing else on standard output.
    """
    book, baseline = book_folder(given.book), read_baseline(given.baseline)
    result, findings = _judged(book, given)
    if given.fix and _fixed(book, findings):
        result, findings = _judged(book, given)
    if given.without is not None:
        return without(result, given.without, given.format)
    if given.update_anchors:
        findings = update_anchors(result, book.root, sys.stdout if given.format == "text" else sys.stderr)
    if given.write_baseline and result.finished:
        write_baseline(given.write_baseline, findings)
    judged = baseline.judge(findings)
    _tell(result, judged, given)
    if not result.finished:
        return 1
    return 0 if given.write_baseline else exit_code(judged.new, strict=given.strict)


def _tell(result: Run, judged: Judged, given: argparse.Namespace) -> None:
    """Print what is new in the form asked for; what a baseline knows is told where the form has room for it."""
    if given.format == "json":
        known = {"known": judged.known, "gone": judged.gone_entries()} if given.baseline else {}
        sys.stdout.write(as_json(judged.new, result.rules, **known))
        return
    if given.format == "sarif" and given.baseline:
        sys.stdout.write(as_sarif(judged.new, judged.known, judged.gone_entries()))
        return
    if given.format == "text":
        # A run that mends or writes the lock tells what it did instead.
        if result.book and not (given.fix or given.update_anchors) and (told := figures_told(result.book)):
            print(told)
        for line in judged.lines():
            print(line)
    if given.format == "text" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        from sphinx_briefing.checks.reports.terminal import print_colored

        print_colored(judged.new, sys.stdout)
    else:
        sys.stdout.write(FORMATS[given.format](judged.new))


def _judged(book: BookFolder, given: argparse.Namespace) -> tuple[Run, tuple[Finding, ...]]:
    result = run_sphinx(book, "dummy", given, None)
    return result, with_fixes(book.root, result.findings)


def _fixed(book: BookFolder, findings: tuple[Finding, ...]) -> bool:
    """Make the fixes and say each one; whether there was any."""
    made = apply_fixes(book.root, findings)
    for fix in made:
        print(f"{fix.path}:{fix.line}: mended: `{fix.before}` is now `{fix.after}`", file=sys.stderr)
    return bool(made)
