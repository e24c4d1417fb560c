"""The options of our words: Sphinx lets any name through, and we check each, so that an unknown one is a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.entities import Role
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.suggestions import one_of
from sphinx_briefing.text.argument_lines import IDENTIFIER
from sphinx_briefing.views.options import EVERYBODY, listed

#: The kinds of statements that another can rest on.
STATEMENT_KINDS: Final = ("position", "claim", "judgment", "relation", "event", "quotation", "discrepancy")

#: What an erratum can be about.
SUBJECT_KINDS: Final = ("page", "actor", "issue", "term", *STATEMENT_KINDS)


class AnyOption(dict[str, Callable[[str], str]]):
    """An option specification that accepts every name; what it means is decided by the word itself."""

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, name: str) -> Callable[[str | None], str]:
        return lambda value: (value or "").strip()


@dataclass(frozen=True, slots=True)
class Option:
    """How one option is read: `field` of the fact, and what its text must be. `read` raises ValueError with a hint."""

    field: str
    read: Callable[[str], Any]
    code: Code = Code.OPTION


def _text(value: str) -> str:
    return value


def _identifier(value: str) -> str:
    if not IDENTIFIER.fullmatch(value):
        raise ValueError(_small(value, "write one id", "such as `lavrov`"))
    return value


def _identifiers(value: str) -> tuple[str, ...]:
    found = tuple(item.strip() for item in value.replace(";", ",").split(",") if item.strip())
    if not all(IDENTIFIER.fullmatch(item) for item in found):
        raise ValueError(_small(", ".join(found), "write ids separated by commas", "such as `lavrov, clinton`"))
    return found


def _small(value: str, what: str, example: str) -> str:
    """What to write; if capitals are all that is wrong, the same without them."""
    small = value.lower()
    good = all(IDENTIFIER.fullmatch(item) for item in small.split(", "))
    return f"{what}, without capitals: `{small}`" if good else f"{what}, {example}"


def _groups(value: str) -> tuple[str, ...]:
    names = listed(value)
    if not all(IDENTIFIER.fullmatch(name.removesuffix(EVERYBODY)) for name in names):
        raise ValueError("write ids separated by commas, such as `lavrov, kremlin/*` (`/*`: the members of a group)")
    return names


def _forms(value: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in value.split(";") if item.strip())


def _flag(value: str) -> bool:
    if value:
        raise ValueError("it takes no value: to have it, write it alone; to do without, leave it out")
    return True


def _statements(value: str, bare: str = "") -> tuple[Key, ...]:
    found = []
    for item in value.replace(";", ",").split(","):
        written = f"{bare}/{item.strip()}" if bare and item.strip() and "/" not in item else item
        kind, slash, name = (part.strip() for part in written.partition("/"))
        if item.strip() and not (slash and kind in STATEMENT_KINDS and IDENTIFIER.fullmatch(name)):
            raise ValueError(
                "write kinds and ids separated by commas, such as `claim/first-agreed, judgment/j-02`; "
                f"kinds are {', '.join(STATEMENT_KINDS)}"
            )
        found += [Key(kind, name)] if name else []
    return tuple(found)


def _subject(value: str) -> Key:
    kind, slash, name = (part.strip() for part in value.partition("/"))
    if not (slash and kind in SUBJECT_KINDS and (IDENTIFIER.fullmatch(name) or (kind == "page" and name))):
        raise ValueError(
            "write a kind and an id, such as `judgment/j-02` or `page/actors/lavrov`; "
            f"kinds are {', '.join(SUBJECT_KINDS)}"
        )
    return Key(kind, name)


def subject(field: str) -> Option:
    """One page or object of the book: its kind and its id."""
    return Option(field, _subject)


def _roles(value: str) -> tuple[Role, ...]:
    found = []
    for item in filter(None, (part.strip() for part in value.split(";"))):
        title, mark, held = (part.strip() for part in f" {item}".rpartition(" @"))
        if not mark:
            found.append(Role(item))
        elif not title:
            raise ValueError("write the role before its date, such as `President of Russia @2008-05-07/..`")
        else:
            found.append(Role(title, parse_date(held)))
    return tuple(found)


def text(field: str) -> Option:
    """Any text."""
    return Option(field, _text)


def identifier(field: str) -> Option:
    """One id."""
    return Option(field, _identifier)


def identifiers(field: str) -> Option:
    """Ids, separated by commas."""
    return Option(field, _identifiers)


def groups(field: str) -> Option:
    """Ids, separated by commas; `kremlin/*` is a group's members."""
    return Option(field, _groups)


def flag(field: str) -> Option:
    """A switch: written without a value."""
    return Option(field, _flag)


def statements(field: str, bare: str = "") -> Option:
    """Statements by kind and id, separated by commas; an id without a kind is of the kind `bare`, if there is one."""
    return Option(field, partial(_statements, bare=bare))


def forms(field: str) -> Option:
    """Texts, separated by semicolons."""
    return Option(field, _forms)


def roles(field: str) -> Option:
    """Roles, separated by semicolons, each with the EDTF date or interval in which it is held."""
    return Option(field, _roles, Code.DATE)


def date(field: str) -> Option:
    """An EDTF date."""
    return Option(field, parse_date, Code.DATE)


def _rank(value: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,3}", value):
        raise ValueError("write a whole number from 1 on, such as `3`")
    return int(value)


def rank(field: str) -> Option:
    """A place in an order, 1 the first."""
    return Option(field, _rank)


def value_of(field: str, vocabulary: tuple[str, ...]) -> Option:
    """One value of a closed vocabulary."""

    def read(value: str) -> str:
        if value.casefold() not in {known.casefold() for known in vocabulary}:
            raise ValueError(one_of(vocabulary))
        return next(known for known in vocabulary if known.casefold() == value.casefold())

    return Option(field, read)


def values_of(field: str, vocabulary: tuple[str, ...]) -> Option:
    """Values of a closed vocabulary, separated by commas."""
    one = value_of(field, vocabulary)
    return Option(field, lambda value: tuple(one.read(item) for item in listed(value)))


Options = Mapping[str, Option]
