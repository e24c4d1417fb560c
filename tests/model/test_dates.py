"""Dates: what is EDTF and what is not, the two ends, the order, and how each is read aloud."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_briefing.model.dates import DISTANT_FUTURE, DISTANT_PAST, parse_date, said_and_resolved, spoken

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2009", "2009-01-01", "2009-12-31"),
        ("2009-02", "2009-02-01", "2009-02-28"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2009-03-06", "2009-03-06", "2009-03-06"),
        ("2009-03~", "2009-03-01", "2009-03-31"),
        ("2009?", "2009-01-01", "2009-12-31"),
        ("2009-09%", "2009-09-01", "2009-09-30"),
        ("2009-21", "2009-03-01", "2009-05-31"),
        ("200X", "2000-01-01", "2009-12-31"),
        ("2009-XX", "2009-01-01", "2009-12-31"),
        ("2006/2008", "2006-01-01", "2008-12-31"),
        ("2009-03-06/2009-03", "2009-03-06", "2009-03-31"),
        ("../2008-08", DISTANT_PAST, "2008-08-31"),
        ("2008-08-08/..", "2008-08-08", DISTANT_FUTURE),
        ("2008/", "2008-01-01", DISTANT_FUTURE),
        ("/2008", DISTANT_PAST, "2008-12-31"),
    ],
)
def test_a_date_covers_its_first_to_its_last_day(edtf: str, earliest: str, latest: str) -> None:
    found = parse_date(edtf)
    assert (found.edtf, found.earliest, found.latest) == (edtf, earliest, latest)


def test_white_space_around_a_date_is_not_part_of_it() -> None:
    assert parse_date(" 2009-03 ") == parse_date("2009-03")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/",
        "March 2009",
        "2009-3-6",
        "20090306",
        "2009-13",
        "2009-00",
        "2009-02-30",
        "1999-02-29",
        "1900-02-29",
        "2009-06-31",
        "2009..",
        "..2009",
        "[2009..]",
        "{2008,2009}",
        "2009-25",
        "2009-21-05",
        "2009-09-1X",
        "Y17000",
        "-0044",
        "2009-03-06T10:00:00",
        "1560s",
        "2009/unknown",
        "2009/2010/2011",
        "٢٠٠٩",
    ],
)
def test_what_is_no_date_is_refused_with_the_usual_forms(text: str) -> None:
    with pytest.raises(ValueError, match=r"not an EDTF date; write for example `2009-03-06`") as refused:
        parse_date(text)
    assert f"`{text}`" in str(refused.value)


def test_a_range_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="`2008/2006` ends before it begins"):
        parse_date("2008/2006")
    assert parse_date("2009-03/2009").latest == "2009-12-31"  # it may end in what it began in


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2009", "2009"),
        ("2009-03", "March 2009"),
        ("2009-03-06", "6\u00a0March 2009"),
        ("2009-03~", "about March 2009"),
        ("2009-03-06?", "6\u00a0March 2009 (uncertain)"),
        ("2009%", "about 2009 (uncertain)"),
        ("2009-21", "spring 2009"),
        ("2009-24", "winter 2009"),
        ("2006/2008", "2006 to 2008"),
        ("2009-03/2009-05", "March to May 2009"),
        ("2008-12/2009-01", "December 2008 to January 2009"),
        ("2009-03-06/2009-03-09", "6–9\u00a0March 2009"),
        ("2009-03-30/2009-04-02", "30\u00a0March to 2\u00a0April 2009"),
        ("2008-12-30/2009-01-02", "30\u00a0December 2008 to 2\u00a0January 2009"),
        ("2009-21/2009-23", "spring to autumn 2009"),
        ("2009-03~/2009-05", "about March 2009 to May 2009"),
        ("../2008", "until 2008"),
        ("2008-08-08/..", "since 8\u00a0August 2008"),
        ("2008/", "2008 to unknown date"),
        ("/2008", "by 2008"),
        ("200X", "the years 2000 to 2009"),
        ("20XX?", "the years 2000 to 2099 (uncertain)"),
        ("2009-XX", "a month in 2009"),
        ("2009-XX-XX", "a day in 2009"),
        ("2009-03-XX~", "about a day in March 2009"),
        ("200X-05", "the years 2000 to 2009"),
    ],
)
def test_a_date_as_it_is_read_aloud(edtf: str, words: str) -> None:
    assert spoken(edtf) == words
    assert str(parse_date(edtf)) == words


def test_what_the_source_says_stands_beside_what_it_means() -> None:
    assert said_and_resolved("last Thursday", "2009-09-17") == "“last Thursday” [17\u00a0September 2009]"
    assert said_and_resolved("", "2009-03~") == "about March 2009"


@pytest.mark.parametrize("text", ["2009-13", "2009-25", "some day", "", "2009-00-00"])
def test_what_is_no_date_is_shown_as_it_was_written(text: str) -> None:
    """A page shows the date of a source even while a finding says that it is wrong."""
    assert spoken(text) == text


def test_a_date_that_covers_more_comes_after_its_first_day() -> None:
    dates = ["2009", "2009-01", "2008-12-31", "2009-01-01", "../2010", "2009-01-02"]
    assert sorted(dates, key=lambda item: parse_date(item).order) == [
        "../2010",
        "2008-12-31",
        "2009-01-01",
        "2009-01",
        "2009",
        "2009-01-02",
    ]


@given(DAYS)
def test_every_day_of_the_calendar_is_its_own_first_and_last_day(day: date) -> None:
    found = parse_date(day.isoformat())
    assert found.earliest == found.latest == day.isoformat()
    assert str(found).endswith(f"{day.year:04d}")


@given(DAYS, st.integers(0, 800))
def test_a_range_runs_from_the_first_day_of_its_start_to_the_last_of_its_end(day: date, days: int) -> None:
    end = min(day + timedelta(days), date(9999, 12, 31)) if (date.max - day).days > days else date.max
    found = parse_date(f"{day}/{end}")
    assert (found.earliest, found.latest) == (str(day), str(end))


@settings(deadline=None)  # the grammar takes a moment to load
@given(st.text("0123456789-/.~?%XYTZ{}[], ", max_size=24))
def test_any_text_is_a_date_in_order_or_a_refusal(text: str) -> None:
    try:
        found = parse_date(text)
    except ValueError as refused:
        complaint = str(refused)
    else:
        assert found.earliest <= found.latest
        complaint = f"`{text.strip()}`"
        assert str(found)
    assert f"`{text.strip()}`" in complaint


@pytest.mark.parametrize(
    "edtf", ["2009", "2008~", "2009-02?", "2008-02", "2009-12%", "2009-03-06", "0000-02-29", "9999-12-31~"]
)
def test_our_calendar_and_the_library_agree(edtf: str) -> None:
    parsed = parse_edtf(edtf)
    ends = ["{:04d}-{:02d}-{:02d}".format(*day[:3]) for day in (parsed.lower_strict(), parsed.upper_strict())]
    assert [parse_date(edtf).earliest, parse_date(edtf).latest] == ends
