"""Names linked by themselves, on paper: each at its first mention only, never in a quotation, and never stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import BookCopy
from laws.clean import assert_clean
from laws.edits import set_option
from print.paper import read

PAGE = """# Of the harbor

“Quorndon,” wrote the clerk, “is Quorndon.”

> Quorndon in a quotation.

Quorndon came, and Quorndon left.

## Quorndon again

Zwelling met Quorndon.
"""


def mentions(book: BookCopy, name: str) -> list[bool]:
    """Each mention of a name on the sheets of the page, in reading order: whether it is a link."""
    with read(book.root / "build/pdf/briefing.pdf") as paper:
        sheets = paper.spans()["Of the harbor"]
        return [
            any(link.holds(word) for link in paper.links if link.page == leaf.number)
            for leaf in paper.leaves
            if leaf.number in sheets
            for word in leaf.words
            if name in word.text
        ]


@pytest.mark.slow
@pytest.mark.print
def test_printed_names_are_linked_once_and_follow_every_edit(built: BookCopy, tmp_path: Path) -> None:
    set_option(built, "brief_autolink = True")
    built.edit("source/actors/mayor.md", ":also: Brandt; the mayor", ":also: Brandt; the mayor; Quorndon")
    built.write("source/harbor.md", PAGE)
    built.edit("source/index.md", "\nwords\nsource\n", "\nwords\nharbor\nsource\n")
    result = built.build("pdf")
    assert result.code == 0, result.err
    assert mentions(built, "Quorndon") == [False, False, False, True, False, False, False]
    assert mentions(built, "Zwelling") == [False]

    built.edit("source/actors/mayor.md", "; Quorndon", "; Zwelling")  # the page itself is not read
    assert built.build("pdf").read == ("actors/mayor",)
    assert not any(mentions(built, "Quorndon"))
    assert mentions(built, "Zwelling") == [True]
    assert_clean(built, tmp_path / "clean", "pdf")
