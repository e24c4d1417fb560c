"""Verdicts: three kinds pass."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.evidence import Verdict, VerdictKind


@pytest.mark.parametrize("kind", VerdictKind)
def test_only_exact_normalized_and_edited_pass(kind: VerdictKind) -> None:
    assert Verdict(kind).passed is (kind in {VerdictKind.EXACT, VerdictKind.NORMALIZED, VerdictKind.EDITED})
