"""Russian names in Latin letters: BGN/PCGN 1947, and the simplified form in which the press writes it.

A table of our own, since it is short and exact: the letters by the published system, the rules for е and ё, and the
three simplifications that papers make (no marks for ъ and ь, -y for -iy and -yy, yo for ë). Other alphabets have no
form here.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_LETTERS: Final = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya ë".split(),  # noqa: SIM905
        strict=True,
    )
)
#: After these, and at the beginning of a word, е is ye and ё is yë.
_BEFORE_YE: Final = frozenset("аеёиоуыэюяйъь")
_WORD: Final = re.compile(r"[\u0400-\u052f\u0301]+")
#: The press writes one y for -iy and -yy.
_PRESS_DROPS: Final = re.compile(r"[iy](?=y$)", re.IGNORECASE)
#: What two spellings of one romanization may differ in: kinds of apostrophe, and the point that parts t·s from ts.
_MARKS: Final = str.maketrans({"'": "’", "ʹ": "’", "ʼ": "’", "‘": "’", '"': "”", "ʺ": "”", "“": "”", "·": None})


class Romanized(NamedTuple):
    """A Russian text in Latin letters: by the letter (`strict`), and as the press writes it (`press`)."""

    strict: str
    press: str


def romanize(text: str) -> Romanized | None:
    """Both forms of a Russian text; None when a letter of it is not in the Russian alphabet, or none is Cyrillic."""
    words = _WORD.findall(text)
    if not words or not all(letter.casefold() in _LETTERS or letter == "\u0301" for word in words for letter in word):
        return None
    strict = _WORD.sub(lambda found: _word(found[0]), text)
    press = _WORD.sub(lambda found: _simplified(_word(found[0])), text)
    return Romanized(strict, press)


def _word(word: str) -> str:
    word = word.replace("\u0301", "")  # the mark of stress
    capitals = len(word) > 1 and word.isupper()
    found = []
    for at, letter in enumerate(word):
        small = letter.casefold()
        latin = _LETTERS[small]
        if small in "её" and (at == 0 or word[at - 1].casefold() in _BEFORE_YE):
            latin = f"y{latin}"
        if letter != small:
            latin = latin.upper() if capitals else latin.capitalize()
        found.append(latin)
    return "".join(found)


def _simplified(word: str) -> str:
    bare = word.replace("’", "").replace("”", "")
    for own, common in (("yë", "yo"), ("Yë", "Yo"), ("YË", "YO"), ("ë", "yo"), ("Ë", "YO")):
        bare = bare.replace(own, common)
    return _PRESS_DROPS.sub("", bare)


def same_romanization(written: str, computed: str) -> bool:
    """Whether a spelling is the computed one. Capitals, kinds of apostrophe and the parting point do not count."""
    return _compared(written) == _compared(computed)


def part_of_name(written: str, computed: str) -> bool:
    """Whether the words of a written name stand in the computed one, in order: a patronymic may be left out."""
    rest = iter(_compared(computed).split())
    return all(word in rest for word in _compared(written).split())


def _compared(text: str) -> str:
    return " ".join(text.translate(_MARKS).casefold().split())
