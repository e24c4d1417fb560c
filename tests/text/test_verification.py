"""From citations to evidence: what each turns out to be, and where its words stand."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation, Evidence, State
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.evidence import Verdict, VerdictKind
from sphinx_briefing.model.likelihood import ICD_203, PHIA
from sphinx_briefing.model.lock import Fate, Lock
from sphinx_briefing.model.pages import BookInfo, Fact, Page
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.statements import Claim, Position, Quotation
from sphinx_briefing.model.texts import Paragraph
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.lock import renewed
from sphinx_briefing.text.passages import words
from sphinx_briefing.text.verification import freeze, resolve

TEXT = "The Fog\n\nThe mayor called it “a tax on fog.” Nobody laughed at all. The ferry was late.\n"
LIBRARY = Library(
    (
        Source("fog", "article", "The Fog", seed="fog.txt"),
        Source("S02", "report", "Minutes"),
        Source("lost", "article", "Lost", seed="lost.txt"),
    ),
    {"fog": Seed.of("fog", TEXT)},
    broken=frozenset({"lost"}),
)


def cite(source: str = "fog", **more: object) -> Citation:
    return Citation(source, Place("page", 1), **more)  # type: ignore[arg-type]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("citation", "state"),
    [
        (cite(words="called it “a tax on fog.”"), State.EXACT),
        (cite(words='called it "a tax on fog."'.replace('"', "”")), State.NORMALIZED),
        (cite(words="called it “a tax on fog.”", silent=True), State.SILENT),
        (cite(words="Nobody laughed", passage="p1s2"), State.EXACT),
        (cite(passage="p1s2"), State.CITED),
        (cite(), State.CITED),
        (cite(words="Nobody laughed"), State.FAILED),
        (cite(words="Nobody wept at all that day"), State.FAILED),
        (cite(passage="p7s1"), State.FAILED),
        (cite("S02"), State.RECORD),
        (cite("S02", passage="p1"), State.RECORD),
        (cite("S02", words="whatever it says there"), State.UNVERIFIED),
        (cite("S02", words="whatever it says there", silent=True), State.UNVERIFIED),
        (cite("lost", words="whatever it says there"), State.UNVERIFIED),
        (cite("lost"), State.UNVERIFIED),
        (cite("nowhere"), State.FAILED),
        (cite("nowhere", words="whatever it says there"), State.FAILED),
        (cite(""), State.FAILED),
    ],
)
def test_each_citation_is_believed_only_as_far_as_it_was_checked(citation: Citation, state: State) -> None:
    assert resolve(citation, LIBRARY).state is state


def test_words_of_a_text_that_is_not_held_are_never_called_verified() -> None:
    for source in ("S02", "lost", "nowhere"):
        assert resolve(cite(source, words="The mayor called it"), LIBRARY).state not in (
            State.EXACT,
            State.NORMALIZED,
            State.SILENT,
        )


def test_evidence_names_the_place_of_the_stored_words_and_their_hash() -> None:
    found = resolve(cite(words="it 'a tax on fog.' Nobody"), LIBRARY)
    stored = TEXT[found.start : found.end]
    assert stored == "it “a tax on fog.” Nobody"  # the source's own typography, not the editor's
    assert (found.passage, found.sha256) == ("p1s1", sha256(stored))


def test_a_passage_without_words_is_pinned_by_the_hash_of_its_text() -> None:
    found = resolve(cite(passage="p1s2"), LIBRARY)
    assert TEXT[found.start : found.end] == "Nobody laughed at all."
    assert found.sha256 == sha256("Nobody laughed at all.")


def test_what_fails_stands_nowhere_and_keeps_the_verdict() -> None:
    found = resolve(cite(words="Nobody wept at all that day"), LIBRARY)
    assert (found.start, found.end, found.sha256) == (-1, -1, "")
    assert found.verdict is not None
    assert not found.verdict.passed


def test_the_book_holds_every_citation_and_every_passage() -> None:
    citations = (cite(words="Nobody laughed at all"), cite("S02"), cite("nowhere"))
    page = Page("page", "Page", (Claim("c", Place("page", 1), "fact", citations=citations),))
    found = freeze([page], LIBRARY, BookInfo("Fog"))
    assert set(found.evidence) == set(citations)
    assert [item.passage.id for item in found.passages] == ["t1", "p1s1", "p1s2", "p1s3"]
    for item in found.passages:
        text = TEXT[item.passage.start : item.passage.end]
        assert (item.source, item.words, item.sha256) == ("fog", words(text), sha256(text))


def test_another_seed_is_another_book() -> None:
    page = Page(
        "page", "Page", (Claim("c", Place("page", 1), "fact", citations=(cite(words="Nobody laughed at all"),)),)
    )
    other = Library(LIBRARY.sources, {"fog": Seed.of("fog", TEXT.replace("laughed", "smiled"))})
    assert freeze([page], LIBRARY, BookInfo("Fog")) == freeze([page], LIBRARY, BookInfo("Fog"))
    assert freeze([page], LIBRARY, BookInfo("Fog")) != freeze([page], other, BookInfo("Fog"))


SPOKEN = Seed.of(
    "fog",
    "The Fog\n\nRehn did not say that the ferry was late. Marsh said: “We won 12 votes in 2008.” It paid $5 then.",
)
PRESS = Library(
    (Source("fog", "article", "The Fog", seed="fog.txt", issued="2009-09-21", pages=(("p1s1", "3"), ("p1s3", "4"))),),
    {"fog": SPOKEN},
)


def frozen(*facts: Fact, quotes: str = "editorial", library: Library = PRESS) -> Book:
    return freeze([Page("page", "Page", facts)], library, BookInfo("Fog", quotes=quotes))


def only(book: Book) -> Evidence:
    (found,) = book.evidence.values()
    return found


def stated(citation: Citation) -> Claim:
    return Claim("c", Place("page", 1), "fact", citations=(citation,))


def test_a_strict_book_allows_no_edits() -> None:
    edited = cite(words="the ferry was late;")
    reported = Position("rehn", "quay", "opposes", "reported", Place("page", 1), "fact", citations=(edited,))
    for quotes, kind in (("editorial", VerdictKind.CUT), ("strict", VerdictKind.REFUSED)):
        found = only(frozen(reported, quotes=quotes))
        assert found.verdict is not None
        assert found.verdict.kind is kind
    whole = cite(words="Rehn did not say that the ferry was late;")
    assert only(frozen(stated(whole))).state is State.EDITED
    assert only(frozen(stated(whole), quotes="strict")).state is State.FAILED


def test_words_are_judged_by_what_their_statement_brings() -> None:
    cut = cite(words="We won 12 votes in 2008")
    assert only(frozen(stated(cut))).verdict == Verdict(
        VerdictKind.CUT, passage="p1s2", closest="p1s2", told="speech or thought before them (“Marsh said: “”)"
    )
    named = Quotation("q", Place("page", 1), "fact", "Marsh", "speech", citations=(cut,))
    found = only(frozen(named))
    assert found.verdict == Verdict(VerdictKind.EXACT, found.start, found.end, "p1s2")
    assert (found.state, found.passage) == (State.EXACT, "p1s2")
    rehn = Actor("rehn", "Olaf Rehn", Place("actors/rehn", 1), kind="person")
    wrong = Quotation("q", Place("page", 1), "fact", "rehn", "speech", citations=(cut,))
    assert only(frozen(rehn, wrong)).verdict == Verdict(
        VerdictKind.ATTRIBUTION, passage="p1s2", closest="p1s2", told="the source does not give them to Olaf Rehn"
    )


def test_quoted_words_need_a_speaker_or_a_kind() -> None:
    words = cite(words="“We won 12 votes in 2008.”", acknowledged=("cut-acknowledged",))
    bare = Quotation("q", Place("page", 1), "fact", citations=(words,))
    found = only(frozen(bare))
    assert found.state is State.FAILED
    assert found.verdict == Verdict(
        VerdictKind.ATTRIBUTION,
        passage="p1s2",
        closest="p1s2",
        told="they stand in quotation marks there, and the quotation does not say what kind of words they are",
    )
    assert only(frozen(Quotation("q", Place("page", 1), "fact", kind="term", citations=(words,)))).state is State.EXACT
    own = Quotation("q", Place("page", 1), "fact", citations=(cite(words="It paid $5 then"),))
    assert only(frozen(own)).state is State.EXACT


def test_what_fails_keeps_the_passage_that_was_named() -> None:
    for failing in (cite(words="Nobody wept at all", passage="p1s2"), cite(passage="p9s9")):
        found = resolve(failing, PRESS)
        assert (found.state, found.passage) == (State.FAILED, failing.passage)


def test_evidence_knows_the_figures_of_its_passage_and_how_others_find_the_words() -> None:
    spoken = frozenset({"cut-acknowledged"})
    shown, silent = (
        cite(words="12 votes in 2008", acknowledged=tuple(spoken)),
        cite(words="It paid $5 then", silent=True),
    )
    book = frozen(stated(shown), stated(silent), stated(cite(words="It paid a lot then")), stated(cite(passage="t1")))
    evidence = book.evidence[shown]
    assert evidence.figures == ("n:12", "n:2008")
    assert evidence.quote is not None
    assert evidence.quote.exact == "12 votes in 2008"
    assert book.evidence[silent].quote is None
    assert book.evidence[silent].figures
    assert all(item.quote is None for item in book.evidence.values() if item.state is State.FAILED)
    first = frozen(stated(cite(words="The Fog", passage="t1")))
    assert only(first).quote is not None
    assert only(first).start == 0


def test_a_day_named_in_words_is_reckoned_from_the_day_of_the_source() -> None:
    seed = Seed.of("fog", "The ferry stopped last Thursday at noon.")
    source = Source("fog", "article", "The Fog", seed="fog.txt", issued="2009-09-21")
    dated, undated = Library((source,), {"fog": seed}), Library((replace(source, issued=""),), {"fog": seed})
    words = stated(cite(words="The ferry stopped last Thursday"))
    assert only(frozen(words, library=dated)).reckoned
    assert not only(frozen(words, library=undated)).reckoned


def test_a_passage_stands_on_the_page_of_the_nearest_label_before_it() -> None:
    book = frozen()
    assert [(item.passage.id, item.page) for item in book.passages] == [
        ("t1", ""),
        ("p1s1", "3"),
        ("p1s2", "3"),
        ("p1s3", "4"),
    ]


def test_the_book_keeps_what_it_is_and_the_words_of_its_sources() -> None:
    book = frozen(quotes="strict")
    assert book.info == BookInfo("Fog", quotes="strict")
    assert set(book.texts) == {"fog"}


def test_the_book_keeps_what_became_of_its_anchors() -> None:
    cited, bare = stated(cite(passage="p1s2")), Issue("fog", "The Fog", Place("page", 3))
    fresh = frozen(cited, bare)
    assert fresh.standings == ()
    known = replace(PRESS, lock=renewed(Lock(), fresh.evidence.values(), PRESS.seeds))
    assert frozen(cited, bare, library=known).standings == ()
    (found,) = frozen(cited, stated(cite(passage="p1s3")), library=known).standings
    assert (found.citation.passage, found.fate) == ("p1s3", Fate.UNPINNED)


def test_words_with_a_gap_are_found_by_no_single_quotation() -> None:
    gap = cite(words="Rehn did not say [it] the ferry was late")
    found = only(frozen(stated(gap)))
    assert (found.state, found.quote) == (State.EDITED, None)


def test_passages_with_a_lone_surrogate_have_a_hash() -> None:
    seed = Seed.of("fog", "The \ud800 fog came.")
    found = resolve(cite(passage="p1s1"), Library(PRESS.sources, {"fog": seed}))
    assert found.sha256 == hashlib.sha256("The \ud800 fog came.".encode("utf-8", "surrogatepass")).hexdigest()


def test_a_passage_without_words_keeps_its_name() -> None:
    found = resolve(cite(passage="p1s2"), LIBRARY)
    assert (found.state, found.passage) == (State.CITED, "p1s2")


def test_edits_are_allowed_unless_the_book_is_strict() -> None:
    edited = cite(words="nobody laughed at all.")
    assert resolve(edited, LIBRARY).state is State.EDITED
    assert resolve(edited, LIBRARY, strict=True).state is State.FAILED


def test_evidence_knows_how_sure_its_source_is() -> None:
    seed = Seed.of("fog", "It is likely that the ferry will be late on Monday. The toll rose.")
    library = Library((Source("fog", "article", "The Fog", seed="fog.txt"),), {"fog": seed})
    quoted, passage = cite(words="It is likely that the ferry will be late"), cite(passage="p1s1")
    book = frozen(stated(quoted), stated(passage), stated(cite(passage="p1s2")), library=library)
    first, second, third = book.evidence.values()
    assert first.hedges
    assert first.stated
    assert second.hedges == first.hedges
    assert not second.stated
    assert not third.hedges


def test_a_seed_that_no_source_names_is_asked_for_no_figures() -> None:
    seed = Seed.of("fog", "The ferry took 12 men.")
    book = frozen(stated(cite(passage="p1s1")), library=Library((), {"fog": seed}))
    assert only(book).state is State.CITED
    assert only(book).figures == ()


def test_the_book_keeps_its_scale_and_reads_its_sources_by_it() -> None:
    seed = Seed.of("fog", "There is a realistic possibility that the ferry will be late on Monday.")
    library = Library((Source("fog", "article", "The Fog", seed="fog.txt"),), {"fog": seed})
    pages = [Page("page", "Page", (stated(cite(words="There is a realistic possibility that the ferry")),))]
    found = {scale.id: freeze(pages, library, BookInfo("Fog"), scale) for scale in (ICD_203, PHIA)}
    assert {name: book.scale.id for name, book in found.items()} == {"icd-203": "icd-203", "phia": "phia"}
    assert only(found["phia"]).stated
    assert only(found["phia"]).stated != only(found["icd-203"]).stated


def test_the_book_knows_what_its_pages_borrow() -> None:
    prose = (Paragraph(3, ("They say Rehn did not say that the ferry was late.",)),)
    (loan,) = freeze([Page("page", "Page", (), (), prose)], PRESS, BookInfo("Fog")).loans
    assert (loan.source, loan.passage, loan.words) == ("fog", "p1s1", 9)
