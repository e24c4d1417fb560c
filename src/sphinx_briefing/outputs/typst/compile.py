"""Typst source to PDF: fonts, standards, the same bytes every time."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_briefing.outputs.typst.diagnostics import Complaint, complaints

if TYPE_CHECKING:
    import typst
    from typst import PDFStandard

STANDARDS: Sequence[PDFStandard] = ("a-3a", "ua-1")
TEMPLATE = Path(__file__).parent / "template"
#: What Typst says of a layout that hangs on its own page numbers; and the mark in a job's folder that it was met.
_UNSETTLED = "did not converge"
_MARK = "every-page.stamp"
_FONTS = ("fontpkg_source_serif_4", "fontpkg_source_sans_3")
_MAKERS = ("typst", "pikepdf", "fontpkg-source-serif-4", "fontpkg-source-sans-3")


class PrintError(Exception):
    """The PDF could not be made; `complaints` tells why, each at a line of a page where one is known."""

    def __init__(self, found: Sequence[Complaint]) -> None:
        super().__init__("; ".join(complaint.message for complaint in found))
        self.complaints = tuple(found)


@dataclass(frozen=True, slots=True)
class Job:
    """What makes one PDF: the folder that holds everything, its main file, and the moment it is dated."""

    folder: Path
    main: str
    timestamp: int


def font_folders() -> list[str]:
    """Where the two faces lie. Raises PrintError, saying what to install, when one is missing."""
    found = []
    for package in _FONTS:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            raise PrintError(
                [Complaint("error", f"the typeface package {package!r} is not installed; run: pip install {package}")]
            )
        found.append(str(Path(spec.origin).parent / "files"))
    return found


@functools.cache
def faces_at_hand() -> typst.Fonts:
    """The faces of the book and those inside Typst; none of the machine's own, or two machines print two books."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=font_folders())


def compile_pdf(job: Job) -> bytes:
    """The PDF of `job`. Raises PrintError on any error and any warning: a warning may mean that words are gone.

    A link drops its "(p. 12)" where it stands on page 12 itself. Rarely that moves it to another page, and back: such a
    book has the number at every link.
    """
    mark = job.folder / _MARK
    mark.unlink(missing_ok=True)
    try:
        return _compiled(job)
    except PrintError as problem:
        if not any(_UNSETTLED in complaint.message for complaint in problem.complaints):
            raise
    mark.touch()
    return _compiled(job)


def compiler_of(folder: Path, main: Path) -> typst.Compiler:
    """Typst on one file of a folder, with the faces of the book and what is known of its layout."""
    import typst

    known = {"page-refs": "every"} if (folder / _MARK).is_file() else {}
    return typst.Compiler(str(main), root=str(folder), font_paths=faces_at_hand(), sys_inputs=known)


def _compiled(job: Job) -> bytes:
    import typst

    main = job.folder / job.main
    source = main.read_text(encoding="utf-8")
    compiler = compiler_of(job.folder, main)
    try:
        pdf, warnings = compiler.compile_with_warnings(pdf_standards=list(STANDARDS), timestamp=job.timestamp)
    except typst.TypstError as error:
        raise PrintError(complaints(error.diagnostic, source, job.main)) from None
    if warnings:
        raise PrintError(
            [complaint for warning in warnings for complaint in complaints(warning.diagnostic, source, job.main)]
        )
    assert isinstance(pdf, bytes)
    return pdf


def fingerprint(job: Job, tables: Sequence[Sequence[int]]) -> str:
    """A hash of all that goes into the PDF: every file of the folder, the makers' versions, our own code."""
    sum_of = hashlib.sha256(repr((job.main, job.timestamp, list(map(list, tables)), STANDARDS)).encode())
    for maker in _MAKERS:
        sum_of.update(f"{maker} {importlib.metadata.version(maker)}\n".encode())
    for path in sorted((*job.folder.rglob("*"), *Path(__file__).parent.glob("*.py"))):
        if path.is_file() and path.suffix != ".stamp":
            sum_of.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return sum_of.hexdigest()
