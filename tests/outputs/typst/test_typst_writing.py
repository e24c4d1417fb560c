"""Small trees, and what is written for them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from docutils import nodes

from sphinx_briefing.outputs.typst import parts
from sphinx_briefing.outputs.typst.compile import TEMPLATE
from sphinx_briefing.outputs.typst.figures import length
from sphinx_briefing.outputs.typst.frontmatter import first_day, shown_date
from sphinx_briefing.outputs.typst.literals import call, literal, runs, verbatim
from sphinx_briefing.outputs.typst.tables import leading_cells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('say "no"', r'"say \"no\""'),
        ("back\\slash", r'"back\\slash"'),
        ("two\n  lines", '"two lines"'),
        ("no\u00a0break", '"no\u00a0break"'),
        ("bell\x07", '"bell"'),
        ("#let x = [", '"#let x = ["'),
    ],
)
def test_literal(text: str, expected: str) -> None:
    assert literal(text) == expected


def test_verbatim_keeps_lines() -> None:
    assert verbatim("a\n\tb") == r'"a\n\tb"'


def test_call() -> None:
    assert call("rule", None) == "#rule()"
    assert call("emph", '#"x"') == '#emph[#"x"]'
    assert call("cell", "", "1", row_span="2", gone=None) == "#cell(1, row-span: 2)[]"


def test_runs_of_one_script() -> None:
    assert list(runs("the Совет Безопасности, voted")) == [("", "the "), ("ru", "Совет Безопасности"), ("", ", voted")]


@pytest.mark.parametrize(
    ("width", "expected"),
    [("60%", "60%"), ("40px", "30pt"), ("40", "30pt"), ("2.5cm", "2.5cm"), ("wide", None), (None, None)],
)
def test_length(width: str | None, expected: str | None) -> None:
    assert length(width) == expected


def test_print_leaves_out_the_way_to_the_original() -> None:
    """Its address would fill the margin beside the words."""
    assert "original" in parts.UNPRINTED
    assert not parts.UNPRINTED & (parts.BLOCK_PARTS | parts.PHRASE_PARTS)


def row(*spans: dict[str, int]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", **span) for span in spans))


def test_leading_cells_allow_for_spans() -> None:
    rows: list[nodes.Node] = [row({}, {}, {}), row({"morerows": 1}, {}, {}), row({}, {}), row({"morecols": 1}, {})]
    assert leading_cells(rows, 3, 1) == [1, 1, 0, 1]
    assert leading_cells(rows, 3, 0) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2009-09-21", "21\u00a0September\u00a02009"),
        ("2009-09", "September\u00a02009"),
        ("2009", "2009"),
        ("long ago", "long ago"),
    ],
)
def test_dates(written: str, shown: str) -> None:
    assert shown_date(written, "en") == shown
    assert (first_day(written) is None) == (written == "long ago")


def template_functions() -> set[str]:
    found: set[str] = set()
    for path in TEMPLATE.glob("*.typ"):
        found.update(re.findall(r"^#let ([a-z-]+)\(", path.read_text(encoding="utf-8"), re.MULTILINE))
    return found


def test_every_part_is_a_function_of_the_template() -> None:
    assert template_functions() >= parts.BLOCK_PARTS | parts.PHRASE_PARTS


def test_everything_written_is_defined(catalogue: Any, parts: Any) -> None:
    builtin = {"par", "emph", "strong", "sub", "super", "strike"}
    for printed in (catalogue, parts):
        plain = re.sub(r'"(?:\\.|[^"\\])*"', '""', printed.source)
        called = set(re.findall(r"#([a-z-]+)[(\[]", plain)) - {"import", "show"}
        assert called <= template_functions() | builtin


def test_only_tokens_names_a_color_or_a_face() -> None:
    for path in TEMPLATE.glob("*.typ"):
        if path.name != "tokens.typ":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"rgb\(|luma\(|\bSource S|Libertinus|DejaVu", text), path.name


def test_an_extra_argument_breaks_no_part(catalogue: Any, tmp_path: Any) -> None:
    import shutil

    import typst

    from sphinx_briefing.outputs.typst.compile import faces_at_hand

    shutil.copytree(catalogue.out / "typst" / "template", tmp_path / "template")
    calls = [f'#{name}(unheard-of: "x")[#par[x]]' for name in sorted(parts.BLOCK_PARTS)]
    calls += [f'#par[#{name}(unheard-of: "x")[x]]' for name in sorted(parts.PHRASE_PARTS)]
    main = tmp_path / "main.typ"
    main.write_text('#import "template/lib.typ": *\n#set document(title: "x")\n' + "\n".join(calls), encoding="utf-8")
    compiler = typst.Compiler(str(main), root=str(tmp_path), font_paths=faces_at_hand())
    _, warnings = compiler.compile_with_warnings()
    assert [warning.message for warning in warnings] == []


def test_stances_stand_below_each_other_and_their_bases_below_their_words(book: Any) -> None:
    printed = book({"index": "# Page\n\n```{hand-made} conflict\n```\n"})
    words = [word for _, sheet in printed.boxes() for word in sheet]
    begins = {text: left for left, _, text in words}
    assert {
        round(begins[text], 1) for text in ("conflict", "supports", "reported,", "forecast", "opposes", "words")
    } == {round(begins["conflict"], 1)}
    assert "align: center + horizon" in printed.source
