"""`briefing find`: look for words in all seeds, and print evidence lines to paste."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence

from sphinx_briefing.cli.book import WrongUseError, add_folder_argument, book_folder
from sphinx_briefing.cli.settings import book_options
from sphinx_briefing.text.library import Library, load_library
from sphinx_briefing.text.private import VARIABLE
from sphinx_briefing.text.search import Found, search


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `find`."""
    parser.add_argument("words", help="the words to look for; typography and case may differ")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print hits (default: text)")
    add_folder_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Print each hit with its source, passage, context and evidence line; 0 with hits, 1 without."""
    book = book_folder(given.book)
    if not any(character.isalnum() for character in given.words):
        raise WrongUseError('there is no word to look for: write `briefing find "some words"`')
    options = book_options(book)
    library = load_library(*options.seeds_folder(book.root))
    if library.findings and not library.sources:
        first = library.findings[0]
        raise WrongUseError(f"{first.path}: {first.message}; {first.hint}")
    _warn(library)
    found = [hit for seed in library.seeds.values() for hit in search(seed, given.words)]
    hits = sorted(found, key=lambda hit: not hit.exact)
    pages = _pages(library)
    try:
        if given.format == "json":
            data = {"hits": [_as_data(hit, options.source, pages) for hit in hits]}
            print(json.dumps(data, ensure_ascii=False, indent=2))
        else:
            _print(hits, options.source, pages)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if hits else 1


def _warn(library: Library) -> None:
    """What was not looked through: silence about it would look like words that stand nowhere."""
    for source in library.sources:
        reason = ""
        if source.id in library.broken:
            reason = "seed cannot be trusted (see `briefing check`)"
        elif source.private and not source.seed:
            reason = f"private seed is not here (it is looked for in the folder {VARIABLE})"
        if reason:
            print(f"briefing: not looked through: {source.id}, whose {reason}", file=sys.stderr)


def _pages(library: Library) -> Mapping[tuple[str, str], str]:
    """(source, passage) -> the label of the page it begins on."""
    found: dict[tuple[str, str], str] = {}
    for seed in library.seeds.values():
        starts, page = library.pages(seed.id), ""
        for passage in seed.passages if starts else ():
            page = starts.get(passage.id, page)
            found[seed.id, passage.id] = page
    return found


def _line(hit: Found, own: str) -> str:
    """The evidence line: the book's own source needs no name."""
    source = "" if hit.source == own else hit.source
    return f"> @{source}{hit.evidence if hit.evidence.startswith('#') else f' {hit.evidence}'}"


def _print(hits: Sequence[Found], own: str, pages: Mapping[tuple[str, str], str]) -> None:
    for hit in hits:
        page = pages.get((hit.source, hit.passage), "")
        where = f"{hit.source}#{hit.passage}" if hit.passage else hit.source
        print(where + (f", p. {page}" if page else "") + ("" if hit.exact else " (in another case)"))
        print(f"  {hit.before}[{hit.words}]{hit.after}")
        print(_line(hit, own))
        print()
    print("1 hit" if len(hits) == 1 else f"{len(hits) or 'no'} hits")


def _as_data(hit: Found, own: str, pages: Mapping[tuple[str, str], str]) -> dict[str, object]:
    return {
        "source": hit.source, "passage": hit.passage, "page": pages.get((hit.source, hit.passage), ""),
        "start": hit.start, "end": hit.end, "words": hit.words, "before": hit.before, "after": hit.after,
        "exact": hit.exact, "line": _line(hit, own),
    }  # fmt: skip
