"""The options of a book without a build: `conf.py` alone is read."""

from __future__ import annotations

from sphinx_briefing.cli.book import BookFolder, WrongUseError
from sphinx_briefing.config import BriefingConfig, option_table, read_config


def book_options(book: BookFolder) -> BriefingConfig:
    """The options in a book's `conf.py`.

    Raises WrongUseError when it cannot be read.
    """
    from sphinx.config import Config
    from sphinx.errors import ConfigError
    from sphinx.util.tags import Tags

    try:
        config = Config.read(book.root, overrides={}, tags=Tags())
        for row in option_table():
            config.add(row.name, row.default, row.rebuild, [row.type])
        return read_config(config)
    except (ConfigError, ValueError) as problem:
        raise WrongUseError(str(problem).strip()) from None
