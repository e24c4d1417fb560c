"""The PDF as a document: what it says of itself, its tags, its faces, what it carries, and what a validator says."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pikepdf
import pytest

from browser.needs import require
from browser.realbook import SOURCE, RealBook
from print.paper import Paper, attribute, below

try:
    import page as validation  # the package is called page-validation
except ImportError:  # pragma: no cover - the test is then skipped, or fails in CI
    validation = None

pytestmark = pytest.mark.print

TITLE = "The U.S.-Russia reset, September 2009"


def test_title_author_and_language(paper: Paper) -> None:
    root = paper.pdf.Root
    assert paper.pdf.docinfo["/Title"] == TITLE
    assert paper.pdf.docinfo["/Author"] == "The briefing desk"
    assert str(root.Lang) in ("en", "en-US")
    assert root.ViewerPreferences.DisplayDocTitle
    with paper.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == TITLE
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")


def test_dates_are_those_of_the_book_not_of_the_build(paper: Paper) -> None:
    assert str(paper.pdf.docinfo["/CreationDate"]).startswith("D:20090921")


@pytest.mark.parametrize("profile", ["ua1", "pdfa-3a"])
def test_a_validator_agrees(realbook: RealBook, profile: str) -> None:
    require(validation, "page-validation (PyPI)")
    report = validation.validate_pdf_bytes(realbook.pdf.read_bytes(), profile=profile)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


def test_it_is_tagged(paper: Paper) -> None:
    assert paper.pdf.Root.MarkInfo.Marked
    assert len(paper.tagged("/P")) > 500
    assert [sheet for sheet in paper.pdf.pages if "/StructParents" not in sheet] == []
    assert all(sheet.get("/Tabs") == "/S" for sheet in paper.pdf.pages if "/Annots" in sheet)


def test_drawings_are_figures_with_words(paper: Paper) -> None:
    told = [str(tag.get("/Alt", "")) for tag in paper.tagged("/Figure")]
    assert all(told)
    assert [words for words in told if words.startswith("Network of ")]
    assert [words for words in told if words.startswith("Timeline from ")]


def test_no_reader_complains_of_its_marks(paper: Paper) -> None:
    """Poppler takes `Suspects false` for a mistake, though it is what the standard says."""
    assert "/Suspects" not in paper.pdf.Root.MarkInfo


def test_headings_never_skip_a_level(paper: Paper) -> None:
    levels = [int(str(tag.S)[2:]) for tag in paper.tagged(*(f"/H{level}" for level in range(1, 7)))]
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_headings_are_the_bookmarks(paper: Paper) -> None:
    counts = {level: sum(1 for mark in paper.bookmarks if mark.level == level) for level in (1, 2, 3)}
    assert len(paper.tagged("/H1")) == counts[1]
    smaller = sum(
        line.startswith("### ") for path in SOURCE.rglob("*.md") for line in path.read_text("utf-8").splitlines()
    )
    assert len(paper.tagged("/H3")) == counts[3] + smaller  # judgments have bookmarks, small sections have none
    assert len(paper.tagged("/H2")) >= counts[2]


def test_header_cells_say_what_they_head(paper: Paper) -> None:
    tables = paper.tagged("/Table")
    assert len(tables) >= 10
    for table in tables:
        cells = [tag for tag in below(table) if tag.S == "/TH"]
        scopes = [str(attribute(cell, "/Scope")) for cell in cells]
        assert "/Column" in scopes
        assert set(scopes) <= {"/Column", "/Row", "/Both"}
        rows = [tag for tag in below(table) if tag.S == "/TBody"]
        assert rows


def test_the_matrix_has_row_headers(paper: Paper, realbook: RealBook) -> None:
    """One for each holder of a position, and one for each side under which they stand."""
    holders = {item["actor"] for item in realbook.data["positions"]}
    sides = {actor["side"] for actor in realbook.data["actors"] if actor["id"] in holders}
    counts = [
        sum(1 for tag in below(table) if tag.S == "/TH" and attribute(tag, "/Scope") == "/Row")
        for table in paper.tagged("/Table")
    ]
    assert len(holders) + len(sides) in counts


def test_words_in_russian_are_marked_as_russian(paper: Paper) -> None:
    marked = [tag for tag in paper.tags if str(tag.get("/Lang", "")).startswith("ru")]
    assert len(marked) >= 6


def test_every_face_is_embedded(paper: Paper) -> None:
    faces: dict[str, bool] = {}
    for sheet in paper.pdf.pages:
        for face in sheet.Resources.get("/Font", pikepdf.Dictionary()).values():
            descriptor = (face.DescendantFonts[0] if face.Subtype == "/Type0" else face).FontDescriptor
            faces[str(face.BaseFont)] = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    assert len(faces) >= 3
    assert [name for name, embedded in faces.items() if not embedded] == []
    assert [name for name in faces if "Source" not in name] == []


def test_it_carries_its_own_data(paper: Paper, realbook: RealBook) -> None:
    (carried,) = paper.pdf.Root.AF
    assert carried.AFRelationship == "/Data"
    assert str(carried.F) == "book.json"
    assert paper.pdf.attachments["book.json"].get_file().read_bytes() == realbook.json.read_bytes()
    assert carried.EF.F.read_bytes() == realbook.json.read_bytes()
    assert carried.EF.F.Subtype == "/application/json"
    assert f"Build {hashlib.sha256(realbook.json.read_bytes()).hexdigest()[:12]}" in paper.leaves[0].text
    assert str(carried.Desc)


def test_the_cover_tells_under_which_license_it_may_be_used(paper: Paper) -> None:
    assert "© The briefing desk, CC BY 4.0" in paper.leaves[0].text


def test_the_cover_tells_an_edition_with_hindsight_from_the_other(paper: Paper, later_paper: Paper) -> None:
    assert "With hindsight" in later_paper.leaves[0].text
    assert "indsight" not in paper.leaves[0].text


def test_it_runs_nothing(paper: Paper) -> None:
    root = paper.pdf.Root
    assert "/OpenAction" not in root
    assert "/JavaScript" not in root.Names
    assert "/AcroForm" not in root
