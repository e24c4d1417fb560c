"""What a file holds once it is read: its text, and what the file itself says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

INSTALL: Final = "pip install 'sphinx-briefing[ingest]'"
_WHITE: Final = re.compile(r"\s+")
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


class IngestError(Exception):
    """A file that cannot become a seed; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A file's text with what is known about it.

    Paragraphs are parted by blank lines. `pages` are (offset in the text, label) for each page that begins there,
    empty for what has no pages. `remarks` tell whoever reviews the text what was decided on the way.
    """

    text: str
    title: str = ""
    author: tuple[str, ...] = ()
    issued: str = ""
    url: str = ""
    language: str = ""
    type: str = "document"
    pages: tuple[tuple[int, str], ...] = ()
    remarks: tuple[str, ...] = ()


def one_line(text: object) -> str:
    """A field of a record as it can be stored: one line, without characters that nobody sees."""
    return _WHITE.sub(" ", _UNSEEN.sub("", str(text or ""))).strip()


def decoded(data: bytes) -> str:
    """Text in UTF-8, or in UTF-16 with a byte-order mark. The mark itself is no part of the text.

    Raises IngestError for anything else: a guessed encoding would be a guessed text.
    """
    name = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "UTF-8"
    try:
        text = data.decode("utf-16" if name == "UTF-16" else "utf-8-sig")
    except UnicodeDecodeError as problem:
        raise IngestError(
            f"not {name} (byte {problem.start}): save it as UTF-8 text first, for example with "
            "`iconv -f WINDOWS-1252 -t UTF-8`"
        ) from None
    return whole(text)


def whole(text: str) -> str:
    """The text, unless it has a NUL character: that is no text, or a damaged one (IngestError)."""
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise IngestError(f"there is a NUL character in line {line}: this is no text, or a damaged one; mend it first")
    return text


def missing(name: str) -> IngestError:
    """The error for a library that is not installed."""
    return IngestError(f"reading this format needs {name}, which is not installed: {INSTALL}")
