"""A stored text with all that is asked of it, and how a place in it is told."""

from __future__ import annotations

import hashlib

import pytest

from sphinx_briefing.text.seed import Seed, hits, passage_id


def test_a_seed_has_its_name_and_the_hash_of_its_bytes() -> None:
    text = "The \ud800 fog came early."
    seed = Seed.of("fog", text)
    assert (seed.id, seed.text) == ("fog", text)
    assert seed.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_what_stands_between_passages_is_in_none() -> None:
    seed = Seed.of("s", "The ferry left.\n\n* * *\n\nThe fog came.")
    at = seed.folded.text.index("*")
    assert passage_id(seed, (at, at + 1)) == ""
    assert passage_id(seed, (0, 3)) == "t1"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (0, 0, "it went on"),
        (40, 40, f"{'a ' * 20}it went on{' b' * 20}"),
        (41, 41, f"... {'a ' * 19}it went on{' b' * 19} ..."),
        (42, 42, f"... {'a ' * 19}it went on{' b' * 19} ..."),
    ],
)
def test_a_place_is_told_with_forty_characters_on_either_side(before: int, after: int, shown: str) -> None:
    text = f"{'a ' * 30}"[-before or 60 :] + "it went on" + f"{' b' * 30}"[:after]
    seed = Seed.of("s", text)
    (hit,) = hits(seed, [(before, before + 10)])
    assert (hit.passage, hit.start, hit.end, hit.context) == ("p1s1", before, before + 10, shown)
