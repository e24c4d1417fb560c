"""Names in running text: whole words, longest first, case as the name has it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.names import Name, NameIndex, name_index
from sphinx_briefing.model.places import Key
from sphinx_briefing.text.names import MASK, names_in, without_quotations

LAVROV, RUSSIA, NATO, RESET, TALKS = (
    Key("actor", "lavrov"), Key("actor", "russia"), Key("issue", "nato"), Key("term", "reset"), Key("issue", "talks"),
)  # fmt: skip
INDEX = name_index(
    [
        ("Sergey Lavrov", LAVROV), ("Lavrov", LAVROV), ("the Russian minister", LAVROV), ("Russia", RUSSIA),
        ("The Kremlin", RUSSIA), ("NATO expansion", NATO), ("reset", RESET), ("перезагрузка", RESET),
        ("Talks with Iran", TALKS), ("U.S.-Russia pact", TALKS),
    ]
)  # fmt: skip


def found(text: str, index: NameIndex = INDEX) -> list[tuple[str, str]]:
    return [(text[start:end], key.id) for start, end, key in names_in(text, index)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sergey Lavrov and Lavrov’s aide", ["Sergey Lavrov", "Lavrov"]),
        ("Sergey\nLavrov, in Russia.", ["Sergey\nLavrov", "Russia"]),
        ("The Russian minister; the Russian minister", ["The Russian minister", "the Russian minister"]),
        ("what the Kremlin says of Russian aims, Russians and pre-Russia days", ["the Kremlin"]),
        ("lavrov, LAVROV, Lavrovs, Lavrov-like, Lavrov_x", []),
        ("Reset: the reset, a resetting, the reset-era, (reset)", ["Reset", "reset", "reset"]),
        ("NATO expansion, but not Nato expansion or nATO expansion", ["NATO expansion"]),
        ("talks with Iran on a U.S.-Russia pact", ["talks with Iran", "U.S.-Russia pact"]),
        ("слово «перезагрузка», перезагрузкам", ["перезагрузка"]),
        ("NATO expansions, NATO expansions-to-be, NATO expansion_x, NATO expansion5.", []),
        ("the Russian monitors, the Russian minister-x, Lavrov-x", []),
        ("Lavrov", ["Lavrov"]),
        ("-Lavrov, no-Lavrov", []),
        ("", []),
    ],
)
def test_what_counts_as_a_mention(text: str, names: list[str]) -> None:
    assert [words for words, _ in found(text)] == names


def test_a_form_that_two_claim_names_neither() -> None:
    index = name_index([("Minister", LAVROV), ("minister", RUSSIA), ("Lavrov", LAVROV), ("Lavrov", LAVROV)])
    assert found("The Minister Lavrov", index) == [("Lavrov", "lavrov")]


def test_kinds_of_apostrophe_do_not_count() -> None:
    index = name_index([("Russia's generals", RUSSIA)])
    for text in ("Russia’s generals", "Russia's generals"):
        assert found(f"Of {text} today", index) == [(text, "russia")]


def test_a_name_whose_first_word_has_one_letter_may_begin_a_text() -> None:
    assert found("X-ray of X", name_index([("X-ray", RESET)])) == [("X-ray", "reset")]


def test_quotations_are_masked_over_the_pieces_of_a_paragraph() -> None:
    text, quoted = without_quotations("He said “reset", False)
    assert (text, quoted) == (f"He said {MASK * 6}", True)
    text, quoted = without_quotations("now” and reset", quoted)
    assert (text, quoted) == (f"{MASK * 4} and reset", False)
    assert without_quotations('a "b" «c» d', False)[0] == f"a {MASK * 3} {MASK * 3} d"


@given(st.text("Lavrov Rusi-.“”\"'’\n", max_size=60), st.booleans())
def test_every_place_fits_and_nothing_overlaps(text: str, quoted: bool) -> None:
    masked, _ = without_quotations(text, quoted)
    assert len(masked) == len(text)
    spans = [(start, end) for start, end, _ in names_in(masked, INDEX)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


class Counting(dict[str, tuple[Name, ...]]):
    """An index that counts the names it hands out to be compared."""

    asked = 0

    def get(self, word: str, default: Any = ()) -> Any:
        names = super().get(word, default)
        self.asked += len(names)
        return names


def test_names_that_a_text_does_not_begin_cost_it_nothing() -> None:
    text = "Actor 17 met Lavrov in Russia over the reset. " * 20
    few, many = Counting(INDEX), Counting(INDEX)
    many.update(name_index((f"Person{number} of {number}", Key("actor", str(number))) for number in range(5000)))
    assert list(names_in(text, few)) == list(names_in(text, many))
    assert many.asked == few.asked > 0
