"""What changed between a frozen edition and the book as it is: statements, and the judgments that they touch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import Date, spoken
from sphinx_briefing.model.pages import Statement
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Judgment
from sphinx_briefing.text.slips import only_slips
from sphinx_briefing.views.shown import Shown, judgment_title, name, show, text_of

#: Fields that are told by what they say, or that say nothing: text, evidence, place.
_APART: Final = ("id", "place", "text", "citations")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one statement.

    `kind` is new, gone, reworded, evidence, quoted, or the name of the field that changed; `before` and `after` are
    what it said. `judgments` are those that it touches. Without `significant` only typing was mended.
    """

    kind: str
    target: Shown
    title: str
    before: str = ""
    after: str = ""
    significant: bool = True
    judgments: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes since an edition; without one this is the first."""

    since: str
    asof: str
    significant: tuple[Change, ...] = ()
    slight: tuple[Change, ...] = ()


def changes(book: Book, page: str, options: Mapping[str, str]) -> Changes:
    """View `changes`: since the edition named by the option `since`, else since the newest that is frozen."""
    since = options.get("since", "") or next(reversed(tuple(book.editions)), "")
    old = book.editions.get(since)
    if old is None:
        return Changes("", "")
    found = compare(old, book)
    return Changes(
        since,
        spoken(old.info.asof) if old.info.asof else "",
        tuple(item for item in found if item.significant),
        tuple(item for item in found if not item.significant),
    )


def compare(old: Book, new: Book) -> tuple[Change, ...]:
    """Every change, in the order of the new book; what is gone comes last. A statement is the same by kind and id."""
    before, after = _statements(old), _statements(new)
    found: list[Change] = []
    for key, item in after.items():
        touched = _touched(new, key)
        if key not in before:
            found.append(_change(new, item, "new", "", _said(new, item), touched))
        else:
            found += _between(old, before[key], new, item, touched)
    for key, item in before.items():
        if key not in after:
            shown = Shown(key.kind, key.id, show(old, key).text)  # it leads nowhere any more
            touched = tuple(show(new, known) for known in _resting(old, key) if known in after)
            found.append(Change("gone", shown, _title(old, item), _said(old, item), judgments=touched))
    return tuple(found)


def _statements(book: Book) -> dict[Key, Statement]:
    found: dict[Key, Statement] = {}
    for item in book.statements:
        found.setdefault(item.key, item)
    return found


def _between(old: Book, was: Statement, new: Book, now: Statement, touched: tuple[Shown, ...]) -> Iterator[Change]:
    """What changed in one statement."""
    for item in fields(now):
        if item.name in _APART:
            continue
        before, after = getattr(was, item.name, None), getattr(now, item.name)
        if before != after:
            label = item.name.replace("_", " ")
            yield _change(new, now, label, _value(old, before), _value(new, after), touched)
    if was.text != now.text:
        before, after = text_of(old, was.text), text_of(new, now.text)
        same = only_slips(before, after)
        yield _change(new, now, "reworded", before, after, () if same else touched, significant=not same)
    yield from _evidence(old, was, new, now, touched)


def _evidence(old: Book, was: Statement, new: Book, now: Statement, touched: tuple[Shown, ...]) -> Iterator[Change]:
    """Passages that came or went, then those of which other words are quoted. The words stand in their own places."""
    before, after = _rests(old, was), _rests(new, now)
    dropped = "; ".join(mark for mark in before if mark not in after)
    added = "; ".join(mark for mark in after if mark not in before)
    if dropped or added:
        yield _change(new, now, "evidence", dropped, added, touched)
    other = "; ".join(mark for mark in after if mark in before and before[mark] != after[mark])
    if other:
        yield _change(new, now, "quoted", "", other, touched)


def _change(
    book: Book,
    item: Statement,
    kind: str,
    before: str,
    after: str,
    touched: tuple[Shown, ...],
    *,
    significant: bool = True,
) -> Change:
    return Change(kind, show(book, item.key), _title(book, item), before, after, significant, touched)


def _title(book: Book, item: Statement) -> str:
    """A judgment by its whole title, so that it is never told without its likelihood."""
    return judgment_title(book, item) if isinstance(item, Judgment) else ""


def _said(book: Book, item: Statement) -> str:
    return "" if isinstance(item, Judgment) else text_of(book, item.text)


def _value(book: Book, value: Any) -> str:
    """A value of a field as words."""
    if isinstance(value, Date):
        return spoken(value.edtf)
    if isinstance(value, Key):
        return name(book, value)
    if isinstance(value, tuple):
        texts = any(isinstance(item, tuple) and not isinstance(item, Key) for item in value)
        return "; ".join(text_of(book, item) if texts else _value(book, item) for item in value)
    return "" if value is None else str(value)


def _rests(book: Book, item: Statement) -> dict[str, tuple[str, ...]]:
    """By source and passage: the words that a statement quotes."""
    found: dict[str, tuple[str, ...]] = {}
    for evidence in book.evidence_of(item):
        passage = evidence.passage or evidence.citation.passage
        mark = f"{evidence.citation.source}#{passage}" if passage else evidence.citation.source
        found[mark] = (*found.get(mark, ()), *([evidence.citation.words] if evidence.shown else []))
    return found


def _touched(book: Book, key: Key) -> tuple[Shown, ...]:
    return tuple(show(book, known) for known in _resting(book, key))


def _resting(book: Book, key: Key) -> tuple[Key, ...]:
    """The judgments that rest on a statement, or weigh it against themselves, at any remove; itself if it is one."""
    reached, fresh = {key}, [key]
    while fresh:
        known = fresh.pop()
        for item in book.resting_on.get(known, ()):
            if item not in reached:
                reached.add(item)
                fresh.append(item)
    return tuple(item.key for item in book.judgments if item.key in reached)
