"""`{layer}`, with hindsight on."""

from __future__ import annotations

from pathlib import Path

from directives.building import build
from sphinx_briefing.model.statements import Claim

PAGE = """# Later

::::{layer} hindsight
It ended.

:::{claim} c-1
So it did.

> @#p1s1
:::

:::{event} e-1 2010
It ended.

> @S02
:::
::::

:::{event} e-2 2010
Outside.

> @S02
:::
"""


def test_hindsight_is_shown_with_its_label_when_it_is_asked_for(tmp_path: Path) -> None:
    found = build(tmp_path, {"later": PAGE}, "brief_hindsight = True\n")
    (claim,) = (fact for fact in found.facts("later") if isinstance(fact, Claim))
    assert claim.layer == "hindsight"
    assert "So it did." in found.text("later")
    (layer,) = found.parts("later", "layer")
    assert layer.astext().startswith("Written with hindsight")
    assert [item.code.value for item in found.findings] == ["hindsight-unfenced"]  # of the event outside only
