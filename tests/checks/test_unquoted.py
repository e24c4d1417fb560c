"""Words of a source in a page's own text: one error a run, with its place in page and seed."""

from __future__ import annotations

from sphinx_briefing.checks.unquoted import unquoted
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Severity
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.texts import Paragraph
from sphinx_briefing.text.verification import freeze
from views.books import LIBRARY, TEXT


def whole(*texts: str) -> Book:
    paragraphs = tuple(Paragraph(10 + number, (text,)) for number, text in enumerate(texts))
    return freeze((Page("page", "Page", (), (), paragraphs),), LIBRARY, BookInfo("Harbor"))


def test_each_run_is_one_error() -> None:
    found = list(
        unquoted(
            whole(
                "The two towns met on Monday in the house.",
                "Mine.",
                "Southport may yet agree, though nobody expects it!",
            )
        )
    )
    assert [(item.code, item.severity, item.place) for item in found] == [
        (Code.SOURCE_UNQUOTED, Severity.ERROR, Place("page", 10)),
        (Code.SOURCE_UNQUOTED, Severity.ERROR, Place("page", 12)),
    ]
    assert (
        "8 consecutive words of tale#p2s2 stand here unquoted: “the two towns met on monday in the”" in found[0].message
    )
    assert [(item.path, item.message) for item in found[1].related] == [
        ("tale.txt", f"tale#p2s1, offsets {TEXT.index('Southport')}-{TEXT.index(' before')}")
    ]


def test_a_long_run_is_shown_by_its_ends() -> None:
    (found,) = unquoted(whole("The two towns met on Monday in the old customs house."))
    assert "“the two towns met on ... the old customs house”" in found.message


def test_own_words_are_no_finding() -> None:
    assert list(unquoted(whole("The towns met. They met on Monday, we are told, in the customs house."))) == []
