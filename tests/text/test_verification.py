"""From citations to evidence: what each turns out to be, and where its words stand."""

from __future__ import annotations

import hashlib

import pytest

from sphinx_briefing.model.book import BookInfo, Page
from sphinx_briefing.model.citations import Citation, State
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.statements import Claim
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.library import Library
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
