"""Whether every statement says what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Term
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.statements import Erratum


def evidence(book: Book) -> Iterator[Finding]:
    """A finding for each statement without an evidence line.

    A term may explain itself, and a mistake of the book is its own; all others rest on a source.
    """
    for statement in book.statements:
        if not statement.citations and not isinstance(statement, (Term, Erratum)):
            kind = statement.key.kind
            yield error(
                Code.EVIDENCE_MISSING,
                statement.place,
                f"the {kind} `{statement.key.id}` rests on nothing",
                'add an evidence line to its body: `> @#p1s1 "exact words"`, `> @#p1s1` or `> @S47`',
            )
