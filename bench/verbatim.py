"""What the rules let pass of one text, told without the code that is measured: a slow and plain second opinion.

An alteration is only one if what comes of it stands nowhere in the source. So an altered stretch of words is looked for
in the text once more, by other means: everything folded by plain replacement, then an ordinary search that begins and
ends with whole words. What is found here, or found but for the first letter's case or one final mark, is allowed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
QUOTES = "\"'`´«»ʼ‘’‚‛“”„‟‹›「」『』〝〞＂＇"
HYPHENS = "-‐‑‒–−﹣－"
LONG_DASHES = "—―⸺⸻﹘"

_BEFORE, _AFTER = "'([", "'.,;:)]?!"
_GAP = re.compile(rf"[{HYPHENS}{LONG_DASHES}\s]+")
_MARKS = re.compile(r"\s*\[\s*\.\.\.\s*\]\s*|\s*\.\.\.\s*")


def plain(text: str) -> str:
    """The text without invisible characters, composed, with one form of each mark; dashes and white space stay."""
    text = text.translate(dict.fromkeys(map(ord, INVISIBLE)))
    for ligature, letters in LIGATURES.items():
        text = text.replace(ligature, letters)
    text = unicodedata.normalize("NFC", text).replace("…", "...")
    return text.translate(dict.fromkeys(map(ord, QUOTES), "'"))


class Verbatim:
    """One source's text, ready to be asked what stands in it."""

    def __init__(self, text: str) -> None:
        self._starts: set[int] = set()
        self._ends: set[int] = set()
        pieces: list[str] = []
        length, signed = 0, False
        for word, between, sign in _words(plain(text)):
            self._starts |= {length + at for at in _openings(word) if not (signed and at == 0)}
            self._ends |= {length + at for at in _closings(word)}
            pieces += (word, between)
            length += len(word) + len(between)
            signed = sign
            if between == "-":
                self._starts.add(length - 1)
                self._ends |= {length} if not sign else set()
        self._text = "".join(pieces)

    def allows(self, words: str) -> bool:
        """Whether the words stand here; of words with marks of omission, whether each part does."""
        return all(self._stands(part) for part in _MARKS.split(plain(words)) if part.strip())

    def _stands(self, part: str) -> bool:
        asked = "".join(word + between for word, between, _ in _words(part)).strip()
        shorter = asked[:-1].rstrip() if asked[-1:] in {",", ".", ";"} else asked
        return any(
            self._whole(form) for words in (asked, shorter) for form in (words, words[:1].swapcase() + words[1:])
        )

    def _whole(self, words: str) -> bool:
        at = self._text.find(words) if words else -1
        while at >= 0:
            if at in self._starts and at + len(words) in self._ends:
                return True
            at = self._text.find(words, at + 1)
        return False


def _words(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each word, hyphens made one, with what stands between it and the next: a space, a dash or a paragraph's end.

    The last tells whether that is the sign of a number. A hyphen alone between two letters is part of a word.
    """
    at = 0
    for gap in _GAP.finditer(text):
        run = gap[0]
        dash = any(character in HYPHENS + LONG_DASHES for character in run)
        if len(run) == 1 and run in HYPHENS and gap.start():
            continue
        broken = len(re.findall(r"\r\n|[\n\r\x85\u2028]", run)) > 1 or "\u2029" in run
        sign = run[-1] in HYPHENS and text[gap.end() : gap.end() + 1].isdigit()
        yield _hyphened(text[at : gap.start()]), "-" if dash else "\n\n" if broken else " ", sign
        at = gap.end()
    yield _hyphened(text[at:]), "", False


def _hyphened(word: str) -> str:
    return re.sub(f"[{HYPHENS}]", "-", word)


def _openings(word: str) -> Iterator[int]:
    """Where words may begin: at the first letter or digit, or with marks before it; a sign belongs to its number."""
    for at, character in enumerate(word):
        yield at
        sign = character in ".-" or unicodedata.category(character) in {"Sc", "Sm"}
        if character.isalnum() or (sign and word[at + 1 : at + 2].isdigit() and word[at - 1 : at] != "."):
            break
    yield from range(len(word.rstrip(_AFTER)), len(word))


def _closings(word: str) -> Iterator[int]:
    yield from range(1, len(word) - len(word.lstrip(_BEFORE)) + 1)
    for at in range(len(word), 0, -1):
        yield at
        if word[at - 1].isalnum() or word[at - 1] in "%°+":
            return
