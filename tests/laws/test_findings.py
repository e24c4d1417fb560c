"""Law 4: a finding survives an unchanged rebuild, those met while reading included, and fails the build every time."""

from __future__ import annotations

import pytest

from conftest import BookCopy

#: What is put on a page, and the code of the finding that it makes.
WRONG = {
    "unknown directive": (":::{actr} nobody\n:::\n", "brief.markup"),
    "unknown role": ("A {roll}`x` here.\n", "brief.markup"),
    "broken option": ("```{image} images/harbor.svg\n:width: several\n```\n", "brief.markup"),
    "unknown option": (":::{event} e-1 2031-01-01\n:plaice: Here\nIt was.\n\n> @tides\n:::\n", "brief.option-unknown"),
    "altered quotation": ('The plan: {quote}`@#p1s1 "a plan to deepen the south channel"`.\n', "brief.quote-altered"),
    "unknown actor": ("See {actor}`nobody`.\n", "brief.reference-unknown"),
    "unknown source": ("See {cite}`@nowhere`.\n", "brief.source-unknown"),
    "evidence": (":::{claim} c-1\nSo it is.\n\n> @#p1s1 “the north channel”\n:::\n", "brief.evidence-syntax"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_finding_is_found_again(built: BookCopy, name: str) -> None:
    words, code = WRONG[name]
    built.write("source/words.md", built.read_text("source/words.md") + "\n## Wrong\n\n" + words)
    before = built.published()
    first = built.build()
    assert first.code == 1
    assert first.read == ("words",)
    assert code in first.err
    found = built.check()
    assert found[0] == 1
    assert [item["code"] for item in found[1]] == [code]
    assert found[1][0]["place"]["path"] == "source/words.md"
    second = built.build()
    assert (second.code, second.read, second.err) == (1, (), first.err)
    assert built.check() == found
    assert built.published() == before


def test_all_findings_come_at_once_and_go_when_mended(built: BookCopy) -> None:
    good = built.read_text("source/words.md")
    built.write("source/words.md", good + "\n## Wrong\n\n" + "\n".join(words for words, _code in WRONG.values()))
    before = built.published()
    _, found = built.check()
    assert sorted(item["code"] for item in found) == sorted(code for _words, code in WRONG.values())
    lines = [item["place"]["line"] for item in found]
    assert len(set(lines)) == len(lines)
    assert lines == sorted(lines)
    built.write("source/words.md", good)
    assert built.check() == (0, [])
    assert built.build().code == 0
    assert built.published() == before


def test_a_finding_about_a_seed_is_found_again_without_reading(built: BookCopy) -> None:
    built.edit("seeds/herald.txt", "two meters", "two metres")
    first, second = built.build(), built.build()
    assert (first.code, first.read) == (1, ())
    assert "brief.seed-changed" in first.err
    assert (second.code, second.read, second.err) == (1, (), first.err)


def test_a_warning_while_writing_is_given_again(built: BookCopy) -> None:
    """Sphinx looks for a term when it writes the page, and would not write the page a second time."""
    built.write("source/words.md", built.read_text("source/words.md") + "\nA {term}`breakwater`.\n")
    first, second = built.build(), built.build()
    assert first.code == second.code == 0
    assert "breakwater" in first.err
    assert second.err == first.err
    assert (second.read, set(second.written)) == ((), {"words", "index"})  # and the page whose contents list it
