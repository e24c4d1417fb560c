"""Markdown: the words without the marks. Front matter may name title, author, date and address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from sphinx_briefing.ingest.extracted import Extracted, decoded, missing, one_line

_FRONT: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ROW_ENDS: Final = "tr_close"


def markdown(data: bytes) -> Extracted:
    """The text of a .md file: each block a paragraph, the cells of a table's row parted by a tab; images left out."""
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise missing("markdown-it-py") from None
    text = decoded(data)
    front = _FRONT.match(text)
    known = _fields(front[1]) if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    return Extracted(
        "\n\n".join(_blocks(tokens)) + "\n",
        title=one_line(known.get("title")) or _heading(tokens),
        author=tuple(filter(None, map(one_line, _several(known.get("author") or known.get("authors"))))),
        issued=one_line(known.get("date") or known.get("issued")),
        url=one_line(known.get("url") or known.get("URL")),
        language=one_line(known.get("lang") or known.get("language")),
    )


def _fields(text: str) -> dict[str, Any]:
    import yaml

    try:
        # This loader builds strings, lists and maps, nothing else: every value stays what was written.
        found = yaml.load(text, yaml.BaseLoader)  # noqa: S506
    except yaml.YAMLError:
        return {}
    return found if isinstance(found, dict) else {}


def _several(value: Any) -> Iterable[object]:
    if isinstance(value, list):
        return value
    return [value] if value else []


def _heading(tokens: Sequence[Any]) -> str:
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            return one_line(_inline(following.children or ()))
    return ""


def _blocks(tokens: Sequence[Any]) -> Iterator[str]:
    cells: list[str] = []
    in_row = False
    for token in tokens:
        if token.type in ("tr_open", _ROW_ENDS):
            in_row = token.type == "tr_open"
            if cells:
                yield "\t".join(cells)
            cells = []
        elif token.type in ("fence", "code_block"):
            yield token.content.rstrip("\n")
        elif token.type == "inline":
            words = _inline(token.children or ())
            if in_row:
                cells.append(words)
            elif words.strip():
                yield words


def _inline(tokens: Iterable[Any]) -> str:
    return "".join(
        "\n" if token.type in ("softbreak", "hardbreak") else token.content
        for token in tokens
        if token.type in ("text", "text_special", "code_inline", "softbreak", "hardbreak")
    )
