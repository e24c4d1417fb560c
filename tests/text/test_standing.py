"""What each kind of statement brings to the words it quotes, and by which names its speaker is known."""

from __future__ import annotations

import pytest

from sphinx_briefing.model.entities import Actor, Role
from sphinx_briefing.model.pages import Fact
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.statements import Claim, Judgment, Mention, Position, Quotation, Relation, Unread
from sphinx_briefing.text.hedges import CONDITION, LIKELIHOOD, NEGATION, REPORT
from sphinx_briefing.text.standing import Standing, standing

HERE = Place("page", 1)
REHN = Actor(
    "rehn",
    "Dr. Olaf Rehn",
    HERE,
    kind="person",
    native="Олаф Рен",
    also=("the old pilot", "Rehn"),
    roles=(Role("mayor of the harbor town"), Role("chairman, Harbor Board"), Role("pilot")),
)
BOARD = Actor("board", "Harbor Board", HERE, kind="organization")
UNNAMED = Actor("unnamed", "", HERE, kind="person")
ACTORS = {actor.id: actor for actor in (REHN, BOARD, UNNAMED)}
OF_REHN = ("Dr. Olaf Rehn", "Rehn", "the old pilot", "Олаф Рен", "mayor", "chairman", "pilot")


def position(basis: str, stance: str = "opposes", actor: str = "rehn") -> Position:
    return Position(actor, "quay", stance, basis, HERE, "fact")


def judgment(likelihood: str = "", term: str = "", condition: str = "") -> Judgment:
    return Judgment("j", likelihood, ("It will rain.",), HERE, term=term, condition=condition)


def in_sentence(*sentence: str | Key, hit: int = -1) -> Mention:
    return Mention(Key("passage", "fog"), HERE, sentence, hit)


def quotation(speaker: str = "", kind: str = "") -> Quotation:
    return Quotation("q", HERE, "fact", speaker, kind)


@pytest.mark.parametrize(
    ("fact", "carries"),
    [
        (position("words"), {REPORT}),
        (position("reported"), {REPORT}),
        (position("attributed"), {REPORT}),
        (position("deeds"), set()),
        (position("deeds", "conditional"), {CONDITION}),
        (position("reported", "conditional"), {REPORT, CONDITION}),
        (judgment(), set()),
        (judgment(likelihood="likely"), {LIKELIHOOD}),
        (judgment(term="danger"), {LIKELIHOOD}),
        (judgment(condition="the toll falls"), {CONDITION}),
        (judgment("likely", condition="the toll falls"), {LIKELIHOOD, CONDITION}),
        (quotation("rehn", "speech"), {REPORT}),
        (quotation(kind="term"), set()),
        (Relation("rehn", "board", "said to", HERE, "fact"), {REPORT}),
        (Relation("rehn", "board", "met", HERE, "fact"), set()),
        (Unread(Key("passage", "fog"), HERE), {CONDITION, LIKELIHOOD, REPORT}),
        (in_sentence("Rehn said so."), {REPORT}),
        (in_sentence("Rehn ", "said", " no", hit=1), {NEGATION}),
        (in_sentence("Rehn said", "words", ": no", hit=1), {REPORT, NEGATION}),
        (in_sentence("Rehn said“maybe”"), {REPORT}),
        (in_sentence("Rehn said “he may not come” ", Key("actor", "rehn"), " then"), {REPORT}),
        (in_sentence("He “may” “never”", "come"), set()),
        (Claim("c", HERE, "fact"), set()),
    ],
)
def test_a_statement_carries_what_it_says_itself(fact: Fact, carries: set[str]) -> None:
    found = standing(fact, ACTORS)
    assert found.carries == carries
    assert isinstance(found.carries, frozenset)


@pytest.mark.parametrize(
    ("fact", "speaker"),
    [
        (position("words"), OF_REHN),
        (position("reported"), ()),
        (quotation("rehn", "speech"), OF_REHN),
        (quotation("board", "speech"), ("Harbor Board",)),  # only a person has a last name
        (quotation("unnamed", "speech"), ()),
        (quotation("Odile de Brandt", "speech"), ("Odile de Brandt", "Brandt")),
        (quotation("Brandt", "speech"), ("Brandt",)),
        (quotation("  ", "speech"), ()),
        (quotation(kind="term"), ()),
        (position("words", actor="Odile Brandt"), ("Odile Brandt", "Brandt")),
    ],
)
def test_a_speaker_is_known_by_all_his_names(fact: Fact, speaker: tuple[str, ...]) -> None:
    assert standing(fact, ACTORS).speaker == speaker


def test_only_a_quotation_can_lack_its_kind() -> None:
    assert standing(quotation("rehn"), ACTORS).kind is False
    assert standing(quotation("rehn", "speech"), ACTORS).kind is True
    assert standing(position("words"), ACTORS) == Standing(frozenset({REPORT}), OF_REHN, kind=True)
    assert standing(Claim("c", HERE, "fact"), ACTORS) == Standing(frozenset(), (), kind=True)
