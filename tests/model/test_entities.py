"""Entities: plain frozen values that can be compared, hashed and kept."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from sphinx_briefing.model import citations, entities, evidence, sources, statements
from sphinx_briefing.model.places import Key
from views.books import actor, event, issue, term

FACTS = [
    kind
    for module in (citations, entities, evidence, sources, statements)
    for kind in vars(module).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
]


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.__name__)
def test_a_fact_is_frozen_and_slotted(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)
    assert fields(kind)


def test_facts_are_told_apart_by_kind_and_id() -> None:
    keys = [actor("x").key, issue("x").key, event("x", "2009").key, term("x", "х").key]
    assert keys == [Key(kind, "x") for kind in ("actor", "issue", "event", "term")]
    assert len(set(keys)) == 4


def test_a_fact_cannot_be_changed_and_can_be_sent_to_another_process() -> None:
    found = event("e-1", "2009-03-06", actors=("lavrov",))
    with pytest.raises(FrozenInstanceError):
        found.id = "e-2"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
