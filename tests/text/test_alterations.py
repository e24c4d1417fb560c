"""No altered quotation passes and every harmless variant does: the same as the bench, smaller."""

from __future__ import annotations

import importlib
import random
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

BENCH = str(Path(__file__).parents[2] / "bench")


@pytest.fixture(scope="module", autouse=True)
def bench() -> None:
    sys.path.insert(0, BENCH)
    importlib.import_module("alterations")
    sys.path.remove(BENCH)


CHANCE = st.integers(0, 2**32 - 1).map(random.Random)


@settings(max_examples=100)
@given(CHANCE)
def test_no_alteration_is_accepted(chance: random.Random) -> None:
    alterations = sys.modules["alterations"]
    for case in islice(alterations.alterations(chance, per_seed=5), 15):
        assert not case.verdict.passed, (case.kind, case.stretch, case.quotation)


@settings(max_examples=60)
@given(CHANCE)
def test_every_harmless_variant_is_accepted(chance: random.Random) -> None:
    alterations = sys.modules["alterations"]
    for case in islice(alterations.variants(chance, per_seed=5), 10):
        assert case.verdict.passed, (case.kind, case.stretch, case.quotation)


def test_alterations_of_every_kind_are_made() -> None:
    alterations, altering = sys.modules["alterations"], sys.modules["altering"]
    made = Counter(case.kind for case in islice(alterations.alterations(random.Random(1), per_seed=100), 500))
    assert set(made) == set(altering.ALTERATIONS)
    assert min(made.values()) >= 10


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("the ferry did not leave", True),
        ("The ferry did not leave", True),
        ("the ferry did not leave.", True),
        ("“quay—north”", False),
        ("quay – north", True),
        ("the ferry did leave", False),
        ("the ferry did not leav", False),
        ("5 percent", False),
        ("3.5 percent", True),
    ],
)
def test_the_second_opinion_knows_what_stands_in_a_text(words: str, allowed: bool) -> None:
    text = "Today the ferry did not leave, he said. Quay — north. The fee is 3.5 percent now."
    assert sys.modules["verbatim"].Verbatim(text).allows(words) is allowed
