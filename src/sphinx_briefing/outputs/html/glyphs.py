"""The drawn marks of the pages: a sign for each stance and the cells of a likelihood, as static SVG.

They are elements, not backgrounds, so that they print and survive forced colors. Each is hidden from
assistive technology, because the word beside it says the same.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_STANCES: Final = {
    "supports": '<circle class="f" cx="8" cy="8" r="6.2"/>',
    "opposes": '<path class="s3" d="M3 3l10 10M13 3L3 13"/>',
    "conditional": '<circle class="s" cx="8" cy="8" r="6"/><path class="f" d="M8 2a6 6 0 0 0 0 12z"/>',
    "mixed": '<path class="f" d="M2 2h12L2 14z"/><path class="s" d="M2 2h12v12H2z"/>',
    "ambiguous": '<path class="s" d="M2 9c2-5 4-5 6-1s4 4 6-1"/>',
    "none-stated": '<circle class="s" cx="8" cy="8" r="6"/>',
    "conflict": '<path class="s" d="M2 5.5h12M2 10.5h12M11 2L5 14"/>',
    "was": '<path class="s" d="M14 8H3M7 3.5L2.5 8 7 12.5"/>',
    "later": '<path class="s" d="M3 3.5L7.5 8 3 12.5M8.5 3.5L13 8l-4.5 4.5"/>',
}
_HIDDEN: Final = 'aria-hidden="true" focusable="false"'
#: A scale of seven steps, such as ICD 203, makes a bar of this width; others are as much longer or shorter.
_STEPS: Final = 7


def stance_sign(stance: str) -> str:
    """The sign of `stance` (a key such as `none-stated`; `was` and its like are marks of a course), or nothing."""
    shape = _STANCES.get(stance)
    return f'<svg class="sign" viewBox="0 0 16 16" width="16" height="16" {_HIDDEN}>{shape}</svg>' if shape else ""


def likelihood_bar(step: str, steps: str = "") -> str:
    """The cells of a scale with number `step` filled; a dotted line, never a bar, when no step is stated."""
    return _bar(_number(step), _number(steps) or _STEPS)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


@cache
def _bar(step: int, steps: int) -> str:
    width = 11 * steps
    opened = f'<svg class="bar" viewBox="0 0 {width} 11" width="{width}" height="11" {_HIDDEN}>'
    if not 1 <= step <= steps:
        return f'{opened}<path class="line" d="M1 5.5h{width - 2}"/></svg>'
    cells = (
        f'<path class="{"on" if cell == step else "off"}" d="M{11 * cell - 10} 1h9v9h-9z"/>'
        for cell in range(1, steps + 1)
    )
    return f"{opened}{''.join(cells)}</svg>"
