"""What an editor may get wrong on a page: each mistake is one finding, at its line, that says how to mend it.

The mistakes themselves stand in `mistakes.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import BookCopy

PAGE = "source/source.md"


@dataclass(frozen=True)
class Mistake:
    """Words for a page, and the finding that they make: its line in them, its code, words of its message."""

    words: str
    line: int
    code: str
    message: str


def _mistakes() -> Iterator[tuple[str, Mistake]]:
    text = Path(__file__).with_name("mistakes.txt").read_text("utf-8")
    for entry in text.split("=== ")[1:]:
        name, _, rest = entry.partition("\n")
        words, _, expected = rest.rpartition("\n--- ")
        line, code, message = expected.strip().split(maxsplit=2)
        yield name, Mistake(words + "\n", int(line), code.rstrip(":"), message)


MISTAKES = dict(_mistakes())


def appended(book: BookCopy, words: str) -> int:
    """Append words to a page; returns the number of the line before them."""
    text = book.read_text(PAGE) + "\n## Tried\n\n"
    book.write(PAGE, text + words)
    return text.count("\n")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_finding_at_its_line(built: BookCopy, name: str) -> None:
    mistake = MISTAKES[name]
    line = appended(built, mistake.words) + mistake.line
    lines = built.check_lines()
    start = f"{PAGE}:{line}: error[brief.{mistake.code}]: "
    assert len([text for text in lines if text.startswith(start) and mistake.message in text]) == 1, lines
    # A stance that is unknown may also be called missing; nothing further off follows from one mistake.
    assert all(text.startswith(f"{PAGE}:{line}: ") for text in lines), lines


def test_all_mistakes_at_once(built: BookCopy) -> None:
    """Nothing stops at the first, nothing hides another, and nothing is published."""
    before = built.published()
    own_ids = (
        re.sub(r"\b([cedjq])-0?[19]\b(?=[ \n])", rf"\1-{number}", mistake.words)
        for number, mistake in enumerate(MISTAKES.values(), 10)
    )
    appended(built, "\n".join(own_ids))
    result = built.build()
    assert result.code == 1
    assert "Traceback" not in result.err
    found = result.err.splitlines()
    assert all(line.startswith(f"{PAGE}:") for line in found), result.err
    for name, mistake in MISTAKES.items():
        message = re.sub(r"`c-1`", "`c-", mistake.message).partition("`c-")[0]
        assert any(f"error[brief.{mistake.code}]" in line and message in line for line in found), name
    assert built.published() == before


def test_an_id_declared_twice_names_both_places(built: BookCopy) -> None:
    appended(built, ':::{event} presentation 2031-05-01\nSo.\n\n> @#p1s1 "deepen the north channel"\n:::\n')
    _, (finding,) = built.check()
    there, here = (built.line_of(page, "{event} presentation") for page in ("source/actors/mayor.md", PAGE))
    assert finding["place"] == {"path": PAGE, "line": here}
    assert finding["related"] == [{"path": "source/actors/mayor.md", "line": there, "message": "declared here first"}]


def test_a_word_right_under_the_fence_around_it_has_its_own_line(built: BookCopy) -> None:
    """MyST counts one line too many for a directive on the first line of another's body."""
    appended(built, "::::{layer} context\n:::{claim} rehn-tides\nSo.\n\n> @tides\n:::\n::::\n")
    _, (finding,) = built.check()
    assert finding["place"]["line"] == built.line_of(PAGE, "rehn-tides")


def test_evidence_far_down_a_nested_body_has_its_own_line(built: BookCopy) -> None:
    appended(
        built,
        '::::{layer} context\nText.\n\n:::{claim} c-1\nSo.\n\nAnd so.\n\n> @#p1s1 "deepen the north channel"\n'
        '> @#p1s1 "deepen the south channel by two meters"\n:::\n::::\n',
    )
    (line,) = built.check_lines()
    assert line.startswith(f"{PAGE}:{built.line_of(PAGE, 'south channel')}: error[brief.quote-altered]")


def test_front_matter_that_is_not_yaml(built: BookCopy) -> None:
    built.write("source/words.md", "---\nsource: [herald\n---\n" + built.read_text("source/words.md"))
    code, found = built.check()
    assert code == 1
    assert {item["place"]["path"] for item in found} == {"source/words.md"}
    assert "brief.markup" in {item["code"] for item in found}
    assert built.check() == (code, found)


def test_a_source_in_front_matter_that_does_not_exist(built: BookCopy) -> None:
    built.write("source/words.md", "---\nsource: gazette\n---\n" + built.read_text("source/words.md"))
    code, found = built.check()
    assert code == 1
    found = [item for item in found if item["severity"] == "error"]  # what it used of the herald is unused now
    assert {item["code"] for item in found} == {"brief.source-unknown"}
    assert found[0]["place"]["line"] == built.line_of("source/words.md", "@#p4s2")
