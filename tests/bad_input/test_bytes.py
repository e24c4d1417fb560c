"""Pages that are hard to read at all: a wrong encoding, a NUL byte, a very long line, very deep fences."""

from __future__ import annotations

import pytest

from conftest import BookCopy


@pytest.mark.parametrize("page", ["source/words.md", "source/new.md"])
def test_a_page_in_the_wrong_encoding(built: BookCopy, page: str) -> None:
    """A page that was good before, and one that never was."""
    before = built.published()
    built.write(page, "# Café\n\nOne.\n\nNaïve.\n")
    path = built.root / page
    path.write_bytes("# Words\n\nOne.\n\nNaïve.\n".encode("latin-1"))
    first, second = built.build(), built.build()
    line = f"{page}:5: error[brief.markup]: the page is not UTF-8: byte 0xef cannot be read; save the file as UTF-8"
    for result in (first, second):
        assert result.code == 1
        assert line in result.err
        assert "Traceback" not in result.err
    assert built.published() == before
    code, found = built.check()
    assert code == 1
    assert page in {item["place"]["path"] for item in found}


def test_a_page_mended_after_a_wrong_encoding(built: BookCopy) -> None:
    before = built.published()
    good = (built.root / "source/words.md").read_bytes()
    (built.root / "source/words.md").write_bytes(good + b"\xff\n")
    assert built.build().code == 1
    (built.root / "source/words.md").write_bytes(good)
    assert built.build().code == 0
    assert built.published() == before


def test_a_byte_order_mark_is_no_mistake(built: BookCopy) -> None:
    before = built.published()
    path = built.root / "source/words.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert built.build().code == 0
    assert built.published() == before


def test_windows_line_ends_are_no_mistake(built: BookCopy) -> None:
    before = built.published()
    for name in ("source/words.md", "source/actors/mayor.md", "source/issues/dredging.md"):
        path = built.root / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert built.build().code == 0
    assert built.published() == before


def test_a_nul_byte(built: BookCopy) -> None:
    """Markdown reads it as the sign for a character that could not be read; nothing breaks."""
    path = built.root / "source/words.md"
    path.write_bytes(path.read_bytes() + b"\nA \0 byte.\n")
    result = built.build()
    assert result.code in (0, 1)
    assert "Traceback" not in result.err


@pytest.mark.slow
def test_a_line_of_a_million_letters(built: BookCopy) -> None:
    built.write("source/words.md", built.read_text("source/words.md") + "\n" + "harbor, and then " * 60_000 + "\n")
    result = built.build()
    assert result.code == 0, result.err


@pytest.mark.slow
@pytest.mark.parametrize("depth", [20, 150])
def test_deep_fences(built: BookCopy, depth: int) -> None:
    before = built.published()
    fences = [":" * (3 + depth - level) for level in range(depth)]
    text = (
        "".join(f"{fence}{{layer}} context\n" for fence in fences)
        + "Deep.\n"
        + "".join(f"{fence}\n" for fence in reversed(fences))
    )
    built.write("source/words.md", built.read_text("source/words.md") + "\n" + text)
    result = built.build()
    if depth < 100:
        assert result.code == 0, result.err
        return
    assert result.code == 1
    assert result.err.startswith("source/words.md: error[brief.markup]: the page cannot be read or written")
    assert "Traceback" not in result.err
    assert built.published() == before


def test_an_empty_page(built: BookCopy) -> None:
    built.write("source/words.md", "")
    result = built.build()
    assert "Traceback" not in result.err
    assert result.code in (0, 1)


def test_a_page_without_a_title(built: BookCopy) -> None:
    built.write("source/words.md", "Only words.\n")
    result = built.build()
    assert "Traceback" not in result.err
    assert result.code in (0, 1)
