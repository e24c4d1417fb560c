"""The options of words: every name is let through and checked by the word itself."""

from __future__ import annotations

import pytest

from sphinx_briefing.directives.options import (
    AnyOption,
    flag,
    forms,
    identifier,
    identifiers,
    rank,
    roles,
    statements,
    text,
    value_of,
)
from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.entities import Role
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.vocabularies import STANCES


def test_any_option_name_is_accepted() -> None:
    accepted = AnyOption()
    assert accepted  # MyST asks whether there are options at all
    assert accepted["no such option"]("  a value ") == "a value"
    assert accepted["flag"](None) == ""


def test_a_text_is_any_text_and_forms_are_parted_by_semicolons() -> None:
    assert text("role").read("Mayor, of Northport; acting") == "Mayor, of Northport; acting"
    assert forms("also").read("the port; Port, North;; ") == ("the port", "Port, North")


def test_ids_are_parted_by_commas_or_semicolons() -> None:
    assert identifiers("actors").read("north, south;quay,") == ("north", "south", "quay")
    assert identifiers("actors").read("") == ()


@pytest.mark.parametrize("value", ["Northport", "north south", "north/south", "", "-north"])
def test_what_is_no_id_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="write one id"):
        identifier("part_of").read(value)


def test_a_value_is_of_its_vocabulary_whatever_its_case() -> None:
    stance = value_of("stance", STANCES)
    assert stance.read("None Stated") == "none stated"
    with pytest.raises(ValueError, match="write one of: `supports`"):
        stance.read("against")
    assert value_of("reliability", ("A", "B")).read("a") == "A"  # the known spelling is kept


def test_a_rank_is_a_whole_number_from_one_on() -> None:
    assert rank("rank").read("12") == 12
    for value in ("0", "-1", "1.5", "first", "", "٣"):
        with pytest.raises(ValueError, match="whole number from 1 on"):
            rank("rank").read(value)


def test_statements_are_named_by_kind_and_id() -> None:
    read = statements("rests_on").read
    assert read("claim/c-1, position/lavrov.iran-sanctions; judgment/j-02,") == (
        Key("claim", "c-1"),
        Key("position", "lavrov.iran-sanctions"),
        Key("judgment", "j-02"),
    )
    assert read("") == ()


@pytest.mark.parametrize(
    "value", ["c-1", "claim", "claim/", "/c-1", "actor/lavrov", "claim/C 1", "claim/c-1 judgment/j"]
)
def test_what_names_no_statement_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="write kinds and ids separated by commas"):
        statements("rests_on").read(value)


def test_an_id_without_a_kind_is_of_the_kind_that_the_option_takes_it_for() -> None:
    against = statements("against", "discrepancy")
    assert against.read("d-3, claim/c-1; d-4,") == (
        Key("discrepancy", "d-3"), Key("claim", "c-1"), Key("discrepancy", "d-4"),
    )  # fmt: skip
    with pytest.raises(ValueError, match="write kinds and ids"):
        against.read("actor/north")
    with pytest.raises(ValueError, match="write kinds and ids"):
        statements("rests_on").read("d-3")


def test_a_switch_is_written_without_a_value() -> None:
    assert flag("compact").read("") is True
    with pytest.raises(ValueError, match="it takes no value"):
        flag("compact").read("no")


def test_roles_are_parted_by_semicolons_and_each_may_have_its_date() -> None:
    read = roles("roles").read
    assert read("Mayor, of Northport @2008-05-07/..; Chair; Member @ 1999 ;") == (
        Role("Mayor, of Northport", parse_date("2008-05-07/..")),
        Role("Chair"),
        Role("Member", parse_date("1999")),
    )
    assert read("mail@north") == (Role("mail@north"),)
    assert read("") == ()


@pytest.mark.parametrize(
    ("value", "said"), [("Mayor @May", "`May` is not an EDTF date"), ("@2008", "write the role before its date")]
)
def test_a_role_with_a_bad_date_is_refused(value: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        roles("roles").read(value)
