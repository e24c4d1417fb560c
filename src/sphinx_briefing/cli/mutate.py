"""`briefing mutate`: alter the book's own quotations and say how many of the alterations the checks catch."""

from __future__ import annotations

import argparse
import sys

from sphinx_briefing.checks.mutation import as_json, as_text, mutate, score
from sphinx_briefing.cli.book import add_book_arguments, book_folder, run_sphinx
from sphinx_briefing.cli.verdict import tell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `mutate`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print it (default: text)")
    add_book_arguments(parser)


def run(given: argparse.Namespace) -> int:
    """Read the book, alter its quotations in memory, print the score. No file changes."""
    result = run_sphinx(book_folder(given.book), "dummy", given, None)
    if not result.finished or result.book is None:
        tell(result.findings)
        return 1
    found = mutate(result.book, result.library.seeds)
    sys.stdout.write(as_json(found) if given.format == "json" else as_text(found))
    caught, made = score(found)
    return int(caught < made)
