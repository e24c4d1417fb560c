"""The other direction: source text that stands in a page unquoted is found, whatever its case and punctuation."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.sources import Gist, Source
from sphinx_briefing.model.texts import CUT, Loan, Paragraph
from sphinx_briefing.text import borrowing
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.borrowing import RUN, loans, source_text
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.verification import freeze
from views.books import LIBRARY, TALE, TEXT, actor

RECORD = Source("tale", "article", "The Harbor Talks", seed="tale.txt", line=7)


def borrowed(*paragraphs: str | tuple[str | Key, ...], library: Library = LIBRARY) -> tuple[Loan, ...]:
    """What is borrowed on a page of some paragraphs, the first on line 1."""
    given_ = (
        Paragraph(number, (text,) if isinstance(text, str) else text) for number, text in enumerate(paragraphs, 1)
    )
    fog = actor("fog", page="page", name="Northport")
    return freeze((Page("page", "Page", (fog,), (), tuple(given_)),), library, BookInfo("Harbor")).loans


def test_eight_words_of_a_source_are_found_and_placed() -> None:
    (found,) = borrowed("So it is.", "They say the two towns met on Monday in the old house.")
    assert (found.source, found.passage, found.words, found.place.line) == ("tale", "p2s2", 9, 2)
    assert TEXT[found.start : found.end] == "The two towns met on Monday in the old"
    assert found.text == "the two towns met on monday in the old"


@pytest.mark.parametrize(
    "text",
    [
        "The two towns met on Monday in",
        "two towns met on Tuesday in the old customs house",
        "The Harbor Talks By Ada Marsh",
        "",
    ],
)
def test_seven_words_and_eight_with_a_break_are_not(text: str) -> None:
    assert borrowed(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "THE TWO TOWNS MET ON MONDAY IN THE",
        "the two towns, met on “Monday”; in the",
        "the two\u00a0towns met\non Mon\u00adday in the",
        "The two towns met — on Monday (in the",
    ],
)
def test_case_punctuation_and_typography_hide_nothing(text: str) -> None:
    (found,) = borrowed(text)
    assert found.words == 8


def test_an_apostrophe_may_be_curly_or_straight() -> None:
    seed = Seed.of("tale", "One two three dockers' four don't five six, seven eight.")
    (found,) = borrowed("three dockers’ four don’t five six seven eight", library=Library((TALE,), {"tale": seed}))
    assert found.words == 8


def test_a_name_that_is_a_reference_is_a_word_of_the_sentence() -> None:
    (found,) = borrowed(("Since ", Key("actor", "fog"), " opposes the new toll and says so loudly."))
    assert (found.passage, found.words) == ("p1s1", 9)


def test_words_on_either_side_of_a_quotation_are_not_consecutive() -> None:
    whole = "The two towns met on Monday in the old customs house"
    assert borrowed(whole)[0].words == 11
    assert borrowed((whole[:25], CUT, whole[25:])) == ()
    (found,) = borrowed((whole, CUT, "The ferry was late again."))
    assert found.words == 11


def test_words_that_run_over_a_paragraphs_end_are_consecutive() -> None:
    (found,) = borrowed("The two towns met", "on Monday in the old customs house.")
    assert (found.words, found.place.line) == (11, 1)


def test_the_title_of_a_source_is_free() -> None:
    title = "A long title of nine words for one tale"
    text = f"{title}\n\nIt begins with one two three four five six seven words."
    source = Source("tale", "article", title, seed="tale.txt")
    library = Library((source,), {"tale": Seed.of("tale", text)})
    assert borrowed(f"See {title}, of 2009.", library=library) == ()
    assert borrowed("begins with one two three four five six seven", library=library)
    untitled = Library((source,), {"tale": Seed.of("tale", title)})  # where the text itself has no title
    assert borrowed(f"In the spring of that year they read {title}, of 2009.", library=untitled) == ()
    renamed = Library((Source("tale", "article", "Other", seed="tale.txt"),), library.seeds)
    assert borrowed(f"See {title}, of 2009.", library=renamed) == ()  # where the record gives the text another one


def test_gists_and_notes_of_a_record_are_read_too() -> None:
    copied = "Southport may yet agree, though nobody expects it"
    source = Source("tale", "article", "x", seed="tale.txt", passages=(Gist("p2s1", "", copied),), line=7)
    (found,) = borrowed("Nothing here.", library=Library((source,), LIBRARY.seeds))
    assert (found.place.page, found.place.line, found.passage) == ("sources.yaml", 7, "p2s1")


def test_the_parts_of_a_compound_do_not_make_more_words_than_are_counted() -> None:
    seed = Seed.of("tale", "A well-known, much-loved, half-read book was here.")
    library = Library((RECORD,), {"tale": seed})
    assert borrowed("a well-known, much-loved, half-read book", library=library) == ()
    assert borrowed("a well known much loved half read book was here", library=library) == ()
    seed = Seed.of("tale", "On one fine day in May of last year a well-known, much-loved, half-read book was here.")
    assert borrowed("a well-known, much-loved, half-read book", library=Library((RECORD,), {"tale": seed})) == ()
    seed = Seed.of("tale", "A well-known, much-loved, half-read book was here in May.")
    (found,) = borrowed(
        "a well known much loved half read book was here in", library=Library((RECORD,), {"tale": seed})
    )
    assert found.words == 8


def test_two_texts_are_never_read_as_one() -> None:
    library = Library((), {"a": Seed.of("a", "one two three four"), "b": Seed.of("b", "five six seven eight")})
    assert borrowed("one two three four five six seven eight", library=library) == ()


def test_each_loan_of_a_page_is_told_once_and_with_its_own_source() -> None:
    texts = {"a": "One two three four five six seven eight.", "b": "Ten twenty thirty forty fifty sixty seventy one."}
    library = Library((), {name: Seed.of(name, text) for name, text in texts.items()})
    found = borrowed("So it is.", texts["b"], "And so it goes.", texts["a"], "Amen.", library=library)
    assert [(loan.source, loan.words, loan.place.line) for loan in found] == [("b", 8, 2), ("a", 8, 4)]


def test_runs_that_share_a_hash_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(borrowing, "hash", len, raising=False)
    assert borrowed("Nobody in this house has ever read any of it.") == ()


@given(st.integers(0, 20), st.integers(RUN, 14))
def test_any_run_of_the_text_is_found_in_full(at: int, length: int) -> None:
    body = TEXT.split("Marsh\n\n")[1].split()
    words = body[at : at + length]
    (found,) = borrowed(f"zebra {' '.join(words)} zebra")
    assert TEXT[found.start : found.end] == " ".join(words).strip("“”.,") or "\n" in TEXT[found.start : found.end]
    assert found.words == len(words)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_asked(seed: str, page: str) -> None:
    borrowed(page, library=Library((RECORD,), {"tale": Seed.of("tale", seed)}))


def test_an_empty_book_of_an_empty_library_has_no_loans() -> None:
    assert loans(Book(BookInfo("")), {}, {}) == ()


def test_the_words_of_a_text_are_counted_as_its_passages_are() -> None:
    text = source_text(LIBRARY.seeds["tale"])
    assert (text.source, text.sha256) == ("tale", LIBRARY.seeds["tale"].sha256)
    assert text.words == len(TEXT.split())
    start = TEXT.index("two towns")
    first, last = text.touched(start + 1, start + 5)
    assert (TEXT[text.starts[first] : text.ends[last - 1]], last - first) == ("two towns", 2)
    assert text.touched(start + 3, start + 4) == (first + 1, first + 1)  # only the space between them


def test_the_cost_is_linear_in_the_pages() -> None:
    """Ten times as many words may not take much more than ten times as long; repeated words are the worst case."""
    library = Library((RECORD,), {"tale": Seed.of("tale", "again " * 5000)})

    def seconds(words: int) -> float:
        begun = time.perf_counter()
        borrowed("again " * words, library=library)
        return time.perf_counter() - begun

    seconds(100)
    assert seconds(50_000) < 40 * max(seconds(5_000), 0.01)
