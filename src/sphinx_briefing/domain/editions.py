"""The frozen editions of a book: `editions/N/book.json` beside `conf.py`, each a Book that no build changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from sphinx_briefing.domain.refusal import RefusedError
from sphinx_briefing.model.book import Book, Page
from sphinx_briefing.model.findings import Code, error
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.serialization import NoBookError, read_book
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
        told = f"{FOLDER}/{path.parent.name}/{path.name}"
        message, advice = f"the edition cannot be read: {problem}", "restore it as `briefing freeze` wrote it"
        raise RefusedError(error(Code.BUILD, Place(""), message, advice, path=told)) from None
