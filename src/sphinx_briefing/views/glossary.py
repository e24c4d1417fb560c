"""Terms in two scripts, and two words told apart letter by letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.entities import Term
from sphinx_briefing.model.places import Key
from sphinx_briefing.views.notes import Note, notes_of
from sphinx_briefing.views.shown import Shown, show


@dataclass(frozen=True, slots=True)
class Letter:
    """One column of a comparison: the letter of each word, empty where a word has none."""

    first: str
    second: str

    @property
    def kind(self) -> str:
        """`same`, `differs`, or `extra` (stands in one word only)."""
        if self.first.casefold() == self.second.casefold():
            return "same"
        return "differs" if self.first and self.second else "extra"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words that are easily confused, aligned; glosses say what each means."""

    first: Shown
    second: Shown
    first_native: str
    second_native: str
    first_gloss: str
    second_gloss: str
    lang: str
    letters: tuple[Letter, ...]


#: A word in runs of letters: each with whether the other word of the pair lacks it.
Runs = tuple[tuple[str, bool], ...]


def runs(word: str, other: str) -> Runs:
    """A word in runs of what it has in common with `other` and what not."""
    own = (letter for letter in align(word, other) if letter.first)
    pieces = groupby(own, key=lambda letter: letter.kind != "same")
    return tuple(("".join(letter.first for letter in letters), unlike) for unlike, letters in pieces)


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term: headword in its script, romanized, what it means, what it is confused with."""

    target: Shown
    native: str
    lang: str
    romanization: str
    gloss: str
    native_runs: Runs
    romanization_runs: Runs
    pair: Pair | None
    notes: tuple[Note, ...]


def align(first: str, second: str) -> tuple[Letter, ...]:
    """Two words letter by letter, by the fewest insertions, deletions and replacements (Levenshtein 1966)."""
    letters: list[Letter] = []
    for step in Levenshtein.opcodes(first, second):
        a, b = first[step.src_start : step.src_end], second[step.dest_start : step.dest_end]
        size = max(len(a), len(b))
        letters += [Letter(a[i : i + 1], b[i : i + 1]) for i in range(size)]
    return tuple(letters)


def _pair(book: Book, term: Term) -> Pair | None:
    other = book.objects.get(Key("term", term.confused_with))
    if not isinstance(other, Term):
        return None
    return Pair(
        show(book, term.key), show(book, other.key), term.native, other.native, term.gloss, other.gloss, term.lang,
        align(term.native, other.native),
    )  # fmt: skip


def term(book: Book, page: str, options: Mapping[str, str]) -> TermRow | None:
    """View `term`: the one whose id is given. Of two terms that name each other, the first shows the comparison."""
    found = book.objects.get(Key("term", options["id"]))
    if not isinstance(found, Term):
        return None
    row = term_row(book, found)
    return replace(row, pair=None) if _compared_earlier(book, found) else row


def term_row(book: Book, found: Term) -> TermRow:
    """A term as it is shown, with the pair that it names, if any."""
    other = book.objects.get(Key("term", found.confused_with))
    native, latin = (other.native, other.romanization) if isinstance(other, Term) else (found.native, "")
    return TermRow(
        show(book, found.key), found.native, found.lang, found.romanization, found.gloss,
        runs(found.native, native), runs(found.romanization, latin or found.romanization),
        _pair(book, found), notes_of(book, found),
    )  # fmt: skip


def _compared_earlier(book: Book, term: Term) -> bool:
    """Whether the other term of the pair names this one and stands before it (or is this one)."""
    other = book.objects.get(Key("term", term.confused_with))
    if not isinstance(other, Term) or other.confused_with != term.id:
        return False
    order = book.ids("term")
    return order.index(other.id) <= order.index(term.id)
