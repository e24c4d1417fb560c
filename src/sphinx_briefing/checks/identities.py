"""Whether every id is declared once."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, Related, error, warning
from sphinx_briefing.model.pages import Entity, Statement
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.model.statements import Mention


def identities(book: Book) -> Iterator[Finding]:
    """A finding for each object whose key another has already, or whose anchor another on its page has.

    A key declared twice names both places.
    """
    first: dict[Key, Entity | Statement] = {}
    for page in book.pages:
        anchors: dict[str, Key] = {}
        for fact in page.facts:
            if isinstance(fact, Mention):
                continue
            other = anchors.setdefault(anchor(fact.key), fact.key)
            if other != fact.key:
                yield error(
                    Code.DUPLICATE,
                    fact.place,
                    f"the ids `{other.id}` and `{fact.key.id}` differ only in marks, "
                    f"so both lead to `#{anchor(fact.key)}`",
                    "give one of them another id",
                )
            earlier = first.setdefault(fact.key, fact)
            if earlier is not fact:
                related = Related(earlier.place.page, earlier.place.line, "declared here first")
                yield error(
                    Code.DUPLICATE,
                    fact.place,
                    f"the {fact.key.kind} `{fact.key.id}` is declared twice: "
                    f"first in {earlier.place.page}, line {earlier.place.line}",
                    _mend(fact.key.kind),
                    related=(related,),
                )
    yield from _both(book)


def _both(book: Book) -> Iterator[Finding]:
    """A warning for each issue that has an actor's id: whoever writes or reads the id has to ask which is meant."""
    actors = {actor.id: actor for actor in book.actors}
    for issue in book.issues:
        actor = actors.get(issue.id)
        if actor:
            related = Related(actor.place.page, actor.place.line, "the actor is declared here")
            yield warning(
                Code.DUPLICATE,
                issue.place,
                f"`{issue.id}` is an issue here and an actor in {actor.place.page}, line {actor.place.line}",
                f"give the issue an id that says what is at stake, such as `{issue.id}-policy`",
                related=(related,),
            )


def _mend(kind: str) -> str:
    if kind == "position":
        return (
            "say as of when each holds (add a date to its argument line), make them one, "
            "or put both on one page if their bases disagree: then the matrix shows a conflict"
        )
    return "give one of them another id, or make them one"
