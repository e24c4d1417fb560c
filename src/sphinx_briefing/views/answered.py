"""What an editor answers for in the quotations of a source: words in brackets, acknowledged omissions and cuts.

No word of the source is told that the book does not show anyway: what is hidden is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Evidence
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.sources import Source
from sphinx_briefing.views.shown import Shown, show

_OUTSIDE: Final = re.compile(r" \(“.*?”\)(?= and |$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answered:
    """One thing that passed because every reader sees it, or because somebody answers for it."""

    passage: Shown
    what: str
    page: Shown


def answered(book: Book, source: Source, spans: Sequence[tuple[int, int]]) -> tuple[Answered, ...]:
    """What is answered for in a source, each once a page, in the text's order; `spans` are the words shown of it."""
    found = [
        (item.start, what, item)
        for item in book.evidence.values()
        if item.citation.source == source.id and item.verdict is not None and item.verdict.passed
        for what in _told(book, item, spans)
    ]
    found.sort(key=lambda entry: (entry[0], entry[1], entry[2].citation.place.page))
    rows = (
        Answered(
            show(book, Key("passage", f"{source.id}#{item.passage}")),
            what,
            show(book, Key("page", item.citation.place.page)),
        )
        for _, what, item in found
    )
    return tuple(dict.fromkeys(rows))


def _told(book: Book, item: Evidence, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """What a reviewer is to see of one quotation."""
    verdict = item.verdict
    for note in verdict.review if verdict else ():
        if note.startswith("cut acknowledged: "):
            yield _OUTSIDE.sub("", note).replace(" them", " the words")
        elif note.endswith("left out: acknowledged"):
            yield "words left out that turn or limit, acknowledged"
        else:
            yield _bracketed(book, item, note, spans)


def _bracketed(book: Book, item: Evidence, note: str, spans: Sequence[tuple[int, int]]) -> str:
    """ "[it] for “the plan”" where the book shows these words somewhere, else how many words it stands for."""
    inserted, replaced, words = note.partition("] for “")
    if not replaced:
        return note
    first, last = book.texts[item.citation.source].touched(*_hidden(item, note))
    if any(start <= first and last <= end for start, end in spans) and first < last:
        return note
    count = len(words.split())
    return f"{inserted}] for {count} word{'' if count == 1 else 's'}"


def _hidden(item: Evidence, note: str) -> tuple[int, int]:
    """Where the words stand that a note says were replaced; nowhere if that cannot be told."""
    verdict = item.verdict
    if verdict is None:
        return 0, 0
    gaps = [edit for edit in verdict.edits if "] for “" in edit or edit.endswith("” left out")]
    places = dict(zip(gaps, verdict.hidden, strict=True)) if len(gaps) == len(verdict.hidden) else {}
    return places.get(note, (0, 0))
