"""The closed vocabularies: each value once, and a word for every layer."""

from __future__ import annotations

import pytest

from sphinx_briefing.model import vocabularies
from sphinx_briefing.model.vocabularies import BASES, FENCED_LAYERS, LAYER_WORDS, LAYERS, STANCES

ALL = {name: value for name, value in vars(vocabularies).items() if name.isupper() and isinstance(value, tuple)}


@pytest.mark.parametrize("name", ALL)
def test_each_value_stands_once_and_is_written_small(name: str) -> None:
    values = ALL[name]
    assert len({value.casefold() for value in values}) == len(values)
    assert name == "RELIABILITIES" or all(value == value.casefold() for value in values)


def test_every_layer_has_its_word() -> None:
    assert set(LAYER_WORDS) == set(LAYERS)
    assert set(FENCED_LAYERS) < set(LAYERS)
    assert len(set(LAYER_WORDS.values())) == len(LAYERS)


def test_a_stance_is_no_basis() -> None:
    assert not set(STANCES) & set(BASES)
