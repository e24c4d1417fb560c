"""Where a page stands in the book: its parts, its contents, its neighbors.

Computed once a build, never from a template.

Every title is a string here, with references in it shown as the Book shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx.environment import BuildEnvironment

from sphinx_briefing.domain import brief_domain
from sphinx_briefing.domain.nodes import pending_mention
from sphinx_briefing.domain.order import reading_order
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.shown import show


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a page's contents: number, title, anchor on the page, and the lines below it."""

    number: str
    title: str
    anchor: str
    below: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page's text. Pages are named by Sphinx's docname, with the title to show."""

    title: str
    parts: tuple[tuple[str, str], ...]
    part: str
    contents: tuple[Entry, ...]
    neighbors: tuple[tuple[str, str], ...]
    previous: tuple[str, str] | None
    following: tuple[str, str] | None
    kicker: tuple[str, ...]
    kind: str
    edition: tuple[str, str, str, str]


class Navigation:
    """The frames of all pages of one build."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self._book = brief_domain(env).book
        self._root = env.config.root_doc
        self._parent = {child: page for page, children in env.toctree_includes.items() for child in children}
        self._order = [page for page in reading_order(env) if page == self._root or page in self._parent]
        self._at = {page: number for number, page in enumerate(self._order)}
        self._below = {
            page: tuple(child for child in children if child in env.all_docs)
            for page, children in env.toctree_includes.items()
        }
        self._place = {child: at for below in self._below.values() for at, child in reversed([*enumerate(below)])}
        self._named = self._explicit_titles()
        self._parts = (
            (self._root, self.short(self._root)),
            *((page, self.short(page)) for page in self.children(self._root)),
        )

    def _explicit_titles(self) -> dict[str, str]:
        """Titles that a table of contents gives its pages, by page: shorter than the page's own."""
        from sphinx.addnodes import toctree

        found: dict[str, str] = {}
        for contents in self._env.tocs.values():
            for node in contents.findall(toctree):
                found.update({page: title for title, page in node["entries"] if title and page})
        return found

    def children(self, page: str) -> tuple[str, ...]:
        """The pages right below one, in their order."""
        return self._below.get(page, ())

    def title(self, page: str) -> str:
        """A page's title as text."""
        node = self._env.titles.get(page)
        return self.text(node) if node is not None else page

    def short(self, page: str) -> str:
        """The page's short title: `short:` in its front matter, what a table of contents calls it, else its own."""
        given = self._env.metadata.get(page, {}).get("short")
        return str(given) if given else self._named.get(page) or self.title(page)

    def text(self, node: nodes.Node) -> str:
        """The text of a title, references in it shown."""
        if isinstance(node, pending_mention) and node["kind"] and not node["explicit"]:
            return show(self._book, Key(node["kind"], node["target"])).text
        if isinstance(node, nodes.Text):
            return str(node)
        return "".join(self.text(child) for child in node.children)

    def frame(self, page: str) -> Frame:
        """The frame of one page."""
        at = self._at.get(page)
        previous = self._order[at - 1] if at else None
        following = self._order[at + 1] if at is not None and at + 1 < len(self._order) else None
        info = self._book.info
        return Frame(
            title=self.title(page),
            parts=self._parts,
            part=self._part(page),
            contents=self.contents(page),
            neighbors=self._neighbors(page),
            previous=(previous, self.title(previous)) if previous is not None else None,
            following=(following, self.title(following)) if following is not None else None,
            kicker=self._kicker(page),
            kind=self._kind(page),
            edition=(info.title, info.subtitle, info.edition, info.asof),
        )

    def _part(self, page: str) -> str:
        """The part (a page right below the first) that a page belongs to."""
        while self._parent.get(page, self._root) != self._root:
            page = self._parent[page]
        return page

    def _neighbors(self, page: str) -> tuple[tuple[str, str], ...]:
        """The pages beside this one: those before and after it under the same heading, itself among them."""
        parent = self._parent.get(page)
        if parent is None or parent == self._root:
            return ()
        siblings = self.children(parent)
        at = self._place[page]
        return tuple((name, self.short(name)) for name in siblings[max(0, at - 3) : at + 4])

    def _kicker(self, page: str) -> tuple[str, ...]:
        part = self._part(page)
        if page == self._root:
            return (self._book.info.subtitle,) if self._book.info.subtitle else ()
        if page == part:
            return ()
        about = next((fact for fact in self._facts(page) if isinstance(fact, Actor)), None)
        more = [word for word in (about.side, about.kind) if word] if about else []
        return tuple(filter(None, (self.short(part), " · ".join(more))))

    def _facts(self, page: str) -> tuple[object, ...]:
        found = self._book.page_by_name.get(page)
        return found.facts if found else ()

    def _kind(self, page: str) -> str:
        """A class for the page as a whole: what it is about, or what it lists."""
        if page == self._root:
            return "pg-home"
        for fact in self._facts(page):
            if isinstance(fact, (Actor, Issue)):
                return f"pg-{fact.key.kind}"
        return "pg-" + page.replace("/", "-")

    def contents(self, page: str) -> tuple[Entry, ...]:
        """The sections of a page, numbered; its judgments stand among them without a number."""
        return tuple(self._sections(page))

    def _sections(self, page: str) -> Iterator[Entry]:
        contents = self._env.tocs.get(page)
        if contents is None:
            return
        entries = list(_lines(contents, self))
        count = 0
        for top in entries:
            for entry in top.below:
                number = ""
                if not entry.anchor.startswith("judgment-"):
                    count += 1
                    number = str(count)
                yield Entry(number, entry.title, entry.anchor, entry.below)


def _lines(contents: nodes.Node, navigation: Navigation) -> Iterator[Entry]:
    for item in contents.children:
        if not isinstance(item, nodes.list_item):
            continue
        reference = item.next_node(nodes.reference)
        below = next((child for child in item.children if isinstance(child, nodes.bullet_list)), None)
        if reference is not None:
            inner = tuple(_lines(below, navigation)) if below is not None else ()
            yield Entry("", navigation.text(reference), str(reference.get("anchorname", "")).lstrip("#"), inner)
