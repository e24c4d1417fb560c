"""Law 3: an incremental build publishes what a clean build publishes, byte for byte, and does not do it by building all."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import BookCopy, stamps, tree

from laws.edits import EDITS, Edit

OUTPUTS = ("html", "data")


def assert_clean(book: BookCopy, folder: Path, *outputs: str) -> None:
    """What the book has published is what a clean build of its present sources publishes."""
    clean = book.copy_to(folder)
    result = clean.build(*outputs)
    assert result.code == 0, result.err
    for output in outputs:
        assert book.published(output) == clean.published(output)


@pytest.mark.parametrize("edit", EDITS, ids=[edit.name for edit in EDITS])
def test_an_edit_leaves_nothing_stale(built: BookCopy, edit: Edit, tmp_path: Path) -> None:
    edit.make(built)
    result = built.build(*OUTPUTS)
    assert result.code == 0, result.err
    print(edit.name, sorted(result.read), len(result.written), sorted(built.pages-set(result.written)))
    assert_clean(built, tmp_path / "clean", *OUTPUTS)
    assert set(result.read) == edit.read
    assert len(result.read) < len(built.pages)
    if edit.written is None:
        assert set(result.written) == built.pages
    else:
        assert len(result.written) == edit.written < len(built.pages)
