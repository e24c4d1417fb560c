"""One small book built by Sphinx in a folder of the test's own: its facts, its findings, its finished pages."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_briefing.domain import brief_domain
from sphinx_briefing.domain.nodes import block, phrase
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding
from sphinx_briefing.model.pages import Fact, Page

SEED = """The Harbor Talks

By Ada Marsh

Northport opposes the new toll and says so loudly. Its mayor called the plan “a tax on fog.” The ferry was late again.

Southport may yet agree, though nobody expects it before spring. The two towns met on Monday in the old customs house.
"""
SOURCES = f"""sources:
  - id: tale
    type: article-newspaper
    title: The Harbor Talks
    author:
      - family: Marsh
        given: Ada
    issued: 2009-09-21
    seed: tale.txt
    sha256: {hashlib.sha256(SEED.encode()).hexdigest()}
  - id: S02
    type: report
    title: Minutes
    publisher: Harbor Board
    issued: 2009-09
    accessed: "2009-10-01"
    URL: https://harbor.example/minutes
    archive: https://archive.example/minutes
"""
CONF = """project = "Harbor"
extensions = ["myst_parser", "sphinx_design", "sphinx_briefing"]
primary_domain = "brief"
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
brief_source = "tale"
"""


@dataclass(frozen=True)
class Built:
    """A book that has been built. `pages` are the finished doctrees, by page."""

    domain: Any
    pages: Mapping[str, nodes.document]
    warnings: str
    code: int

    @property
    def book(self) -> Book:
        found: Book = self.domain.book
        return found

    @property
    def findings(self) -> tuple[Finding, ...]:
        found: tuple[Finding, ...] = self.domain.findings
        return found

    def page(self, name: str) -> Page:
        return self.book.page_by_name[name]

    def facts(self, name: str) -> tuple[Fact, ...]:
        return self.page(name).facts

    def found(self, name: str) -> list[tuple[Code, int]]:
        """The findings of a page: code and line."""
        return [(item.code, item.place.line) for item in self.findings if item.place.page == name]

    def messages(self, name: str) -> list[str]:
        return [f"{item.message} | {item.hint}" for item in self.findings if item.place.page == name]

    def parts(self, name: str, part: str) -> list[nodes.Element]:
        """The blocks and phrases of a part, on a finished page."""
        return [
            node
            for node in self.pages[name].findall(lambda item: isinstance(item, (block, phrase)))
            if node["part"] == part
        ]

    def text(self, name: str) -> str:
        return self.pages[name].astext()


def write(folder: Path, pages: Mapping[str, str], conf: str = "", sources: str = SOURCES) -> None:
    """Write a book; an `index` that holds all pages is added when none is given."""
    index = "# Harbor\n\n```{toctree}\n" + "\n".join(name for name in pages if name != "index") + "\n```\n"
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "seeds" / "tale.txt").write_bytes(SEED.encode())
    (folder / "seeds" / "sources.yaml").write_text(sources, "utf-8")
    (folder / "conf.py").write_text(CONF + conf, "utf-8")
    for name, text in {"index": index, **pages}.items():
        (folder / f"{name}.md").write_text(text, "utf-8")


def build(folder: Path, pages: Mapping[str, str], conf: str = "", sources: str = SOURCES) -> Built:
    """Build a book with the builder that writes nothing."""
    write(folder, pages, conf, sources)
    warnings = io.StringIO()
    resolved: dict[str, nodes.document] = {}
    with patch_docutils(folder), docutils_namespace():
        app = Sphinx(folder, folder, folder / "out", folder / "doctrees", "dummy", status=None, warning=warnings)
        app.connect("doctree-resolved", lambda app, doctree, name: resolved.__setitem__(name, doctree), priority=999)
        app.build()
        return Built(brief_domain(app.env), resolved, warnings.getvalue(), app.statuscode)
