"""The ground every visitor stands on: what is written, where it came from, and a node that nobody knows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from sphinx_briefing.outputs.typst.literals import call, literal, runs
from sphinx_briefing.outputs.typst.manuscript import Manuscript, Page

logger = logging.getLogger(__name__)


class Sheet(SphinxTranslator):
    """Writes a tree of nodes as nested Typst calls.

    Every `visit_*` method writes its node whole, children included, so there are no departures. A visitor asks for the
    text of its children with `inside` and hands it on as the last argument of one call.
    """

    page: Page
    book: Manuscript

    def begin(self, page: Page, book: Manuscript) -> None:
        """Turn to `page`; what it holds is noted in `book`."""
        self.page, self.book = page, book
        self._written: list[list[str]] = [[]]
        self._inside: list[str] = []
        self.depth = 0
        self.line = 1

    # -- writing -----------------------------------------------------------------------------------------------------

    def write(self, text: str) -> None:
        self._written[-1].append(text)

    def inside(self, node: nodes.Element, leave: Collection[nodes.Node] = ()) -> str:
        """What the children of `node` come to, those in `leave` left out."""
        return self.drawn(child for child in list(node.children) if not any(child is other for other in leave))

    def drawn(self, chosen: Iterator[nodes.Node] | Collection[nodes.Node]) -> str:
        """What the nodes of `chosen` come to."""
        self._written.append([])
        for node in chosen:
            node.walkabout(self)
        return "".join(self._written.pop())

    def block(self, node: nodes.Element, name: str, body: str | None, /, *positional: str, **named: str | None) -> None:
        """Write one call as a block of its own, with the place it came from."""
        self.write(f"{self.origin(node)}{call(name, body, *positional, **named)}\n")

    def origin(self, node: nodes.Node) -> str:
        """A comment that leads a Typst error back to the Markdown line."""
        known: nodes.Node | None = node
        while known is not None and known.line is None:
            known = known.parent
        if known is not None and known.line is not None:
            self.line = known.line
        return f"\n//@ {self.page.path}:{self.line}\n"

    def anchors(self, node: nodes.Element) -> str:
        """The targets of `node`, each placed once."""
        names: list[str] = node.get("ids", [])
        return "".join(map(self.anchor, names))

    def anchor(self, name: str) -> str:
        label = self.label(name)
        return call("anchor", None, literal(label)) if self.book.place(label) else ""

    def label(self, name: str) -> str:
        return f"{self.page.docname}#{name}"

    # -- where we are ------------------------------------------------------------------------------------------------

    @contextmanager
    def within(self, place: str) -> Iterator[None]:
        """While the children of a `place` (such as "narrow" or "title") are written."""
        self._inside.append(place)
        try:
            yield
        finally:
            self._inside.pop()

    def stands_in(self, place: str) -> bool:
        return place in self._inside

    @property
    def narrow(self) -> str | None:
        """The argument that tells a part that it may not leave the measure."""
        return "true" if self.stands_in("narrow") else None

    # -- dispatch ----------------------------------------------------------------------------------------------------

    def dispatch_visit(self, node: nodes.Node) -> None:
        super().dispatch_visit(node)
        raise nodes.SkipNode

    def unknown_visit(self, node: nodes.Node) -> None:
        """Say which node has no rule, and keep its words."""
        self.warn("print-node", f"the printed book has no rule for <{node.__class__.__name__}>; its text is kept", node)
        assert isinstance(node, nodes.Element)
        body = self.anchors(node) + self.inside(node)
        if isinstance(node, nodes.TextElement) and not isinstance(node, nodes.Inline):
            self.block(node, "par", body)
        else:
            self.write(body)

    def warn(self, subtype: str, message: str, node: nodes.Node) -> None:
        logger.warning(message, type="brief", subtype=subtype, location=node)

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 - named after the class
        self.write(self.text(str(node)))

    def text(self, words: str) -> str:
        """`words` as literals, each run in Cyrillic marked as Russian unless its language was said already."""
        if self.stands_in("language"):
            return f"#{literal(words)}"
        return "".join(f"#russian({literal(run)})" if language else f"#{literal(run)}" for language, run in runs(words))


def wraps(name: str) -> Any:  # docutils' types know each method by its own node class
    """A visitor that puts the children of an inline node into one call."""

    def visit(self: Sheet, node: nodes.Element) -> None:
        self.write(call(name, self.anchors(node) + self.inside(node)))

    return visit


def boxes(name: str, **named: str) -> Any:
    """A visitor that puts the children of a block node into one call."""

    def visit(self: Sheet, node: nodes.Element) -> None:
        self.block(node, name, self.anchors(node) + self.inside(node), **named)

    return visit


def passes(self: Sheet, node: nodes.Element) -> None:
    """Draw the children as if they stood alone."""
    self.write(self.anchors(node) + self.inside(node))


def skips(self: Sheet, node: nodes.Element) -> None:
    """Draw nothing: the node says nothing to a reader."""
