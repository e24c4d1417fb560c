"""All checks together: a good book has no finding, and each way of being wrong is found by exactly one check."""

from __future__ import annotations

from sphinx_briefing.checks import CHECKS, run_checks
from sphinx_briefing.model.findings import Code, meaning
from sphinx_briefing.model.places import Key
from views.books import (
    actor,
    book,
    cite,
    claim,
    discrepancy,
    erratum,
    event,
    issue,
    judgment,
    mention,
    position,
    quotation,
    record,
    term,
)

GOOD = (
    actor("towns", kind="group"),
    actor("north", part_of=("towns",)),
    issue("toll"),
    position("north", "toll", basis="reported"),
    position("north", "toll", "mixed", asof="2009-08"),
    claim("c", layer="context", citations=(record(),)),
    judgment("j-1", actors=("north",), issues=("toll",)),
    event("e", "2009-09-21"),
    event("after", "2010", layer="hindsight"),
    term("fog", "туман", confused_with="mist"),
    term("mist", "мгла", confused_with="fog"),
    quotation("q", kind="term", citations=(cite("a tax on fog"),)),
    erratum("e-1", on=Key("judgment", "j-1")),
    discrepancy("d-1", events=("e",), citations=(cite(passage="p2s2"), record())),
    mention(Key("actor", "north"), ("x",)),
)


def test_a_good_book_has_no_findings() -> None:
    assert run_checks(book(*GOOD)) == ()
    assert run_checks(book()) == ()


def test_each_fault_is_found_by_one_check_only() -> None:
    bad = (
        *GOOD,
        claim("c", page="again"),
        claim("bare", citations=()),
        mention(Key("actor", "nobody"), ("x",)),
        event("late", "2010", line=40, citations=(record(),)),
        claim("source", citations=(cite(source="nowhere", line=50),)),
        claim("passage", citations=(cite(passage="p9s9", line=51),)),
        claim("altered", citations=(cite("Northport opposes the old toll", line=52),)),
        claim("nowhere", citations=(cite("whales were seen off Greenland", line=53),)),
        claim("twice", citations=(cite("The ferry was late again", line=54),)),
        claim("context", citations=(cite("a tax on fog", before="no", line=55),)),
        claim("short", citations=(cite("a tax", line=56),)),
    )
    found = run_checks(book(*bad))
    assert sorted(item.code for item in found) == sorted(
        [
            Code.DUPLICATE,
            Code.EVIDENCE_MISSING,
            Code.REFERENCE,
            Code.HINDSIGHT,
            Code.SOURCE_UNKNOWN,
            Code.PASSAGE_UNKNOWN,
            Code.QUOTE_ALTERED,
            Code.QUOTE_NOT_FOUND,
            Code.QUOTE_AMBIGUOUS,
            Code.QUOTE_CONTEXT,
            Code.QUOTE_SHORT,
        ]
    )
    assert all(meaning(item.code) and item.hint and item.place.line for item in found)
    assert len(found) == sum(len(list(check(book(*bad)))) for check in CHECKS.values())
