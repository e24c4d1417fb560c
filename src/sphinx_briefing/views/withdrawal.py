"""If a source falls: the statements that lose all of their evidence, or some, and what then falls with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.pages import Entity, Statement
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.statements import Claim, Judgment
from sphinx_briefing.views.shown import Shown, in_list, opening, show, text_of


@dataclass(frozen=True, slots=True)
class Loss:
    """One statement that loses ground. `through` are the fallen statements that it rests on."""

    statement: Shown
    on: Shown
    place: Place
    through: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What one source carries, in reading order.

    `everything` lose all of their evidence, `then` rest on a statement that falls (directly or through others), and
    `something` lose a part of their evidence and stand on the rest.
    """

    source: str
    title: str
    everything: tuple[Loss, ...] = ()
    then: tuple[Loss, ...] = ()
    something: tuple[Loss, ...] = ()


def rests_on(statement: Statement) -> tuple[Key, ...]:
    """The statements that a statement names as what it cannot stand without."""
    return statement.rests_on if isinstance(statement, (Claim, Judgment)) else ()


def withdrawal(book: Book, source: str) -> Withdrawal | None:
    """What falls without a source; None when there is no such source."""
    record = book.source_by_id.get(source)
    if record is None:
        return None
    everything: list[Statement] = []
    something: list[Statement] = []
    for statement in book.statements:
        cited = {citation.source for citation in statement.citations}
        if source in cited:
            (something if cited - {source} else everything).append(statement)
    fallen = {statement.key for statement in everything}
    then = _falling(book.statements, fallen)
    fallen |= {statement.key for statement in then}
    return Withdrawal(
        source,
        record.title,
        tuple(_loss(book, statement) for statement in everything),
        tuple(_loss(book, statement, fallen) for statement in then),
        tuple(_loss(book, statement) for statement in something if statement.key not in fallen),
    )


def _falling(statements: Iterable[Statement], fallen: set[Key]) -> tuple[Statement, ...]:
    """The statements that fall because one they rest on does, in reading order; circles end, since none falls twice."""
    resting: dict[Key, list[Statement]] = {}
    every = tuple(statements)
    for statement in every:
        for ground in rests_on(statement):
            resting.setdefault(ground, []).append(statement)
    known, open_ = set(fallen), list(fallen)
    while open_:
        for statement in resting.get(open_.pop(), ()):
            if statement.key not in known:
                known.add(statement.key)
                open_.append(statement.key)
    return tuple(statement for statement in every if statement.key in known - fallen)


def _loss(book: Book, statement: Statement, fallen: Iterable[Key] = ()) -> Loss:
    gone = [ground for ground in rests_on(statement) if ground in set(fallen)]
    return Loss(
        _named(book, statement),
        show(book, Key("page", statement.place.page)),
        statement.place,
        tuple(_named(book, book.objects[ground]) for ground in gone),
    )


def _named(book: Book, statement: Entity | Statement) -> Shown:
    """What stands in the list; a claim has no name there, so its text is told."""
    shown = in_list(book, statement.key)
    if isinstance(statement, Claim):
        return replace(shown, text=opening(text_of(book, statement.text)) or shown.text)
    return shown


def depends_on(book: Book, page: str, options: Mapping[str, str]) -> Withdrawal | None:
    """View `depends-on`: what rests on the source that is named."""
    return withdrawal(book, options.get("source", ""))
