"""Whose words a source says they are: its own, those of one whom it names beside them, or of nobody it tells."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.sources import Name, Source
from sphinx_briefing.text.attribution import in_quotation_marks, objection
from sphinx_briefing.text.seed import Seed

LOST = "The quay is lost"
AUTHOR = (Name(family="Brandt", given="Odile"), Name(literal="Harbor Herald"))


def why_not(text: str, words: str, *speaker: str) -> str:
    start = text.index(words)
    source = Source("S1", "article", "Quays", author=AUTHOR)
    return objection(Seed.of("s", text), source, start, start + len(words), speaker)


GIVEN = [
    ("\u201cThe quay is lost,\u201d said Rehn.", "Rehn"),
    ("\u201cThe quay is lost,\u201d Rehn said.", "Rehn"),
    ("\u201cThe quay is lost,\u201d said Captain Rehn.", "Rehn"),
    ("\u201cThe quay is lost,\u201d said the old captain Rehn.", "Rehn"),
    ("Rehn, who came to the harbor late with two of his men, said: \u201cThe quay is lost.\u201d", "Rehn"),
    ("Nobody stayed. It grew dark over the bay. \u201cThe quay is lost,\u201d said Rehn.", "Rehn"),
    ("\u201cThe quay is lost,\u201d said Rehn. Nobody stayed. It grew dark over the bay.", "Rehn"),
    ("\u201cAll of it burned,\u201d said Odile. \u201cThe quay is lost,\u201d said Rehn.", "Rehn"),
    ("\u201cThe quay is lost,\u201d said O'Hara.", "O\u2019Hara"),
    ("\u201cThe quay is lost,\u201d said O\u2019Hara.", "O'Hara"),
    ("\u201cThe quay is lost,\u201d the COUNCIL said.", "the Council"),
    ("\u201cThe quay is lost,\u201d a council of elders said.", "The council"),
    ("Rehn came on Monday. \u201cThe quay is lost,\u201d he said.", "Rehn"),
    ("A COUNCIL met on Monday. \u201cThe quay is lost,\u201d it said.", "The Council"),
    ("\u201cThe quay is lost,\u201d said Rehn.", "the captain", "Rehn"),  # by any of his names
    ("It grew dark over the bay.\n\n\u201cThe quay is lost,\u201d said Rehn. Nobody stayed.", "Rehn"),
    ("Nobody stayed. \u201c The quay is lost,\u201d said Rehn.", "Rehn"),
    ("\u201cThe quay is lost. It burned,\u201d said Rehn.", "Rehn"),  # one speech, of two sentences
    ("Rehn said: \u201cNobody stayed. The quay is lost. All of it burned.\u201d", "Rehn"),
    ("It grew dark over the bay.\n\n\u201cThe quay is lost. It burned,\u201d said Rehn.", "Rehn"),
    ("Rehn said: \u201c\u2026 The quay is lost.\u201d", "Rehn"),  # the speech begins in his sentence
]
NOT_GIVEN = [
    ("\u201cThe quay is lost,\u201d said Rehn.", "Odile"),
    ("\u201cThe quay is lost,\u201d the clerk told Rehn.", "Rehn"),
    ("\u201cThe quay is lost,\u201d the clerk said and told Rehn.", "Rehn"),
    ("\u201cThe quay is lost,\u201d the clerk assured Rehn, he said.", "Rehn"),
    ("\u201cThe quay is lost,\u201d he told Rehn.", "Rehn"),
    ("\u201cThe quay is lost,\u201d said the clerk in the old house of Rehn.", "Rehn"),
    ("\u201cThe quay is lost,\u201d said the clerk of old Rehn.", "Rehn"),
    ("Rehn, who came to the harbor late with two of his old men, said: \u201cThe quay is lost.\u201d", "Rehn"),
    ("\u201cThe quay is lost,\u201d was painted on the wall behind Rehn.", "Rehn"),
    ("\u201cAll of it burned,\u201d said Odile. \u201cThe quay is lost,\u201d said Rehn.", "Odile"),
    ("\u201cThe quay is lost,\u201d said Rehner.", "Rehn"),
    ("Rehner came on Monday. \u201cThe quay is lost,\u201d he said.", "Rehn"),
    ("Rehn came on Monday. \u201cThe quay is lost\u201d was painted on the wall.", "Rehn"),
    ("Rehn came on Monday. \u201cThe quay is lost,\u201d the clerk said.", "Rehn"),
    ("Rehn came on Monday. \u201cThe quay is lost\u201d stood on his wall.", "Rehn"),
    ("Rehn said so\u3002\u201cThe quay is lost.\u201d", "Rehn"),  # a sentence of its own, with no space before it
    ("It grew dark over the bay.\n\n\u201cThe quay is lost.\u201d So Rehn said.", "Rehn"),
    ("\u201cThe quay is lost\u3002\u201dRehn said so.", "Rehn"),
]


@pytest.mark.parametrize(("text", "speaker"), [(text, speaker) for text, *speaker in GIVEN])
def test_words_are_his_whom_the_source_lets_say_them(text: str, speaker: list[str]) -> None:
    assert why_not(text, LOST, *speaker) == ""


@pytest.mark.parametrize(("text", "speaker"), NOT_GIVEN)
def test_words_are_not_his_who_hears_them_or_only_stands_by(text: str, speaker: str) -> None:
    assert why_not(text, LOST, speaker) == f"the source does not give them to {speaker}"


def test_the_sources_own_words_are_nobodys_but_its_authors() -> None:
    text = "The quay is lost, said Rehn."
    assert why_not(text, LOST, "Rehn", "the captain").endswith("own words, not those of Rehn")
    for author in ("Odile Brandt", "brandt", "Harbor Herald"):
        assert why_not(text, LOST, author) == ""
    assert why_not(text, LOST) == ""


INSIDE = [
    ("\u201cThe quay is lost,\u201d said Rehn.", "\u201cThe quay is lost,\u201d"),
    ("\u2018No.\u2019 \u201cThe quay is lost\u201d, said Rehn.", "The quay is lost\u201d, "),
    ("\u201cThe quay is lost!\n\n\u201cSo is the pier,\u201d said Rehn.", "The quay is lost!"),  # goes on below
    ("\u201cThe quay is lost. All of it burned. Nobody stayed!\u201d", "Nobody stayed!"),
    ("\u201eThe quay is lost\u201c, said Rehn.", "The quay is lost"),
    ("\u00abThe quay is lost\u00bb, said Rehn.", "quay is lost"),
    ('"The quay is lost," said Rehn.', "quay is lost"),
]
OUTSIDE = [
    ("The quay is lost, and \u201cnothing\u201d is left.", "The quay is lost"),
    ("\u201cNothing\u201d is left, he said.", "\u201cNothing\u201d is left,"),
    ("\u201cNothing is left,\u201d I said.", "Nothing is left,\u201d I"),
    ("\u201cNothing is left,\u201d said Rehn. The quay is lost.", "The quay is lost"),
    ("He said \u201cnothing\n\nThe quay is lost\u201d", "The quay is lost"),  # a mark left open ends with its paragraph
    ("Words of \u201cthe\n\nLong Quay", "Long Quay"),
    ("Harbor\n\nHe said \u201cnothing.\n\nThe quay is lost\u201d", "The quay is lost"),
    ("Words of \u201cthe quay\n\nBy Odile Brandt\n\nIt grew dark.", "Odile Brandt"),
]


@pytest.mark.parametrize(("text", "words"), INSIDE)
def test_words_inside_the_sources_marks(text: str, words: str) -> None:
    assert in_quotation_marks(Seed.of("s", text), text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(("text", "words"), OUTSIDE)
def test_words_outside_the_sources_marks(text: str, words: str) -> None:
    assert not in_quotation_marks(Seed.of("s", text), text.index(words), text.index(words) + len(words))
