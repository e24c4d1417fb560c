"""Whether every citation still names the words that the lock pins for it."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, Related, error, warning
from sphinx_briefing.model.lock import Fate, Standing

_UPDATE = "run `briefing check --update-anchors`"


def anchors(book: Book) -> Iterator[Finding]:
    """A finding for each citation whose words moved, are lost or not pinned yet; none without a lock."""
    for standing in book.standings:
        yield _FINDINGS[standing.fate](book, standing)


def _moved(book: Book, standing: Standing) -> Finding:
    citation = standing.citation
    if citation.words:
        message = (
            f"the words that were pinned now stand in {citation.source}#{standing.now}, and the same words elsewhere"
        )
        mend = f"write `@#{standing.now}` with them"
    else:
        message = f"{citation.passage} of `{citation.source}` is now {standing.now}: what was pinned stands there"
        mend = f"write `@#{standing.now}`"
    mend += f"; if the page already means what {citation.passage or 'the line'} says now, {_UPDATE}"
    return error(Code.ANCHOR_MOVED, citation.place, message, mend)


def _lost(book: Book, standing: Standing) -> Finding:
    citation = standing.citation
    what = "the words" if citation.words else f"the sentence that {citation.passage} was"
    seed = book.source_by_id[citation.source].seed
    near = f" Perhaps it is {standing.near}." if standing.near else ""
    return error(
        Code.ANCHOR_LOST,
        citation.place,
        f"{what} can no longer be found for certain in `{citation.source}`.{near}",
        f"look whether `@{citation.reference}` still says what the statement rests on; then {_UPDATE}",
        related=(Related(seed, 0, "the seed as it is now"),),
    )


def _unpinned(book: Book, standing: Standing) -> Finding:
    what = f"`@{standing.citation.reference}`" + (" with these words" if standing.citation.words else "")
    return warning(
        Code.ANCHOR_UNPINNED, standing.citation.place, f"{what} is not pinned in `anchors.lock` yet", _UPDATE
    )


def _damaged(book: Book, standing: Standing) -> Finding:
    return error(
        Code.LOCK_DAMAGED,
        standing.citation.place,
        f"`anchors.lock` says of `@{standing.citation.reference}` what is not so in the seed it was made from",
        f"restore `anchors.lock` from version control; without a good copy, {_UPDATE}",
    )


_FINDINGS = {Fate.MOVED: _moved, Fate.LOST: _lost, Fate.UNPINNED: _unpinned, Fate.DAMAGED: _damaged}
