"""Two whole books, printed: what can be read, linked and heard in the PDF."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import shutil
import time
from os import environ
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from reading_back import BOOKS, Printed, build, flat

pytestmark = pytest.mark.print


def doctree_words(printed: Printed) -> set[str]:
    """Every word of every page, but for what is not for paper."""
    found: set[str] = set()
    for docname in printed.app.env.found_docs:
        for node in printed.app.env.get_doctree(docname).findall(nodes.Text):
            above = node.parent
            unprinted = (nodes.raw, nodes.comment, nodes.target, nodes.label)
            while above is not None:
                if (
                    isinstance(above, unprinted)
                    or above.get("part") in ("page-sources", "sr")
                    or above.tagname in ("only", "footnote_reference", "fontawesome")
                ):
                    break
                if above.tagname == "pending_xref":
                    break  # becomes the title of its target, which is on paper itself
                above = above.parent
            else:
                found.update(re.findall(r"[\w’']{2,}", str(node)))
    return found


@pytest.mark.parametrize("name", ["catalogue", "parts"])
def test_no_word_is_lost(name: str, request: pytest.FixtureRequest) -> None:
    printed: Printed = request.getfixturevalue(name)
    text = printed.text.replace(" ", "").casefold()
    lost = {word for word in doctree_words(printed) if word.casefold() not in text}
    assert lost == set()


def test_only_paper_is_printed(catalogue: Printed, parts: Printed) -> None:
    assert "ONLY-ON-SCREEN" not in catalogue.text
    assert "UNPRINTED SOURCES" not in parts.text
    assert "Only on paper." in catalogue.text


def test_markup_stays_letters(catalogue: Printed) -> None:
    assert "# $ * _ @ < > [ ] \\ ~" in catalogue.text
    assert "// /* */ = + - ‘ “ and — too." in catalogue.text


def test_pages_follow_the_toctrees(catalogue: Printed) -> None:
    order = ["The harbor in brief", "The pilots of the Port Office", "Blocks of every kind", "Words", "Cards and tabs"]
    places = [catalogue.source.index(f'#book-page(title: "{title}"') for title in order]
    assert places == sorted(places)
    assert catalogue.text.index("After the list of pages") < catalogue.text.index("Капитан вывел")


def test_bookmarks(catalogue: Printed, parts: Printed) -> None:
    assert catalogue.structure().bookmarks == [
        "Contents",
        "The harbor in brief",
        "The pilots of the Port Office",
        "Rules*",
        "Tables",
        "Blocks of every kind",
        "Words",
        "Cards and tabs",
    ]
    assert "Very unlikely: the government turns round and backs harsher measures" in parts.structure().bookmarks


def test_a_reader_aloud_is_told_the_language(catalogue: Printed) -> None:
    structure = catalogue.structure()
    assert structure.language == "en-US"
    assert structure.languages["ru-RU"] == 10
    assert "ru-US" not in structure.languages
    assert structure.title == "The harbor of Lowmark"


def test_pictures_say_what_they_show(catalogue: Printed) -> None:
    assert sorted(catalogue.structure().alternatives) == sorted(
        ["A chart of the harbor with two piers", "A drawing in a line", "A small chart"]
    )


def test_tables_have_heads(catalogue: Printed, parts: Printed) -> None:
    structure = catalogue.structure()
    assert structure.kinds["Table"] == 3
    assert structure.scopes == {"Column": 9, "Row": 2}, "only the list table has a stub column"
    structure = parts.structure()
    assert structure.kinds["Table"] == 2
    assert structure.scopes == {"Column": 8 + 13, "Row": 5 + 2}


def test_links(catalogue: Printed, parts: Printed) -> None:
    assert catalogue.structure().links >= 45
    text = catalogue.text
    assert "the blocks (p. 6)" in text
    assert "a place below," in text, "no page where the target is on the same page"
    assert text.count("https://example.org/register?year=2021&page=2#top") == 1, "the address once, its number twice"
    assert "https://example.org/bare" in text.replace("https:// ", "https://")
    assert parts.text.count("https://example.org/records/s30?page=2") == 1


def test_numbers_agree_with_sphinx(catalogue: Printed) -> None:
    text = catalogue.text
    assert "Fig. 1.1. The harbor." in text
    assert "Table 1.1. Who may moor where" in text
    assert "Table 1.1 (p. 4) is the one to know" in text or "Table 1.1 is the one to know" in text
    assert "Listing 2.1. A listing" in text
    assert text.count("(2.1)") == 2, "the formula and the reference to it"


def test_a_footnote_is_printed_once(catalogue: Printed) -> None:
    text = catalogue.text
    for words in (
        "The first note, with a link",
        "The second note.",
        "Its second paragraph.",
        "A note called from a title.",
    ):
        assert text.count(words) == 1


def test_cover_contents_and_foot(catalogue: Printed, parts: Printed) -> None:
    text = catalogue.text
    assert text.startswith("Briefing book The harbor of Lowmark Every kind of node, on paper")
    assert "Edition 1.2 As of May 2021" in text
    assert "Rights" not in text, "the book names no holder"
    pages = catalogue.structure().pages
    assert f"page 2 of {pages}" in text
    assert f"page {pages} of {pages}" in text
    assert "As of 21 September 2009" in flat(parts.text)


def test_the_head_tells_where_the_source_differs(parts: Printed) -> None:
    assert parts.text.count("The source differs: D-1") == 1


def test_a_statement_and_its_numbers(parts: Printed) -> None:
    assert re.search(r"1\.1 He has said more than once", parts.text)
    assert "1.3 A plain numbered paragraph" in parts.text
    assert "step 2 of 7" in parts.text


def test_no_warning(catalogue: Printed, parts: Printed) -> None:
    assert catalogue.warnings == []
    assert parts.warnings == []


@pytest.mark.parametrize("profile", ["ua1", "pdfa-3a"])
@pytest.mark.parametrize("name", ["catalogue", "parts"])
def test_standards(name: str, profile: str, request: pytest.FixtureRequest) -> None:
    if importlib.util.find_spec("page") is None:
        message = "page-validation is not installed, so the standards are not checked"
        pytest.fail(message) if environ.get("CI") else pytest.skip(message)
    import page

    printed: Printed = request.getfixturevalue(name)
    report = page.validate_pdf_bytes(printed.path.read_bytes(), profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_same_bytes_elsewhere(catalogue: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Vladivostok")
    time.tzset()
    try:
        shutil.copytree(BOOKS / "catalogue", tmp_path / "elsewhere")
        again = build(tmp_path / "elsewhere", tmp_path / "out")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert digest(again.path) == digest(catalogue.path)


def test_us_letter(tmp_path: Path) -> None:
    import pikepdf

    printed = build(BOOKS / "parts", tmp_path / "out", brief_paper="us-letter")
    with pikepdf.open(printed.path) as pdf:
        sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages}
    assert sizes == {(612, 792), (792, 612)}


def test_nothing_new_is_not_printed_again(tmp_path: Path) -> None:
    first = build(BOOKS / "parts", tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in first.out.rglob("*") if path.is_file()}
    second = build(BOOKS / "parts", tmp_path / "out")
    assert {path: path.stat().st_mtime_ns for path in second.out.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_words_stay_within_the_margins(paper: str, tmp_path: Path) -> None:
    """No table, note or address runs off its sheet."""
    least = 15 / 25.4 * 72
    for name in ("catalogue", "parts"):
        printed = build(BOOKS / name, tmp_path / name, brief_paper=paper)
        outside = []
        for width, words in printed.boxes():
            outside += [word for left, right, word in words if left < least or right > width - least]
        assert outside == []


def test_a_head_that_links_is_not_repeated(book: Any) -> None:
    """A repeated head is an artifact, and an artifact may not link: Typst would refuse the whole book."""
    rows = "".join(f"* - Row {row}\n  - {row}\n" for row in range(90))
    table = f"```{{list-table}} Long\n:header-rows: 1\n\n* - {{doc}}`other`\n  - Count\n{rows}```\n"
    other = "# Other\n"
    printed = book({"index": f"# Page\n\n{table}\n```{{toctree}}\nother\n```\n", "other": other})
    assert "repeat: false" in printed.source
    assert printed.structure().pages > 4


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


#: Three sources, of which two are cited, one of them twice.
DATA = (
    '{"sources": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "book": {}, '
    '"claims": [{"evidence": [{"source": "a"}, {"source": "b"}]}, {"evidence": [{"source": "a"}]}]}'
)


def test_data_is_attached(book: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from sphinx_briefing.outputs.typst.builder import TypstPdfBuilder

    monkeypatch.setattr(TypstPdfBuilder, "book_data", lambda _: DATA)
    printed = book({"index": "# One page\n\nWords.\n"})
    assert printed.structure().files == {"book.json": DATA.encode()}
    assert "Built from 2 open sources" in printed.text
    assert f"Build {hashlib.sha256(DATA.encode()).hexdigest()[:12]}" in printed.text
    assert "indsight" not in printed.text


def test_the_cover_tells_rights_and_hindsight(book: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from sphinx_briefing.outputs.typst.builder import TypstPdfBuilder

    monkeypatch.setattr(TypstPdfBuilder, "book_data", lambda _: '{"claims": [{"layer": "hindsight"}], "book": {}}')
    printed = book({"index": "# One page\n\nWords.\n"}, settings={"copyright": "The harbor desk, CC BY 4.0"})
    assert "With hindsight" in printed.text
    assert "Rights © The harbor desk, CC BY 4.0" in printed.text
