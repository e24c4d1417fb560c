"""Dataclasses as plain values and back, driven by their fields and types: a new field needs no line here."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from sphinx_briefing.model.dates import Date, parse_date
from sphinx_briefing.model.places import Key, Prose, plain

PROSES: Final = tuple[Prose, ...]
#: Where the parts of running text stand that plain text cannot carry: its references.
PARTS: Final = "prose"
_SIMPLE: Final = (str, bool, int, float)


def hints(cls: Any) -> Mapping[str, Any]:
    """The type of each field of a dataclass."""
    return _hints(cls)


@cache
def _hints(cls: Any) -> Mapping[str, Any]:
    known = get_type_hints(cls)
    return {item.name: known[item.name] for item in fields(cls)}


def default_of(item: Field[Any]) -> Any:
    """What a field is when nothing is said; MISSING when it must be said."""
    if item.default_factory is not MISSING:
        return item.default_factory()
    return item.default


def is_needed(item: Field[Any]) -> bool:
    """Whether a field must be said."""
    return item.default is MISSING and item.default_factory is MISSING


def write(value: Any, names: Mapping[Key, str]) -> Any:
    """A value as plain data: keys as `kind/id`, dates as EDTF, objects without what is usual in them."""
    if isinstance(value, Key):
        return f"{value.kind}/{value.id}"
    if isinstance(value, Date):
        return value.edtf
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [write(item, names) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return write_object(value, names, sparse=True)
    return value


def write_object(
    value: Any, names: Mapping[Key, str], *, sparse: bool = False, without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The fields of a dataclass by name. `sparse` leaves out those that have their default.

    Running text is plain, with names for references; where it has references, its parts stand under `prose` too.
    """
    found: dict[str, Any] = {}
    parts: dict[str, Any] = {}
    types_of = hints(type(value))
    for item in fields(value):
        held, hint = getattr(value, item.name), types_of[item.name]
        if item.name in without or (sparse and held == default_of(item)):
            continue
        if hint == Prose:
            found[item.name] = plain(held, names)
            if _read_plain(found[item.name]) != held:
                parts[item.name] = _parts(held)
        elif hint == PROSES:
            found[item.name] = [plain(text, names) for text in held]
            if tuple(map(_read_plain, found[item.name])) != held:
                parts[item.name] = [_parts(text) for text in held]
        else:
            found[item.name] = "" if held is None and Date in get_args(hint) else write(held, names)
    return found | ({PARTS: parts} if parts else {})


def read_object(cls: type[Any], data: Any, **known: Any) -> Any:
    """A dataclass from plain values, and from fields that are `known` already.

    What is not there has its default; what the class does not know is passed over. Raises ValueError that says which
    field is wrong.
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"{cls.__name__}: an object is needed")
    parts = data.get(PARTS, {})
    given: dict[str, Any] = dict(known)
    for item in fields(cls):
        if item.name in known:
            continue
        hint = hints(cls)[item.name]
        try:
            if item.name in parts:
                texts = parts[item.name]
                given[item.name] = _read_parts(texts) if hint == Prose else tuple(map(_read_parts, texts))
            elif item.name in data:
                given[item.name] = read(hint, data[item.name])
        except (ValueError, TypeError, KeyError) as problem:
            raise ValueError(f"{cls.__name__}.{item.name}: {problem}") from None
        if item.name not in given and is_needed(item):
            raise ValueError(f"{cls.__name__}.{item.name}: it is missing")
    return cls(**given)


def read(hint: Any, value: Any) -> Any:
    """A value of the type that `hint` names; raises ValueError when it is none."""
    if hint == Prose:
        return _read_plain(_of(str, value))
    if get_origin(hint) in (Union, types.UnionType):
        (wanted,) = [item for item in get_args(hint) if item is not type(None)]
        return None if value is None or (wanted is Date and value == "") else read(wanted, value)
    if get_origin(hint) is tuple:
        return _read_tuple(get_args(hint), _of(list, value))
    if hint is Key:
        kind, _, name = _of(str, value).partition("/")
        return Key(kind, name)
    if hint is Date:
        return parse_date(_of(str, value))
    if is_dataclass(hint):
        return read_object(hint, value)  # type: ignore[arg-type]  # a hint is a class, never an object of it
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(_of(str, value))
    if hint in _SIMPLE:
        return _of((int, float) if hint is float else hint, value)
    raise TypeError(f"{hint} has no form in JSON yet")


def _read_tuple(items: tuple[Any, ...], value: list[Any]) -> tuple[Any, ...]:
    if items[-1] is Ellipsis:
        return tuple(read(items[0], item) for item in value)
    return tuple(read(item, held) for item, held in zip(items, value, strict=True))


def _of(kind: Any, value: Any) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{value!r} is of the wrong type")
    return value


def _read_plain(text: str) -> Prose:
    return (text,) if text else ()


def _parts(prose: Prose) -> list[Any]:
    return [part if isinstance(part, str) else {"kind": part.kind, "id": part.id} for part in prose]


def _read_parts(parts: Any) -> Prose:
    return tuple(part if isinstance(part, str) else Key(part["kind"], part["id"]) for part in _of(list, parts))
