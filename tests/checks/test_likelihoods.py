"""How likely a thing is, is said by the scale, once, and as its author said it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sphinx_briefing.checks.likelihoods import likelihoods
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Severity
from sphinx_briefing.model.likelihood import AUTHOR, PHIA
from sphinx_briefing.model.pages import Fact, Page
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.texts import CUT, Paragraph
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.verification import freeze
from views.books import INFO, TALE, actor, cite, claim, judgment

TEXT = """Fog

By Ada Marsh

The toll is very unlikely to fall. The ferry will probably stop. The harbor may have to close.

Nobody knows.
"""
LIBRARY = Library((TALE,), {"tale": Seed.of("tale", TEXT)})


def cited(words: str = "", passage: str = "p1s1", **more: Any) -> dict[str, Any]:
    return {"citations": (cite(words, passage, **more),)}


def page(*facts: Fact, texts: tuple[Paragraph | str, ...] = ()) -> Page:
    paragraphs = (item if isinstance(item, Paragraph) else Paragraph(20, (item,)) for item in texts)
    return Page("page", "Page", facts, (), tuple(paragraphs))


def book(*facts: Fact, texts: tuple[Paragraph | str, ...] = ()) -> Book:
    return freeze((page(*facts, texts=texts),), LIBRARY, INFO)


def codes(found: Book) -> list[Code]:
    return [finding.code for finding in likelihoods(found)]


# ---- a judgment and the words it quotes


@pytest.mark.parametrize(
    ("likelihood", "words", "passage", "said"),
    [
        (
            "unlikely",
            "The toll is very unlikely to fall",
            "p1s1",
            "“unlikely”; the words it quotes say “very unlikely”",
        ),
        ("unlikely", "unlikely to fall", "p1s1", "“unlikely”; the words it quotes say “very unlikely”"),  # cut
        ("very likely", "will probably stop", "p1s2", "“very likely”; the words it quotes say “probably”"),
        ("likely", "may have to close", "p1s3", ""),  # "may have to" states no likelihood at all
        ("none stated", "is very unlikely to fall", "p1s1", "states no likelihood; the words it quotes say “very"),
    ],
)
@pytest.mark.parametrize("silent", [False, True])
def test_a_likelihood_that_its_words_do_not_say_is_an_error(
    likelihood: str, words: str, passage: str, said: str, silent: bool
) -> None:
    found = list(likelihoods(book(judgment("j-1", likelihood, **cited(words, passage, silent=silent)))))
    assert [item.code for item in found] == [Code.LIKELIHOOD_DIFFERS] * bool(said)
    assert all(item.severity is Severity.ERROR and said in item.message for item in found)


@pytest.mark.parametrize(
    ("likelihood", "words", "passage"),
    [
        ("very unlikely", "is very unlikely to fall", "p1s1"),
        ("highly improbable", "is very unlikely to fall", "p1s1"),  # the other word of the same step
        ("likely", "will probably stop", "p1s2"),
        ("unlikely", "", "p1s1"),  # without words nothing is quoted
        ("unlikely", "Nobody knows", "p2s1"),  # the words say nothing of it
        ("none stated", "Nobody knows", "p2s1"),
    ],
)
def test_a_likelihood_that_its_words_say_is_none(likelihood: str, words: str, passage: str) -> None:
    assert codes(book(judgment("j-1", likelihood, **cited(words, passage)))) == []


def test_who_judges_otherwise_may_rest_it_on_the_same_words() -> None:
    quoted = cited("is very unlikely to fall")
    marsh = actor("marsh", name="Ada Marsh")
    assert codes(book(judgment("j-1", "likely", holder="north", **quoted), actor("north"))) == []
    assert codes(book(judgment("j-1", "likely", holder="Ada Marsh", **quoted))) == [Code.LIKELIHOOD_DIFFERS]
    assert codes(book(judgment("j-1", "likely", holder="marsh", **quoted), marsh)) == [Code.LIKELIHOOD_DIFFERS]


def test_the_mend_names_a_word_that_can_be_written() -> None:
    (found,) = likelihoods(book(judgment("j-1", "unlikely", **cited("is very unlikely"))))
    assert found.hint.startswith("write `very unlikely`, or name")
    phia = freeze((page(judgment("j-1", "unlikely", **cited("is very unlikely"))),), LIBRARY, INFO, PHIA)
    (found,) = likelihoods(phia)
    assert found.hint.startswith("write `none stated` and `:term: very unlikely`")


# ---- a judgment's own sentence, and headings


def test_a_second_likelihood_in_the_sentence_of_a_judgment_is_an_error() -> None:
    found = list(likelihoods(book(judgment("j-1", "very unlikely", ("It is unlikely that the toll falls.",)))))
    assert [item.code for item in found] == [Code.LIKELIHOOD_DOUBLED]
    assert "“Very unlikely: It is unlikely that the toll falls.”" in found[0].message
    assert codes(book(judgment("j-1", "very unlikely", ("The “unlikely” heroes come.",)))) == []


FALLS = judgment(
    "j-1",
    "very unlikely",
    (
        "The toll at ",
        Key("actor", "north"),
        " will fall.",
    ),
)


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("The toll at North will fall", True),
        ("What next: the toll at North will fall", True),
        ("Unlikely: the toll at North will fall", True),  # another likelihood
        ("Likely: the toll at North will fall", True),
        ("Very unlikely: the toll at North will fall", False),
        ("Will the toll fall?", False),
        ("The toll", False),
    ],
)
def test_a_heading_that_says_a_judgment_without_its_likelihood_is_an_error(heading: str, wrong: bool) -> None:
    text = Paragraph(3, (heading,), heading=True)
    found = list(likelihoods(book(FALLS, actor("north"), texts=(text,))))
    assert [(item.code, item.place.line) for item in found] == [(Code.LIKELIHOOD_HEADING, 3)] * wrong
    assert codes(book(FALLS, actor("north"), texts=(replace(text, heading=False),))) == []


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [("No likelihood stated (“risk”): the toll will fall soon", False), ("The toll will fall soon", True)],
)
def test_a_heading_says_that_no_likelihood_was_stated(heading: str, wrong: bool) -> None:
    found = judgment("j-1", "none stated", ("The toll will fall soon.",), term="risk")
    assert codes(book(found, texts=(Paragraph(3, (heading,), heading=True),))) == [Code.LIKELIHOOD_HEADING] * wrong


# ---- the book's own sentences


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It is likely, with high confidence, that the toll falls.", True),
        ("We are very confident that it is unlikely.", True),
        ("It is likely. Our confidence is low.", False),  # two sentences
        ("The source said that it was “likely”, with high confidence.", False),
        ("Nobody has much confidence in a likely toll.", False),
    ],
)
def test_a_likelihood_and_a_confidence_in_one_sentence_are_a_finding(text: str, wrong: bool) -> None:
    assert codes(book(texts=(text,))) == [Code.LIKELIHOOD_CONFIDENCE] * wrong


@pytest.mark.parametrize("word", ["Perhaps", "Probably not, or presumably", "It could well be that", "Quite likely"])
def test_an_estimate_that_the_scale_does_not_have_is_a_warning(word: str) -> None:
    found = list(likelihoods(book(texts=(f"{word} the toll falls.",))))
    assert {item.code for item in found} == {Code.LIKELIHOOD_UNSCALED}
    assert {item.severity for item in found} == {Severity.WARNING}
    assert {item.place.line for item in found} == {20}


def test_the_books_scale_decides_what_has_no_step() -> None:
    pages = (page(texts=("Perhaps the toll falls.",)),)
    assert [item.code for item in likelihoods(freeze(pages, LIBRARY, INFO))] == [Code.LIKELIHOOD_UNSCALED]
    assert list(likelihoods(freeze(pages, LIBRARY, INFO, AUTHOR))) == []


@pytest.mark.parametrize(
    "text",
    [
        Paragraph(20, ("Where he writes perhaps, no range is given.",), set_off=("perhaps",)),  # spoken of, not used
        Paragraph(20, ("They feared that it might sink.",)),
        Paragraph(20, ("She wrote “perhaps”.",)),
        Paragraph(20, ("It is ", CUT, " likely.")),
        Paragraph(20, ("In May it may rain.",)),
    ],
)
def test_what_is_not_the_books_own_estimate_is_none(text: Paragraph) -> None:
    assert codes(book(texts=(text,))) == []


def test_a_word_that_is_set_off_once_is_still_used_the_second_time() -> None:
    text = Paragraph(20, ("Perhaps is a word, and perhaps it rains.",), set_off=("Perhaps",))
    assert codes(book(texts=(text,))) == [Code.LIKELIHOOD_UNSCALED]


def test_a_statement_may_use_the_estimates_of_its_source_and_of_its_author() -> None:
    ferry = claim("c-1", line=18, **cited(passage="p1s2"))
    asked = (Paragraph(20, ("Perhaps the ferry stops.",)), Paragraph(20, ("It will almost certainly stop.",)))
    assert codes(book(ferry, texts=asked)) == [Code.LIKELIHOOD_UNSCALED]  # the source says "probably", no more
    named = judgment("j-1", "none stated", line=18, term="perhaps", **cited(passage="p2s1"))
    assert codes(book(named, texts=asked[:1])) == []
    below = (Paragraph(17, ("Perhaps it rains.",)),)
    assert codes(book(named, texts=below)) == [Code.LIKELIHOOD_UNSCALED]  # a line above it is not its
