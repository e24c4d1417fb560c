"""Whether how likely something is, is said by the scale, once, and as its author said it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.findings import Code, Finding, error, warning
from sphinx_briefing.model.likelihood import NONE_STATED
from sphinx_briefing.model.pages import Page
from sphinx_briefing.model.places import Place, Prose
from sphinx_briefing.model.statements import Judgment, Mention, headline, title_prefix
from sphinx_briefing.model.texts import CUT, Paragraph
from sphinx_briefing.text.estimates import Estimate, estimates_in, is_reported, unquoted
from sphinx_briefing.text.passages import split_sentences
from sphinx_briefing.views.shown import text_of

_CONFIDENCE: Final = re.compile(
    r"\b(?:high|moderate|low)\s+(?:level\s+of\s+)?confidence\b|\bconfidence\s+(?:is|was|remains)\b"
    r"|\b(?:highly|moderately|fairly|very|quite)\s+confident\b",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
#: So many words of a judgment in a heading are that judgment.
_RUN: Final = 4


def likelihoods(book: Book) -> Iterator[Finding]:
    """Findings about judgments, then about the book's own sentences, then about headings."""
    for judgment in book.judgments:
        yield from _doubled(book, judgment)
        yield from _differs(book, judgment)
    for page in book.pages:
        carried = _carried(book, page)
        for paragraph in page.paragraphs:
            yield from _mixed(book, page, paragraph)
            yield from _unscaled(book, page, paragraph, carried)
    yield from _headings(book)


def _doubled(book: Book, judgment: Judgment) -> Iterator[Finding]:
    """A judgment whose sentence has a likelihood of its own, behind that of its title."""
    said = _own(judgment.text)
    for found in estimates_in(unquoted(said), book.scale):
        if found.step is not None:
            title = title_prefix(judgment.likelihood, judgment.term) + said.strip()
            yield error(
                Code.LIKELIHOOD_DOUBLED,
                judgment.place,
                f"the judgment `{judgment.id}` has a second likelihood in its sentence: “{title}”",
                f"say what is expected, without “{found.word}”: the title says how likely it is",
            )


def _differs(book: Book, judgment: Judgment) -> Iterator[Finding]:
    """A judgment whose likelihood is none of those in the words that it quotes."""
    if not _is_of_its_sources(book, judgment):
        return
    own = book.scale.on_scale(judgment.likelihood)
    meanings = book.scale.meanings()
    stated = [word for item in book.evidence_of(judgment) for word in item.stated]
    on_scale = [word for word in stated if word in meanings]
    if own is None and on_scale:
        message, mend = f"states no likelihood; the words it quotes say “{on_scale[0]}”", "write"
        yield _difference(judgment, message, f"{mend} `{meanings[on_scale[0]].word}`")
    elif own is not None and stated and own not in map(meanings.get, stated):
        word = (on_scale or stated)[0]
        mend = f"write `{word}`" if word in book.scale.vocabulary else f"write `{NONE_STATED}` and `:term: {word}`"
        yield _difference(judgment, f"is called “{judgment.likelihood}”; the words it quotes say “{word}”", mend)


def _difference(judgment: Judgment, message: str, mend: str) -> Finding:
    hint = f"{mend}, or name in `:holder:` who judges otherwise"
    return error(Code.LIKELIHOOD_DIFFERS, judgment.place, f"the judgment `{judgment.id}` {message}", hint)


def _is_of_its_sources(book: Book, judgment: Judgment) -> bool:
    """Whether whoever judges is an author of what is quoted: another may rest another likelihood on the same words."""
    if not judgment.holder:
        return True
    sources = (book.source_by_id.get(item.source) for item in judgment.citations)
    authors = {str(name) for source in sources if source for name in source.author}
    actor = next((item for item in book.actors if item.id == judgment.holder), None)
    return bool(authors & {judgment.holder, *((actor.name, *actor.also) if actor else ())})


def _mixed(book: Book, page: Page, paragraph: Paragraph) -> Iterator[Finding]:
    """A likelihood and a confidence in one sentence."""
    text = unquoted(_own(paragraph.text))
    if not _CONFIDENCE.search(text):
        return
    for start, end in split_sentences(text):
        confidence = _CONFIDENCE.search(text, start, end)
        stated = [item for item in _used(book, paragraph) if item.step is not None and start <= item.start < end]
        if confidence and stated:
            yield warning(
                Code.LIKELIHOOD_CONFIDENCE,
                Place(page.name, paragraph.line),
                f"a likelihood (“{stated[0].word}”) and a confidence (“{confidence[0]}”) stand in one sentence",
                "make two sentences of it: how likely a thing is, and how firm the ground, are two questions",
            )


def _unscaled(
    book: Book, page: Page, paragraph: Paragraph, carried: list[tuple[int, frozenset[str]]]
) -> Iterator[Finding]:
    """Estimates in the book's own sentences that the scale does not have."""
    for found in _used(book, paragraph):
        if found.step is not None or _reported(paragraph, found):
            continue
        above = bisect_right(carried, paragraph.line, key=lambda item: item[0]) - 1
        if above < 0 or found.word not in carried[above][1]:
            yield warning(
                Code.LIKELIHOOD_UNSCALED,
                Place(page.name, paragraph.line),
                f"“{found.word}” says how likely a thing is, and stands on no step of {book.scale.title}",
                "say it with a word of the scale, say whose word it is by quoting it, or leave it out",
            )


def _reported(paragraph: Paragraph, found: Estimate) -> bool:
    text = _own(paragraph.text)
    start = next((first for first, last in split_sentences(text) if first <= found.start < last), 0)
    return is_reported(text[start:], found.start - start)


def _used(book: Book, paragraph: Paragraph) -> list[Estimate]:
    """The estimates that a paragraph makes: not those quoted, nor those set off because they are spoken of."""
    left = [item.word for words in paragraph.set_off for item in estimates_in(words, book.scale)]
    found = []
    for item in estimates_in(unquoted(_own(paragraph.text)), book.scale):
        if item.word in left:
            left.remove(item.word)
        else:
            found.append(item)
    return found


def _carried(book: Book, page: Page) -> list[tuple[int, frozenset[str]]]:
    """For the line of each statement, in order: the estimates that its source has, or names as its author's term."""
    found: dict[int, frozenset[str]] = {}
    for fact in page.facts:
        if isinstance(fact, (Actor, Issue, Mention)):
            continue
        words = {word for item in book.evidence_of(fact) for word in item.hedges}
        if isinstance(fact, Judgment) and fact.term:
            words |= {item.word for item in estimates_in(fact.term, book.scale)} | {fact.term.casefold()}
        found[fact.place.line] = frozenset(words)
    return sorted(found.items(), key=lambda item: item[0])


def _headings(book: Book) -> Iterator[Finding]:
    """Headings that say a judgment without its likelihood, so that whoever skims them is told something else."""
    by_start: dict[tuple[str, ...], list[tuple[list[str], Judgment]]] = {}
    for judgment in book.judgments:
        words = _words(text_of(book, headline(judgment.text)))
        if len(words) >= _RUN:
            by_start.setdefault(tuple(words[:_RUN]), []).append((words, judgment))
    for page in book.pages:
        for paragraph in page.paragraphs if by_start else ():
            if paragraph.heading:
                yield from _bare(book, page, paragraph, by_start)


def _bare(
    book: Book, page: Page, paragraph: Paragraph,
    by_start: Mapping[tuple[str, ...], list[tuple[list[str], Judgment]]],
) -> Iterator[Finding]:  # fmt: skip
    heading = text_of(book, paragraph.text)
    words = _words(heading)
    for at in range(len(words) - _RUN + 1):
        for said, judgment in by_start.get(tuple(words[at : at + _RUN]), ()):
            prefix = title_prefix(judgment.likelihood, judgment.term)
            if words[at : at + len(said)] == said and not _says(book, heading, judgment):
                yield error(
                    Code.LIKELIHOOD_HEADING,
                    Place(page.name, paragraph.line),
                    f"the heading “{heading.strip()}” says the judgment `{judgment.id}` without its likelihood",
                    f"begin it “{prefix}”, or ask a question",
                )


def _says(book: Book, heading: str, judgment: Judgment) -> bool:
    """Whether a heading is the judgment's own title, or has its likelihood and no other."""
    if heading.startswith(title_prefix(judgment.likelihood, judgment.term)):
        return True
    step = book.scale.on_scale(judgment.likelihood)
    if step is None:
        return any(
            words and words in heading.casefold() for words in (judgment.term.casefold(), "no likelihood stated")
        )
    return {item.step for item in estimates_in(heading, book.scale)} == {step}


def _words(text: str) -> list[str]:
    return [word.casefold().replace("\u2019", "'") for word in _WORDS.findall(text)]


def _own(prose: Prose) -> str:
    """Our own words; a name that is kept as a key is no word of the sentence."""
    return "".join(part if isinstance(part, str) else CUT for part in prose)
