"""Citations that do not hold: each cause has its code, its place, what was meant and how to mend it."""

from __future__ import annotations

import pytest

from sphinx_briefing.checks.quotations import quotations
from sphinx_briefing.model.book import BookInfo
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.evidence import VerdictKind
from sphinx_briefing.model.findings import Code, Finding, Severity
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.text.library import Library
from views.books import TALE, book, cite, claim, mention, record

GOOD = (
    cite("Northport opposes the new toll"),
    cite("a tax on fog", passage="p1s2"),
    cite("The ferry was late again.", passage="p2s3"),
    cite("The ferry was late again.", before="customs house."),
    cite("'a tax on fog.' The ferry was late"),
    cite("though nobody expects it", silent=True),
    cite(passage="t1"),
    cite(),
    record(),
    cite("words that nobody can verify here", source="S02"),
)


def findings(citation: Citation, **more: object) -> list[Finding]:
    return list(quotations(book(claim("c", citations=(citation,)), **more)))  # type: ignore[arg-type]


@pytest.mark.parametrize("citation", GOOD)
def test_what_holds_is_no_finding(citation: Citation) -> None:
    assert findings(citation) == []


@pytest.mark.parametrize(
    ("citation", "code", "said", "mend"),
    [
        (cite(source="tail"), Code.SOURCE_UNKNOWN, "unknown source `tail`", "did you mean `tale`?"),
        (cite(source="zz9"), Code.SOURCE_UNKNOWN, "unknown source `zz9`", "add the source to sources.yaml"),
        (cite(source=""), Code.SOURCE_UNKNOWN, "no source: the page names none", "sources.yaml"),
        (cite(passage="p1s4"), Code.PASSAGE_UNKNOWN, "`tale` has no passage `p1s4`", "did you mean `p1s"),
        (cite(passage="zzz"), Code.PASSAGE_UNKNOWN, "has no passage `zzz`", "its passages run from `t1` to `p2s3`"),
        (
            cite("a tax on fog and", passage="p7s1"),
            Code.PASSAGE_UNKNOWN,
            "has no passage `p7s1`",
            "Otherwise its passages",
        ),
        (cite("Northport opposes the old toll"), Code.QUOTE_ALTERED, "[-new-] {+old+}", "the source's own words"),
        (cite("northport opposes the new toll"), Code.QUOTE_NAME, "[-Northport-] {+northport+}", "quote less"),
        (
            cite("Whales were seen at dawn off Greenland"),
            Code.QUOTE_NOT_FOUND,
            "stands nowhere in `tale`",
            "copy the words",
        ),
        (cite("The ferry was late again."), Code.QUOTE_AMBIGUOUS, "stands 2 times in `tale`: p1s3, p2s3", "`@#p1s3 "),
        (
            cite("The ferry was late again.", after="So it goes"),
            Code.QUOTE_CONTEXT,
            "but not after “So it goes”",
            "name the passage",
        ),
        (cite("a tax on fog", before="was"), Code.QUOTE_CONTEXT, "but not before “was”", "correct the context"),
        (
            cite("a tax on fog", passage="p2s1"),
            Code.QUOTE_NOT_FOUND,
            "does not stand in tale#p2s1; it stands in p1s2",
            "`@#p1s2`",
        ),
        (
            cite("tax on fog"),
            Code.QUOTE_SHORT,
            "three words or fewer and names no passage; it stands in p1s2",
            "name the passage",
        ),
        (cite("no such"), Code.QUOTE_SHORT, "three words or fewer and names no passage", "name the passage"),
    ],
)
def test_what_does_not_hold_says_what_and_how_to_mend_it(citation: Citation, code: Code, said: str, mend: str) -> None:
    (found,) = findings(citation)
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert found.place == citation.place
    assert said in found.message
    assert mend in found.hint


def test_every_way_to_fail_is_explained() -> None:
    """No verdict may end in a traceback: each failing kind has its own message."""
    from sphinx_briefing.checks.quotations import _QUOTES

    passing = {VerdictKind.EXACT, VerdictKind.NORMALIZED, VerdictKind.EDITED}
    assert set(_QUOTES) == set(VerdictKind) - passing - {VerdictKind.UNKNOWN_PASSAGE}


def test_both_sides_of_a_wrong_context_are_named() -> None:
    (found,) = findings(cite("a tax on fog", before="x", after="y"))
    assert "but not before “x” and after “y”" in found.message


def test_a_long_quotation_is_shown_by_its_ends() -> None:
    words = "Whales were seen at dawn off Greenland by three sailors who told nobody until Sunday"
    (found,) = findings(cite(words))
    assert "“Whales were seen at dawn off Greenland ... who told nobody until Sunday”" in found.message


def test_places_where_words_do_stand_are_related() -> None:
    (found,) = findings(cite("The ferry was late again."))
    assert [(item.path, item.message.partition(":")[0]) for item in found.related] == [
        ("tale.txt", "tale#p1s3, offsets 125-150"),
        ("tale.txt", "tale#p2s3, offsets 271-296"),
    ]


def test_words_of_a_broken_seed_are_not_judged_twice() -> None:
    """The library has a finding of its own about the seed; every quotation from it would only repeat that."""
    library = Library((TALE,), {}, broken=frozenset({"tale"}))
    assert findings(cite("Northport opposes the old toll"), library=library) == []


def test_a_citation_in_running_text_is_held_to_the_same_rules() -> None:
    bad = cite("Northport opposes the old toll", page="notes", line=12)
    found = list(quotations(book(mention(Key("passage", "tale"), ("x",), page="notes", citations=(bad,)))))
    assert [(item.code, item.place) for item in found] == [(Code.QUOTE_ALTERED, Place("notes", 12))]


def test_each_citation_is_reported_once_in_reading_order() -> None:
    one, two = cite(source="x", page="b", line=3), cite(source="y", page="a", line=1)
    found = list(quotations(book(claim("c", page="b", citations=(one, one)), claim("d", page="a", citations=(two,)))))
    assert [item.place.page for item in found] == ["b", "a"]


def test_a_seed_without_passages_says_so() -> None:
    from sphinx_briefing.text.anchors import Seed

    library = Library((TALE,), {"tale": Seed.of("tale", "")})
    (found,) = findings(cite(passage="p1s1"), library=library, info=BookInfo("Empty"))
    assert found.hint == "it has no passages"
