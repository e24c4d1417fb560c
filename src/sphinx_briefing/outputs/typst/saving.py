"""A PDF saved small, the same each time, and so that no reader can take its streams for one byte shorter.

Compressed data that happens to end in a carriage return looks like a line end before `endstream`, and PDF/A checkers
object to its length. The last byte is part of a checksum of the plain data, so it is the plain data that must change:
by a line break at its end, where one means nothing.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import ObjectStreamMode

_AMBIGUOUS = b"\r\nendstream"
_TRIES = 12
"""How often to shift the objects by one; of a book of fifty sheets three in four are good at once."""
_EXACT = ("/DecodeParms", "/Length1", "/N", "/Width", "/Params")
"""Marks of streams whose plain data is measured (images, fonts, profiles, attachments): those stay as they are."""


def saved(book: pikepdf.Pdf) -> bytes:
    """The bytes of `book`."""
    if "/MarkInfo" in book.Root and "/Suspects" in book.Root.MarkInfo:
        del book.Root.MarkInfo.Suspects  # false, which it is anyway; readers by Poppler complain of any value but true
    for item in book.objects:
        if isinstance(item, pikepdf.Stream):
            settle(item)
    for pads in range(_TRIES):  # the streams of objects are made only now: other objects in each give other checksums
        if pads:
            book.Root["/BRF_Pad"] = pikepdf.Array([book.make_indirect(pikepdf.Array([])) for _ in range(pads)])
        content = written(book, ObjectStreamMode.generate)
        if _AMBIGUOUS not in content:
            return content
    del book.Root["/BRF_Pad"]
    return written(book, ObjectStreamMode.disable)  # larger, and never ambiguous


def written(book: pikepdf.Pdf, mode: ObjectStreamMode) -> bytes:
    """The bytes of `book`, its objects in streams or not; the same each time."""
    out = io.BytesIO()
    book.save(out, deterministic_id=True, object_stream_mode=mode)
    return out.getvalue()


def settle(stream: pikepdf.Stream) -> None:
    """Lengthen a program of the PDF by a line break, should its data end in a carriage return."""
    if stream.read_raw_bytes().endswith(b"\r") and "/Filter" in stream and not any(mark in stream for mark in _EXACT):
        stream.write(stream.read_bytes() + b"\n")
