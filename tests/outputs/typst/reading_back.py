"""Printing a whole book in a test, and reading the PDF back."""

from __future__ import annotations

import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from os import environ
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from sphinx.application import Sphinx
from sphinx.deprecation import RemovedInSphinx11Warning
from sphinx.util.docutils import docutils_namespace, patch_docutils

HERE = Path(__file__).parent
BOOKS = HERE.parents[1] / "books"


@dataclass
class Printed:
    """One book after `sphinx-build -b typstpdf`."""

    out: Path
    app: Sphinx
    told: str

    @property
    def path(self) -> Path:
        return self.out / "briefing.pdf"

    @property
    def source(self) -> str:
        return (self.out / "typst" / "book.typ").read_text(encoding="utf-8")

    @property
    def text(self) -> str:
        """What poppler reads in the order in which it was written, line breaks and soft hyphens healed."""
        return flat(
            subprocess.run([poppler(), "-raw", str(self.path), "-"], check=True, capture_output=True, text=True).stdout
        )

    def boxes(self) -> Iterator[tuple[float, list[tuple[float, float, str]]]]:
        """For each sheet its width, and of each word its left and right edge."""
        command = [poppler(), "-bbox", str(self.path), "-"]
        page = r'<page width="([\d.]+)" height="[\d.]+">(.*?)</page>'
        word = r'<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)" yMax="[-\d.]+">(.*?)</word>'
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        for width, content in re.findall(page, told, re.DOTALL):
            yield float(width), [(float(left), float(right), text) for left, right, text in re.findall(word, content)]

    @property
    def warnings(self) -> list[str]:
        return [
            line
            for line in re.sub(r"\x1b\[[0-9;]*m", "", self.told).splitlines()
            if "WARNING" in line or "ERROR" in line
        ]

    def structure(self) -> Structure:
        with pikepdf.open(self.path) as pdf:
            return Structure.of(pdf)


@dataclass
class Structure:
    """What a reader aloud finds in the PDF."""

    kinds: dict[str, int] = field(default_factory=dict)
    languages: dict[str, int] = field(default_factory=dict)
    scopes: dict[str, int] = field(default_factory=dict)
    alternatives: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    links: int = 0
    pages: int = 0
    language: str = ""
    title: str = ""
    files: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, pdf: pikepdf.Pdf) -> Structure:
        from sphinx_briefing.outputs.typst.rowheads import elements

        found = cls(language=str(pdf.Root.Lang), title=str(pdf.docinfo.get("/Title", "")), pages=len(pdf.pages))
        for element in elements(pdf.Root.StructTreeRoot):
            found.see(element)
        for page in pdf.pages:
            for language in re.findall(rb"/Lang ?\(([\w-]+)\)", contents(page)):
                found.speak(language.decode())
            found.links += sum(1 for note in page.get("/Annots", []) if note.get("/Subtype") == "/Link")
        with pdf.open_outline() as outline:
            found.bookmarks = list(titles(outline.root))
        found.files = {name: item.get_file().read_bytes() for name, item in pdf.attachments.items()}
        return found

    def speak(self, language: str) -> None:
        self.languages[language] = self.languages.get(language, 0) + 1

    def see(self, element: Any) -> None:
        kind = str(element.S).removeprefix("/")
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if "/Lang" in element:
            self.speak(str(element.Lang))
        if kind == "Figure":
            self.alternatives.append(str(element.get("/Alt", "")))
        attributes = element.get("/A", None)
        for entry in (
            attributes if isinstance(attributes, pikepdf.Array) else [attributes] if attributes is not None else []
        ):
            if kind == "TH" and "/Scope" in entry:
                scope = str(entry.Scope).removeprefix("/")
                self.scopes[scope] = self.scopes.get(scope, 0) + 1


def contents(page: Any) -> bytes:
    streams = page.Contents
    return b"\n".join(stream.read_bytes() for stream in (streams if isinstance(streams, pikepdf.Array) else [streams]))


def titles(items: Any) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from titles(item.children)


def flat(text: str) -> str:
    return " ".join(text.replace("\xad", "").split())


def poppler() -> str:
    """`pdftotext`. Without it these tests are skipped, loudly; on the build server that is a failure."""
    found = shutil.which("pdftotext")
    if found is None:
        message = "pdftotext (poppler-utils) is not installed, so the PDF cannot be read back"
        if environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


def build(book: Path, out: Path, **settings: Any) -> Printed:
    told = StringIO()
    with warnings.catch_warnings(), patch_docutils(str(book)), docutils_namespace():
        warnings.filterwarnings("ignore", category=RemovedInSphinx11Warning)  # of MyST-Parser, not ours
        app = Sphinx(
            book, book, out, out.parent / f"{out.name}-doctrees", "typstpdf", settings, status=None, warning=told
        )
        app.build()
    return Printed(out, app, told.getvalue())
