"""The ledger: distinct spans once, silent anchors free, the longest and the largest by name."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.model.texts import Paragraph
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.verification import freeze
from sphinx_briefing.views.budget import Ledger, ledger, percent
from views.books import LIBRARY, RECORD, TALE, TEXT, book, cite, claim, record

LIMITED = Library((replace(TALE, budget_words=6, budget_percent=20), RECORD), LIBRARY.seeds)


def of(*citations: object, library: Library = LIMITED) -> Ledger:
    facts = [claim(f"c{number}", page=cited.place.page, citations=(cited,)) for number, cited in enumerate(citations)]  # type: ignore[attr-defined]
    found = ledger(book(*facts, library=library), "page", {"source": "tale"})
    assert found is not None
    return found


def test_words_shown_twice_and_overlapping_count_once() -> None:
    found = of(
        cite("Northport opposes the new toll", page="a"),
        cite("Northport opposes the new toll", page="b"),
        cite("the new toll and says so loudly", page="c"),
    )
    assert (found.shown, found.words) == (9, len(TEXT.split()))
    assert found.percent == percent(9, len(TEXT.split()))
    assert [(span.words, [page.id for page in span.pages]) for span in found.largest] == [(9, ["a", "b", "c"])]
    assert [(span.words, [page.id for page in span.pages]) for span in found.longest] == [(7, ["c"]), (5, ["a", "b"])]


def test_quotations_that_touch_are_one_span_over_their_passages() -> None:
    found = of(
        cite("says so loudly", passage="p1s1"), cite("Its mayor called the plan"), cite("met on Monday", passage="p2s2")
    )
    assert [(span.words, [item.text for item in span.passages]) for span in found.largest] == [
        (8, ["p1s1", "p1s2"]),
        (3, ["p2s2"]),
    ]


def test_silent_anchors_passages_records_and_false_quotations_cost_nothing() -> None:
    found = of(
        cite("Northport opposes the new toll", silent=True),
        cite(passage="p1s1"),
        record(),
        cite("Northport opposes the old toll", passage="p1s1"),
    )
    assert (found.shown, found.longest, found.largest) == (0, (), ())


def test_unquoted_words_count_and_are_told_apart() -> None:
    paragraph = Paragraph(3, ("So the two towns met on Monday in the old customs house.",))
    whole = freeze((Page("page", "Page", (), (), (paragraph,)),), LIMITED, BookInfo("Harbor", source="tale"))
    found = ledger(whole, "page", {})
    assert found is not None
    assert (found.shown, found.unquoted, found.longest) == (11, 11, ())
    assert found.largest[0].words == 11


def test_limits_and_what_it_was_counted_by_are_told() -> None:
    found = of(cite("a tax on fog"))
    assert (found.limit_words, found.limit_percent) == (6, 20)
    assert (found.rules, found.unicode) == ("2026.1", unicodedata.unidata_version)
    assert found.sha256 == LIBRARY.seeds["tale"].sha256
    assert "fog" not in repr(found)


def test_a_source_whose_text_is_not_held_has_no_ledger() -> None:
    assert ledger(book(library=LIMITED), "page", {"source": "S02"}) is None
    assert ledger(book(library=LIMITED), "page", {"source": "nowhere"}) is None
    assert ledger(Book(BookInfo("")), "page", {}) is None


def test_a_text_without_words_is_not_divided_by() -> None:
    assert percent(0, 0) == 0.0
