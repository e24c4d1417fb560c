"""`briefing linkcheck`: ask every outside link of a book whether it still answers."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from sphinx_briefing.cli.book import add_book_arguments, book_folder, run_sphinx
from sphinx_briefing.cli.verdict import tell

#: What Sphinx's checker says of a link that is good enough.
FINE = frozenset({"working", "redirected", "unchecked", "ignored", "local"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `linkcheck`."""
    add_book_arguments(parser)


def run(given: argparse.Namespace) -> int:
    """Run Sphinx's own checker; the report of each link stands in `build/links/`. Needs a network."""
    from sphinx_briefing.outputs.publishing import publish

    book = book_folder(given.book)
    result = run_sphinx(book, "linkcheck", given, sys.stdout)
    if not result.finished:
        tell(result.findings)
        return 1
    publish(book.work("linkcheck"), book.build / "links")
    lines = (book.build / "links" / "output.json").read_text("utf-8").splitlines()
    links = [json.loads(line) for line in lines]
    broken = [link for link in links if link["status"] not in FINE]
    for link in broken:
        page = Path(os.path.relpath(book.pages / link["filename"], book.root)).as_posix()  # as findings name it
        print(f"{page}:{link['lineno']}: {link['status']}: {link['uri']} {link['info']}".rstrip())
    print(f"{len(links)} links, {len(broken)} broken; report: build/links/output.txt")
    return int(bool(broken))
