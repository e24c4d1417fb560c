"""Whether every citation holds: the source exists, the passage exists, the words stand there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation, Evidence, State
from sphinx_briefing.model.evidence import Cause, Verdict, VerdictKind
from sphinx_briefing.model.findings import Code, Finding, Fix, Related, error
from sphinx_briefing.model.suggestions import hint, one_slip

_LONGEST: Final = 400
_SOURCES = "add the source to sources.yaml, or cite one that is there"


def quotations(book: Book) -> Iterator[Finding]:
    """A finding for each citation that does not hold, in reading order."""
    seen = set()
    for citation in book.citations():
        evidence = book.evidence.get(citation)
        if evidence is None or evidence.state is not State.FAILED or citation in seen:
            continue
        seen.add(citation)
        yield _finding(book, evidence)


def _finding(book: Book, evidence: Evidence) -> Finding:
    citation, verdict = evidence.citation, evidence.verdict
    if verdict is None:
        message = (
            f"unknown source `{citation.source}`"
            if citation.source
            else "no source: the page names none, and the book has no `brief_source`"
        )
        meant = one_slip(citation.source, book.source_by_id)
        written = meant and citation.head.startswith(f"@{citation.source}")
        fix = (
            Fix("", citation.place.line, citation.head, citation.head.replace(citation.source, meant, 1))
            if written
            else None
        )
        mend = hint(citation.source, book.source_by_id, _SOURCES)
        return error(Code.SOURCE_UNKNOWN, citation.place, message, mend, fix=fix)
    if verdict.kind == VerdictKind.UNKNOWN_PASSAGE:
        passages = [item.passage.id for item in book.passages if item.source == citation.source]
        return error(
            Code.PASSAGE_UNKNOWN,
            citation.place,
            f"`{citation.source}` has no passage `{citation.passage}`",
            hint(
                citation.passage,
                passages,
                f"its passages run from `{passages[0]}` to `{passages[-1]}`" if passages else "it has no passages",
            ),
        )
    return _QUOTES[VerdictKind(verdict.kind)](book, citation, verdict)


def _quoted(citation: Citation) -> str:
    """The words as a message shows them: the middle of many words, or of a word without end, is left out."""
    words = citation.words.split()
    told = citation.words if len(words) <= 14 else " ".join([*words[:7], "...", *words[-5:]])
    return f"“{told if len(told) <= _LONGEST else f'{told[:80]} ... {told[-40:]}'}”"


def _hits(book: Book, citation: Citation, verdict: Verdict) -> tuple[Related, ...]:
    source = book.source_by_id[citation.source]
    return tuple(
        Related(
            source.seed,
            0,
            f"{citation.source}#{hit.passage}, offsets {hit.start}-{hit.end}: {hit.context}",
            hit.start,
            hit.end,
        )
        for hit in verdict.hits
    )


def _one_place(citation: Citation, verdict: Verdict) -> Fix | None:
    """Name the passage, where the words stand in one place only. No quoted word is touched."""
    if len(verdict.hits) != 1 or not verdict.hits[0].passage or not citation.head:
        return None
    after = f"{citation.head.partition('#')[0]}#{verdict.hits[0].passage}"
    return Fix("", citation.place.line, citation.head, after)


def _altered(book: Book, citation: Citation, verdict: Verdict) -> Finding:
    code, what = _ALTERED[verdict.cause or Cause.WORD]
    return error(
        code,
        citation.place,
        f"{what}. Closest: {citation.source}#{verdict.closest}: “{verdict.difference}”",
        "write the source's own words ([-these-] stand in the source, {+these+} only in the quotation), or quote less",
    )


_ALTERED: Final = {
    Cause.WORD: (Code.QUOTE_ALTERED, "the words differ from the source"),
    Cause.NEGATION: (Code.QUOTE_NEGATION, "a negation differs from the source"),
    Cause.NUMBER: (Code.QUOTE_NUMBER, "a number differs from the source"),
    Cause.NAME: (Code.QUOTE_NAME, "a name or a capital differs from the source"),
    Cause.ORDER: (Code.QUOTE_ORDER, "the words stand in another order than in the source"),
}


def _refused(book: Book, citation: Citation, verdict: Verdict) -> Finding:
    code, what, mend = _REFUSED[verdict.cause or Cause.WORD]
    where = f" in {citation.source}#{verdict.closest}" if verdict.closest else ""
    return error(code, citation.place, f"{_quoted(citation)}{where}: {what}{verdict.told}", mend)


_REFUSED: Final = {
    Cause.WORD: (Code.QUOTE_ALTERED, "", "write the source's own words, or mark what is left out by an ellipsis"),
    Cause.ELIDED: (
        Code.QUOTE_ELIDED_NEGATION,
        "",
        "quote these words too, or write `elides-acknowledged` after the quotation if leaving them out turns nothing",
    ),
    Cause.ELLIPSIS: (
        Code.QUOTE_ELLIPSIS,
        "",
        "quote one stretch of words, or each piece in an evidence line of its own",
    ),
    Cause.ORDER: (
        Code.QUOTE_ORDER,
        "",
        "write the pieces in the source's order, or each in an evidence line of its own",
    ),
    Cause.BRACKET: (Code.QUOTE_BRACKET, "", "quote the source's own words here, and say the rest in yours"),
    Cause.STRICT: (
        Code.QUOTE_STRICT,
        "the book allows no edits (`brief_quotes` is `strict`): ",
        "write the words as the source has them",
    ),
}


def _cut(book: Book, citation: Citation, verdict: Verdict) -> Finding:
    return error(
        Code.QUOTE_CUT,
        citation.place,
        f"{_quoted(citation)} is cut out of {citation.source}#{verdict.closest}: {verdict.told} was left outside",
        "quote from there on, or write `cut-acknowledged` after the quotation if the statement says as much",
    )


def _attribution(book: Book, citation: Citation, verdict: Verdict) -> Finding:
    return error(
        Code.QUOTE_ATTRIBUTION,
        citation.place,
        f"{_quoted(citation)} in {citation.source}#{verdict.closest}: {verdict.told}",
        "report it as a position with the basis `reported`, name the speaker whom the source names, or state the "
        "`:kind:` of the words",
    )


def _not_found(book: Book, citation: Citation, verdict: Verdict) -> Finding:
    near = f" The nearest passage is {verdict.closest}." if verdict.closest else ""
    return error(
        Code.QUOTE_NOT_FOUND,
        citation.place,
        f"{_quoted(citation)} stands nowhere in `{citation.source}`.{near}",
        "copy the words from the seed, or cite the passage without words",
    )


def _ambiguous(book: Book, citation: Citation, verdict: Verdict) -> Finding:
    places = ", ".join(dict.fromkeys(hit.passage for hit in verdict.hits))
    return error(
        Code.QUOTE_AMBIGUOUS,
        citation.place,
        f"{_quoted(citation)} stands {len(verdict.hits)} times in `{citation.source}`: {places}",
        f'name the passage (`@#{verdict.hits[0].passage} "..."`), or add `before "..."` or `after "..."`',
        related=_hits(book, citation, verdict),
    )


def _context(book: Book, citation: Citation, verdict: Verdict) -> Finding:
    given = " and ".join(
        f"{name} “{words}”" for name, words in (("before", citation.before), ("after", citation.after)) if words
    )
    return error(
        Code.QUOTE_CONTEXT,
        citation.place,
        f"{_quoted(citation)} was found, but not {given}",
        "correct the context, or leave it out and name the passage",
        related=_hits(book, citation, verdict),
    )


def _wrong_passage(book: Book, citation: Citation, verdict: Verdict) -> Finding:
    places = ", ".join(dict.fromkeys(hit.passage for hit in verdict.hits))
    return error(
        Code.QUOTE_NOT_FOUND,
        citation.place,
        f"{_quoted(citation)} does not stand in {citation.reference}; it stands in {places}",
        f"write `@#{verdict.hits[0].passage}`",
        related=_hits(book, citation, verdict),
        fix=_one_place(citation, verdict),
    )


def _short(book: Book, citation: Citation, verdict: Verdict) -> Finding:
    places = ", ".join(dict.fromkeys(hit.passage for hit in verdict.hits))
    where = f"; it stands in {places}" if places else ""
    return error(
        Code.QUOTE_SHORT,
        citation.place,
        f"{_quoted(citation)} has three words or fewer and names no passage{where}",
        "name the passage: so few words prove nothing by themselves",
        related=_hits(book, citation, verdict),
        fix=_one_place(citation, verdict),
    )


_QUOTES = {
    VerdictKind.ALTERED: _altered,
    VerdictKind.REFUSED: _refused,
    VerdictKind.CUT: _cut,
    VerdictKind.ATTRIBUTION: _attribution,
    VerdictKind.NOT_FOUND: _not_found,
    VerdictKind.AMBIGUOUS: _ambiguous,
    VerdictKind.CONTEXT: _context,
    VerdictKind.WRONG_PASSAGE: _wrong_passage,
    VerdictKind.SHORT: _short,
}
