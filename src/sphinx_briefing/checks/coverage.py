"""Whether a source that is to be used whole is: each passage used, or set aside with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import State
from sphinx_briefing.model.findings import Code, Finding, warning
from sphinx_briefing.model.places import Place
from sphinx_briefing.text.library import SOURCES_FILE


def coverage(book: Book) -> Iterator[Finding]:
    """A finding for each passage of a whole source that nothing uses, and for each that is set aside and yet used."""
    failed = _meant(book)
    aside = {f"{source.id}#{item.passage}": item.reason for source in book.sources for item in source.set_aside}
    for item in book.passages:
        source = book.source_by_id[item.source]
        reference = f"{source.id}#{item.passage.id}"
        used = book.uses.get(reference, ())
        if reference in aside and used:
            page = used[0][1].place
            yield warning(
                Code.PASSAGE_UNUSED,
                Place(SOURCES_FILE, source.line),
                f"{reference} is set aside (“{aside[reference]}”), and yet used in {page.page}, line {page.line}",
                "take it out of `set-aside`, or do not use it",
            )
        elif source.coverage == "whole" and reference not in {*aside, *failed} and not used:
            yield warning(
                Code.PASSAGE_UNUSED,
                Place(SOURCES_FILE, source.line),
                f"{reference} is not used, and `{source.id}` is to be used whole",
                f"cite it (`@#{item.passage.id}`), or give a reason in `set-aside`",
            )


def _meant(book: Book) -> set[str]:
    """The passages that citations mean which do not hold. About these there is a finding already."""
    failed = [evidence for evidence in book.evidence.values() if evidence.state is State.FAILED]
    return {
        f"{evidence.citation.source}#{passage}"
        for evidence in failed
        for passage in (evidence.citation.passage, evidence.verdict.closest if evidence.verdict else "")
    }
