"""From Sphinx's environment to the frozen Book."""

from __future__ import annotations

import os
from pathlib import Path

from sphinx.environment import BuildEnvironment

from sphinx_briefing.config import BriefingConfig
from sphinx_briefing.domain.order import reading_order
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.likelihood import Scale
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.verification import freeze


def book_info(env: BuildEnvironment, options: BriefingConfig, library: Library) -> BookInfo:
    """What the book is, from `conf.py`; its date is that of its source when none is given."""
    issued = next((source.issued for source in library.sources if source.id == options.source), "")
    return BookInfo(
        title=env.config.project,
        subtitle=options.subtitle,
        edition=options.edition,
        asof=options.asof or issued,
        source=options.source,
        language=env.config.language,
        rules=options.rules,
        quotes=options.quotes,
    )


def page_file(env: BuildEnvironment, confdir: Path, page: str) -> str:
    """The file of a page, as messages name it: its path from the folder of `conf.py`."""
    return Path(os.path.relpath(env.doc2path(page), confdir)).as_posix()


def assemble(
    env: BuildEnvironment, pages: dict[str, Page], options: BriefingConfig, library: Library, scale: Scale
) -> Book:
    """The Book of all pages, in reading order; a page that notes nothing is in it too, for its title."""
    empty = {name: Page(name, title.astext()) for name, title in env.titles.items()}
    ordered = [pages.get(name, empty.get(name, Page(name))) for name in reading_order(env)]
    return freeze(ordered, library, book_info(env, options, library), scale)
