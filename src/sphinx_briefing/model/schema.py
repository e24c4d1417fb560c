"""The JSON Schema of `book.json`, made from the classes of the model: it cannot fall behind them."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Final, Union, get_args, get_origin

from sphinx_briefing.model.citations import Citation, Evidence
from sphinx_briefing.model.dates import Date
from sphinx_briefing.model.evidence import Passage
from sphinx_briefing.model.likelihood import Scale
from sphinx_briefing.model.pages import BookInfo, Page, PassageOf
from sphinx_briefing.model.places import Key, Place, Prose
from sphinx_briefing.model.plain_values import PARTS, PROSES, hints, is_needed
from sphinx_briefing.model.serialization import IMPLIED, LISTS, NAMES
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.vocabularies import BASES, LAYERS, SEVERITIES, STANCES

Schema = dict[str, Any]
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_KEY: Final[Schema] = {"type": "string", "pattern": "^[^/]+/", "description": "Kind and id of an object."}
_TEXT: Final[Schema] = {"type": "string"}
_HASH: Final[Schema] = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"}
_PART: Final[Schema] = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "required": ["kind", "id"], "properties": {"kind": _TEXT, "id": _TEXT}},
    ]
}
_SIMPLE: Final[Mapping[Any, str]] = {str: "string", bool: "boolean", int: "integer", float: "number"}
#: Closed vocabularies by the name of the field.
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "stance": STANCES, "basis": BASES, "severity": SEVERITIES, "layer": LAYERS,
}  # fmt: skip
_EVIDENCE: Final = "evidence"


def schema_json() -> str:
    """The schema as a document: same model, same bytes."""
    return json.dumps(book_schema(), ensure_ascii=False, indent=1) + "\n"


def book_schema() -> Schema:
    """The schema of the whole document."""
    held = {**LISTS, "sources": Source, "passages": PassageOf, "pages": Page}
    lists: Schema = {
        name: {"type": "array", "items": {"$ref": f"#/$defs/{cls.__name__}"}} for name, cls in held.items()
    }
    found = {cls.__name__: _fact(cls) for cls in LISTS.values()}
    found |= {"Source": _source(), "PassageOf": _passage(), "Page": _page(), "Evidence": _evidence()}
    info = _object(BookInfo)
    info["properties"]["scale"] = _object(Scale)
    return {
        "$schema": DIALECT,
        "title": "A briefing book",
        "description": "All that a book says and what it rests on. Offsets are code points from 0, end exclusive.",
        "type": "object",
        "required": ["book", *sorted(lists)],
        "properties": {"book": info, **lists},
        "$defs": found,
    }


def _object(cls: type[Any], without: tuple[str, ...] = ()) -> Schema:
    """An object with the fields of a dataclass; those without a default must be there."""
    other = NAMES.get(cls, {})
    kept = [item for item in fields(cls) if item.name not in without]
    properties = {other.get(item.name, item.name): _named(item.name, hints(cls)[item.name]) for item in kept}
    proses = {item.name: hints(cls)[item.name] for item in kept if hints(cls)[item.name] in (Prose, PROSES)}
    if proses:
        parts: Schema = {"type": "array", "items": _PART}
        properties[PARTS] = {
            "type": "object",
            "properties": {
                name: parts if hint == Prose else {"type": "array", "items": parts} for name, hint in proses.items()
            },
            "additionalProperties": False,
        }
    return {
        "type": "object",
        "description": (cls.__doc__ or "").partition("\n")[0],
        "required": sorted(other.get(item.name, item.name) for item in kept if is_needed(item)),
        "properties": properties,
        "additionalProperties": False,
    }


def _named(name: str, hint: Any) -> Schema:
    return {"enum": [*_WORDS[name]]} if name in _WORDS else _type(hint)


def _type(hint: Any) -> Schema:
    """The schema of a type that a field may have."""
    if hint == Prose:
        return _TEXT
    if get_origin(hint) in (Union, types.UnionType):
        (wanted,) = [item for item in get_args(hint) if item is not type(None)]
        return _TEXT if wanted is Date else {"anyOf": [_type(wanted), {"type": "null"}]}
    if get_origin(hint) is tuple:
        items = get_args(hint)
        if items[-1] is Ellipsis:
            return {"type": "array", "items": _type(items[0])}
        return {"type": "array", "prefixItems": [_type(item) for item in items], "minItems": len(items), "items": False}
    if hint is Key:
        return _KEY
    if hint is Date:
        return {"type": "string", "description": "A date (EDTF, ISO 8601-2:2019, level 1)."}
    if is_dataclass(hint):
        return _object(hint)  # type: ignore[arg-type]  # a hint is a class, never an object of it
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [item.value for item in hint]}
    return {"type": _SIMPLE[hint]}


def _fact(cls: type[Any]) -> Schema:
    """An item of a list of facts: its fields, and in place of its citations the evidence."""
    found = _object(cls, ("citations",))
    properties = found["properties"]
    if hasattr(cls, "id"):
        properties["id"] = _TEXT
    if "citations" in hints(cls):
        properties[_EVIDENCE] = {"type": "array", "items": {"$ref": "#/$defs/Evidence"}}
    found["required"] = sorted(set(properties) - {PARTS})
    properties[IMPLIED] = {"type": "array", "items": _TEXT}
    return found


def _evidence() -> Schema:
    """What was cited and what it turned out to be, in one object."""
    written, answered = _object(Citation), _object(Evidence, ("citation",))
    return answered | {
        "properties": {
            **written["properties"],
            **answered["properties"],
            "cited": _TEXT,
            "shown": {"type": "boolean"},
            "withheld": _HASH,
        },
        "required": ["place", "source"],
        "not": {"required": ["words", "withheld"]},
    }


def _source() -> Schema:
    found = _object(Source)
    found["properties"]["place"] = _object(Place)
    found["required"] = sorted({*found["required"], "place"})
    return found


def _passage() -> Schema:
    outside, inside = _object(PassageOf, ("passage",)), _object(Passage)
    properties = {**inside["properties"], **outside["properties"], "place": _object(Place)}
    return outside | {"properties": properties, "required": sorted(properties)}


def _page() -> Schema:
    found = _object(Page, ("facts",))
    pointers = {"type": "array", "items": {"type": "string", "format": "json-pointer"}}
    found["properties"]["facts"] = pointers
    found["required"] = ["facts", "name"]
    return found
