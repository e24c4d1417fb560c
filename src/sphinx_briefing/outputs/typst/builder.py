"""The Sphinx builder `typstpdf`: the whole book as one tagged PDF."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.util import logging
from sphinx.util.display import progress_message

from sphinx_briefing.checks.report import told
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Place
from sphinx_briefing.outputs.typst.assembly import pages
from sphinx_briefing.outputs.typst.compile import TEMPLATE, Job, PrintError, compile_pdf, fingerprint
from sphinx_briefing.outputs.typst.diagnostics import Complaint
from sphinx_briefing.outputs.typst.frontmatter import FrontMatter, front_matter
from sphinx_briefing.outputs.typst.links import SCHEME
from sphinx_briefing.outputs.typst.literals import call, flag
from sphinx_briefing.outputs.typst.manuscript import Manuscript, Page, labels_of
from sphinx_briefing.outputs.typst.rowheads import TablesDifferError, name_row_headers
from sphinx_briefing.outputs.typst.writer import TypstTranslator

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

logger = logging.getLogger(__name__)


class PdfNotMadeError(SphinxError):
    """The build stops; the last good PDF stays. `findings` says why."""

    category = "PDF not made"

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} complaint(s), told above; the last good PDF was kept")
        self.findings = tuple(findings)


class TypstPdfBuilder(Builder):
    """Writes `briefing.pdf`. What Typst was given stays beside it in `typst/`, for whoever asks why."""

    name = "typstpdf"
    format = "typst"
    epilog = "The printed book is in %(outdir)s/briefing.pdf."
    default_translator_class = TypstTranslator
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"]
    supported_remote_images = True  # so that Sphinx fetches nothing; the writer prints the alternative text
    output_name = "briefing.pdf"

    def init(self) -> None:
        self.images: dict[str, str] = {}

    def get_outdated_docs(self) -> str:
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return f"{SCHEME}{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        return self.get_target_uri(to, typ)

    def write_documents(self, _docnames: Set[str]) -> None:
        book = Manuscript()
        data = self.book_data()
        with progress_message("drawing pages"):
            front, source = self.draw(book, data)
        job = Job(Path(self.outdir) / "typst", "book.typ", front.timestamp)
        self.lay_out(job, source, data)
        stamp = fingerprint(job, book.tables)
        target, known = Path(self.outdir) / self.output_name, job.folder / "done.stamp"
        if target.is_file() and known.is_file() and known.read_text(encoding="utf-8") == stamp:
            logger.info("nothing to print anew: %s is up to date", self.output_name)
            return
        with progress_message("printing"):
            pdf = self.printed(job, book)
        known.unlink(missing_ok=True)  # if the build is killed here, no stamp speaks for the new PDF
        replace(target, pdf, job.folder)
        known.write_text(stamp, encoding="utf-8")

    def draw(self, book: Manuscript, data: str | None) -> tuple[FrontMatter, str]:
        """Resolve and draw every page; give the book's front matter and its Typst source."""
        bound = list(pages(self))
        book.labels = labels_of(bound)
        front = front_matter(self.config, bound[0].doctree, data)
        attachment = 'read("/book.json", encoding: none)' if data else "none"
        has_parts = flag(any(page.captioned for page in bound))
        opening = call("show: book.with", None, **front.arguments(), has_parts=has_parts, attachment=attachment)
        drawn = (self.draw_page(page, book) for page in bound)
        return front, "".join(['#import "template/lib.typ": *\n', opening, "\n", *drawn])

    def draw_page(self, page: Page, book: Manuscript) -> str:
        translator = self.create_translator(page.doctree, self)
        assert isinstance(translator, TypstTranslator)
        return translator.draw(page, book)

    def lay_out(self, job: Job, source: str, data: str | None) -> None:
        """Put all that Typst reads into one folder; a file that would not change is not touched."""
        wanted = {
            job.main: source.encode(),
            **{f"template/{path.name}": path.read_bytes() for path in sorted(TEMPLATE.glob("*.typ"))},
        }
        wanted |= {f"images/{name}": (Path(self.srcdir) / path).read_bytes() for path, name in self.images.items()}
        if data:
            wanted["book.json"] = data.encode()
        for name, content in wanted.items():
            path = job.folder / name
            if not path.is_file() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        for path in list(job.folder.rglob("*")):
            if path.is_file() and path.suffix != ".stamp" and path.relative_to(job.folder).as_posix() not in wanted:
                path.unlink()

    def printed(self, job: Job, book: Manuscript) -> bytes:
        """The finished PDF. Raises PdfNotMadeError after reporting every complaint at its line."""
        try:
            return name_row_headers(compile_pdf(job), book.tables)
        except PrintError as problem:
            found = [self.finding(complaint) for complaint in problem.complaints]
        except TablesDifferError as problem:
            found = [self.finding(Complaint("error", f"row headers could not be named: {problem}; please report this"))]
        for finding in found:
            logger.error("%s", told(finding), location=finding.where, type="brief", subtype=finding.code.value)
        raise PdfNotMadeError(found)

    def finding(self, complaint: Complaint) -> Finding:
        """A complaint at the line of its page; without one, at the PDF."""
        path = os.path.relpath(Path(self.srcdir, complaint.path), self.confdir) if complaint.path else self.output_name
        page = self.env.path2doc(complaint.path) if complaint.path else None
        place = Place(page or "", complaint.line)
        return error(Code.PRINT, place, complaint.message, complaint.hint, path=Path(path).as_posix())

    def book_data(self) -> str | None:
        """The book as JSON, if the briefing domain is there and can give it."""
        try:
            give = getattr(self.env.domains["brief"], "book_json", None)
        except KeyError:
            return None
        return str(give()) if callable(give) else None

    def finish(self) -> None:
        """Nothing is left to do: the PDF is written in one step."""


def replace(target: Path, content: bytes, aside: Path) -> None:
    """Write `target` in one step, so that a failed build leaves the last good one.

    Until then it lies in the folder `aside`, which is not published: a build that is killed leaves half a file there.
    """
    temporary = aside / f"{target.name}.part"
    temporary.write_bytes(content)
    temporary.replace(target)
