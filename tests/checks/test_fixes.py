"""Where a fix stands in a file, when it may be made, and that nothing else changes."""

from __future__ import annotations

import pytest

from sphinx_briefing.checks.fixes import located, mended
from sphinx_briefing.model.findings import Code, Fix, error
from sphinx_briefing.model.places import Place


def place(line: int, before: str, after: str, *lines: str) -> Fix | None:
    finding = error(Code.REFERENCE, Place("p", line), "m", fix=Fix("p.md", line, before, after))
    return located((finding,), lambda path: lines if path == "p.md" else ())[0].fix


@pytest.mark.parametrize(
    ("line", "before", "lines", "where"),
    [
        (1, "marhs", ("The chair is {actor}`marhs`.",), (1, 22)),
        (1, "marhs", ("The {actor}`chair <marhs>` spoke.",), (1, 20)),
        (1, "marhs", (":::{event} e 2009", ":place: Hall", ":actors: marhs, north", "marhs"), (2 + 1, 10)),
        (1, "@#p9s9", ('> @#p9s9 "exact words"',), (1, 3)),
        (1, "@", ('> @ "exact @ words"',), (1, 3)),
        (1, "“exact words”", ("> @#p1s1 “exact words”",), (1, 10)),
        (2, ":stnace:", (":::{position} a", ":stnace: opposes"), (2, 1)),
    ],
)
def test_a_fix_is_found_where_it_stands_once(
    line: int, before: str, lines: tuple[str, ...], where: tuple[int, int]
) -> None:
    found = place(line, before, "x", *lines)
    assert found is not None
    assert (found.line, found.column) == where


@pytest.mark.parametrize(
    ("line", "before", "lines"),
    [
        (1, "marhs", ("{actor}`marhs` and {actor}`marhs`",)),
        (1, "marhs", ("{actor}`marhsh` and {actor}`the-marhs`",)),
        (1, "marhs", ('> @#p1s1 "so marhs said"',)),
        (1, "marhs", ("> @#p1s1 marhs",)),
        (1, "marhs", ('{quote}`@ "so marhs said"`',)),
        (1, "@", ('> @quay "words"',)),
        (1, "@", ('> @#p1s1 "words"',)),
        (0, "marhs", ("marhs",)),
        (9, "marhs", ("marhs",)),
    ],
)
def test_a_fix_that_is_not_certain_is_taken_away(line: int, before: str, lines: tuple[str, ...]) -> None:
    assert place(line, before, "x", *lines) is None


def test_a_file_that_cannot_be_read_has_no_fix() -> None:
    finding = error(Code.REFERENCE, Place("p", 1), "m", fix=Fix("q.md", 1, "marhs", "marsh"))
    assert located((finding,), lambda path: ())[0].fix is None


def test_only_what_is_fixed_changes() -> None:
    text = "one\r\ntwo `a` and `bb`\r\n\r\nend"
    fixes = [Fix("p", 2, "a", "alpha", 6), Fix("p", 2, "bb", "beta", 14), Fix("p", 4, "end", "", 1)]
    assert mended(text, fixes) == "one\r\ntwo `alpha` and `beta`\r\n\r\n"
    assert mended(text, [fixes[0], fixes[0]]) == text.replace("`a`", "`alpha`")
    assert mended(text, []) == text
