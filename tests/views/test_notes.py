"""Notes: what a reader is told of each piece of evidence, state by state."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.citations import Citation, State
from sphinx_briefing.model.places import Key
from sphinx_briefing.text.library import Library
from sphinx_briefing.views.notes import WORDS, note, notes, notes_of, sources_cited
from views.books import LIBRARY, TALE, actor, book, cite, claim, quotation, record

BROKEN = Library((TALE,), {}, broken=frozenset({"tale"}))


@pytest.mark.parametrize(
    ("citation", "library", "state", "words", "reference"),
    [
        (cite("called the plan “a tax on fog.”"), LIBRARY, State.EXACT, "called the plan “a tax on fog.”", "p1s2"),
        (cite("plan 'a tax on fog.'"), LIBRARY, State.NORMALIZED, "plan 'a tax on fog.'", "p1s2"),
        (cite("called the plan “a tax on fog.”", silent=True), LIBRARY, State.SILENT, "", "p1s2"),
        (cite(passage="p2s1"), LIBRARY, State.CITED, "", "p2s1"),
        (cite(), LIBRARY, State.CITED, "", "tale"),
        (record(), LIBRARY, State.RECORD, "", "S02"),
        (cite("The board met in June", source="S02"), LIBRARY, State.UNVERIFIED, "The board met in June", "S02"),
        (cite("called the plan “a tax on dogs.”"), LIBRARY, State.FAILED, "", "tale"),
        (cite(passage="p9s9"), LIBRARY, State.FAILED, "", "p9s9"),
        (cite(source="nowhere"), LIBRARY, State.FAILED, "", "nowhere"),
        (cite("called the plan “a tax on fog.”"), BROKEN, State.UNVERIFIED, "called the plan “a tax on fog.”", "tale"),
        (cite(passage="p1s1"), BROKEN, State.UNVERIFIED, "", "p1s1"),
    ],
)
def test_a_note_says_what_a_reader_may_believe(
    citation: Citation, library: Library, state: State, words: str, reference: str
) -> None:
    stated = claim("c", citations=(citation,))
    (found,) = notes_of(book(stated, library=library), stated)
    assert (found.state, found.words, found.reference.text) == (state.value, words, reference)
    assert (found.head, found.verdict) == WORDS[state]


def test_every_state_has_its_words_and_only_verified_words_are_called_so() -> None:
    assert set(WORDS) == set(State)
    verified = {state for state, (_, verdict) in WORDS.items() if verdict.startswith("Verified")}
    assert verified == {State.EXACT, State.NORMALIZED, State.EDITED, State.SILENT}


def test_a_record_names_who_put_it_out_and_a_held_text_does_not() -> None:
    found = book(claim("c", citations=(record(), cite(passage="p1s1"))))
    of_record, of_seed = notes(found, "page", {"kind": "claim", "id": "c"})
    assert (of_record.issuer, of_record.date, of_record.reliability) == ("Harbor Board", "September 2009", "A")
    assert (of_seed.issuer, of_seed.date, of_seed.reliability) == ("", "", "")


def test_an_entity_or_an_unknown_id_has_no_notes() -> None:
    found = book(actor("north"))
    assert notes(found, "page", {"kind": "actor", "id": "north"}) == ()
    assert notes(found, "page", {"kind": "claim", "id": "none"}) == ()


def test_the_notes_of_a_quotation_do_not_say_its_words_again() -> None:
    said = "called the plan “a tax on fog.”"
    found = book(quotation("q", citations=(cite(said),)), claim("c", citations=(cite(said),)))
    (beside,) = notes(found, "page", {"kind": "quotation", "id": "q"})
    assert (beside.words, beside.verdict) == ("", "Verified")
    assert notes(found, "page", {"kind": "claim", "id": "c"})[0].words == said


def test_sources_are_named_once_in_order_of_use() -> None:
    found = book(claim("c", citations=(record(), cite(passage="p1s1"), record(line=20))))
    evidence = found.evidence_of(found.claims[0])
    assert sources_cited(evidence) == ("S02", "tale")
    assert note(found, evidence[0]).reference == notes(found, "page", {"kind": "claim", "id": "c"})[0].reference
    assert note(found, evidence[0]).reference.kind == Key("source", "S02").kind
