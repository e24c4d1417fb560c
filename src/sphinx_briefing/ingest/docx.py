"""A .docx document: its paragraphs, and the rows of its tables, in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from sphinx_briefing.ingest.extracted import Extracted, IngestError, missing, one_line

LARGEST: Final = 500_000_000
"""Bytes a document may unpack to: more is a trap, not a text."""

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What was struck out, what stands twice, and what stands beside the text.
_SKIPPED: Final = frozenset({f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}txbxContent", f"{_WORD}pPr", _FALLBACK})
#: What marks a stretch of blocks, rows or cells and is none itself: content controls, custom XML, insertions.
_TRANSPARENT: Final = frozenset(f"{_WORD}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_MARKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def docx(data: bytes) -> Extracted:
    """The text of a .docx file. Tracked changes count as accepted; footnotes, comments and text boxes are left out."""
    try:
        from docx import Document
    except ImportError:
        raise missing("python-docx") from None
    _judge(data)
    try:
        document: Any = Document(io.BytesIO(data))
        blocks = [text for text in _blocks(document.element.body) if text.strip()]
        about: Any = document.core_properties
        title, author = one_line(about.title), one_line(about.author)
        language = one_line(about.language)
    except Exception as problem:  # whatever a broken document makes python-docx, zipfile or lxml raise
        raise IngestError(
            f"this .docx cannot be read ({one_line(problem)[:120]}): save it anew in a word processor"
        ) from None
    changed = next(document.element.body.iter(f"{_WORD}ins", f"{_WORD}del"), None) is not None
    remarks = ("the document has tracked changes; they are taken as accepted",) if changed else ()
    known = () if author in ("", "python-docx") else tuple(filter(None, map(str.strip, author.split(";"))))
    return Extracted("\n\n".join(blocks) + "\n", title=title, author=known, language=language, remarks=remarks)


def _judge(data: bytes) -> None:
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise IngestError("this is no .docx but a locked document or an old .doc: save it as .docx, without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        raise IngestError("this is no .docx, or a broken one: save it anew in a word processor") from None
    if size > LARGEST:
        raise IngestError(f"this .docx unpacks to {size:,} bytes, which no text needs")


def _blocks(place: Any) -> Iterator[str]:
    """The paragraphs, and the rows of tables, of a body or of a cell, which may hold a table of its own."""
    for element in _inside(place, f"{_WORD}p", f"{_WORD}tbl"):
        if element.tag == f"{_WORD}p":
            yield _text(element)
        else:
            for row in _inside(element, f"{_WORD}tr"):
                yield "\t".join("\n".join(filter(None, _blocks(cell))) for cell in _inside(row, f"{_WORD}tc"))


def _inside(place: Any, *wanted: str) -> Iterator[Any]:
    """The children of some kinds, also within what only marks a stretch of the document."""
    for element in place.iterchildren():
        if element.tag in wanted:
            yield element
        elif element.tag in _TRANSPARENT:
            yield from _inside(element, *wanted)


def _text(paragraph: Any) -> str:
    """A paragraph's words, without recursion: what is nested in links, fields and insertions is read, too."""
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag in _SKIPPED:
            continue
        name = element.tag.removeprefix(_WORD) if isinstance(element.tag, str) else ""
        if name == "t":
            parts.append(element.text or "")
        elif name in _MARKS and element.getparent().tag == f"{_WORD}r":
            parts.append(_MARKS[name])
        stack += reversed(list(element))
    return "".join(parts)
