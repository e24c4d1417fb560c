"""Seeds that nobody meant to have: one enormous line, characters that are none, other directions, nothing at all."""

from __future__ import annotations

import time

import pytest

from conftest import BookCopy
from sphinx_briefing.model.evidence import VerdictKind
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.search import search

QUOTED = "the pilots of the harbor said nothing"
ODD = {
    "nul": "One\0two. At length the pilots of the harbor said nothing.\0",
    "right to left": "\u202bשלום לכולם.\u202c At length the pilots of the harbor said nothing. \u200fסוף\u200e.",
    "controls": "\x01\x02 At length the pilots of the harbor said nothing.\x0c\x7f",
    "not characters": "\ufffe\uffff At length the pilots of the harbor said nothing. \U0010ffff",
    "surrogate": "\ud800 At length the pilots of the harbor said nothing.",
}


@pytest.mark.parametrize("name", ODD)
def test_a_seed_with_odd_characters_is_read_and_verified(name: str) -> None:
    seed = Seed.of("x", ODD[name])
    assert verify(seed, QUOTED).kind == VerdictKind.EXACT
    assert not verify(seed, QUOTED.replace("nothing", "something")).passed
    assert [hit.words for hit in search(seed, QUOTED.upper())] == [QUOTED]


def test_a_nul_in_a_stored_seed_does_not_stop_a_build(built: BookCopy) -> None:
    path = built.root / "seeds/herald.txt"
    path.write_bytes(path.read_bytes() + b"\n\nIt ends\0here.\n")
    built.repin()
    code, found = built.check()
    assert (code, {item["code"] for item in found}) == (0, {"brief.passage-unused"})  # the sentence is new
    assert built.build("html", "data").code == 0


def test_an_empty_seed_says_that_it_has_no_passages(built: BookCopy) -> None:
    (built.root / "seeds/herald.txt").write_bytes(b"")
    built.repin()
    code, found = built.check()
    assert code == 1
    assert {item["code"] for item in found} >= {"brief.passage-unknown"}
    assert any("it has no passages" in item["hint"] for item in found)


def test_one_line_of_a_megabyte() -> None:
    line = " ".join(f"The council met again and {number} of them spoke." for number in range(22_000)) + f" {QUOTED}."
    assert len(line) > 1_000_000
    began = time.perf_counter()
    seed = Seed.of("x", line)
    assert verify(seed, QUOTED).kind == VerdictKind.EXACT
    assert [hit.words for hit in search(seed, "21999 OF them spoke")] == ["21999 of them spoke"]
    assert time.perf_counter() - began < 20, "it should take about a second"


@pytest.mark.parametrize("unit", ["a", ".", ". ", ".' ", "“", "- ", "\u00ad", "é\u0301"])
def test_a_megabyte_of_one_thing_does_not_hang(unit: str) -> None:
    began = time.perf_counter()
    seed = Seed.of("x", unit * (1_000_000 // len(unit)))
    assert list(search(seed, QUOTED)) == []
    assert time.perf_counter() - began < 30, "it should take about a second"


def test_a_sentence_that_never_ends_is_asked_only_near_the_words() -> None:
    """Speech written down without a full stop: every word that may govern is asked what closes its clause."""
    talk = "the council may refuse, to say that not all (the plan) and he hopes "
    began = time.perf_counter()
    seed = Seed.of("x", f"Minutes\n\n{talk * 8_000}{QUOTED} today {talk * 8_000}")
    assert verify(seed, QUOTED, carries=frozenset()).kind == VerdictKind.CUT
    assert time.perf_counter() - began < 30, "it should take about a second"
