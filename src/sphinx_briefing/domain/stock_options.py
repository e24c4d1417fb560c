"""The options of Sphinx and of other extensions: which have a value of the wrong type.

Sphinx only warns of most, and then breaks off somewhere else, without saying at which option.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from sphinx.config import Config

from sphinx_briefing.config import shown
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Place

_KINDS: Final[Mapping[type, str]] = {
    str: "text",
    bool: "`True` or `False`",
    int: "a whole number",
    dict: "a dictionary",
    **dict.fromkeys((list, tuple, set, frozenset), "a list"),
}


class Kind(NamedTuple):
    """What an option is by default, and which types it may have besides."""

    default: Any
    types: tuple[type, ...]


def kinds_of(config: Config | type[Config]) -> Mapping[str, Kind]:
    """Those of all options whose type is known; of the class, those that there are before any extension is loaded."""
    options = config.values if isinstance(config, Config) else config.config_values
    known = {"extensions": Kind([], ())}  # which is read before there are options
    for name, option in options.items():
        default = None if callable(option.default) else option.default
        types = option.valid_types
        if isinstance(types, frozenset) and Any not in types and (types or default is not None):
            known[name] = Kind(default, tuple(types))
    return known


def misfits(kinds: Mapping[str, Kind], values: Mapping[str, Any], lines: Mapping[str, int]) -> Iterator[Finding]:
    """A finding for each value that no option of its name can have; `lines` says where it is set in `conf.py`."""
    for name, value in values.items():
        kind = kinds.get(name)
        if kind is None or fits(value, kind):
            continue
        expected = min(kind.types, key=_rank) if kind.default is None else type(kind.default)
        message = f"`{name}`: {shown(value)} is not {_KINDS.get(expected, f'a value of type `{expected.__name__}`')}"
        advice = f"write `{name} = {_meant(value, kind.default, expected)}`"
        yield error(Code.CONF, Place("", lines.get(name, 0)), message, advice, path="conf.py")


def fits(value: Any, kind: Kind) -> bool:
    """Whether Sphinx can use the value: it is of a type that the option may have, or derived from one."""
    if kind.default is None:
        return value is None or isinstance(value, kind.types)
    return isinstance(value, (type(kind.default), *kind.types)) or (value is None and isinstance(kind.default, str))


def _rank(kind: type) -> tuple[bool, str]:
    """Text first: it is what most options of several types are."""
    return kind is not str, kind.__name__


def _meant(value: Any, default: Any, expected: type) -> str:
    """What is to be written: the value in the right form where that can be guessed."""
    if expected is str:
        return f'"{value}"' if isinstance(value, (int, float)) else '"..."'
    if expected in (list, tuple, set, frozenset):
        return f"[{value!r}]" if isinstance(value, str) else "[...]"
    return "{...}" if expected is dict else repr(default)
