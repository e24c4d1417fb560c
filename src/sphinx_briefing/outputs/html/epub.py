"""The builder `epub`: Sphinx's own e-book, made of what the site is made of, and the same at every build.

Stock Sphinx dates an e-book by the clock, packs the files of deleted pages, lists no page of a hidden table of
contents, and stops at a title that mentions an actor.
"""

from __future__ import annotations

import logging
import os
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docutils import nodes
from sphinx.builders.epub3 import HTML_TAG, Epub3Builder

from sphinx_briefing.domain import brief_domain
from sphinx_briefing.outputs.html.leftovers import remove_empty
from sphinx_briefing.outputs.html.pages import PagesBuilder

THEME: Final = "briefing-ebook"
#: What Sphinx writes for an author who says nothing.
UNSAID: Final = ("", "unknown")
#: The earliest moment that a zip archive can hold; the date of the book stands inside.
ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
UNDATED: Final = "2000-01-01"
FIRST_FILES: Final = ("META-INF/container.xml", "content.opf", "toc.ncx")
SVG: Final = 'xmlns="http://www.w3.org/2000/svg"'


class BriefingEpubBuilder(PagesBuilder, Epub3Builder):
    """An e-book with the contents, names and numbers of the site."""

    media_types = Epub3Builder.media_types | {".woff2": "font/woff2"}

    def init(self) -> None:
        """Begin a build; each page says its language as XML does, too."""
        super().init()
        language = self.config.epub_language
        self.html_tag = f'{HTML_TAG[:-1]} lang="{language}" xml:lang="{language}">'

    def get_theme_config(self) -> tuple[str, dict[str, str | int | bool]]:
        """Our theme, where the book names no other."""
        name, options = super().get_theme_config()
        return (THEME if name == "epub" else name), options

    def frame_of(self, page: str) -> object:
        """What surrounds the text of a page: title, style sheets, templates, options. For the memory of pages."""
        return (self.navigation.title(page), self.framing)

    # ---- pages

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        """A page without links to its neighbors, which a reader has at hand. In XML a drawing says what it is."""
        return {
            "parents": [],
            "prev": None,
            "next": None,
            "title": escape(self.navigation.title(docname)),
            "meta": self.env.metadata.get(docname),
            "body": body.replace("<svg ", f"<svg {SVG} "),
            "metatags": metatags,
            "rellinks": [],
            "sourcename": "",
            "toc": "",
            "display_toc": False,
            "page_source_suffix": Path(self.env.doc2path(docname, False)).suffix,
        }

    def add_visible_links(self, tree: nodes.document, show_urls: str = "inline") -> None:
        """Addresses as footnotes, where a book asks for them; never within sentences."""
        if show_urls == "footnote":
            super().add_visible_links(tree, show_urls)

    def copy_extra_files(self) -> None:
        """Nothing: `html_extra_path` is for who serves a site."""

    # ---- the book as a whole

    def get_refnodes(self, doctree: nodes.Node, result: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The lines of the contents: every page in its order, and the sections right below its title."""
        return [*result, *self._below(self.config.root_doc, 1, {self.config.root_doc})]

    def _below(self, page: str, level: int, listed: set[str]) -> Iterator[dict[str, Any]]:
        for child in self.navigation.children(page):
            if child in listed:
                continue
            listed.add(child)
            target = self.get_target_uri(child)
            yield _line(level, target, self.navigation.short(child))
            for entry in self.navigation.contents(child):
                yield _line(level + 1, f"{target}#{entry.anchor}", entry.title)
            yield from self._below(child, level + 1, listed)

    def content_metadata(self) -> dict[str, Any]:
        """What the e-book says of itself: the date and edition of the book, never those of the machine."""
        info = brief_domain(self.env).book.info
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.fromisoformat(info.first_day or UNDATED)
        known = super().content_metadata()
        name = uuid.uuid5(uuid.NAMESPACE_URL, f"{info.title} {info.edition}")
        instead = {
            "id": f"urn:uuid:{name}",
            "description": escape(info.subtitle or info.title),
            "contributor": known["author"],
            "copyright": known["author"],
            "version": escape(info.edition or "1"),
        }
        said = {key: known[key] if known[key] not in UNSAID else text for key, text in instead.items()}
        return known | said | {"date": moment.strftime("%Y-%m-%dT%H:%M:%SZ")}

    def toc_metadata(self, level: int, navpoints: Any) -> dict[str, Any]:
        """The older table of contents names the same book."""
        return super().toc_metadata(level, navpoints) | {"uid": self.content_metadata()["id"]}

    def build_content(self) -> None:
        """List the files of this build, after those of earlier ones are gone; say which pages hold drawings."""
        self.remove_stale_pages()
        Path(self.outdir, ".buildinfo.bak").unlink(missing_ok=True)  # Sphinx keeps it after a change of an option
        remove_empty(Path(self.outdir))
        super().build_content()
        path = Path(self.outdir) / "content.opf"
        text = path.read_text("utf-8")
        for name in self.files:
            if name.endswith(self.out_suffix) and "<svg " in (Path(self.outdir) / name).read_text("utf-8"):
                text = text.replace(f'href="{name}" media-type', f'href="{name}" properties="svg" media-type')
        path.write_text(text, "utf-8")

    def build_epub(self) -> None:
        """Pack the e-book: the same files make the same bytes, whenever and by whomever they were written."""
        outdir = Path(self.outdir)
        with ZipFile(outdir / f"{self.config.epub_basename}.epub", "w") as book:
            book.writestr(_member("mimetype"), (outdir / "mimetype").read_bytes(), ZIP_STORED)
            for name in (*FIRST_FILES, *self.files):
                book.writestr(_member(name), (outdir / name).read_bytes(), ZIP_DEFLATED)


class Unasked(logging.Filter):
    """Keeps back that a setting is empty from which Sphinx would take what `content_metadata` says anyway."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line of the log is to be shown."""
        return not any(f'"{name}"' in str(record.msg) for name in ("epub_copyright", "version"))


def _line(level: int, target: str, words: str) -> dict[str, Any]:
    return {"level": level, "refuri": escape(target), "text": escape(words)}


def _member(name: str) -> ZipInfo:
    """A file in the archive, readable by all, of no moment."""
    found = ZipInfo(name, ZIP_EPOCH)
    found.create_system, found.external_attr = 3, 0o644 << 16
    return found
