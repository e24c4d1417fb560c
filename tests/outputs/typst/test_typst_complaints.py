"""What goes wrong is told at the line it is about, and never costs the last good PDF."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_briefing.outputs.typst.builder import PdfNotMadeError
from sphinx_briefing.outputs.typst.diagnostics import Complaint, complaints


def warning_of(printed: Any, kind: str) -> str:
    found = [line for line in printed.warnings if f"[brief.{kind}]" in line]
    assert len(found) == 1, printed.warnings
    return str(found[0])


def test_unknown_node_keeps_its_words(book: Any) -> None:
    printed = book({"index": "# Page\n\n```{hand-made} strange\n```\n"})
    line = warning_of(printed, "print-node")
    assert "index.md:3" in line
    assert "<strange_thing>" in line
    assert '#par[#"Strange words"]' in printed.source


def test_unknown_part_keeps_its_words(book: Any) -> None:
    printed = book({"index": "# Page\n\n```{hand-made} strange_part\n```\n"})
    assert "'oracle'" in warning_of(printed, "print-node")
    assert "Words of an oracle" in printed.source


def test_image_without_alternative(book: Any) -> None:
    printed = book({"index": "# Page\n\n```{image} dot.svg\n```\n", "other": "---\norphan: true\n---\n# Other\n"})
    assert any("dot.svg" in line for line in printed.warnings)


def test_link_to_an_unbound_page(book: Any) -> None:
    printed = book({"index": "# Page\n\nGo to {doc}`other`.\n", "other": "---\norphan: true\n---\n# Other page\n"})
    assert "index.md:3" in warning_of(printed, "print-link")
    assert '#"Other page"' in printed.source
    assert "#xref(" not in printed.source


def test_characters_without_a_glyph_are_all_told_where_they_stand(book: Any) -> None:
    with pytest.raises(PdfNotMadeError) as failed:
        book({"index": "# Page\n\nPlain.\n\nA word in 漢字 here.\n\n- `字`\n"})
    found = {(item.path, item.place.line, item.message.rpartition("character ")[2]) for item in failed.value.findings}
    assert found == {
        ("index.md", 5, "`漢` (U+6F22)"),
        ("index.md", 5, "`字` (U+5B57)"),
        ("index.md", 7, "`字` (U+5B57)"),
    }


def test_the_faces_have_what_a_briefing_needs(book: Any) -> None:
    assert "ёђћқў№→☐☑—’“" in book({"index": "# Page\n\nёђћқў№→☐☑—’“\n"}).text


def test_raw_typst_is_not_run(book: Any) -> None:
    printed = book({"index": '# Page\n\n```{raw} typst\n#panic("run")\n```\n'})
    assert "index.md:3" in warning_of(printed, "print-raw")
    assert "panic" not in printed.source


def test_footnote_nobody_calls(book: Any) -> None:
    text = "# Page\n\nWords.\n\n```{eval-rst}\n.. [9] A lonely note.\n```\n"
    printed = book({"index": text})
    assert any("[brief.print-footnote]" in line for line in printed.warnings)
    assert "A lonely note." in printed.source


def test_failed_build_keeps_the_last_good_pdf(book: Any) -> None:
    good = book({"index": "# Page\n\nPlain.\n"}).path
    before = good.read_bytes()
    with pytest.raises(PdfNotMadeError):
        book({"index": "# Page\n\nNow 漢.\n"})
    assert good.read_bytes() == before
    assert [path.name for path in good.parent.glob("*.part")] == []


def test_complaint_finds_its_markdown_line() -> None:
    source = "a\n//@ pages/one.md:7\n#par[x]\n//@ pages/two.md:12\n#boom[\n]\n"
    spoken = "error: unknown variable: boom\n  ┌─ ../out/typst/book.typ:5:1\n  │\n"
    spoken += "warning: odd\n  ┌─ /x/template/page.typ:3:1\n"
    assert complaints(spoken, source, "book.typ") == [
        Complaint("error", "Typst: unknown variable: boom", "pages/two.md", 12),
        Complaint("warning", "Typst: odd"),
    ]
