"""A book's folder, as the command sees it: where its configuration, pages and outputs are.

And one run of Sphinx on it.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from sphinx_briefing.checks.report import in_order
from sphinx_briefing.cli.broken import broken_off, is_ours, not_begun
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.rules import fingerprint
from sphinx_briefing.text.library import Library

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_briefing.views.explanation import Asked


class WrongUseError(Exception):
    """What the command was asked cannot be done as asked; the text says what to do instead."""


@dataclass(frozen=True)
class BookFolder:
    """The folder that holds `conf.py`; pages in `source/` (or beside it), everything generated in `build/`."""

    root: Path

    @property
    def pages(self) -> Path:
        inside = self.root / "source"
        return inside if inside.is_dir() else self.root

    @property
    def build(self) -> Path:
        return self.root / "build"

    def work(self, builder: str) -> Path:
        """Where Sphinx writes; only `publish` writes where readers look."""
        return self.build / "work" / builder

    @property
    def doctrees(self) -> Path:
        return self.build / "work" / "doctrees"


def book_folder(given: str) -> BookFolder:
    """The book in a folder.

    Raises WrongUseError when there is none.
    """
    root = Path(given).resolve()
    if not (root / "conf.py").is_file():
        raise WrongUseError(
            f"no book in {given}: there is no conf.py; go to the book's folder, or start one with `briefing new NAME`"
        )
    return BookFolder(root)


def add_folder_argument(parser: argparse.ArgumentParser, holds: str = "conf.py") -> None:
    """The argument of verbs that look for a book somewhere."""
    parser.add_argument(
        "--book", default=".", metavar="FOLDER", help=f"the folder that holds {holds} (default: this one)"
    )


def add_book_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of every verb that runs Sphinx on a book."""
    add_folder_argument(parser)
    parser.add_argument("--hindsight", action="store_true", help="publish what is fenced as hindsight")
    parser.add_argument("-j", "--jobs", type=int, default=1, metavar="N", help="read and write with N processes")


def add_strict_argument(parser: argparse.ArgumentParser) -> None:
    """The argument of verbs that fail on findings."""
    parser.add_argument("--strict", action="store_true", help="let warnings fail the build, not errors alone")


@dataclass(frozen=True)
class Run:
    """What one run of Sphinx came to: findings in order, warnings of Sphinx while writing, whether it could finish.

    A run that finished also has the Book, the sources it was frozen with, the name of the seeds folder, the file of
    each page, from the folder of `conf.py`, and what the pages ask.
    """

    findings: tuple[Finding, ...]
    finished: bool
    book: Book | None = None
    library: Library = field(default_factory=Library)
    seeds: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    asked: Asked | None = None

    @property
    def rules(self) -> Mapping[str, Any]:
        """The fingerprint of what was judged; empty when the run broke off before that."""
        return fingerprint(self.book) if self.book else {}


def run_sphinx(book: BookFolder, builder: str, given: argparse.Namespace, status: TextIO | None) -> Run:
    """Run one builder in this process.

    Findings are returned, not printed; all else that Sphinx warns of goes to stderr.
    """
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    overrides: dict[str, object] = {}
    if given.hindsight:
        overrides["brief_hindsight"] = True
    if getattr(given, "paper", None):
        overrides["brief_paper"] = given.paper
    work = book.work(builder)
    work.mkdir(parents=True, exist_ok=True)
    app: Sphinx | None = None
    try:
        with _plain_in_a_pipe(), patch_docutils(book.root), docutils_namespace():
            app = Sphinx(
                book.pages, book.root, work, book.doctrees, builder, overrides, status, sys.stderr, parallel=given.jobs
            )
            if "sphinx_briefing" not in app.extensions:
                raise WrongUseError('conf.py does not load the extension: add "sphinx_briefing" to `extensions`')
            _keep_findings_apart()
            app.build()
            return _finished(app)
    except RecursionError:  # raised far below, by whichever parser or writer was deepest
        if app is None:
            raise
        return Run((_too_deep(app),), False)
    except WrongUseError:
        raise
    except SphinxError as problem:
        return Run(in_order(broken_off(problem, app) if app else not_begun(problem, book.root)), False)
    except Exception as problem:
        if app is not None or is_ours(problem):
            raise
        return Run(not_begun(problem, book.root), False)
    finally:
        with contextlib.suppress(AttributeError):
            sys.stderr.flush()


@contextlib.contextmanager
def _plain_in_a_pipe() -> Iterator[None]:
    """In a file or a pipe the codes of colors are noise.

    Sphinx would still write them there wherever the environment says CI, and put all progress on one line; only
    NO_COLOR (https://no-color.org) keeps it from both. It is set for this run alone: others read it too.
    """
    from sphinx.util.console import color_terminal, nocolor

    ours = not sys.stdout.isatty() and "NO_COLOR" not in os.environ
    if ours:
        os.environ["NO_COLOR"] = "1"
    try:
        if not color_terminal():
            nocolor()
        yield
    finally:
        if ours:
            os.environ.pop("NO_COLOR", None)


def _finished(app: Sphinx) -> Run:
    """What a run that came to its end has to say."""
    from sphinx_briefing.domain import brief_domain
    from sphinx_briefing.domain.book import page_file

    domain, root = brief_domain(app.env), Path(app.confdir)
    findings = in_order((*domain.findings, *domain.placed_writing(root)))
    files = {page: page_file(app.env, root, page) for page in app.env.found_docs}
    seeds = domain.options.seeds_folder(root)[1]
    return Run(findings, True, domain.book, domain.library, seeds, files, domain.asked())


def _too_deep(app: Sphinx) -> Finding:
    """What is wrong when Python's stack has ended: the page at hand nests its blocks too deeply."""
    from sphinx_briefing.domain import brief_domain
    from sphinx_briefing.domain.book import page_file

    domain = brief_domain(app.env)
    page = getattr(app.builder, "current_docname", "") if domain.frozen else domain.reading.page
    path = page_file(app.env, Path(app.confdir), page) if page else "conf.py"
    message = "the page cannot be read or written: its blocks stand too deeply inside each other"
    return error(Code.MARKUP, Place(page), message, "put fewer fences, lists or quotations into each other", path=path)


def _keep_findings_apart() -> None:
    """Keep findings, and warnings that become findings, out of Sphinx's own messages: the command prints all of them
    itself, once, in one order and with how to mend them.

    Not by `suppress_warnings`: Sphinx would see another configuration at each build and read every page again.
    """
    from sphinx.util.logging import NAMESPACE

    from sphinx_briefing.domain.watch import Watch

    codes = frozenset(code.value for code in Code)
    logger = logging.getLogger(NAMESPACE)

    def others(record: logging.LogRecord) -> bool:
        if record.levelno < logging.WARNING:
            return True
        if getattr(record, "type", None) == "brief":
            return getattr(record, "subtype", None) not in codes
        return not any(isinstance(handler, Watch) for handler in logger.handlers)  # else it is noted already

    for handler in logger.handlers:
        handler.filters.insert(0, others)  # before the filters that count warnings
