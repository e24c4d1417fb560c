"""Whether words of a held source stand in a page as if they were the book's own."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, Related, error
from sphinx_briefing.model.texts import Loan


def unquoted(book: Book) -> Iterator[Finding]:
    """A finding for each run of eight or more consecutive words of a held source outside a quotation."""
    for loan in book.loans:
        where = f"{loan.source}#{loan.passage}" if loan.passage else loan.source
        seed = book.source_by_id[loan.source].seed
        yield error(
            Code.SOURCE_UNQUOTED,
            loan.place,
            f"{loan.words} consecutive words of {where} stand here unquoted: “{_ends(loan)}”",
            'say it in your own words, or quote: {quote}`@#p1s1 "exact words"`, or an evidence line',
            related=(Related(seed, 0, f"{where}, offsets {loan.start}-{loan.end}"),),
        )


def _ends(loan: Loan) -> str:
    """The words, a long run by its first and last."""
    words = loan.text.split()
    return " ".join(words if len(words) <= 10 else [*words[:5], "...", *words[-4:]])
