"""The names under which a text may speak of an object, looked up by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sphinx_briefing.model.places import Key

FIRST_WORD: Final = re.compile(r"\w+")
ARTICLES: Final = frozenset({"The", "A", "An"})


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a name, as a text has it. `loose` says that its first letter may be small or capital there."""

    words: str
    key: Key
    loose: bool


#: By the first word in small letters: the names that begin with it, the longest first.
NameIndex = Mapping[str, tuple[Name, ...]]


def as_text(words: str) -> str:
    """Words with single spaces and curly apostrophes, as pages show them."""
    return " ".join(words.split()).replace("'", "’")


def name_index(pairs: Iterable[tuple[str, Key]]) -> NameIndex:
    """All forms by their first word. A form that two objects claim names neither: nothing is guessed."""
    owners: dict[str, set[Key]] = {}
    forms: dict[tuple[str, Key], None] = {}
    for written, key in pairs:
        words = as_text(written)
        if len(words) > 1 and FIRST_WORD.search(words):
            owners.setdefault(words.casefold(), set()).add(key)
            forms[words, key] = None
    found: dict[str, list[Name]] = {}
    for words, key in forms:
        if len(owners[words.casefold()]) == 1:
            first = FIRST_WORD.search(words)
            assert first is not None
            found.setdefault(first[0].casefold(), []).append(Name(words, key, _is_loose(words, key)))
    return {
        first: tuple(sorted(names, key=lambda name: (-len(name.words), name.words))) for first, names in found.items()
    }


def _is_loose(words: str, key: Key) -> bool:
    """Only a proper name keeps its first letter: an actor's, and one that has a capital further on, such as NATO."""
    first = words.split()[0]
    return first in ARTICLES or words[0].islower() or (key.kind != "actor" and first[1:].islower())
