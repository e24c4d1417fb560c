"""`briefing explain`: say what a finding's code means."""

from __future__ import annotations

import argparse

from sphinx_briefing.cli.book import WrongUseError
from sphinx_briefing.model.findings import Code, meaning
from sphinx_briefing.model.suggestions import hint


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `explain`."""
    parser.add_argument("code", nargs="?", help="a code such as brief.quote-altered (default: all of them)")


def run(given: argparse.Namespace) -> int:
    """Print the meaning of one code, or of all."""
    wanted = (given.code or "").removeprefix("brief.")
    if not wanted:
        for code in Code:
            print(f"brief.{code.value}: {meaning(code)}")
        return 0
    if wanted not in set(Code):
        advice = hint(wanted, [code.value for code in Code], "run `briefing explain` for all of them")
        raise WrongUseError(f"unknown code `{given.code}`; {advice}")
    print(f"brief.{wanted}: {meaning(Code(wanted))}")
    return 0
