"""Figures in running text: what is one, when two are the same, what dates follow from the day of a paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.figures import SeedFigures, figures, keys_in, parts_of, reckoned


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("on 17 September 2009", ["d:2009-09-17"]),
        ("on September 17, 2009,", ["d:2009-09-17"]),
        ("2009-09-17", ["d:2009-09-17"]),
        ("on 7 May", ["d:--05-07"]),
        ("On May 7th it", ["d:--05-07"]),
        ("in September 2009", ["d:2009-09"]),
        ("on 19 and 21 September", ["d:--09-19", "d:--09-21"]),
        ("in 2006, 2007 and 2008.", ["n:2006", "n:2007", "n:2008"]),
        ("4 billion dollars, or 4,000,000,000", ["n:4000000000", "n:4000000000"]),
        ("from 7 May 2009 to 9 June 2010", ["d:2009-05-07", "d:2010-06-09"]),
        ("5 % or 5 percent or 5%", ["n:5%", "n:5%", "n:5%"]),
        ("$2.50 and 2.5", ["n:2.5", "n:2.5"]),
        ("the 3rd of 10,000", ["n:3", "n:10000"]),
        ("S-300, P5 and p3s3 are names", []),
        ("two governments, one aim, and seven ships", []),
        ("two weeks, ten percent, four billion", ["n:2", "n:10%", "n:4000000000"]),
        ("sixty people and twenty-four ships", ["n:60", "n:24"]),
        ("one day", []),
        ("twelve ships and thirteen boats", ["n:13"]),
        ("one million people, one percent", ["n:1000000", "n:1%"]),
        ("In May they march in step", []),
        ("", []),
    ],
)
def test_what_is_a_figure(text: str, keys: list[str]) -> None:
    assert [figure.key for figure in figures(text)] == keys
    assert all(figure.written and figure.written in text for figure in figures(text))


def test_a_figure_is_shown_as_it_is_written() -> None:
    text = "4 billion on the 3rd, 5 %, and twenty-four tons on 17 September 2009"
    written = [figure.written for figure in figures(text)]
    assert written == ["17 September 2009", "4 billion", "3rd", "5 %", "twenty-four"]


def test_in_a_source_every_number_counts() -> None:
    assert keys_in("the two towns met on 14 May 2024") == {"n:2", "d:2024-05-14", "d:--05-14", "d:2024-05", "n:2024"}


def test_a_date_supports_what_says_less() -> None:
    assert parts_of("d:--05-07") == ("d:--05-07",)
    assert parts_of("d:2024-05") == ("d:2024-05", "n:2024")
    assert parts_of("n:24") == ("n:24",)


@pytest.mark.parametrize(
    ("text", "issued", "key"),
    [
        ("decided last Thursday to", "2009-09-21", "d:2009-09-17"),
        ("met last Monday", "2009-09-21", "d:2009-09-14"),
        ("will vote on Friday", "2024-05-20", "d:2024-05-24"),
        ("on Monday", "2024-05-20", "d:2024-05-20"),
        ("next Monday", "2024-05-20", "d:2024-05-27"),
        ("came yesterday", "2024-03-01", "d:2024-02-29"),
        ("earlier this month", "2009-09-21", "d:2009-09"),
        ("last month", "2009-01-05", "d:2008-12"),
        ("next year", "2009-09-21", "n:2010"),
        ("nothing about time", "2009-09-21", "d:2009-09-21"),
    ],
)
def test_dates_that_follow_from_the_day_of_the_paper(text: str, issued: str, key: str) -> None:
    assert key in reckoned(text, issued)


@pytest.mark.parametrize(
    ("text", "issued", "keys"),
    [
        ("comes today", "2024-05-20", set()),
        ("comes tomorrow", "2024-02-28", {"d:2024-02-29", "d:--02-29"}),
        ("since Friday", "2024-05-22", {"d:2024-05-17", "d:--05-17"}),
        ("until Friday", "2024-05-22", {"d:2024-05-24", "d:--05-24"}),
        ("on Monday", "2024-05-22", {"d:2024-05-27", "d:--05-27"}),
        ("this month", "2024-12-01", set()),
        ("last month", "2009-01-05", {"d:2008-12", "n:2008"}),
        ("next month", "2008-12-05", {"d:2009-01", "n:2009"}),
        ("this year", "2009-09-21", set()),
    ],
)
def test_what_words_of_time_add_to_the_day_of_the_paper(text: str, issued: str, keys: set[str]) -> None:
    assert reckoned(text, issued) - reckoned("", issued) == keys


def test_without_a_day_nothing_is_reckoned() -> None:
    assert reckoned("last Thursday", "2009-09") == frozenset()
    assert reckoned("last Thursday", "") == frozenset()


def test_a_span_has_the_figures_of_the_passages_it_touches() -> None:
    seed = Seed.of("s", "Five ships came in 2019. 12 were never seen. The third sentence says 7.\n")
    held = SeedFigures(seed, "2024-05-20")
    first, second, third = seed.passages
    assert held.between(first.start, first.start + 4)[0] == ("n:2019", "n:5")
    assert held.between(first.end - 3, second.start + 3)[0] == ("n:12", "n:2019", "n:5")
    assert held.between(third.start, third.end)[0] == ("n:7",)
    assert held.between(-1, -1)[0] == ("n:12", "n:2019", "n:5", "n:7")
    assert "d:2024-05-20" in held.between(first.start, first.end)[1]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for figure in figures(text):
        assert figure.key in keys_in(text)
        assert parts_of(figure.key)


def test_several_days_of_a_month_are_as_many_dates() -> None:
    days = range(1, 32)
    written = f"{', '.join(map(str, days[:-1]))} and 31 October 2009"
    assert {figure.key for figure in figures(written)} == {f"d:2009-10-{day:02d}" for day in days}


def test_a_long_row_of_numbers_is_read_at_once() -> None:
    """A table of one column; each of its numbers might have begun a row of days."""
    assert len(figures("1, " * 30_000)) == 30_000
    assert len(figures("1-" * 30_000)) == 30_000
