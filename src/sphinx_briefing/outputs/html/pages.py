"""What the builders of the site and of the e-book have in common: how pages are drawn, framed, and found stale."""

from __future__ import annotations

import shutil
from collections.abc import Set
from functools import cached_property
from pathlib import Path
from typing import Any

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_briefing.outputs.html.leftovers import checksum, files_below, keep_only
from sphinx_briefing.outputs.html.navigation import Navigation
from sphinx_briefing.outputs.html.translator import BriefingTranslator


class PagesBuilder(StandaloneHTMLBuilder):
    """Sphinx's builder of pages, which knows what each build has made and what surrounds its pages."""

    default_translator_class = BriefingTranslator

    def init(self) -> None:
        """Begin a build that has made no page yet."""
        self._made: set[str] = set()
        super().init()

    @cached_property
    def navigation(self) -> Navigation:
        """The titles and the order of this build, computed when first asked for: after the Book was frozen."""
        return Navigation(self.env)

    @cached_property
    def framing(self) -> tuple[str, str, str]:
        """The style sheets and scripts that pages link with a checksum, the templates they are drawn by, and options.

        Stock Sphinx leaves the first stale, compares the times of the second, and notes the third too early: it would
        take them for written after a build that was killed.
        """
        folders = [Path(folder) for folder in self.theme.get_theme_dirs()]
        folders += [Path(self.confdir, entry) for entry in (*self.config.templates_path, *self.config.html_static_path)]
        return (checksum(folders), self.build_info.config_hash, self.build_info.tags_hash)

    def handle_page(self, pagename: str, *arguments: Any, **more: Any) -> None:
        """Write a page as stock Sphinx does; one that stands for no source is remembered as of this build."""
        self._made.add(pagename)
        super().handle_page(pagename, *arguments, **more)

    def copy_static_files(self) -> None:
        """Copy them into an empty folder: all are copied at every build."""
        shutil.rmtree(self._static_dir, ignore_errors=True)
        super().copy_static_files()

    def remove_stale_pages(self, others: Set[str] = frozenset()) -> None:
        """Keep of pages and pictures what this build stands for: its pages, those it made, `others`, static ones."""
        outdir = Path(self.outdir)
        written = {Path(self.get_output_path(page)) for page in {*self.env.all_docs, *self._made}}
        static = {path for path in files_below(Path(self._static_dir)) if path.name.endswith(self.out_suffix)}
        pages = {path.relative_to(outdir).as_posix() for path in written | static}
        keep_only(outdir, pages | others, self.out_suffix)
        keep_only(Path(self._images_dir), {name for _pages, name in self.env.images.values()})
