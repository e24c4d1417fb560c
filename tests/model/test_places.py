"""Anchors and running text with references."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.places import Key, anchor, plain


def test_an_anchor_tells_kinds_apart() -> None:
    assert anchor(Key("actor", "reset")) == "actor-reset"
    assert anchor(Key("issue", "reset")) == "issue-reset"
    assert anchor(Key("passage", "tale#p1s1")) == "passage-tale-p1s1"


@given(st.text(min_size=1, max_size=20))
def test_an_anchor_has_nothing_that_an_address_would_have_to_escape(identifier: str) -> None:
    assert re.fullmatch(r"actor-[\w-]*", anchor(Key("actor", identifier)))


def test_running_text_shows_names_and_ids_where_there_is_no_name() -> None:
    prose = ("Talks between ", Key("actor", "north"), " and ", Key("actor", "west"), ".")
    assert plain(prose, {Key("actor", "north"): "Northport"}) == "Talks between Northport and west."
    assert plain((), {}) == ""
