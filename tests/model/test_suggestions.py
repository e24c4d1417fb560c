"""What was probably meant, and what to do otherwise."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.suggestions import did_you_mean, hint, one_of, one_slip

ACTORS = ("lavrov", "Clinton", "putin")


def test_a_slip_of_the_pen_finds_the_word_that_was_meant() -> None:
    assert did_you_mean("lavrow", ACTORS) == "did you mean `lavrov`?"
    assert (
        did_you_mean("clinton", ACTORS) == "did you mean `Clinton`?"
    )  # case is no difference, and the known spelling is shown
    assert did_you_mean("PUTIN", ACTORS) == "did you mean `putin`?"


def test_nothing_is_guessed_where_nothing_is_near() -> None:
    assert did_you_mean("merkel", ACTORS) == ""
    assert did_you_mean("lavrov", ()) == ""
    assert did_you_mean("", ACTORS) == ""


def test_a_hint_says_in_any_case_what_to_do() -> None:
    assert hint("lavrow", ACTORS, "declare it") == "did you mean `lavrov`? Otherwise declare it"
    assert hint("merkel", ACTORS, "declare it") == "declare it"


def test_a_closed_vocabulary_is_shown_whole() -> None:
    assert one_of(("supports", "none stated")) == "write one of: `supports`, `none stated`"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("lavrv", "lavrov"),
        ("lavrovv", "lavrov"),
        ("lavrof", "lavrov"),
        ("lavorv", "lavrov"),
        ("alvrov", "lavrov"),
        ("llvrov", "lavrov"),
        ("larvvo", ""),
        ("lavrov", ""),
        ("lav", ""),
        ("j-12", ""),
        ("j-112", ""),
        ("j12", ""),
        ("port", ""),
        ("", ""),
    ],
)
def test_one_slip_means_one_word(word: str, meant: str) -> None:
    assert one_slip(word, ["lavrov", "j-13", "ports", "porto", "abc"]) == meant
