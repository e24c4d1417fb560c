"""The drawn marks of the pages: a sign for each stance and seven cells for a likelihood, as static SVG.

They are elements, not backgrounds, so that they print and survive forced colors. Each is hidden from
assistive technology, because the word beside it says the same.
"""

from __future__ import annotations

from typing import Final

STEPS: Final = 7

_STANCES: Final = {
    "supports": '<circle class="f" cx="8" cy="8" r="6.2"/>',
    "opposes": '<path class="s3" d="M3 3l10 10M13 3L3 13"/>',
    "conditional": '<circle class="s" cx="8" cy="8" r="6"/><path class="f" d="M8 2a6 6 0 0 0 0 12z"/>',
    "mixed": '<path class="f" d="M2 2h12L2 14z"/><path class="s" d="M2 2h12v12H2z"/>',
    "ambiguous": '<path class="s" d="M2 9c2-5 4-5 6-1s4 4 6-1"/>',
    "none-stated": '<circle class="s" cx="8" cy="8" r="6"/>',
}
_HIDDEN: Final = 'aria-hidden="true" focusable="false"'
_BAR_OPEN: Final = f'<svg class="bar" viewBox="0 0 77 11" width="77" height="11" {_HIDDEN}>'
_NO_BAR: Final = f'{_BAR_OPEN}<path class="line" d="M1 5.5h75"/></svg>'


def stance_sign(stance: str) -> str:
    """The sign of `stance` (a vocabulary key such as `none-stated`), or nothing for an unknown one."""
    shape = _STANCES.get(stance)
    return f'<svg class="sign" viewBox="0 0 16 16" width="16" height="16" {_HIDDEN}>{shape}</svg>' if shape else ""


def likelihood_bar(step: str) -> str:
    """Seven cells with number `step` filled; a dotted line, never a bar, when no step is stated."""
    return _BARS.get(step, _NO_BAR)


def _bar(step: int) -> str:
    cells = (
        f'<path class="{"on" if cell == step else "off"}" d="M{11 * cell - 10} 1h9v9h-9z"/>'
        for cell in range(1, STEPS + 1)
    )
    return f"{_BAR_OPEN}{''.join(cells)}</svg>"


_BARS: Final = {str(step): _bar(step) for step in range(1, STEPS + 1)}
