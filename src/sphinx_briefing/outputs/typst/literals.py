"""Typst as we write it: function calls and string literals, nothing else.

No text of the book ever reaches Typst as markup, so there is nothing to escape but what a string literal escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPACE = re.compile(r"[ \t\r\n]+")
_WORD = r"[\u0400-\u052f][\u0400-\u052f\u0301'’-]*"
_CYRILLIC = re.compile(rf"({_WORD}(?:[ \u00a0,]+{_WORD})*)")


def verbatim(text: str) -> str:
    """`text` as a Typst string, line breaks and spaces kept."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n"))
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


def literal(text: str) -> str:
    """`text` as a Typst string, white space folded as HTML folds it (a no-break space stays)."""
    return verbatim(_SPACE.sub(" ", text))


def strings(texts: Iterable[str]) -> str:
    """A Typst array of strings."""
    return "(" + "".join(f"{literal(text)}, " for text in texts) + ")"


def flag(value: bool) -> str:
    """A Typst boolean."""
    return "true" if value else "false"


def call(name: str, body: str | None = None, /, *positional: str, **named: str | None) -> str:
    """`#name(arguments)[body]`; a named argument that is None is left out, underscores become hyphens."""
    arguments = [
        *positional,
        *(f"{key.replace('_', '-')}: {value}" for key, value in named.items() if value is not None),
    ]
    listed = f"({', '.join(arguments)})" if arguments or body is None else ""
    return f"#{name}{listed}" + ("" if body is None else f"[{body}]")


def text_arguments(arguments: Mapping[str, str]) -> dict[str, str]:
    """The arguments of a part, each a string literal."""
    return {key: literal(str(value)) for key, value in arguments.items()}


def runs(text: str) -> Iterator[tuple[str, str]]:
    """`text` in runs of one script: pairs of a language (`ru`, or "" for the book's own) and the run's text."""
    for place, run in enumerate(_CYRILLIC.split(text)):
        if run:
            yield ("ru" if place % 2 else "", run)
