"""What the laws share."""

from __future__ import annotations

import shutil

import pytest

from conftest import ROOT, BookCopy, copy_book
from laws.clean import BY_TURNS, not_printed
from laws.more_edits import add_ties
from sphinx_briefing.outputs.typst.builder import TypstPdfBuilder


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst is given all that it needs, and asked for nothing: printing takes most of the time of a build."""
    monkeypatch.setattr(TypstPdfBuilder, "printed", not_printed)


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> BookCopy:
    """The one folder in which incremental builds are tested: of the small book and its ties, else as for all tests."""
    book = copy_book("small", tmp_path_factory.mktemp("ties") / "book")
    assert book.build("html", "data", "epub").code == 0
    add_ties(book)
    result = book.build("html", "data", "epub")
    assert result.code == 0, result.err
    shutil.copytree(book.root, book.root.with_name("kept"))
    return book


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> BookCopy:
    """The book of this repository, built, its PDF not printed. A test that edits it puts it back with `restore`."""
    book = BookCopy(tmp_path_factory.mktemp("real") / "book")
    book.root.mkdir()
    for name in ("source", "seeds"):
        shutil.copytree(ROOT / name, book.root / name)
    shutil.copy2(ROOT / "conf.py", book.root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TypstPdfBuilder, "printed", not_printed)
        result = book.build(*BY_TURNS)
    assert result.code == 0, result.err
    shutil.copytree(book.root, book.root.with_name("kept"))
    return book
