"""The strip: events at their places on an axis, and labels that cross neither each other nor a leader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.strip import Mark, Strip, strips
from views.books import INFO, actor, book, event


def drawn(*dates: str, asof: str = "2009-09-21") -> tuple[Strip, ...]:
    found = harbor(*dates, asof=asof)
    return strips(found, found.events)


def harbor(*dates: str, asof: str = "2009-09-21") -> Book:
    events = [event(f"e-{number}", edtf, layer="context") for number, edtf in enumerate(dates)]
    return book(*events, info=replace(INFO, asof=asof))


def test_a_few_events_or_all_of_one_day_need_no_strip() -> None:
    assert drawn(*[f"{year}" for year in range(1800, 1951)]) == ()  # nor can so many be told apart
    assert drawn(*[f"{year}" for year in range(1801, 1951)])
    assert drawn("2009-01-01", "2009-05-01") == ()
    assert drawn("2009-01-01", "2009-01-01", "2009-01-01") == ()
    assert drawn("../2009-01-01", "/2009-01-01", "2009-01-01") == ()


def test_events_stand_in_proportion_to_time() -> None:
    (found,) = drawn("2009-01-01", "2009-02-10", "2009-03-22")
    first, second, third = found.marks
    assert second.at - first.at == pytest.approx(third.at - second.at, abs=0.0002)
    assert 0 < first.at < 0.1
    assert 0.9 < third.at < 1
    assert all(mark.at == mark.until and mark.sure for mark in found.marks)
    assert found.title == (
        "Timeline from 1\u00a0January 2009 to 22\u00a0March 2009, 3 events. The list below has the same."
    )


def test_a_span_an_open_end_and_a_doubt_are_kept() -> None:
    (found,) = drawn("2008/..", "2009-02~", "2009-03-06", "2009-06-XX")
    since, about, day, some = found.marks
    assert (since.until, since.sure) == (1, True)
    assert about.at < about.until < day.at
    assert not about.sure
    assert not some.sure
    assert day.sure


def test_a_label_has_a_short_date_and_the_first_words() -> None:
    long = ("With ", Key("actor", "north"), " and with the mayor of the other town they met.")
    events = [event("a", "2009-03-06", text=long), event("b", "2009-04~"), event("c", "2009-05-01")]
    found = book(actor("north", name="Northport"), *events)
    labels = [mark.label for mark in strips(found, found.events)[0].marks]
    assert labels == [
        "6\u00a0Mar: With Northport and with the…",
        "about Apr 2009: They met",
        "1\u00a0May: They met",
    ]


def test_a_label_is_the_title_where_there_is_one() -> None:
    titled = [event(f"e-{month}", f"2009-0{month}-01", title=f"Talks, round {month}") for month in (1, 2, 3)]
    found = book(*titled)
    assert [mark.label for mark in strips(found, found.events)[0].marks] == [
        "1\u00a0Jan: Talks, round 1",
        "1\u00a0Feb: Talks, round 2",
        "1\u00a0Mar: Talks, round 3",
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The towns meet. Nobody signs anything on that day.", "The towns meet"),  # a whole sentence needs no dots
        ("Both towns of the U.S. delegation sign in the night.", "Both towns of the U.S.…"),
    ],
)
def test_a_label_ends_with_a_whole_sentence_where_it_can(text: str, label: str) -> None:
    events = [event("a", "2009-03-06", text=(text,)), event("b", "2009-04"), event("c", "2009-05-01")]
    assert strips(book(*events), events)[0].marks[0].label.endswith(f": {label}")


def test_the_books_date_is_marked_where_it_lies_within() -> None:
    (found,) = drawn("2009-01-01", "2009-05-01", "2009-12-31", asof="2009-07-02")
    assert found.asof == pytest.approx(0.5, abs=0.01)
    assert [item.asof for item in drawn("2009-01-01", "2009-05-01", "2009-08-31", asof="2010")] == [None]
    assert [item.asof for item in drawn("2009-01-01", "2009-05-01", "2009-08-31", asof="")] == [None]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2009-09-14", "2009-09-18", ["13\u00a0Sep 2009", "14\u00a0Sep", "15\u00a0Sep"]),
        ("2009-01-05", "2009-08-20", ["Jan 2009", "Feb", "Mar"]),
        ("2008-02-01", "2010-01-15", ["Apr 2008", "Jul", "Oct", "Jan 2009"]),
        ("1989", "2024", ["1990", "1995", "2000"]),
        ("0000", "9999", ["1000", "2000"]),
    ],
)
def test_the_axis_is_divided_as_finely_as_it_can_be_read(first: str, last: str, labels: list[str]) -> None:
    found = drawn(first, last, last)[0]
    assert [tick.label for tick in found.ticks][: len(labels)] == labels
    assert 2 <= len(found.ticks) <= 11
    assert [tick.at for tick in found.ticks] == sorted(tick.at for tick in found.ticks)


def test_busy_days_are_enlarged_and_labeled_there_only() -> None:
    days = [f"2009-09-{day}" for day in range(14, 19)]
    whole, enlarged = drawn("2007-03", "2008-01-05", "2008-12-01", *days)
    assert [bool(mark.label) for mark in whole.marks] == [True] * 3 + [False] * 5
    assert all(mark.lane for mark in enlarged.marks)
    assert enlarged.title.startswith("Enlarged, from 14\u00a0September 2009 to 18\u00a0September 2009, 5 events.")
    assert len(drawn("2007-03", "2008-01-05", "2008-12-01", *["2009-09-14"] * 5)) == 1  # a day cannot be enlarged


def extent(mark: Mark) -> tuple[float, float]:
    width = len(mark.label) * 0.0094
    return (mark.at - width, mark.at) if mark.left else (mark.at, mark.at + width)


@given(st.lists(st.integers(0, 400), min_size=3, max_size=30))
def test_no_label_crosses_another_or_a_leader(days: list[int]) -> None:
    for found in drawn(*(str(date(2008, 1, 1) + timedelta(day)) for day in days)):
        labeled = [mark for mark in found.marks if mark.lane]
        for one, other in combinations(labeled, 2):
            (start, end), (begin, stop) = extent(one), extent(other)
            if one.above != other.above:
                continue
            if one.lane == other.lane:
                assert end < begin or stop < start
            outer, inner = (one, other) if one.lane > other.lane else (other, one)
            begin, stop = extent(inner)
            if outer.at != inner.at:
                assert not begin < outer.at < stop, (outer, inner)
        assert found.above == max((mark.lane for mark in labeled if mark.above), default=0) <= 12
        assert found.below == max((mark.lane for mark in labeled if not mark.above), default=0) <= 12
