"""What is known while a page is read: its lines, its source, its citations, what it noted."""

from __future__ import annotations

import pytest

from sphinx_briefing.domain.reading import Reading, front_matter
from sphinx_briefing.model.findings import Code, Severity
from sphinx_briefing.model.places import Place
from views.books import claim

LINES = ["# Title", "", "one `a`", "two `b`", "one `a` again"]


@pytest.mark.parametrize(
    ("text", "near", "line"),
    [
        ("`a`", 1, 3),
        ("`a`", 4, 5),  # the first one at or after the paragraph's line
        ("`b`", 5, 4),  # else the first on the page
        ("`c`", 4, 4),  # else where Markdown said
        ("`a`", 0, 3),
        ("`a`", 99, 3),
    ],
)
def test_a_line_is_found_in_the_raw_text(text: str, near: int, line: int) -> None:
    assert Reading("page", LINES).line_of(text, near) == line


@pytest.mark.parametrize(
    ("texts", "near", "line"),
    [
        (("`a`",), 4, 3),  # as near as another: the upper one
        (("`a`",), 5, 5),
        (("`a`", "again"), 1, 5),
        (("`a`",), 99, 5),
        (("`a`",), -9, 3),
        (("`a`", "`b`"), 4, 4),  # nowhere
        (("# Title",), 5, 1),
    ],
)
def test_the_nearest_line_is_found_in_the_raw_text(texts: tuple[str, ...], near: int, line: int) -> None:
    assert Reading("page", LINES).nearest_line(near, *texts) == line


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("---\nsource: tale\n---\n# T\n", "tale"),
        ("---\ntitle: x\nsource: 'tale'\n---\n", "tale"),
        ("---\nsource: 2009\n---\n", "2009"),
        ("# T\n", ""),
        ("---\n: [\n---\n", ""),  # Markdown will complain of it
        ("---\n- a\n---\n", ""),
        ("---\ntitle: x\n---\n", ""),
        ("\n---\nsource: tale\n---\n", ""),
        ("---\nsource: tale", "tale"),
        ("", ""),
    ],
)
def test_a_page_names_its_source_in_its_front_matter(text: str, source: str) -> None:
    assert str(front_matter(text).get("source", "")) == source


def test_a_citation_takes_the_pages_source_where_it_names_none() -> None:
    reading = Reading("page", default_source="tale")
    first, second = reading.citation('@#p1s1 ~"words" after "a"', 4), reading.citation("@S02", 5)
    assert first is not None
    assert second is not None
    assert (first.source, first.passage, first.words, first.silent, first.after) == ("tale", "p1s1", "words", True, "a")
    assert (first.place, second.source) == (Place("page", 4), "S02")
    assert reading.problems == []


def test_a_citation_that_cannot_be_read_is_a_finding() -> None:
    reading = Reading("page")
    assert reading.citation("@ nonsense", 7) is None
    (found,) = reading.problems
    assert (found.code, found.severity, found.place.line) == (Code.EVIDENCE_SYNTAX, Severity.ERROR, 7)


def test_a_fact_is_completed_under_its_number() -> None:
    reading = Reading("page")
    numbers = [reading.note(claim(name)) for name in "ab"]
    reading.replace_fact(numbers[1], text=("New.",))
    assert [fact.text for fact in reading.facts] == [("The ferry was late.",), ("New.",)]  # type: ignore[union-attr]
