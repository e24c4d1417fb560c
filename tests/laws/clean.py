"""What the laws compare: all that a book has published, and what a clean build of the same sources publishes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from conftest import BookCopy, Run, tree
from sphinx_briefing.outputs.typst.builder import TypstPdfBuilder
from sphinx_briefing.outputs.typst.compile import Job
from sphinx_briefing.outputs.typst.manuscript import Manuscript

OUTPUTS = ("html", "pdf", "data")
EVERY = (*OUTPUTS, "epub")
#: `make nightly` asks for more of what tests do by chance.
NIGHTLY = bool(os.environ.get("NIGHTLY"))
#: What builds by chance and builds of a large book make: the e-book is the site once more, and can wait for the night.
BY_TURNS = EVERY if NIGHTLY else OUTPUTS


def by_night(usual: int, nightly: int) -> int:
    """How often something is tried: in each run of the tests, and in the long one."""
    return nightly if NIGHTLY else usual


def assert_same(book: BookCopy, clean: BookCopy, *outputs: str) -> None:
    """Both have published the same, and given Typst the same to print."""
    for output in outputs:
        if output == "pdf":
            assert typst_source(book) == typst_source(clean)
        assert book.published(output) == clean.published(output)


def typst_source(book: BookCopy) -> dict[str, str]:
    """All that Typst was given."""
    found = tree(book.root / "build/work/typstpdf/typst")
    return {name: digest for name, digest in found.items() if name != "done.stamp"}


def assert_clean(book: BookCopy, folder: Path, *outputs: str) -> None:
    """What the book has published is what a clean build of its present sources publishes."""
    clean = book.copy_to(folder)
    result = clean.build(*outputs)
    assert result.code == 0, result.err
    assert_same(book, clean, *outputs)


def complaints(book: BookCopy, result: Run) -> list[str]:
    """What a build complained of, wherever the book lies."""
    return result.err.replace(str(book.root), "").splitlines()


def not_printed(_builder: TypstPdfBuilder, job: Job, _book: Manuscript) -> bytes:
    """Instead of a PDF, a hash of what Typst would print: the same source prints the same, which is another law."""
    found = repr([item for item in tree(job.folder).items() if item[0] != "done.stamp"])
    return b"%PDF " + hashlib.sha256(found.encode()).hexdigest().encode()
