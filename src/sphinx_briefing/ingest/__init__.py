"""Floor 1: from a file of some format to a seed and its record. Knows files and formats; no Sphinx, no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final, NamedTuple

from sphinx_briefing.ingest.docx import docx
from sphinx_briefing.ingest.extracted import Extracted, IngestError, whole
from sphinx_briefing.ingest.html import html
from sphinx_briefing.ingest.markdown import markdown
from sphinx_briefing.ingest.pdf import pdf
from sphinx_briefing.ingest.plain import plain

__all__ = ["FORMATS", "Extracted", "Format", "IngestError", "extract", "format_of"]


class Format(NamedTuple):
    """A format: how it is read, and the endings of its files' names."""

    read: Callable[[bytes], Extracted]
    endings: tuple[str, ...]


#: Every format by its name.
FORMATS: Final[Mapping[str, Format]] = {
    "txt": Format(plain, (".txt", ".text")),
    "md": Format(markdown, (".md", ".markdown")),
    "html": Format(html, (".html", ".htm", ".xhtml")),
    "pdf": Format(pdf, (".pdf",)),
    "docx": Format(docx, (".docx",)),
}


def format_of(name: str, data: bytes) -> str:
    """The format of a file, by its name; of standard input (`-`), by how it begins.

    Raises IngestError when the name's ending is none that is known.
    """
    if name == "-":
        start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if start.startswith(b"%pdf-"):
            return "pdf"
        if start.startswith(b"pk\x03\x04"):
            return "docx"
        return "html" if start.startswith((b"<!doctype html", b"<html")) else "txt"
    ending = PurePath(name).suffix.lower()
    for known, row in FORMATS.items():
        if ending in row.endings:
            return known
    raise IngestError(
        f"`{ending or name}` is no format that can be read: it reads {', '.join(FORMATS)}; say which with --as"
    )


def extract(data: bytes, kind: str) -> Extracted:
    """The text of a file in one of the formats.

    Raises IngestError when it cannot be decoded, or holds nothing that could be quoted.
    """
    found = FORMATS[kind].read(data)
    if not any(character.isalnum() for character in whole(found.text)):
        raise IngestError("there is no text in it: not one letter")
    return found
