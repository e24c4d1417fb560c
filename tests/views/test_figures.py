"""Figures that stand in evidence, were worked out or set aside, cannot be verified, or stand nowhere."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.pages import Fact
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.statements import Mention
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.library import Library
from sphinx_briefing.views.figures import FigureRow, count_figures, figures, figures_told, judged_figures
from sphinx_briefing.views.shown import Shown
from views.books import RECORD, TALE, book, cite, claim, event, position, record

TEXT = """Some sixty people met last Thursday in the old hall. The toll of 4 billion was set on 6 March 2009.

It was dear. Two towns paid 40 percent.
"""
LIBRARY = Library((TALE, RECORD), {"tale": Seed.of("tale", TEXT)})


def ways(*facts: Fact) -> list[str]:
    return [item.support.value for item in judged_figures(book(*facts, library=LIBRARY))]


@pytest.mark.parametrize(
    ("text", "passage", "way"),
    [
        ("Some 60 people met.", "p1s1", "supported"),
        ("Some 61 people met.", "p1s1", "unsupported"),
        ("It cost 4 billion.", "p1s2", "supported"),
        ("It cost 4 million.", "p1s2", "unsupported"),
        ("It was set in March 2009.", "p1s2", "supported"),
        ("It was set on 7 March 2009.", "p1s2", "unsupported"),
        ("They met on 17 September 2009.", "p1s1", "computed"),
        ("They met on 16 September 2009.", "p1s1", "unsupported"),
        ("They paid 40 %.", "p2s2", "supported"),
        ("They paid 40.", "p2s2", "unsupported"),
        ("They paid 40 %.", "p2s1", "unsupported"),
        ("They paid 40 %.", "", "supported"),
    ],
)
def test_a_figure_and_its_passage(text: str, passage: str, way: str) -> None:
    assert ways(claim("c", text=(text,), citations=(cite(passage=passage),))) == [way]


def test_words_count_with_the_passage_that_they_stand_in() -> None:
    words = cite("Some sixty people met", silent=True)
    assert ways(claim("c", text=("60 met.",), citations=(words,))) == ["supported"]


def test_a_record_cannot_be_asked() -> None:
    assert ways(claim("c", text=("7 met.",), citations=(record(),))) == ["not verifiable here"]
    assert ways(claim("c", text=("7 met.",), citations=(cite(passage="p2s1"), record()))) == ["not verifiable here"]
    assert ways(claim("c", text=("60 met.",), citations=(cite(passage="p1s1"), record()))) == ["supported"]


def test_words_that_fail_are_named_by_another_check() -> None:
    assert ways(claim("c", text=("7 met.",), citations=(cite("words that stand nowhere"),))) == ["not verifiable here"]


def test_a_statement_knows_its_own_date() -> None:
    rests = {"citations": (cite(passage="p2s1"),)}
    text = ("It happened on 3 May 2008.",)
    assert ways(event("e", "2008-05-03", text=text, **rests)) == ["supported"]
    assert ways(event("e", "2008-05-03", text=text, said="last May", **rests)) == ["computed"]
    assert ways(event("e", "2008-05-04", text=text, **rests)) == ["unsupported"]
    assert ways(position("a", "b", asof="2008-05-03", text=text, **rests)) == ["supported"]


def test_what_was_worked_out_is_exempt_in_its_own_statement_only() -> None:
    mark = Mention(Key("computed", "24"), Place("page", 7), ("both towns",))
    first = claim("c", line=5, text=("It has 24.",), citations=(cite(passage="p2s1"),))
    second = claim("d", line=9, text=("It has 24.",), citations=(cite(passage="p2s1"),))
    assert ways(mark, first, second) == ["computed", "unsupported"]


def test_what_was_set_aside_needs_no_source_and_says_why() -> None:
    aside = Mention(Key("aside", "24"), Place("page", 7), ("our own count",))
    worked = Mention(Key("computed", "5"), Place("page", 8), ("both towns",))
    fact = claim("c", line=5, text=("It has 24, then 5, then 60.",), citations=(cite(passage="p1s1"),))
    found = figures(book(aside, worked, fact, library=LIBRARY), "page", {})
    assert dict(found.counts) == {
        "supported": 1,
        "computed": 1,
        "set aside": 1,
        "not verifiable here": 0,
        "unsupported": 0,
    }
    page = Shown("claim", "c", "Title of page", "page", "claim-c")
    assert found.aside == (FigureRow("24", "our own count", page),)
    assert found.computed == (FigureRow("5", "both towns", page),)


def test_a_name_kept_as_a_key_is_no_word_of_ours() -> None:
    fact = claim("c", text=("It is ", Key("event", "e-40"), "."), citations=(cite(passage="p2s1"),))
    assert ways(fact) == []


def test_the_count_names_every_way() -> None:
    fact = claim("c", text=("61 met, 60 stayed.",), citations=(cite(passage="p1s1"),))
    assert count_figures(book(fact, library=LIBRARY)) == {
        "supported": 1,
        "computed": 0,
        "set aside": 0,
        "not verifiable here": 0,
        "unsupported": 1,
    }


def test_the_ways_that_occur_are_told_in_one_line() -> None:
    fact = claim("c", text=("61 met, 60 stayed.",), citations=(cite(passage="p1s1"),))
    assert figures_told(book(fact, library=LIBRARY)) == "figures: 1 supported, 1 unsupported"
    assert figures_told(book(library=LIBRARY)) == ""
