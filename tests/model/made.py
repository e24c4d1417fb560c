"""Values of any class of the model, made from the types of its fields: a new field is filled without a line here."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Union, get_args, get_origin

from hypothesis import strategies as st

from sphinx_briefing.model.citations import Citation, Evidence
from sphinx_briefing.model.dates import Date, parse_date
from sphinx_briefing.model.places import Key, Prose
from sphinx_briefing.model.plain_values import default_of, hints, is_needed

KINDS = ("actor", "issue", "judgment", "page")
DATES = tuple(map(parse_date, ("2009-03-06", "2009-03~", "2006/2008", "2009", "../2010")))


def full(hint: Any, name: str) -> Any:
    """A value that says something: never the default of a field."""
    if hint == Prose:
        return (f"{name} of ", Key("actor", "north"), ".")
    if get_origin(hint) in (Union, types.UnionType):
        return full(next(item for item in get_args(hint) if item is not type(None)), name)
    if get_origin(hint) is tuple:
        return tuple(full(item, name) for item in get_args(hint) if item is not Ellipsis)
    if hint is Key:
        return Key("actor", "north")
    if hint is Date:
        return DATES[0]
    if is_dataclass(hint):
        return whole(hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return list(hint)[-1]
    return {str: f"the {name}", int: 7, float: 2.5, bool: True}[hint]


def whole(cls: type[Any], **known: Any) -> Any:
    """An object of a class with every field filled, so that one that is lost is noticed."""
    given = {item.name: full(hints(cls)[item.name], item.name) for item in fields(cls) if item.name not in known}
    made = cls(**given, **known)
    for item in fields(cls):
        if item.name not in known and not is_needed(item):
            assert getattr(made, item.name) != default_of(item), f"{cls.__name__}.{item.name} says nothing"
    return made


def anything(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type."""
    if hint == Prose:
        return st.lists(st.text(max_size=4) | _keys(), max_size=3).map(tuple)
    if get_origin(hint) in (Union, types.UnionType):
        (wanted,) = [item for item in get_args(hint) if item is not type(None)]
        return st.none() | anything(wanted)
    if get_origin(hint) is tuple:
        items = get_args(hint)
        if items[-1] is Ellipsis:
            return st.lists(anything(items[0]), max_size=2).map(tuple)
        return st.tuples(*map(anything, items))
    if hint is Key:
        return _keys()
    if hint is Date:
        return st.sampled_from(DATES)
    if is_dataclass(hint):
        return anything_of(hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    simple = {str: st.text(max_size=4), int: st.integers(-1, 9), float: st.floats(0, 9), bool: st.booleans()}
    return simple[hint]


def anything_of(cls: Any, **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any object of a class."""
    return st.builds(
        cls, **{name: known[name] if name in known else anything(hint) for name, hint in hints(cls).items()}
    )


def evidence_for(citation: Citation) -> st.SearchStrategy[Evidence]:
    """Any answer to a citation."""
    return anything_of(Evidence, citation=st.just(citation))


def _keys() -> st.SearchStrategy[Key]:
    return st.builds(Key, st.sampled_from(KINDS), st.text(max_size=3))
