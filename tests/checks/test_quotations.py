"""Citations that do not hold: each cause has its code, its place, what was meant and how to mend it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_briefing.checks.quotations import quotations
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.evidence import Cause, VerdictKind
from sphinx_briefing.model.findings import Code, Finding, Fix, Related, Severity, error
from sphinx_briefing.model.pages import BookInfo
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.statements import Quotation
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


P1S2 = Related(
    "tale.txt",
    0,
    "tale#p1s2, offsets 112-122: ... loudly. Its mayor called the plan “a tax on fog.” The ferry was late again. "
    "Southport ...",
    112,
    122,
)
FROM_THERE = "quote from there on, or write `cut-acknowledged` after the quotation if the statement says as much"


@pytest.mark.parametrize(
    ("citation", "code", "message", "hint", "related", "fix"),
    [
        (
            cite(source="talle", head="@talle#talle"),
            Code.SOURCE_UNKNOWN,
            "unknown source `talle`",
            "did you mean `tale`? Otherwise add the source to sources.yaml, or cite one that is there",
            (),
            Fix("", 9, "@talle#talle", "@tale#talle"),
        ),
        (
            cite(source="talle", head="#p1s1"),
            Code.SOURCE_UNKNOWN,
            "unknown source `talle`",
            "did you mean `tale`? Otherwise add the source to sources.yaml, or cite one that is there",
            (),
            None,
        ),
        (
            cite(source="zz9", head="@zz9"),
            Code.SOURCE_UNKNOWN,
            "unknown source `zz9`",
            "add the source to sources.yaml, or cite one that is there",
            (),
            None,
        ),
        (
            cite(source=""),
            Code.SOURCE_UNKNOWN,
            "no source: the page names none, and the book has no `brief_source`",
            "add the source to sources.yaml, or cite one that is there",
            (),
            None,
        ),
        (
            cite("tax on fog", head="@tale"),
            Code.QUOTE_SHORT,
            "“tax on fog” has three words or fewer and names no passage; it stands in p1s2",
            "name the passage: so few words prove nothing by themselves",
            (P1S2,),
            Fix("", 9, "@tale", "@tale#p1s2"),
        ),
        (
            cite("tax on fog", passage="p2s1", head="@tale#p2s1#"),
            Code.QUOTE_NOT_FOUND,
            "“tax on fog” does not stand in tale#p2s1; it stands in p1s2",
            "write `@#p1s2`",
            (P1S2,),
            Fix("", 9, "@tale#p2s1#", "@tale#p1s2"),
        ),
        (
            cite("tax on fog"),
            Code.QUOTE_SHORT,
            "“tax on fog” has three words or fewer and names no passage; it stands in p1s2",
            "name the passage: so few words prove nothing by themselves",
            (P1S2,),
            None,
        ),
        (
            cite("no such", head="@tale"),
            Code.QUOTE_SHORT,
            "“no such” has three words or fewer and names no passage",
            "name the passage: so few words prove nothing by themselves",
            (),
            None,
        ),
        (
            cite("a tax on fog", after="so"),
            Code.QUOTE_CONTEXT,
            "“a tax on fog” was found, but not after “so”",
            "correct the context, or leave it out and name the passage",
            (replace(P1S2, message=P1S2.message.replace("112", "110").replace("loudly", "so loudly"), start=110),),
            None,
        ),
        (
            cite("Northport opposes the old toll"),
            Code.QUOTE_ALTERED,
            "the words differ from the source. Closest: tale#p1s1: “Northport opposes the [-new-] {+old+} toll and "
            "says ...”",
            "write the source's own words ([-these-] stand in the source, {+these+} only in the quotation), or quote "
            "less",
            (),
            None,
        ),
        (
            cite("Whales were seen at dawn off Greenland by three sailors who told nobody else"),
            Code.QUOTE_NOT_FOUND,
            "“Whales were seen at dawn off Greenland by three sailors who told nobody else” stands nowhere in `tale`.",
            "copy the words from the seed, or cite the passage without words",
            (),
            None,
        ),
        (
            cite("Southport may yet agree, though ... it before spring"),
            Code.QUOTE_ELIDED_NEGATION,
            "“Southport may yet agree, though ... it before spring” in tale#p2s1: the ellipsis hides “nobody”: “nobody "
            "expects”",
            "quote these words too, or write `elides-acknowledged` after the quotation if leaving them out turns "
            "nothing",
            (),
            None,
        ),
        (
            cite("... Its mayor called the plan"),
            Code.QUOTE_ELLIPSIS,
            "“... Its mayor called the plan”: an ellipsis at the edge of a quotation hides nothing",
            "quote one stretch of words, or each piece in an evidence line of its own",
            (),
            None,
        ),
        (
            cite("Southport [could] yet agree"),
            Code.QUOTE_BRACKET,
            "“Southport [could] yet agree” in tale#p2s1: the brackets add a hedge: “could”",
            "quote the source's own words here, and say the rest in yours",
            (),
            None,
        ),
        (
            cite("Its mayor called the plan ... Northport opposes the new toll"),
            Code.QUOTE_ORDER,
            "“Its mayor called the plan ... Northport opposes the new toll”: the pieces stand in the source in another "
            "order",
            "write the pieces in the source's order, or each in an evidence line of its own",
            (),
            None,
        ),
        (
            cite("yet agree, though nobody"),
            Code.QUOTE_CUT,
            "“yet agree, though nobody” is cut out of tale#p2s1: likelihood before them (“Southport may”) was left "
            "outside",
            FROM_THERE,
            (),
            None,
        ),
    ],
)
def test_a_finding_is_told_whole(
    citation: Citation, code: Code, message: str, hint: str, related: tuple[Related, ...], fix: Fix | None
) -> None:
    (found,) = findings(citation)
    assert found == error(code, citation.place, message, hint, related=related, fix=fix)


def test_words_given_to_somebody_else_are_told_whole() -> None:
    citation = cite("Southport may yet agree, though nobody expects it before spring")
    fact = Quotation("q", citation.place, "fact", "Olaf Rehn", "speech", citations=(citation,))
    (found,) = quotations(book(fact))
    assert found == error(
        Code.QUOTE_ATTRIBUTION,
        citation.place,
        "“Southport may yet agree, though nobody expects it before spring” in tale#p2s1: they do not stand in "
        "quotation marks there: they are the source's own words, not those of Olaf Rehn",
        "report it as a position with the basis `reported`, name the speaker whom the source names, or state the "
        "`:kind:` of the words",
    )


def test_a_strict_book_names_the_edits_that_it_refuses() -> None:
    (found,) = findings(cite("northport opposes the new toll;"), info=BookInfo("Harbor", quotes="strict"))
    assert found.code is Code.QUOTE_NAME  # a name's capital is no edit
    (found,) = findings(cite("its mayor called the plan"), info=BookInfo("Harbor", quotes="strict"))
    assert (found.code, found.hint) == (Code.QUOTE_STRICT, "write the words as the source has them")
    assert found.message == (
        "“its mayor called the plan” in tale#p1s2: the book allows no edits (`brief_quotes` is `strict`): first "
        "letter's case"
    )


def test_no_fix_is_offered_where_the_words_stand_twice_or_outside_every_passage() -> None:
    for citation in (
        cite("ferry was late", head="@tale"),
        cite("The ferry was late again.", passage="p1s1", head="@x"),
    ):
        (found,) = findings(citation)
        assert found.fix is None
        assert "; it stands in p1s3, p2s3" in found.message


def test_a_quotation_of_fifteen_words_is_shown_by_its_ends() -> None:
    fourteen = "Whales were seen at dawn off Greenland by three sailors who told nobody else"
    assert f"“{fourteen}”" in findings(cite(fourteen))[0].message
    assert "Greenland ... told nobody else but Ada”" in findings(cite(f"{fourteen} but Ada"))[0].message


def test_words_that_only_resemble_a_passage_name_it() -> None:
    (found,) = findings(cite("Northport dislikes every toll but says little"))
    assert found.code is Code.QUOTE_NOT_FOUND
    assert found.message.endswith("stands nowhere in `tale`. The nearest passage is p1s1.")


@pytest.mark.parametrize(
    ("letters", "told"),
    [(400, "x" * 400), (401, f"{'x' * 80} ... {'x' * 39}y"), (4000, f"{'x' * 80} ... {'x' * 39}y")],
)
def test_of_a_word_without_end_both_ends_are_shown(letters: int, told: str) -> None:
    word = "x" * (letters - 1) + ("x" if letters == 400 else "y")
    (found,) = findings(cite(word, passage="p1s1"))
    assert found.message.startswith(f"“{told}” stands nowhere")


def test_every_cause_has_its_code() -> None:
    from sphinx_briefing.checks.quotations import _ALTERED, _REFUSED

    assert {*_ALTERED, *_REFUSED} == set(Cause)
