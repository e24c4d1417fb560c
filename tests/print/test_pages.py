"""The sheets: order of the pages of the book, heads and feet, numbers, margins, the turned matrix, the other paper."""

from __future__ import annotations

import re

import pytest

from browser.realbook import SOURCE, RealBook
from print.paper import Leaf, Paper, Word, squeezed
from sphinx_briefing.model.dates import MONTHS

pytestmark = pytest.mark.print

TITLE = "The U.S.-Russia reset, September 2009"
MM = 72 / 25.4
_TOCTREE = re.compile(r"^:{3,}\{toctree\}\n(.*?)^:{3,}$", re.MULTILINE | re.DOTALL)
_FOOT = re.compile(r"page (\d+) of (\d+)$")


def in_order(page: str = "index") -> list[str]:
    """The pages of the book in the order of its tables of contents."""
    text = (SOURCE / f"{page}.md").read_text("utf-8")
    folder = page.rpartition("/")[0]
    found = [page]
    for block in _TOCTREE.findall(text):
        for line in block.splitlines():
            if line and not line.startswith(":"):
                found += in_order(f"{folder}/{line}".lstrip("/"))
    return found


def title_of(page: str) -> str:
    lines = (SOURCE / f"{page}.md").read_text("utf-8").splitlines()
    return next(line for line in lines if line.startswith("# "))[2:]


PAGES = in_order()
TITLES = [title_of(page) for page in PAGES]


def foot(leaf: Leaf) -> str:
    return " ".join(word.text for word in leaf.words if word.top > leaf.height - 25 * MM)


def head(leaf: Leaf) -> str:
    return " ".join(word.text for word in leaf.words if word.bottom < 22 * MM)


def test_the_book_is_a_book(paper: Paper) -> None:
    assert len(paper.leaves) > 20
    assert len(PAGES) >= 19
    assert squeezed(TITLE) in squeezed(paper.leaves[0].text)


def test_every_page_of_the_book_stands_in_order(paper: Paper) -> None:
    tops = [mark.title for mark in paper.bookmarks if mark.level == 1]
    assert tops == ["Contents", *TITLES]
    starts = [mark.page for mark in paper.bookmarks]
    assert starts == sorted(starts)


@pytest.mark.parametrize("title", TITLES)
def test_a_page_begins_with_its_title_on_a_new_sheet(paper: Paper, title: str) -> None:
    leaf = paper.leaves[paper.spans()[title].start - 1]
    words = [word for word in leaf.words if word.top > 22 * MM]
    # A line above the title may say what part of the book this is.
    assert squeezed(title) in squeezed(" ".join(word.text for word in words[: len(title.split()) + 8]))


def test_the_contents_name_every_page_and_its_number(paper: Paper) -> None:
    spans = paper.spans()
    lines = [line for number in spans["Contents"] for line in lines_of(paper.leaves[number - 1])]
    for title in TITLES:
        assert any(line.endswith(f"{title} {spans[title].start}") for line in lines), title


def lines_of(leaf: Leaf) -> list[str]:
    """The words of a sheet, line by line: those that stand at one height, from left to right."""
    lines: dict[int, list[Word]] = {}
    for word in leaf.words:
        lines.setdefault(next((top for top in lines if abs(top - word.bottom) < 4), int(word.bottom)), []).append(word)
    return [" ".join(word.text for word in sorted(line, key=lambda word: word.left)) for line in lines.values()]


def test_the_contents_of_this_book_stand_on_one_sheet(paper: Paper) -> None:
    assert len(paper.spans()["Contents"]) == 1


def test_the_four_key_judgments_stand_on_the_first_sheet_of_the_book(paper: Paper) -> None:
    first = paper.leaves[paper.spans()[TITLE].start - 1].text
    assert [name for name in ("J-06", "J-05", "J-07", "J-12") if name not in first] == []
    assert first.count("Watch") == 4


@pytest.mark.parametrize("edition", ["paper", "later_paper"])
def test_no_sheet_has_a_line_or_two_alone(edition: str, request: pytest.FixtureRequest) -> None:
    """What spills over to a sheet of its own is more than the end of a paragraph, in either edition."""
    paper: Paper = request.getfixturevalue(edition)
    few = [
        leaf.number
        for leaf in paper.leaves[1:]
        if len([line for line in lines_of(leaf) if line.strip()]) - len({"head", "foot"}) <= 2
    ]
    assert few == []


def test_a_name_with_a_number_is_not_parted(paper: Paper) -> None:
    """`S-300` or `J-06`: no line ends with its hyphen."""
    assert sum(1 for leaf in paper.leaves for word in leaf.words if word.text.startswith("S-300")) > 0
    assert [word.text for leaf in paper.leaves for word in leaf.words if re.search(r"\b[A-Z]{1,4}-$", word.text)] == []


def test_a_day_is_not_parted_from_its_month(paper: Paper) -> None:
    months = "|".join(MONTHS)
    assert len(re.findall(rf"\b\d{{1,2}}[ \xa0](?:{months})\b", paper.raw)) > 100
    assert re.findall(rf"\b\d{{1,2}}\n(?:{months})\b", paper.raw) == []


def test_every_sheet_says_which_it_is_and_of_how_many(paper: Paper) -> None:
    said = [_FOOT.search(foot(leaf)) for leaf in paper.leaves]
    assert said[0] is None  # the cover
    numbers = [(int(found[1]), int(found[2])) for found in said if found]
    assert numbers == [(number, len(paper.leaves)) for number in range(2, len(paper.leaves) + 1)]
    assert [leaf.number for leaf in paper.leaves[1:] if "Edition 1, as of 21 September 2009" not in foot(leaf)] == []


def test_every_sheet_has_the_head_of_its_page(paper: Paper) -> None:
    for title, sheets in paper.spans().items():
        for number in sheets:
            said = head(paper.leaves[number - 1])
            assert said.startswith(TITLE), number
            assert said.endswith(title), number


def test_the_head_warns_of_what_the_source_has_wrong(paper: Paper) -> None:
    sheets = [paper.leaves[number - 1] for number in paper.spans()[TITLE]]
    (where,) = [leaf for leaf in sheets if "D-1 factual error" in leaf.text]
    assert "The source differs: D-1" in head(where)


def outside(leaf: Leaf, millimeters: float = 10) -> list[Word]:
    edge = millimeters * MM
    return [
        word
        for word in leaf.words
        if word.left < edge or word.top < edge or word.right > leaf.width - edge or word.bottom > leaf.height - edge
    ]


def lost_words(paper: Paper) -> list[str]:
    return [f"sheet {leaf.number}: {word.text}" for leaf in paper.leaves for word in outside(leaf)]


def test_no_word_stands_outside_the_margins(paper: Paper) -> None:
    assert lost_words(paper) == []


def test_no_word_stands_on_another(paper: Paper) -> None:
    """Two words whose boxes share most of their area were printed one over the other."""
    found = []
    for leaf in paper.leaves:
        words = sorted(leaf.words, key=lambda word: word.top)
        for at, one in enumerate(words):
            for other in words[at + 1 :]:
                if other.top > one.bottom:
                    break
                across = min(one.right, other.right) - max(one.left, other.left)
                down = min(one.bottom, other.bottom) - other.top
                smaller = min(one.right - one.left, other.right - other.left)
                lower = min(one.bottom - one.top, other.bottom - other.top)
                if across > 0.5 * smaller and down > 0.7 * lower:
                    found.append(f"sheet {leaf.number}: {one.text} / {other.text}")
    assert found == []


def numbers_in_html(realbook: RealBook, page: str) -> list[str]:
    html = (realbook.html / f"{page}.html").read_text("utf-8")
    return re.findall(r'<a class="no"[^>]*aria-label="Paragraph [\d.]+, link">([\d.]+)</a>', html)


@pytest.mark.parametrize(("page", "title"), list(zip(PAGES, TITLES, strict=True)), ids=PAGES)
def test_paragraphs_have_the_numbers_they_have_on_the_site(
    paper: Paper, realbook: RealBook, page: str, title: str
) -> None:
    """They hang in the margin, left of the text: a figure such as 2.1 inside the text is no number of a paragraph."""
    found = [
        word.text
        for sheet in paper.spans()[title]
        for word in sorted(paper.leaves[sheet - 1].words, key=lambda word: word.top)
        if word.right < 102 and re.fullmatch(r"\d+\.\d+", word.text)
    ]
    assert found == numbers_in_html(realbook, page)


def test_most_paragraphs_are_numbered(realbook: RealBook) -> None:
    assert sum(len(numbers_in_html(realbook, page)) for page in PAGES) > 60


def test_the_whole_matrix_lies_on_a_turned_sheet(paper: Paper) -> None:
    sheets = [paper.leaves[number - 1] for number in paper.spans()["Who stands where"]]
    (matrix,) = [leaf for leaf in sheets if "Top generals" in leaf.text and "Liberal camp" in leaf.text]
    assert matrix.width > matrix.height


def test_the_matrix_prints_sign_word_and_basis(paper: Paper, realbook: RealBook) -> None:
    text = " ".join(paper.leaves[number - 1].text for number in paper.spans()["Who stands where"])
    for stance in {position["stance"] for position in realbook.data["positions"]}:
        assert stance in text
    for basis in ("acts", "reported", "attributed", "forecast"):
        assert basis in text
    for issue in ("Sanctions on Iran", "Talks with Iran", "Missile defense", "The reset", "Reciprocity"):
        assert issue in text


def test_the_other_paper(paper: Paper, letter_paper: Paper) -> None:
    assert {(round(leaf.width), round(leaf.height)) for leaf in paper.leaves} <= {(595, 842), (842, 595)}
    assert {(round(leaf.width), round(leaf.height)) for leaf in letter_paper.leaves} <= {(612, 792), (792, 612)}
    assert [mark.title for mark in letter_paper.bookmarks] == [mark.title for mark in paper.bookmarks]
    assert lost_words(letter_paper) == []
