"""`briefing diff`: say what changed between two states of a book."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from json import dumps
from pathlib import Path

from sphinx_briefing.cli.book import WrongUseError, add_folder_argument
from sphinx_briefing.cli.freeze import FOLDER
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.serialization import NoBookError, read_book
from sphinx_briefing.views.changes import Change, compare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `diff`."""
    parser.add_argument("old", help="a frozen edition by its name, or the path of a book.json")
    parser.add_argument("new", help="the same")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print (default: text)")
    add_folder_argument(parser, "the editions")


def run(given: argparse.Namespace) -> int:
    """Print each change; 0 without any, 1 with."""
    old, new = (_read(Path(given.book), name) for name in (given.old, given.new))
    found = compare(old, new)
    if given.format == "json":
        print(dumps({"changes": [asdict(item) for item in found]}, ensure_ascii=False, indent=2))
    else:
        for item in found:
            print(_line(item))
        print("1 change" if len(found) == 1 else f"{len(found) or 'no'} changes")
    return int(bool(found))


def _read(folder: Path, name: str) -> Book:
    """The Book of an edition, or in a file. Raises WrongUseError when there is none."""
    path = folder / FOLDER / name / "book.json"
    if not path.is_file():
        path = Path(name)
    try:
        return read_book(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise WrongUseError(
            f"there is no edition `{name}` in {FOLDER}/, and no file of that name; write the name of a frozen edition, "
            "or the path of a book.json"
        ) from None
    except NoBookError as problem:
        raise WrongUseError(f"{path} is no book: {problem}") from None


def _line(change: Change) -> str:
    """One change in a line: kind and id, what changed, before and after, the judgments that it touches."""
    said = " -> ".join(text for text in (change.before, change.after) if text)
    others = [item.text for item in change.judgments if (item.kind, item.id) != (change.target.kind, change.target.id)]
    parts = [f"{change.target.kind}/{change.target.id}: {change.kind}" + ("" if change.significant else " (typing)")]
    parts += [change.title] if change.title else []
    parts += [said] if said else []
    return "; ".join(parts) + (f" [touches {', '.join(others)}]" if others else "")
