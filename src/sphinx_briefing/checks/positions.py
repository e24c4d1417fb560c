"""Whether an actor has one stance at one time, as far as one basis goes: two bases may disagree, one may not."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, Related, error
from sphinx_briefing.model.statements import Position
from sphinx_briefing.views.courses import moment


def positions(book: Book) -> Iterator[Finding]:
    """A finding for each position whose date and basis another has that says something else.

    Two of one id are a finding of the check *identities* already.
    """
    first: dict[tuple[str, str, tuple[str, str], str], Position] = {}
    for item in book.positions:
        earlier = first.setdefault((item.actor, item.issue, moment(book, item), item.basis), item)
        if earlier.stance != item.stance and earlier.key != item.key:
            related = Related(earlier.place.page, earlier.place.line, f"`{earlier.stance}` here")
            yield error(
                Code.POSITION_CONFLICT,
                item.place,
                f"`{item.actor}` on `{item.issue}`: `{item.stance}` here, but `{earlier.stance}` in "
                f"{earlier.place.page}, line {earlier.place.line}; same date, same basis",
                "correct one of them, date them apart, or say on which other basis one rests",
                related=(related,),
            )
