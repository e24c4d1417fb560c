"""`positions.csv` and `events.csv`: read by a library, whole, and with no cell that a spreadsheet would work out."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.places import Key
from sphinx_briefing.outputs.data.spreadsheets import MARK, events_csv, positions_csv, safe
from views.books import actor, book, cite, event, issue, position, record

HARBOR = book(
    actor("north", name="Northport"),
    issue("toll", name="=HYPERLINK(evil)"),
    position(
        "north",
        "toll",
        text=(Key("actor", "north"), " said “no”, twice;\nloudly."),
        citations=(cite("a tax on fog"), record()),
    ),
    position("north", "toll", "mixed", asof="2009-08"),
    event("late", "2009-10/..", said="+soon", actors=("north", "south")),
    event("early", "2009-09-21", place_name="Гавань"),
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK), newline=""), strict=True))


def test_every_position_is_a_row_with_what_it_rests_on() -> None:
    first, second = rows(positions_csv(HARBOR))
    assert (first["id"], first["actor_name"], first["stance"], first["basis"]) == (
        "north.toll",
        "Northport",
        "opposes",
        "words",
    )
    assert first["as_of"] == "2009-09-21"  # an undated position holds as of the book's date
    assert second["as_of"] == "2009-08"
    assert first["text"] == "Northport said “no”, twice;\nloudly."
    assert (first["evidence"], first["states"]) == ("tale#p1s2; S02", "exact; record")
    assert (first["page"], first["line"], first["layer"]) == ("page", "5", "fact")


def test_events_stand_by_date_with_both_ends_where_there_are_two() -> None:
    early, late = rows(events_csv(HARBOR))
    assert (early["id"], early["first_day"], early["last_day"], early["place_name"]) == (
        "early",
        "2009-09-21",
        "2009-09-21",
        "Гавань",
    )
    assert (late["date"], late["first_day"], late["last_day"]) == ("2009-10/..", "2009-10-01", "")
    assert late["actors"] == "north; south"


def test_a_spreadsheet_takes_it_for_utf_8_with_a_head() -> None:
    for text in (positions_csv(HARBOR), events_csv(HARBOR)):
        assert text.encode("utf-8").startswith(b"\xef\xbb\xbfid,")
        lines = text.split("\r\n")
        assert lines[-1] == ""
        assert len(lines) == 4


def test_a_book_without_any_has_the_head_alone() -> None:
    assert rows(positions_csv(book())) == []
    assert events_csv(book()).startswith(f"{MARK}id,title,date,")


def test_no_cell_is_a_formula() -> None:
    assert rows(positions_csv(HARBOR))[0]["issue_name"] == "'=HYPERLINK(evil)"
    assert rows(events_csv(HARBOR))[1]["said"] == "'+soon"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_what_may_be_a_formula_becomes_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@given(st.text())
def test_a_cell_keeps_its_words_and_begins_with_no_sign(cell: str) -> None:
    found = safe(cell)
    assert found in (cell, f"'{cell}")
    assert not found.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_same_book_same_bytes() -> None:
    assert positions_csv(HARBOR) == positions_csv(HARBOR)
