"""`briefing explain`: say what a finding's code means, or what the book knows of a thing and which pages show it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_briefing.cli.book import BookFolder, WrongUseError, add_book_arguments, book_folder, run_sphinx
from sphinx_briefing.cli.verdict import tell
from sphinx_briefing.model.findings import Code, meaning
from sphinx_briefing.model.suggestions import hint

if TYPE_CHECKING:
    from sphinx_briefing.model.citations import Evidence
    from sphinx_briefing.model.places import Place
    from sphinx_briefing.views.explanation import Explanation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `explain`."""
    parser.add_argument(
        "name",
        nargs="?",
        help="a finding's code, or an id, a page, a source or a passage of the book (default: all codes)",
    )
    add_book_arguments(parser)


def run(given: argparse.Namespace) -> int:
    """Print the meaning of one code, or of all; or all that the book knows of a thing."""
    wanted = given.name or ""
    code = wanted.removeprefix("brief.")
    if not wanted:
        for each in Code:
            print(f"brief.{each.value}: {meaning(each)}")
        return 0
    if code in set(Code):
        print(f"brief.{code}: {meaning(Code(code))}")
        return 0
    if wanted.startswith("brief."):
        advice = hint(code, [each.value for each in Code], "run `briefing explain` for all of them")
        raise WrongUseError(f"unknown code `{wanted}`; {advice}")
    return _explain(book_folder(given.book), wanted, given)


def _explain(folder: BookFolder, wanted: str, given: argparse.Namespace) -> int:
    from sphinx_briefing.checks.report import counted
    from sphinx_briefing.views.explanation import explain, keys_of, names_known

    result = run_sphinx(folder, "dummy", given, None)
    if result.book is None or result.asked is None:
        tell(result.findings)
        return 1
    wanted = _as_page(folder, wanted)
    keys = keys_of(result.book, wanted)
    if not keys:
        known = names_known(result.book)
        advice = hint(wanted, known, "name an id, a page, a source or a passage of the book, or a finding's code")
        raise WrongUseError(f"the book knows nothing called `{wanted}`; {advice}")
    if result.findings:
        print(f"briefing: the book has {counted(result.findings)}; this may be incomplete", file=sys.stderr)
    found = [explain(result.book, result.asked, key) for key in keys]
    print("\n\n".join("\n".join(_lines(result.files, item)) for item in found))
    return 0


def _as_page(folder: BookFolder, wanted: str) -> str:
    """A path to a page's file, from here or from the book's folder, as the page's name."""
    for start in (Path.cwd(), folder.root):
        path = start / wanted
        if path.is_file() and path.resolve().is_relative_to(folder.pages):
            return path.resolve().relative_to(folder.pages).with_suffix("").as_posix()
    return wanted


def _lines(files: Mapping[str, str], found: Explanation) -> Iterator[str]:
    yield f"{found.key.kind} {found.key.id}" + (f": {found.title}" if found.title != found.key.id else "")
    if found.place:
        yield f"  {_at(files, found.place)}"
    yield from (f"  {field.replace('_', ' ')}: {value}" for field, value in found.facts)
    yield from (f"  {line}" for line in _evidence(found.evidence))
    yield from _statements(files, found)
    yield ""
    yield f"Mentioned {len(found.mentions)} times" if len(found.mentions) != 1 else "Mentioned once"
    yield from (f"  {_at(files, place)}" for place in found.mentions)
    yield ""
    pages = len(found.shown_on)
    yield f"Shown on {pages} page{'' if pages == 1 else 's'}, each of which is written again when what it shows changes"
    for page, reasons in found.shown_on:
        yield f"  {files.get(page, page)}: {', '.join(reasons)}"


def _statements(files: Mapping[str, str], found: Explanation) -> Iterator[str]:
    heads = {"page": "It states", "source": "Statements that rest on it", "passage": "Statements that rest on it"}
    yield ""
    yield f"{heads.get(found.key.kind, 'Statements that name it')}: {len(found.statements)}"
    for item in found.statements:
        yield f"  {item.key.kind} {item.key.id}  {_at(files, item.place)}"
        yield f"    {item.words}"
        yield from (f"    {line}" for line in _evidence(item.evidence))


def _evidence(found: tuple[Evidence, ...]) -> Iterator[str]:
    """Each piece of evidence on one line; the words of a silent anchor stay silent."""
    for item in found:
        cited = item.citation
        words = f' "{cited.words}"' if cited.words and not cited.silent else ""
        yield f"@{cited.reference}{words} ({item.state.value})"


def _at(files: Mapping[str, str], place: Place) -> str:
    path = files.get(place.page, place.page)
    return f"{path}:{place.line}" if place.line else path
