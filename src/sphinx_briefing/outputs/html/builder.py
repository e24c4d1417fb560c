"""The builder `html`: Sphinx's own, with our frame around pages, our search index, and nothing stale left behind."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.util.display import progress_message

from sphinx_briefing.domain import brief_domain
from sphinx_briefing.domain.memory import Memory
from sphinx_briefing.domain.nodes import block
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.outputs.html.entities import entities_script
from sphinx_briefing.outputs.html.leftovers import files_below, keep_only, remove_empty
from sphinx_briefing.outputs.html.navigation import Entry, Frame
from sphinx_briefing.outputs.html.pages import PagesBuilder
from sphinx_briefing.outputs.html.search import SearchIndex

THEME = "briefing"
#: Parts that take the whole width of a page, so that the rail gives way.
WIDE_PARTS = ("matrix",)


class BriefingHtmlBuilder(PagesBuilder):
    """Stock Sphinx for every theme but ours; with ours, our translator and our frame."""

    @property
    def is_ours(self) -> bool:
        """Whether the book wears our theme."""
        return bool(self.config.html_theme == THEME)

    # ---- incremental builds

    def frame_of(self, page: str) -> object:
        """What the frame of a page shows, and the pages that a table of contents lists.

        For the memory of what was shown.
        """
        if not self.is_ours:
            return ""
        return (self.navigation.frame(page), self._listed_titles(page), self.framing)

    def _listed_titles(self, page: str) -> tuple[object, ...]:
        """The titles that tables of contents on a page show, all levels below it: stock Sphinx looks one level down."""
        found: list[object] = []
        pages = list(self.env.toctree_includes.get(page, []))
        while pages:
            child = pages.pop(0)
            contents = self.env.tocs.get(child)
            if contents is not None:
                found.append((child, contents.astext()))
                pages[:0] = self.env.toctree_includes.get(child, [])
        return tuple(found)

    def load_indexer(self, docnames: Set[str]) -> None:
        """Use our index, which loads and prunes without leaving anything stale."""
        language = self.config.html_search_language or self.config.language
        self.indexer = SearchIndex(self.env, language, self.config.html_search_options, self.config.html_search_scorer)
        if (Path(self.outdir) / self.searchindex_filename).exists() or set(self.env.all_docs).difference(docnames):
            super().load_indexer(docnames)

    def get_outdated_docs(self) -> Iterator[str]:
        """Stock Sphinx's reasons to write a page; other reasons come from the memory of what each page showed."""
        return super().get_outdated_docs()

    # ---- files that nothing stands for any more

    def copy_extra_files(self) -> None:
        """Remove what an earlier build copied, whatever `html_extra_path` says now."""
        memory = Memory(Path(self.doctreedir), f"{self.name}-extra")
        wanted = self._extra_files()
        for name in set(memory.read()) - wanted:
            (Path(self.outdir) / name).unlink(missing_ok=True)
        memory.write(dict.fromkeys(wanted, ""))
        super().copy_extra_files()

    def _extra_files(self) -> set[str]:
        """The paths in the site that files of `html_extra_path` may have."""
        folders = [Path(self.confdir, entry) for entry in self.config.html_extra_path]
        return {
            path.relative_to(folder).as_posix() if folder.is_dir() else folder.name
            for folder in folders
            for path in files_below(folder)
        }

    def finish(self) -> None:
        """Finish as stock Sphinx does, write what scripts need, and remove what no page needs any more."""
        super().finish()
        if self.is_ours:
            self.finish_tasks.add_task(self._write_entities)
        self.finish_tasks.add_task(self._remove_stale)

    def _write_entities(self) -> None:
        parts = self.navigation.frame(self.config.root_doc).parts
        script = entities_script(brief_domain(self.env).book, parts, self.get_target_uri)
        (Path(self.outdir) / "entities.js").write_text(script, "utf-8")

    @progress_message("removing what no page needs any more")
    def _remove_stale(self) -> None:
        self.remove_stale_pages(self._extra_files())
        keep_only(Path(self._downloads_dir), {Path(name).as_posix() for _pages, name in self.env.dlfiles.values()})
        keep_only(Path(self.outdir) / "_sources", self._copied_sources())
        remove_empty(Path(self.outdir))

    def _copied_sources(self) -> set[str]:
        if self.is_ours or not (self.copysource and self.config.html_copy_source):
            return set()
        suffix = self.config.html_sourcelink_suffix
        names = {page: Path(self.env.doc2path(page, False)).as_posix() for page in self.env.all_docs}
        return {name if name.endswith(suffix) else name + suffix for name in names.values()}

    # ---- pages

    def get_doc_context(self, docname: str, body: str, metatags: str) -> dict[str, Any]:
        """With our theme: no work that grows with the book, titles as strings."""
        if not self.is_ours:
            return super().get_doc_context(docname, body, metatags)
        frame = self.navigation.frame(docname)
        return {
            "parents": [],
            "prev": None,
            "next": None,
            "title": frame.title,
            "meta": self.env.metadata.get(docname),
            "body": body,
            "metatags": metatags,
            "rellinks": self.globalcontext["rellinks"][:],
            "sourcename": "",
            "toc": "",
            "display_toc": False,
            "page_source_suffix": Path(self.env.doc2path(docname, False)).suffix,
        }

    def update_page_context(self, pagename: str, templatename: str, ctx: dict[str, Any], event_arg: Any) -> None:
        """Give the templates of our theme the frame of the page."""
        if self.is_ours:
            known = pagename in self.env.all_docs
            frame = self.navigation.frame(pagename if known else self.config.root_doc)
            ctx["brief"] = self._context(pagename, frame, event_arg if known else None, known=known)

    def _context(self, page: str, frame: Frame, document: nodes.document | None, *, known: bool) -> dict[str, Any]:
        def linked(target: tuple[str, str] | None, current: str = "") -> dict[str, Any] | None:
            if target is None:
                return None
            return {
                "title": target[1],
                "link": self.get_relative_uri(page, target[0]) or "#",
                "current": target[0] == current,
            }

        title, subtitle, edition, asof = frame.edition
        found: dict[str, Any] = {
            "title": title,
            "subtitle": "",
            "tagline": subtitle,
            "edition": edition,
            "asof": asof,
            "asof_text": spoken(asof) if asof else "",
            "parts": [linked(part, frame.part if known else "") for part in frame.parts],
            "kind": frame.kind if known else f"pg-{page}",
            "footer": [],
            "sd": document is not None and _uses_design(document),
            "wide": document is not None and _is_wide(document),
        }
        if known:
            found |= {
                "toc": [_contents(entry) for entry in frame.contents],
                "neighbors": [linked(item, page) for item in frame.neighbors],
                "prev": linked(frame.previous),
                "next": linked(frame.following),
                "kicker": list(frame.kicker),
            }
        return found


def _contents(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "title": entry.title,
        "href": f"#{entry.anchor}",
        "sub": [_contents(item) for item in entry.below],
    }


def _uses_design(document: nodes.document) -> bool:
    """Whether sphinx-design drew anything on a page."""
    return any(str(name).startswith("sd-") for node in document.findall(nodes.Element) for name in node["classes"])


def _is_wide(document: nodes.document) -> bool:
    """Whether a page shows something that takes all the width: a matrix of many columns, or the whole one."""
    return any(node["part"] in WIDE_PARTS and node["args"].get("wide") == "yes" for node in document.findall(block))
