"""The frozen editions of a book, in `editions/N/` beside `conf.py`.

Each is a Book that no build changes (`book.json`), and the numbers of its printed pages (`pages.json`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from sphinx_briefing.domain.refusal import RefusedError
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, error
from sphinx_briefing.model.pages import Page
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.serialization import NoBookError, book_json, read_book
from sphinx_briefing.model.statements import NEWEST, Mention

FOLDER = "editions"


def editions_asked(pages: Iterable[Page], confdir: Path, own: str) -> dict[str, Book]:
    """The editions that pages compare the book with, the newest last.

    None is read when none is asked for, nor the book's own: it would tell something else once it is frozen.
    Raises RefusedError when an edition cannot be read.
    """
    mentions = (fact for page in pages for fact in page.facts if isinstance(fact, Mention))
    asked = {mention.target.id for mention in mentions if mention.target.kind == "edition"}
    if not asked:
        return {}
    names = [name for name in frozen(confdir) if name != own]
    wanted = [name for name in names if name in asked or (NEWEST in asked and name == names[-1])]
    return {name: _read(confdir / FOLDER / name / "book.json") for name in wanted}


def printed_pages(book: Book, confdir: Path) -> dict[str, int]:
    """On which page of the PDF each page begins: known once the book's own edition is frozen.

    It is forgotten as soon as the book says anything else than what was frozen: no number is better than a wrong one.
    Raises RefusedError when the numbers cannot be read.
    """
    own = book.info.edition
    if own not in frozen(confdir):
        return {}
    folder = confdir / FOLDER / own
    try:
        if (folder / "book.json").read_text("utf-8") != book_json(book):
            return {}
        numbers = json.loads((folder / "pages.json").read_text("utf-8"))["pages"]
        return {str(page): int(number) for page, number in numbers.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise _refused(folder / "pages.json", problem) from None


def frozen(confdir: Path) -> list[str]:
    """The names of the frozen editions as a reader counts them: 2 before 10."""
    folders = (path.parent.name for path in (confdir / FOLDER).glob("*/book.json"))
    return sorted(folders, key=_counted)


def _counted(name: str) -> list[tuple[str, int]]:
    return [(word, int(number or 0)) for word, number in re.findall(r"(\D*)([0-9]*)", name)]


def _read(path: Path) -> Book:
    try:
        return read_book(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, NoBookError) as problem:
        raise _refused(path, problem) from None


def _refused(path: Path, problem: Exception) -> RefusedError:
    told = f"{FOLDER}/{path.parent.name}/{path.name}"
    message, advice = f"the edition cannot be read: {problem}", "restore it as `briefing freeze` wrote it"
    return RefusedError(error(Code.BUILD, Place(""), message, advice, path=told))
