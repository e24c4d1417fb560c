"""Which values an option of Sphinx can have, by what it is by default and what it may be besides."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_briefing.domain.stock_options import Kind, fits, misfits


@pytest.mark.parametrize(
    ("value", "kind", "good"),
    [
        ("en", Kind("en", ()), True),
        (None, Kind("en", ()), True),
        (3, Kind("en", ()), False),
        ([], Kind([], ()), True),
        ((), Kind([], ()), False),
        ((), Kind([], (tuple,)), True),
        (None, Kind([], ()), False),
        (None, Kind(None, (str,)), True),
        ("icon.svg", Kind(None, (str,)), True),
        (3, Kind(None, (str,)), False),
        (True, Kind(1, ()), True),
        (1, Kind(True, ()), False),
    ],
)
def test_what_fits(value: Any, kind: Kind, good: bool) -> None:
    assert fits(value, kind) is good


def test_each_that_does_not_fit_has_its_line_and_what_to_write() -> None:
    kinds = {"today": Kind("", ()), "logo": Kind(None, (list, str)), "odd": Kind((), (frozenset,)), "own": Kind(1j, ())}
    values = {"today": 5, "logo": 1.5, "odd": "a", "own": "x", "unknown": 3}
    found = list(misfits(kinds, values, {"today": 2, "logo": 3}))
    assert [(item.place.line, item.message, item.hint) for item in found] == [
        (2, "`today`: `5` is not text", 'write `today = "5"`'),
        (3, "`logo`: `1.5` is not text", 'write `logo = "1.5"`'),
        (0, "`odd`: `'a'` is not a list", "write `odd = ['a']`"),
        (0, "`own`: `'x'` is not a value of type `complex`", "write `own = 1j`"),
    ]
