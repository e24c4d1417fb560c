"""Words that people said, gathered from all pages."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_briefing.model.book import Book
from sphinx_briefing.views.dossier import QuotationRow, quotation_row
from sphinx_briefing.views.options import chosen


def quotations(book: Book, page: str, options: Mapping[str, str]) -> tuple[QuotationRow, ...]:
    """View `quotations`: those on other pages that have a speaker, by date; or those named by the option `only`.

    One without a date comes last.
    """
    spoken = (item for item in book.quotations if item.speaker and item.place.page != page)
    dated = sorted(spoken, key=lambda item: (item.date is None, item.date.order if item.date else ()))
    rows = chosen(dated, options["only"]) if options.get("only") else tuple(dated)
    return tuple(quotation_row(book, item) for item in rows)
