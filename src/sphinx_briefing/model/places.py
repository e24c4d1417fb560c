"""Where something stands: a line of a page, an anchor of the site, an object of the Book."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Key(NamedTuple):
    """The name of an object of the Book: its kind (`actor`, `issue`, `judgment`, ...) and its id."""

    kind: str
    id: str


def anchor(key: Key) -> str:
    """The anchor of an object on its page: its kind and its id, so that no two kinds can collide."""
    return f"{key.kind}-" + re.sub(r"[^\w-]+", "-", key.id)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the book's sources: page (Sphinx's docname), line (1-based, 0 if unknown), anchor on the page."""

    page: str
    line: int = 0
    anchor: str = ""


#: Running text with references kept as keys, so that a renamed actor is shown by her new name everywhere.
Prose = tuple[str | Key, ...]


def plain(prose: Prose, names: Mapping[Key, str]) -> str:
    """Running text as a string; a key that has no name is shown by its id."""
    return "".join(part if isinstance(part, str) else names.get(part, part.id) for part in prose)
