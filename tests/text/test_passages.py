"""Passages: the article cut into its 24, and sentences that are hard to tell."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.text.passages import passage_at, split, split_sentences, word_spans, words

ARTICLE = (Path(__file__).parents[2] / "seeds" / "kliment-2009-09-21.txt").read_bytes().decode("utf-8")

# Words are counted between white space, so a dash with spaces round it is one and "U.S.-Russia" is one.
COUNTS = {
    "t1": 12, "b1": 6,
    "p1s1": 26, "p1s2": 18,
    "p2s1": 25, "p2s2": 18, "p2s3": 32, "p2s4": 23, "p2s5": 12,
    "p3s1": 48, "p3s2": 37, "p3s3": 16,
    "p4s1": 19, "p4s2": 21, "p4s3": 20, "p4s4": 24,
    "p5s1": 9, "p5s2": 41, "p5s3": 23, "p5s4": 29, "p5s5": 28, "p5s6": 19,
    "p6s1": 44, "p6s2": 28,
}  # fmt: skip


def sentences(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in split(text)]


def ids(text: str) -> list[str]:
    return [passage.id for passage in split(text)]


def test_the_article_has_its_passages() -> None:
    assert {passage.id: words(ARTICLE[passage.start : passage.end]) for passage in split(ARTICLE)} == COUNTS
    assert [passage.kind for passage in split(ARTICLE)] == ["title", "byline", *["sentence"] * 22]
    assert sum(COUNTS.values()) == words(ARTICLE)


@pytest.mark.parametrize(
    "text",
    [
        "U.S.-Russia ties cooled.|The U.S. and the E.U. met.|It left the U.S.|The talks went on.",
        "Mr. Putin met Dr. Rice.|Gen. Makarov spoke.|J. R. Smith and George W. Bush did not.",
        "It came on Sept. 17.|By 9 a.m. it was known.|At 10 p.m. Monday it rained.|It ended at 5 p.m.|The rest slept.",
        "It rose 3.5 percent.|No. 4 fell to 1.25.|He said no.|That was in 2009.|Then it stopped.",
        'He called it "a gift."|Others saw "no change." |She agreed.',
        '"It is late.|We must go.|Why wait?" he asked.|"Now," she said.',
        '"Why not?" Lavrov said.|"Why not?"|The room was silent.',
        "Can they shoot?|Yes!|They can ... if they must.|Well...|Perhaps not.",
        "He paused \u2026 and left.|Really?!|So it is.",
        "As reported.[12]|The rest (see Fig. 3) is known.|(It was late.)|He went.",
        "Acme Inc. said so.|It belongs to Acme Corp.|The firm denied it.",
        "В 2009 г. Россия и США говорили.|В. В. Путин ответил.|Это так!|Да, т.е. нет.",
        "\u0645\u0631\u062d\u0628\u0627.|\u0643\u064a\u0641 \u062d\u0627\u0644\u0643\u061f|\u0628\u062e\u064a\u0631.",
        "\u4fc4\u7f57\u65af\u53cd\u5bf9\u3002|\u7f8e\u56fd\u652f\u6301\uff01|\u4e3a\u4ec0\u4e48\uff1f",
        "\u300c\u5426\u3002\u300d\u3068\u8a00\u3063\u305f\u3002|\u7d42\u308f\u308a\u3002",
        "Il dit \u00ab\u00a0non.\u00a0\u00bb|Puis il partit.",
        '"No!" Lavrov said.|"Never!" she added.|"No!"|The room was silent.',
        "He paused ... But he left.|He paused \u2026 But he left.|Well\u2026|Perhaps not.",
        "The ex-Gen. Makarov spoke.|A so-called ex-vice-Gen. Smith did not.|It was a non-U.S. Steel beam.",
        "He met Smith (of Acme Inc.) Monday.|He met him (of Acme Inc.)|The rest slept.",
        "He called it \u201cAcme Inc.\u201d|Monday came.",
        "It left the U.S.|A new round began.|It ended at 5 p.m.|So.|Then it rained.|He saw J. U. Smith.",
        "It rose to \uff15\uff0e\uff15 points.|Then it fell.",
        "\u300c\u5426\u3002\u300d\u3042\u3002|\u300c\u5426\u3002\u300d|\u30a2\u3002|\u5426\u3002|\u3042\u308b\u3002",
        f"It was {'very ' * 12}long and came on Sept. 17.|The rest slept.",
        f"They left.|{'-' * 64}The rest slept.",
        f"They left. {'-' * 65}The rest slept.",
    ],
)
def test_sentences(text: str) -> None:
    expected = [piece.strip() for piece in text.split("|")]
    gap = "" if "\u3002" in text else " "
    assert sentences(gap.join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n \ufeff", []),
        ("* * *", []),
        ("One block. Of two.", ["p1s1", "p1s2"]),
        ("A title\n\nOne. Two.\n\nThree.", ["t1", "p1s1", "p1s2", "p2s1"]),
        ("A title\r\n\r\nBy A. Writer\r\n\r\nOne.", ["t1", "b1", "p1s1"]),
        ("A title\n\nBy Monday, he had left.", ["t1", "p1s1"]),
        ("A title\n\nby and by", ["t1", "p1s1"]),
        ('He asked: "Why not?" Rehn\n\nsaid so.', ["p1s1", "p1s2", "p2s1"]),
        ("Two sentences. Are no title.\n\nOne.", ["p1s1", "p1s2", "p2s1"]),
        ("word " * 26 + "\n\nOne.", ["p1s1", "p2s1"]),
        ("word " * 25 + "\n\nOne.", ["t1", "p1s1"]),
        ("Title\n\n* * *\n\nOne.", ["t1", "p1s1"]),
        ("A title\n\nBy Ada X", ["t1", "b1"]),
        ("A title\n\nBy Ada " + "word " * 23 + "\n\nOne.", ["t1", "b1", "p1s1"]),
        ("A title\n\nBy Ada " + "word " * 24 + "\n\nOne.", ["t1", "p1s1", "p2s1"]),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("U.S.-Russia ties", 2), ("plan -- Russia", 3), ("\u4fc4\u7f57\u65af opposes", 4), ("don\u2019t", 1)],
)
def test_words(text: str, count: int) -> None:
    assert words(text) == count


def test_the_passage_at_a_place() -> None:
    passages = split("A title\n\nOne. Two.")
    found = [passage_at(passages, offset) for offset in (0, 6, 7, 9, 12, 13, 14, 17, 18)]
    assert [passage.id if passage else "" for passage in found] == [
        "t1",
        "t1",
        "",
        "p1s1",
        "p1s1",
        "",
        "p1s2",
        "p1s2",
        "",
    ]


PIECES = st.sampled_from(
    ["One.", "U.S.", " ", "\n", "\n\n", '"', "...", "Mr.", "5.", "\u3002", "the", "?", "\u00a0", ")", "\u2029"]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_passages_with_what_lies_between_are_the_text(text: str) -> None:
    end = 0
    for passage in split(text):
        assert end <= passage.start < passage.end
        between, inside = text[end : passage.start], text[passage.start : passage.end]
        assert not any(character.isalnum() for character in between)
        assert inside == inside.strip() != ""
        end = passage.end
    assert not any(character.isalnum() for character in text[end:])
    assert len({passage.id for passage in split(text)}) == len(split(text))


@given(st.text())
def test_the_spans_of_words_are_as_many_as_are_counted(text: str) -> None:
    spans = list(word_spans(text))
    assert len(spans) == words(text)
    assert all(text[start:end].strip() for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "found"),
    [("U.S.-Russia ties -- no", ["U.S.-Russia", "ties", "--", "no"]), ("он 語の one", ["он", "語", "の", "one"])],
)
def test_the_spans_of_words_hold_them(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in word_spans(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("  \ufeff\u200b X said no. Then XX  \u200b\ufeff ", ["X said no.", "Then XX"]),
        ("One.", ["One."]),
        ("One. \u200b Two. \u200bThree.", ["One.", "Two.", "Three."]),
        (". One.", [". One."]),
        ("Fin. \u00e9t\u00e9.", ["Fin. \u00e9t\u00e9."]),
        ("\u300c\u5426\u3002\u300d\u0434\u0430\u3002", ["\u300c\u5426\u3002\u300d", "\u0434\u0430\u3002"]),
        ("\u300c\u5426\u3002\u300d\u3041\u3002", ["\u300c\u5426\u3002\u300d\u3041\u3002"]),
        ("\u300c\u5426\u3002\u300d\u309f\u3002", ["\u300c\u5426\u3002\u300d\u309f\u3002"]),
        ("So did I. The rest slept.", ["So did I.", "The rest slept."]),
        ("* * *", []),
        ("", []),
        ("One. Two. * *", ["One.", "Two. * *"]),
        ("-- . One.", ["-- . One."]),
    ],
)
def test_the_sentences_of_one_paragraph(text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in split_sentences(text)] == found
