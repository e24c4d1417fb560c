"""`briefing freeze`: freeze the book as an edition that no build changes."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from sphinx_briefing.checks.report import counted, in_order
from sphinx_briefing.cli.book import (
    BookFolder,
    WrongUseError,
    add_book_arguments,
    add_strict_argument,
    book_folder,
    run_sphinx,
)
from sphinx_briefing.cli.settings import book_options
from sphinx_briefing.cli.verdict import exit_code, tell
from sphinx_briefing.config import PAPERS
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.serialization import book_json

FOLDER = "editions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `freeze`."""
    parser.add_argument("edition", nargs="?", help="its name (default: `brief_edition` of conf.py)")
    parser.add_argument("--paper", choices=PAPERS, help="paper of the PDF that gives the page numbers")
    add_book_arguments(parser)
    add_strict_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Build the data and the PDF; write `editions/NAME/` unless it is there or something is wrong."""
    book = book_folder(given.book)
    return _freeze(book, book.root / FOLDER / _name(book, given.edition), given)


def _name(book: BookFolder, given: str | None) -> str:
    """The name of the edition. Raises WrongUseError when it is no name, or taken."""
    name = given or book_options(book).edition
    if not name:
        raise WrongUseError("the edition has no name: set `brief_edition` in conf.py, or write `briefing freeze 1`")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name):
        raise WrongUseError(f"`{name}` cannot name a folder: use letters, digits, `-`, `.` and `_`")
    if (book.root / FOLDER / name).exists():
        raise WrongUseError(f"{FOLDER}/{name} is frozen already and stays as it is: raise `brief_edition` in conf.py")
    return name


def _freeze(book: BookFolder, target: Path, given: argparse.Namespace) -> int:
    runs = [run_sphinx(book, builder, given, sys.stderr) for builder in ("briefdata", "typstpdf")]
    findings = in_order(finding for found in runs for finding in found.findings)
    tell(findings)
    frozen = runs[-1].book
    if frozen is None or not all(found.finished for found in runs) or exit_code(findings, strict=given.strict):
        print(f"{counted(findings)}: nothing was frozen", file=sys.stderr)
        return 1
    pages = pages_json(frozen, target.name, book.work("typstpdf") / "typst")
    _write(target, {"book.json": book_json(frozen), "pages.json": pages})
    for name in ("book.json", "pages.json"):
        print(f"{FOLDER}/{target.name}/{name}")
    return 0


def pages_json(book: Book, edition: str, printed: Path) -> str:
    """On which page of the PDF each page of the book begins, and each object stands."""
    from sphinx_briefing.outputs.typst.numbers import page_numbers

    pages = {page.name: f"{page.name}#" for page in book.pages}
    places = {f"{key.kind}/{key.id}": item.place for key, item in book.objects.items()}
    places |= {f"{key.kind}/{key.id}": place for key, place in book.homes.items()}
    objects = {name: f"{place.page}#{place.anchor}" for name, place in places.items()}
    numbers = page_numbers(printed, [*pages.values(), *objects.values()])
    data = {
        "edition": edition,
        "pages": {name: numbers[label] for name, label in pages.items() if label in numbers},
        "objects": {name: numbers[label] for name, label in objects.items() if label in numbers},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _write(target: Path, files: dict[str, str]) -> None:
    """All files, then the folder in one step: an edition is there whole or not at all."""
    new = target.with_name(f".{target.name}.new")
    new.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (new / name).write_text(text, "utf-8", newline="")
    new.rename(target)
