"""The pages are read for slips of the pen. Names and words of other languages stand in `words.txt`."""

from __future__ import annotations

import re
from pathlib import Path

from spellchecker import SpellChecker

from book.pages import ROOT, SOURCE

KNOWN = Path(__file__).with_name("words.txt")

_NOT_PROSE = (
    re.compile(r"^---\n.*?\n---\n", re.DOTALL),  # front matter
    re.compile(r"^:(?!also|native|said|role|gloss|scope|condition|variant)[a-z-]+:.*$", re.MULTILINE),  # other options
    re.compile(r"^:{3,}.*$", re.MULTILINE),
    re.compile(r"^> @.*$", re.MULTILINE),
    re.compile(r"\{cite\}`[^`]*`"),
    re.compile(r"<[^>]*>"),  # the target of a role
    re.compile(r"\{[\w.-]+\}"),
    re.compile(r"\b[\w-]+\.(?:md|yaml)\b"),
)


def prose() -> dict[str, set[str]]:
    """Every word of the book, in small letters, with the pages on which it stands."""
    found: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.md")):
        text = path.read_text("utf-8")
        for pattern in _NOT_PROSE:
            text = pattern.sub(" ", text)
        for word in re.findall(r"[A-Za-z]+(?:’[a-z]+)?", text):
            plain = word.replace("’", "'").removesuffix("'s").lower()
            found.setdefault(plain, set()).add(path.relative_to(ROOT).as_posix())
    return found


def test_every_word_is_spelled_the_us_way() -> None:
    known = set(KNOWN.read_text("utf-8").lower().split())
    checker = SpellChecker(language="en")
    found = prose()
    assert len(found) > 1000
    unknown = {word: sorted(found[word]) for word in checker.unknown(found) if word not in known and len(word) > 1}
    assert unknown == {}


def test_the_word_list_holds_only_words_of_the_book() -> None:
    known = KNOWN.read_text("utf-8").split()
    assert known == sorted(set(known), key=str.lower)
    assert set(map(str.lower, known)) <= set(prose())


def test_no_word_is_doubled() -> None:
    doubled = re.compile(r"\b([a-z]+)\s+\1\b", re.IGNORECASE)
    for path in sorted(SOURCE.rglob("*.md")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            found = doubled.search(line)
            assert found is None or found[1].lower() in {"that", "had"}, f"{path}:{number}: {found and found[0]}"
