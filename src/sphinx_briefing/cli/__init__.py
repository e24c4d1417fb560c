"""Floor 8: the command `briefing`, one file a verb."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence

from sphinx_briefing import __version__
from sphinx_briefing.cli import build, check, diff, explain, find, freeze, ingest, linkcheck, mutate, new
from sphinx_briefing.cli.book import WrongUseError

#: Every verb by its name.
VERBS = {
    "new": new, "ingest": ingest, "find": find, "build": build, "check": check, "diff": diff, "explain": explain,
    "freeze": freeze, "linkcheck": linkcheck, "mutate": mutate,
}  # fmt: skip

#: What `main` returns when a verb does not: a verb itself returns 0, or 1 when it finds something.
WRONG_USE, INTERNAL = 2, 3


def parser() -> argparse.ArgumentParser:
    """The parser of the command line, with every verb."""
    top = argparse.ArgumentParser(prog="briefing", description="Build and check structured briefing books.")
    top.add_argument("--version", action="version", version=f"briefing {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, module in VERBS.items():
        words = (module.__doc__ or "").partition("\n")[0].partition(": ")[2]
        verb = verbs.add_parser(name, help=words, description=words)
        module.add_arguments(verb)
        verb.set_defaults(run=module.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns 0 good, 1 findings, 2 wrong use, 3 internal error."""
    try:
        given = parser().parse_args(arguments)
    except SystemExit as done:  # argparse has said what is wrong, or shown its help
        return int(done.code or 0)
    try:
        return int(given.run(given))
    except WrongUseError as problem:
        print(f"briefing: {problem}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("briefing: interrupted; the last published output is untouched", file=sys.stderr)
        return WRONG_USE
    except Exception:  # the one place where anything unforeseen ends
        traceback.print_exc()
        print("briefing: internal error; please report it with the lines above", file=sys.stderr)
        return INTERNAL
