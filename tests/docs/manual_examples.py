"""The examples of the manual, and the one small book in which all of them are read and judged.

In front of a fenced block, a comment says what its example is:

    % example: good             no finding
    % example: brief.CODE       exactly this code (or these, parted by commas)
    % example: base NAME        a page of the book in which every other example stands
    % example: start FILE       a page of the book that a newcomer starts (see test_start)
    % example: none             a fragment that is no whole page
    % says                      (before a block `text`) the findings of the example above, word for word

A block `markdown` is a page, a block `yaml` is a `sources.yaml` (or, with scales, a `likelihoods.yaml`), a block
`python` is a `conf.py` (of a book that has a first page and no other), a block `json` is an `anchors.lock` (of a book
whose one page has the line `> @#p2s1`).
"""

from __future__ import annotations

import re
import shutil
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_briefing.checks import CHECKS, run_checks
from sphinx_briefing.checks.anchors import anchors
from sphinx_briefing.checks.report import in_order, one_line
from sphinx_briefing.cli.book import BookFolder, run_sphinx
from sphinx_briefing.domain import brief_domain
from sphinx_briefing.domain.book import book_info
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.findings import Finding
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.statements import Mention
from sphinx_briefing.text.library import Library, load_library
from sphinx_briefing.text.lockfile import LOCK_FILE
from sphinx_briefing.text.scales import SCALES_FILE, load_scale
from sphinx_briefing.text.verification import freeze

DOCS = Path(__file__).parents[2] / "docs"

_EXAMPLE = re.compile(
    r"^% example: (?P<wanted>[^\n]+)\n\s*?^(?P<fence>`{3,})(?P<language>\w+)\n(?P<text>.*?)^(?P=fence)\n"
    r"(?:\n?% says\n\s*?^```text\n(?P<says>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)

CONF = """
project = "The harbor"
extensions = ["myst_parser", "sphinx_design", "sphinx_briefing"]
primary_domain = "brief"
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
html_theme = "briefing"
html_copy_source = False
suppress_warnings = ["toc.not_included"]
brief_source = "quay"
"""


@dataclass(frozen=True)
class Example:
    """One example: the page of the manual and the line it stands on, what is wanted of it, and its text."""

    page: str
    line: int
    wanted: str
    language: str
    text: str
    says: str

    @property
    def name(self) -> str:
        """What a test calls it."""
        return f"{self.page}:{self.line}"

    @property
    def docname(self) -> str:
        """The page of the small book in which it stands."""
        return self.wanted.removeprefix("base ") if self.is_base else "examples/" + re.sub(r"\W", "-", self.name)

    @property
    def is_base(self) -> bool:
        return self.wanted.startswith("base ")

    @property
    def is_judged(self) -> bool:
        return self.wanted.partition(" ")[0] not in ("base", "start", "none")

    @property
    def codes(self) -> set[str]:
        """The codes it is to give; empty for a good one."""
        return set() if self.wanted == "good" else set(self.wanted.split(", "))


def pages() -> Iterator[Path]:
    """The pages of the manual."""
    return iter(sorted(path for path in DOCS.rglob("*.md")))


def examples(language: str) -> list[Example]:
    """All examples in one language."""
    found = []
    for path in pages():
        text = path.read_text("utf-8")
        for match in _EXAMPLE.finditer(text):
            line = text[: match.start()].count("\n") + 1
            name = path.relative_to(DOCS).with_suffix("").as_posix()
            found.append(
                Example(name, line, match["wanted"].strip(), match["language"], match["text"], match["says"] or "")
            )
    return [example for example in found if example.language == language]


class SmallBook:
    """All examples as pages of one book, read once and drawn as a site; each is judged with the base pages alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        source = folder / "source"
        for example in examples("markdown"):
            if example.is_base or example.is_judged:
                path = source / f"{example.docname}.md"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(example.text, "utf-8")
        base = [example.docname for example in examples("markdown") if example.is_base]
        toc = "\n".join(["```{toctree}", *base, "```"])
        (source / "index.md").write_text(f"# The harbor\n\n{toc}\n", "utf-8")
        (folder / "conf.py").write_text(CONF, "utf-8")
        seeds = folder / "seeds"
        seeds.mkdir()
        for path in (DOCS / "seeds").iterdir():
            (seeds / path.name).write_bytes(path.read_bytes())
        self.base = ("index", *base)
        self._unprintable = {item.docname for item in examples("markdown") if "brief.print" in item.codes}
        self._strict = {item.docname for item in examples("markdown") if "brief.quote-strict" in item.codes}
        self.library = load_library(seeds, "seeds")
        with patch_docutils(folder), docutils_namespace():
            app = Sphinx(source, folder, folder / "html", folder / "doctrees", "html", status=None, warning=None)
            app.build()
        self._domain = brief_domain(app.env)
        self._info = book_info(app.env, self._domain.options, self.library)

    def book(self, docname: str) -> Book:
        """A book that has the base pages and this one."""
        info = replace(self._info, quotes="strict") if docname in self._strict else self._info
        return freeze([self._domain.data["pages"][name] for name in self._names(docname)], self.library, info)

    def findings(self, docname: str) -> tuple[Finding, ...]:
        """The findings of that book."""
        problems = self._domain.data["problems"]
        read = [finding for name in self._names(docname) for finding in problems.get(name, ())]
        printed = self.printed(docname) if docname in self._unprintable else ()
        found = (*read, *run_checks(self.book(docname)), *printed)
        return in_order(replace(finding, path=finding.path or "source/page.md") for finding in found)

    def judged_sources(self, folder: Path, text: str) -> tuple[Finding, ...]:
        """What a `sources.yaml` comes to: its own faults, or else what the checks of sources find in the base pages.

        A `likelihoods.yaml` comes to its own faults.
        """
        if text.startswith("scales:"):
            return judged_scales(folder, text)
        library = judged_sources(folder, text)
        book = freeze([self._domain.data["pages"][name] for name in self.base], library, self._info)
        found = library.findings or [item for name in ("budget", "coverage") for item in CHECKS[name](book)]
        return in_order(
            replace(item, path=item.path or f"seeds/{item.place.page}") if item.place.page else item for item in found
        )

    def _names(self, docname: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.base, docname)))

    def written(self, docname: str) -> list[Finding]:
        """What was warned of while the page was drawn."""
        return [finding for finding in self._domain.writing if finding.place.page == docname]

    def printed(self, docname: str) -> tuple[Finding, ...]:
        """What is wrong when the page is printed, as the only one of a book."""
        folder = self.folder / "printed"
        page = folder / "source" / "index.md"
        page.parent.mkdir(parents=True)
        page.write_bytes((self.folder / "source" / f"{docname}.md").read_bytes())
        found = judged_by_sphinx(folder, "", "typstpdf")
        shutil.rmtree(folder)
        return tuple(replace(item, path=item.path.replace("index.md", "page.md")) for item in found)

    def html(self, docname: str) -> str:
        """The page as it was drawn."""
        return (self.folder / "html" / f"{docname}.html").read_text("utf-8")


def said(findings: tuple[Finding, ...], docname: str) -> str:
    """Findings as the command prints them; the page is called `page`."""
    return "".join(one_line(finding) + "\n" for finding in findings).replace(docname, "page")


def judged_conf(folder: Path, text: str) -> tuple[Finding, ...]:
    """What a book comes to that has this in its `conf.py`, and one page."""
    (folder / "source").mkdir()
    (folder / "source" / "index.md").write_text("# The harbor\n", "utf-8")
    return judged_by_sphinx(folder, text, "dummy")


def judged_by_sphinx(folder: Path, settings: str, builder: str) -> tuple[Finding, ...]:
    """What one run of the command comes to; the settings stand above those that every book has."""
    (folder / "conf.py").write_text(settings + CONF.replace('brief_source = "quay"\n', ""), "utf-8")
    return run_sphinx(BookFolder(folder), builder, Namespace(hindsight=False, jobs=1), None).findings


def judged_lock(folder: Path, text: str) -> str:
    """What a book comes to that has this lock beside the manual's seed, and cites one passage."""
    for path in (DOCS / "seeds").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / LOCK_FILE).write_text(text, "utf-8")
    library = load_library(folder, "seeds")
    citation = Citation("quay", Place("page", 4), "p2s1")
    page = Page("page", facts=(Mention(Key("passage", "quay#p2s1"), citation.place, citations=(citation,)),))
    found = (*library.findings, *anchors(freeze([page], library, BookInfo("The harbor"))))
    return said(in_order(replace(finding, path=finding.path or "source/page.md") for finding in found), "\0")


def judged_scales(folder: Path, text: str) -> tuple[Finding, ...]:
    """What a `likelihoods.yaml` comes to, whose first scale the book names."""
    (folder / SCALES_FILE).write_text(text, "utf-8")
    name = re.search(r"- id: (\S+)", text)
    assert name
    return in_order(load_scale(folder, "seeds", name[1])[1])


def judged_sources(folder: Path, text: str) -> Library:
    """What a `sources.yaml` beside the manual's seed comes to."""
    (folder / "quay.txt").write_bytes((DOCS / "seeds" / "quay.txt").read_bytes())
    (folder / "sources.yaml").write_text(text, "utf-8")
    return load_library(folder, "seeds")
