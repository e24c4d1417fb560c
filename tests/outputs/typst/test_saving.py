"""A saved PDF is small, the same each time, and no stream of it can be taken for one byte shorter."""

from __future__ import annotations

import io

import pikepdf
import pytest

from sphinx_briefing.outputs.typst import saving


def book(objects: int) -> pikepdf.Pdf:
    """A PDF of one blank page and as many objects as asked for."""
    found = pikepdf.new()
    found.add_blank_page()
    found.Root["/Names"] = pikepdf.Array(
        [found.make_indirect(pikepdf.Dictionary(Name=f"object {number}")) for number in range(objects)]
    )
    return found


@pytest.mark.parametrize("objects", range(300, 1500, 60))
def test_no_stream_can_be_taken_for_shorter(objects: int) -> None:
    content = saving.saved(book(objects))
    assert b"\r\nendstream" not in content
    with pikepdf.open(io.BytesIO(content)) as found:
        assert len(found.Root["/Names"]) == objects


def test_the_same_bytes_each_time() -> None:
    assert saving.saved(book(900)) == saving.saved(book(900))


def test_objects_are_shifted_before_the_book_is_made_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    written, modes = saving.written, []

    def twice_ambiguous(found: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
        modes.append((mode, len(found.Root.get("/BRF_Pad", []))))
        return written(found, mode) + (b"\r\nendstream" if len(modes) < 3 else b"")

    monkeypatch.setattr(saving, "written", twice_ambiguous)
    saving.saved(book(10))
    assert modes == [(pikepdf.ObjectStreamMode.generate, pads) for pads in (0, 1, 2)]


def test_in_the_end_streams_of_objects_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    written = saving.written

    def ambiguous(found: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
        made = written(found, mode)
        return made + b"\r\nendstream" if mode is pikepdf.ObjectStreamMode.generate else made

    monkeypatch.setattr(saving, "written", ambiguous)
    with pikepdf.open(io.BytesIO(saving.saved(book(10)))) as found:
        assert "/BRF_Pad" not in found.Root
