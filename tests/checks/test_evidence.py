"""Every statement says what it rests on; a term may explain itself."""

from __future__ import annotations

import pytest

from sphinx_briefing.checks.evidence import evidence
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.pages import Fact
from sphinx_briefing.model.places import Key
from views.books import actor, book, claim, discrepancy, event, issue, judgment, mention, position, quotation, term

BARE = (
    position("north", "toll", citations=()),
    claim("c", citations=()),
    judgment("j", citations=()),
    quotation("q", citations=()),
    discrepancy("d", citations=()),
    event("e", "2009", citations=()),
)


@pytest.mark.parametrize("fact", BARE, ids=lambda fact: fact.key.kind)
def test_a_statement_that_rests_on_nothing_is_an_error(fact: Fact) -> None:
    (found,) = evidence(book(fact))
    assert (found.code, found.place) == (Code.EVIDENCE_MISSING, fact.place)
    assert found.message == f"the {fact.key.kind} `{fact.key.id}` rests on nothing"  # type: ignore[union-attr]
    assert "> @#p1s1" in found.hint


def test_entities_mentions_and_terms_need_none() -> None:
    facts = (actor("north"), issue("toll"), term("t", "т"), mention(Key("actor", "north"), ("x",)))
    assert list(evidence(book(*facts, claim("c")))) == []
