"""A PDF: its text layer, page by page. Pictures of text are not read (no OCR)."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

from sphinx_briefing.ingest.extracted import Extracted, IngestError, missing, one_line
from sphinx_briefing.ingest.pdf_lines import Line, flow


def pdf(data: bytes) -> Extracted:
    """The text of a .pdf file, with the label of each page.

    Raises IngestError when it is locked, broken, or has no text layer.
    """
    try:
        import pypdfium2
    except ImportError:
        raise missing("pypdfium2") from None
    try:
        document: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise IngestError("this PDF is locked with a password: save a copy without one") from None
        raise IngestError("this is no PDF, or a broken one: save it anew") from None
    try:
        pages = [(document.get_page_label(at) or str(at + 1), _lines(document, at)) for at in range(len(document))]
        about = document.get_metadata_dict()
    except pypdfium2.PdfiumError as problem:
        raise IngestError(f"this PDF is broken ({one_line(problem)[:80]}): save it anew") from None
    finally:
        document.close()
    if not any(lines for _, lines in pages):
        raise IngestError(
            "this PDF has no text layer: its pages are pictures. OCR is not done here, since it guesses; "
            "run an OCR program, read what it wrote against the pages, and ingest that"
        )
    found = flow(pages)
    return Extracted(
        found.text,
        title=one_line(about.get("Title")),
        author=tuple(filter(None, map(one_line, about.get("Author", "").split(";")))),
        pages=found.pages,
        remarks=tuple(_remarks(found.heads, found.joined, [label for label, lines in pages if not lines], about)),
    )


def _remarks(heads: tuple[str, ...], joined: tuple[str, ...], empty: list[str], about: dict[str, str]) -> Iterator[str]:
    if heads:
        yield "left out as running heads (# is a number): " + " | ".join(heads)
    if joined:
        yield "joined at line ends, and nowhere else in the text; look whether each is right: " + ", ".join(joined)
    if empty:
        yield f"no text on page {', '.join(empty)}: nothing but pictures, or blank"
    made = about.get("CreationDate", "").removeprefix("D:")[:8]
    if made.isdigit() and len(made) == 8:
        date = f"{made[:4]}-{made[4:6]}-{made[6:]}"
        yield f"the file was made on {date}; if that is when it was issued, say --issued {date}"


def _lines(document: Any, at: int) -> list[Line]:
    page = document[at]
    words = page.get_textpage()
    try:
        # PDFium counts UTF-16 units: so do we, until a line is cut out.
        units = words.get_text_range().encode("utf-16-le", "surrogatepass")
        return list(_cut(words, units))
    finally:
        words.close()
        page.close()


def _cut(words: Any, units: bytes) -> Iterator[Line]:
    start, count = 0, len(units) // 2
    for at in range(count + 1):
        unit = int.from_bytes(units[2 * at : 2 * at + 2], "little") if at < count else 10
        if unit not in (10, 13, 0xFFFE):
            continue
        end = at + (unit == 0xFFFE)
        text = units[2 * start : 2 * end].decode("utf-16-le", "replace")
        if text.strip():
            first = start + len(text) - len(text.lstrip())
            last = end - 1 - (len(text) - len(text.rstrip()))
            yield _line(words, text.strip(), first, max(first, last))
        start = at + 1


def _line(words: Any, text: str, first: int, last: int) -> Line:
    # A line may hold raised numbers and words in another face: what most of a few letters say goes for the line.
    letters = sorted({first + (last - first) * part // 6 for part in range(7)})
    boxes = [words.get_charbox(at, loose=True) for at in letters]
    return Line(
        text,
        left=boxes[0][0],
        right=boxes[-1][2],
        bottom=median(_baseline(words, at) for at in letters),
        size=max(1.0, median(top - bottom for _, bottom, _, top in boxes)),
    )


def _baseline(words: Any, at: int) -> float:
    from ctypes import byref, c_double

    from pypdfium2 import raw

    across, up = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(words, at, byref(across), byref(up))
    return up.value
