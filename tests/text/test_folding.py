"""Folding: what becomes equal, what stays apart, and the way back."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.text import folding
from sphinx_briefing.text.folding import PARAGRAPH_MARK, fold, paragraph_breaks

TRICKY = st.text(
    st.sampled_from("aeZ5 .,-'\"\n\r\t\u00a0\u00ad\u200b\u200d\ufeff\u2014\u2013\u2029\u201c\u2019\u00ab\u2026")
    | st.sampled_from(
        "\u0301\u0323\u0308\ufb01\ufb03\u212b\u1100\u1161\u11a8\uac00\u0958\u0344\ud800\U0001d15e\U0002f800"
    )
    | st.characters(),
    max_size=40,
)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("the \u201creset\u201d", 'the "reset"', "quotation marks"),
        ("Russia\u2019s", "Russia's", "quotation marks"),
        ("\u00abreset\u00bb", "'reset'", "quotation marks"),
        ("plan -- Russia", "plan\u2014Russia", "dashes"),
        ("plan \u2013 Russia", "plan \u2014 Russia", "dashes"),
        ("U.S.\u2011Russia", "U.S.-Russia", "dashes"),
        ("missile\u00a0defense", "missile defense", "white space"),
        ("missile\r\n  defense", "missile defense", "white space"),
        ("one\n \n\n two", "one\n\ntwo", "white space"),
        ("cafe\u0301", "caf\u00e9", "composition"),
        ("\u1112\u1161\u11ab", "\ud55c", "composition"),
        ("mis\u00adsile", "missile", "zero-width"),
        ("\u200bmissile\ufeff", "missile", "zero-width"),
        ("o\ufb03ce", "office", "ligature"),
        ("wait\u2026", "wait...", "ellipsis"),
    ],
)
def test_typography_is_folded_and_named(left: str, right: str, name: str) -> None:
    assert fold(left).text == fold(right).text
    changed = {change for side in (left, right) for change in fold(side).folds(-1, len(fold(side).text) + 1)}
    assert name in changed or name == "zero-width"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Reset", "reset"),
        ("cafe", "caf\u00e9"),
        ("reset,", "reset"),
        ("x\u00b2", "x2"),  # NFC, not NFKC
        ("\ufb05", "st"),
        ("one two", "one\n\ntwo"),
        ("re-set", "reset"),
        ("\u202eabc", "abc"),  # a bidirectional override changes what is read
    ],
)
def test_all_else_stays_apart(left: str, right: str) -> None:
    assert fold(left).text != fold(right).text


def test_text_without_typography_is_its_own_fold() -> None:
    folded = fold("U.S.-Russia ties, the Kremlin's court.\n\nNew")
    assert folded.text == folded.original
    assert folded.folds(0, len(folded.text)) == ()


@pytest.mark.parametrize(
    ("text", "needle", "stored"),
    [
        ("the cafe\u0301s of", "caf\u00e9s", "cafe\u0301s"),
        ("an o\ufb03ce is", "office", "o\ufb03ce"),
        ("a   b \u2014  c", "a b-c", "a   b \u2014  c"),
        ("of mis\u00adsile\u00ad x", "missile", "mis\u00adsile"),
        ("e\u200d\u0301 \ufb01n \u201cx\u201d", "fin 'x'", "\ufb01n \u201cx\u201d"),
        ("say\u2026 no", "say... no", "say\u2026 no"),
    ],
)
def test_a_match_maps_back(text: str, needle: str, stored: str) -> None:
    folded = fold(text)
    at = folded.text.index(needle)
    start, end = folded.stored(at, at + len(needle))
    assert text[start:end] == stored
    assert folded.position(start) == at


def test_a_paragraph_break_survives_a_dash() -> None:
    assert fold("one\n\n-- two").text == f"one{PARAGRAPH_MARK}-two"
    assert fold("one --\n\ntwo").text == f"one-{PARAGRAPH_MARK}two"


def test_cutting_through_one_piece_is_noticed() -> None:
    folded = fold("say\u2026 o\ufb03ce")
    assert folded.text == "say... office"
    assert [at for at in range(len(folded.text)) if folded.splits(at)] == [4, 5, 9, 10]


def test_blank_lines_are_paragraph_breaks() -> None:
    text = "a\nb\n\nc\r\nd\r\n\r\ne\u2029f\n \u200b\ng"
    assert [text[start:end] for start, end in paragraph_breaks(text)] == ["\n\n", "\r\n\r\n", "\u2029", "\n \u200b\n"]


def slow_fold(text: str) -> str:
    """The rules once more, one whole pass for each, without a map."""
    text = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text)
    for ligature, spelled in zip("\ufb00\ufb01\ufb02\ufb03\ufb04", ("ff", "fi", "fl", "ffi", "ffl"), strict=True):
        text = text.replace(ligature, spelled)
    text = unicodedata.normalize("NFC", text).replace("\u2026", "...")
    text = re.sub("[\u058a\u05be\u2010-\u2015\u2212\u2e3a\u2e3b\u2e40\ufe58\ufe63\uff0d]", "-", text)
    quotes = (
        '"`\u00b4\u00ab\u00bb\u02bc\u2018-\u201f\u2039\u203a\u2e42\u300c-\u300f\u301d-\u301f\ufe41-\ufe44\uff02\uff07'
    )
    text = re.sub(f"[{quotes}\uff62\uff63]", "'", text)

    def white(found: re.Match[str]) -> str:
        lines = len(re.findall("\r\n|[\n\r\x85\u2028]", found[0]))
        return "\n\n" if lines > 1 or "\u2029" in found[0] else " "

    text = re.sub(r"\s+", white, text)
    text = re.sub(r" ?-(?:[ -]*-)? ?", "-", text)
    return re.sub(r"(\n\n) (?=-)|(?<=-) (\n\n)", r"\1\2", text)


@given(TRICKY)
def test_folding_agrees_with_the_slow_way(text: str) -> None:
    assert fold(text).text == slow_fold(text)


@given(TRICKY)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TRICKY)
def test_every_character_maps_back_to_what_it_came_from(text: str) -> None:
    folded = fold(text)
    assert folded.original == text
    before = (0, 0)
    for at, character in enumerate(folded.text):
        start, end = folded.stored(at, at + 1)
        assert before[0] <= start < end <= len(text)
        assert start >= before[1] or (start, end) == before
        assert character == "\n" or character in fold(text[start:end]).text
        assert folded.position(start) <= at
        before = (start, end)


@given(TRICKY, st.data())
def test_a_span_maps_back_whole(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    if start == end or folded.splits(start) or folded.splits(end):
        return
    first, last = folded.stored(start, end)
    inside = fold(text[first:last]).text
    cut_break = folded.text[start:end].startswith("\n") or folded.text[start:end].endswith("\n")
    assert cut_break or inside == folded.text[start:end]


@given(TRICKY)
def test_a_long_text_is_folded_in_pieces_as_if_in_one(text: str) -> None:
    long = (text + " x ") * 3
    whole = fold(long)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "_BATCH", 2)
        patch.setattr(folding, "_STRETCH", 3)
        pieces = fold(long)
    assert pieces.text == whole.text == slow_fold(long)
    spans = [(at, at + 1) for at in range(len(whole.text))]
    assert [pieces.stored(*span) for span in spans] == [whole.stored(*span) for span in spans]
    assert pieces.changes(0, len(whole.text)) == whole.changes(0, len(whole.text))


def test_what_is_kept_for_speed_changes_nothing() -> None:
    """The same from a cold start, when nothing was worked out before."""
    for kept in (folding._place, folding._is_break, folding._hidden, folding._compose, folding._composing):
        kept.cache_clear()
    assert fold("one\n\n-- two").text == "one\n\n-two"
    assert fold("one -\n- -\n\n - two").text == "one-\n\n-two"
    assert fold("one -- -- two \u2013\n\u2013 three").text == "one-two-three"
    assert fold("cafe\u0301 \u1112\u1161\u11ab e\u0323\u0301x \u212b \U0001d15e").text == (
        "caf\u00e9 \ud55c \u1eb9\u0301x \u00c5 \U0001d157\U0001d165"
    )
    assert fold("o\ufb03ce mis\u00adsile").text == "office missile"


def test_changes_are_those_inside_a_span() -> None:
    folded = fold("a\u200b \u201cb\u201d\u2009c\u200b")
    assert folded.text == "a 'b' c"
    inside = [(change.fold, change.offset, change.original) for change in folded.changes(0, 7)]
    assert inside == [
        ("quotation marks", 2, "\u201c"),
        ("quotation marks", 4, "\u201d"),
        ("white space", 5, "\u2009"),
        ("zero-width", 1, "\u200b"),
    ]
    assert [change.offset for change in folded.changes(2, 5)] == [0, 2]
    assert folded.changes(3, 4) == ()
    assert folded.changes(6, 7) == ()  # what was removed at the very edge lies outside
    assert folded.changes(1, 2) == ()
    assert folded.folds(4, 6) == ("quotation marks", "white space")


def pieces(text: str) -> list[str]:
    """What each character of the folded text was."""
    folded = fold(text)
    return [text[slice(*folded.stored(at, at + 1))] for at in range(len(folded.text))]


def test_a_mark_that_joins_nothing_is_no_change() -> None:
    text = "q\u0301 cafe\u0301 x\u0301 e\u0301"
    folded = fold(text)
    assert folded.text == "q\u0301 caf\u00e9 x\u0301 \u00e9"
    assert [(change.offset, change.original) for change in folded.changes(0, 12)] == [(6, "e\u0301"), (11, "e\u0301")]
    assert pieces(text) == ["q", "\u0301", " ", "c", "a", "f", "e\u0301", " ", "x", "\u0301", " ", "e\u0301"]


def test_only_the_letter_that_a_mark_joins_is_changed() -> None:
    assert pieces("мо\u0438\u0306 дом") == ["м", "о", "\u0438\u0306", " ", "д", "о", "м"]
    assert pieces("\u1f72\u1f71") == ["\u1f72", "\u1f71"]  # of two accented letters the one that has another spelling


def test_an_empty_span_maps_to_an_empty_span() -> None:
    folded = fold("a\u2026b")
    assert folded.stored(0, 0) == (0, 0)
    assert folded.stored(4, 4) == (2, 2)
    assert fold("a\u200bb").stored(1, 1) == (2, 2)  # behind what was removed
    assert [folded.position(at) for at in range(4)] == [0, 1, 4, 5]


def test_what_stands_between_stretches_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "_STRETCH", 3)
    monkeypatch.setattr(folding, "_BATCH", 2)
    for text in ("barn barn cafe\u0301", "cafe\u0301s barn barn cafe\u0301s barn"):
        folded = fold(text)
        assert folded.text == unicodedata.normalize("NFC", text)
        at = folded.text.rindex("caf\u00e9")
        assert folded.stored(at, at + 4) == (text.rindex("c"), text.rindex("c") + 5)


def test_stretches_are_composed_each_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "_STRETCH", 3)
    folded = fold("cafe\u0301 bar cafe\u0301 bar a\u212b")
    assert folded.text == "caf\u00e9 bar caf\u00e9 bar a\u00c5"
    assert [(change.offset, change.original) for change in folded.changes(0, len(folded.text))] == [
        (3, "e\u0301"),
        (12, "e\u0301"),
        (19, "\u212b"),
    ]
