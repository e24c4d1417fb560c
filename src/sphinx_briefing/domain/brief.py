"""The Sphinx domain `brief`: facts by page while pages are read, then the Book, its findings and its answers.

Clearing a page is `pop`, merging the work of a parallel reader is `update`. The Book is an attribute of the domain
object, never pickled: it is frozen anew at every build, from facts and from the seeds as they are on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

from sphinx_briefing.checks import run_checks
from sphinx_briefing.checks.report import in_order
from sphinx_briefing.config import BriefingConfig, read_config
from sphinx_briefing.domain.book import assemble, page_file
from sphinx_briefing.domain.collecting import complete, paragraphs_of
from sphinx_briefing.domain.editions import editions_asked, printed_pages
from sphinx_briefing.domain.furniture import furnish
from sphinx_briefing.domain.indexing import enter, index_entries
from sphinx_briefing.domain.links import Link, Objects, links_of, objects_of, shows
from sphinx_briefing.domain.nodes import pending_mention, pending_view
from sphinx_briefing.domain.numbering import number_page
from sphinx_briefing.domain.pieces import pieces_of
from sphinx_briefing.domain.reading import Reading
from sphinx_briefing.domain.watch import Watch
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Finding
from sphinx_briefing.model.likelihood import ICD_203, Scale
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.rules import pinned
from sphinx_briefing.text.library import SOURCES_FILE, Library, load_library
from sphinx_briefing.text.scales import load_scale
from sphinx_briefing.views import VIEWS
from sphinx_briefing.views.explanation import Asked, Question
from sphinx_briefing.views.shown import Shown, show

OBJECT_KINDS = (
    "actor",
    "issue",
    "event",
    "judgment",
    "position",
    "claim",
    "relation",
    "quotation",
    "discrepancy",
    "erratum",
    "term",
    "passage",
    "source",
)
#: Kinds that have a role of their own name.
ROLE_KINDS = ("actor", "issue", "event", "judgment")


class BriefDomain(Domain):
    """Facts, findings and questions, all by page."""

    name = "brief"
    label = "Briefing"
    object_types: ClassVar = {kind: ObjType(kind, *([kind] if kind in ROLE_KINDS else [])) for kind in OBJECT_KINDS}
    initial_data: ClassVar = {"pages": {}, "problems": {}, "questions": {}, "links": {}, "scales": {}, "files": {}}
    data_version = 6

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.reading = Reading("")
        self.watch = Watch(lambda path: path if path in env.found_docs else env.path2doc(path))
        self.book = Book(BookInfo(""))
        self.library = Library()
        self.scale: Scale = ICD_203
        self.scale_findings: tuple[Finding, ...] = ()
        self.frozen = False
        self.findings: tuple[Finding, ...] = ()
        #: what was warned while pages were written; those pages are written again next time
        self.writing: list[Finding] = []
        self.warned: set[str] = set()
        self.unreadable: set[str] = set()
        self.digests: dict[str, str] = {}
        self._answers: dict[tuple[str, Question], Any] = {}
        self._objects: Objects | None = None

    # ---- reading

    def read_scale(self, confdir: Path) -> list[str]:
        """Read the book's scale of likelihood, before any page; the pages that were read with another one."""
        folder, shown_as = self.options.seeds_folder(confdir)
        self.scale, self.scale_findings = load_scale(folder, shown_as, self.options.likelihoods)
        return sorted(page for page, scale in self.data["scales"].items() if scale != self.scale)

    def begin(self, page: str, text: str, default_source: str) -> Reading:
        """A page begins to be read."""
        self.reading = Reading(page, text.split("\n"), default_source, scale=self.scale)
        return self.reading

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """A page has been read: number it, complete its facts, keep them as plain values."""
        if self.reading.page != docname:  # a document that no source file stands for
            return
        number_page(document)
        complete(document, self.reading)
        entered = index_entries(self.reading)
        # Sphinx's own index domain has looked through the page already
        env.domains.index_domain.entries.setdefault(docname, []).extend(entered)
        enter(document, entered)
        cites = any(getattr(fact, "citations", ()) for fact in self.reading.facts)
        furnish(document, docname, is_home=docname == env.config.root_doc, cites=cites)
        title = document.next_node(nodes.title)
        name = title.astext() if title is not None else docname
        facts, lists = tuple(self.reading.facts), tuple(self.reading.lists)
        pieces = tuple(piece for piece, _ in pieces_of(document)) if self.reading.autolink else ()
        own = paragraphs_of(document, self.reading)
        self.data["pages"][docname] = Page(docname, name, facts, lists, own, pieces, self.reading.changed)
        asked = [*_questions(document), *([("autolink", ())] if pieces else [])]
        self.data["questions"][docname] = tuple(dict.fromkeys(asked))
        self.data["links"][docname] = links_of(document, docname)
        if self.reading.uses_scale:
            self.data["scales"][docname] = self.scale

    def keep_problems(self, page: str, problems: Iterable[Finding]) -> None:
        """Keep what was wrong while the page was read, until it is read again."""
        self.data["problems"][page] = tuple(problems)

    def note_writing(self, finding: Finding) -> None:
        """A page warned while it was written."""
        self.writing.append(finding)
        self.warned.add(finding.place.page)

    def clear_doc(self, docname: str) -> None:
        for table in self.initial_data:
            self.data[table].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        for table in self.initial_data:
            self.data[table].update({page: value for page, value in otherdata[table].items() if page in docnames})

    # ---- the whole Book

    @property
    def options(self) -> BriefingConfig:
        """The book's options."""
        return read_config(self.env.config)

    def freeze(self, confdir: Path) -> None:
        """Freeze the Book and judge it. Runs at every build, whether a page was read or not."""
        options = self.options
        folder, shown_as = options.seeds_folder(confdir)
        library = load_library(folder, shown_as) if self._needs_sources(folder, options) else Library()
        self._answers, self._objects, self.library = {}, None, library
        book = assemble(self.env, self.data["pages"], options, library, self.scale)
        editions = editions_asked(book.pages, confdir, options.edition)
        self.book = replace(book, editions=editions, printed=printed_pages(book, confdir))
        for page in set(self.data["problems"]) - self.env.found_docs - self.unreadable:
            del self.data["problems"][page]  # a page that could not be read, and is gone, was never Sphinx's to clear
        problems = (finding for page in self.data["problems"].values() for finding in page)
        found = (
            *self.scale_findings,
            *library.findings,
            *problems,
            *(pinned(item, options.rules) for item in run_checks(self.book)),
        )
        self.frozen = True
        self.findings = in_order(self._placed(finding, confdir, shown_as) for finding in found)

    def _needs_sources(self, folder: Path, options: BriefingConfig) -> bool:
        """Whether the book rests on sources at all: it has a seeds folder, names a source, or cites one."""
        pages: Iterable[Page] = self.data["pages"].values()
        return bool(
            options.source
            or folder.is_dir()
            or any(getattr(fact, "citations", ()) for page in pages for fact in page.facts)
        )

    def _placed(self, finding: Finding, confdir: Path, seeds: str) -> Finding:
        """The finding with paths as an editor sees them from the folder of `conf.py`."""

        def path(name: str) -> str:
            if name in self.env.found_docs or name in self.unreadable:
                return page_file(self.env, confdir, name)
            in_seeds = name.endswith(".txt") and "/" not in name
            return f"{seeds}/{name}" if in_seeds or name == SOURCES_FILE else name

        related = tuple(replace(item, path=path(item.path)) for item in finding.related)
        own = finding.path or path(finding.place.page)
        fix = finding.fix and replace(finding.fix, path=finding.fix.path or own)
        return replace(finding, path=own, related=related, fix=fix)

    def placed_writing(self, confdir: Path) -> tuple[Finding, ...]:
        """What was warned while pages were written, with paths as an editor sees them."""
        _, seeds = self.options.seeds_folder(confdir)
        return tuple(self._placed(finding, confdir, seeds) for finding in self.writing)

    def book_json(self) -> str:
        """The whole Book as JSON (the content of `book.json`)."""
        from sphinx_briefing.model.serialization import book_json

        return book_json(self.book)

    def answer(self, page: str, view: str, options: Mapping[str, str]) -> Any:
        """The answer of the Book to one question; asked once a build."""
        question = (view, tuple(sorted(options.items())))
        if (page, question) not in self._answers:
            self._answers[page, question] = VIEWS[view](self.book, page, options)
        return self._answers[page, question]

    def shown_by(self, page: str) -> Iterator[object]:
        """All that a page shows from elsewhere, as plain values; two builds that give the same show the same page."""
        for view, options in self.data["questions"].get(page, ()):
            yield self.answer(page, view, dict(options))
        for link in self.data["links"].get(page, ()):
            yield shows(self.env, cast(Link, link), self._all_objects)

    def asked(self) -> Asked:
        """What the pages ask of the Book and of each other."""
        links = {
            page: tuple(target.partition("#")[0] for _, _, target in found)
            for page, found in self.data["links"].items()
        }
        return Asked(dict(self.data["questions"]), links, dict(self.env.toctree_includes))

    @property
    def _all_objects(self) -> Objects:
        """What every domain knows by a name; asked once a build, and only if some page has a reference of Sphinx's."""
        if self._objects is None:
            self._objects = objects_of(self.env)
        return self._objects

    # ---- Sphinx asks

    def resolve_xref(
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, typ: str, target: str,
        node: addnodes.pending_xref, contnode: nodes.Element,
    ) -> nodes.reference | None:  # fmt: skip
        """The reference a view has drawn already knows its page; any other is looked up."""
        if "brief_page" in node:
            page, identifier = node["brief_page"], node["brief_anchor"]
        else:
            shown = show(self.book, Key(typ, target))
            page, identifier = shown.page, shown.anchor
        if not page:
            return None
        reference = make_refnode(builder, fromdocname, page, identifier, contnode)
        if typ in ("actor", "issue", "event", "term"):
            reference["card"] = f"{typ}-{target}"
        return reference

    def resolve_any_xref(
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, target: str,
        node: addnodes.pending_xref, contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:  # fmt: skip
        found = []
        for kind in ROLE_KINDS:
            reference = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
            if reference is not None:
                found.append((f"brief:{kind}", reference))
        return found

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every object, for the inventory and for search."""
        for key in self.book.objects:
            shown = show(self.book, key)
            yield _object(shown, 1 if key.kind in ("actor", "issue", "term", "judgment") else 2)
        for key, place in self.book.homes.items():
            yield _object(Shown(key.kind, key.id, key.id.rpartition("#")[2], place.page, place.anchor), 2)


def _object(shown: Shown, priority: int) -> tuple[str, str, str, str, str, int]:
    return (shown.id, shown.text, shown.kind, shown.page, shown.anchor, priority)


def _questions(document: nodes.document) -> Iterator[Question]:
    for node in (*document.findall(pending_view), *document.findall(pending_mention)):
        yield (node["view"], tuple(sorted(node["options"].items())))


def brief_domain(env: BuildEnvironment) -> BriefDomain:
    """The briefing domain of an environment."""
    return cast(BriefDomain, env.domains["brief"])
