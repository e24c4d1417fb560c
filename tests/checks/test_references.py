"""Every reference leads somewhere: roles, subjects of statements, options that name ids."""

from __future__ import annotations

import pytest

from sphinx_briefing.checks.references import references
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.pages import Fact
from sphinx_briefing.model.places import Key
from views.books import (
    actor,
    book,
    cite,
    discrepancy,
    erratum,
    event,
    issue,
    judgment,
    mention,
    position,
    quotation,
    term,
)

DECLARED = (actor("north"), issue("toll"), event("fire", "2009"), term("fog", "туман"))


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        (mention(Key("actor", "nort"), ("x",)), "unknown actor `nort`"),
        (mention(Key("judgment", "north"), ("x",)), "unknown judgment `north`"),  # an actor's id is no judgment's
        (position("nort", "toll"), "unknown actor `nort` (the position's actor)"),
        (position("north", "tol"), "unknown issue `tol` (the position's issue)"),
        (judgment("j", actors=("nort",)), "unknown actor `nort` (option `:actors:`)"),
        (judgment("j", issues=("tol",)), "unknown issue `tol` (option `:issues:`)"),
        (judgment("j", against=(Key("claim", "c-9"),)), "unknown claim `c-9` (option `:against:`)"),
        (event("e", "2009", actors=("toll",)), "unknown actor `toll` (option `:actors:`)"),
        (event("e", "2009", issues=("tol",)), "unknown issue `tol` (option `:issues:`)"),
        (discrepancy("d", events=("fires",)), "unknown event `fires` (option `:events:`)"),
        (discrepancy("d", actors=("nort",)), "unknown actor `nort` (option `:actors:`)"),
        (erratum("e", on=Key("claim", "c-9")), "unknown claim `c-9` (option `:on:`)"),
        (erratum("e", on=Key("page", "pge")), "unknown page `pge` (option `:on:`)"),
        (actor("south", part_of=("coast",)), "unknown actor `coast` (option `:part-of:`)"),
        (term("mist", "мгла", confused_with="frog"), "unknown term `frog` (option `:confused-with:`)"),
    ],
)
def test_an_unknown_id_is_an_error_where_it_is_written(fact: Fact, message: str) -> None:
    (found,) = references(book(*DECLARED, fact))
    assert (found.code, found.place, found.message) == (Code.REFERENCE, fact.place, message)


@pytest.mark.parametrize(
    ("target", "mend"),
    [
        (Key("actor", "nort"), "did you mean `north`? Otherwise declare it with `:::{actor} nort`, or correct the id"),
        (
            Key("actor", "North"),
            "did you mean `north`? Otherwise declare it with `:::{actor} North`, or correct the id",
        ),
        (Key("page", "pge"), "did you mean `page`? Otherwise write the path of a page without its ending"),
        (Key("issue", "zebra"), "declare it with `:::{issue} zebra`, or correct the id"),
        (Key("term", "frog"), "did you mean `fog`? Otherwise declare it with `:::{lexeme} frog`, or correct the id"),
    ],
)
def test_what_was_probably_meant_is_of_the_same_kind(target: Key, mend: str) -> None:
    (found,) = references(book(*DECLARED, mention(target, ("x",))))
    assert found.hint == mend


def test_each_unknown_id_of_a_list_is_named() -> None:
    found = list(references(book(*DECLARED, judgment("j", actors=("a", "north", "b"), issues=("c",)))))
    assert [item.message.split("`")[1] for item in found] == ["a", "b", "c"]


def test_known_ids_and_sources_are_no_finding() -> None:
    facts = (
        position("north", "toll"),
        judgment("j", actors=("north",), issues=("toll",), holder="anyone"),
        discrepancy("d", events=("fire",)),
        erratum("e-1", on=Key("page", "page")),
        erratum("e-2", on=Key("judgment", "j")),
        term("mist", "мгла", confused_with="fog"),
        quotation("q", speaker="A deckhand"),  # a plain name may speak
        mention(Key("judgment", "j"), ("x",)),
        mention(
            Key("passage", "tale#p9s9"), ("x",), citations=(cite(passage="p9s9"),)
        ),  # the check on quotations judges it
        mention(Key("source", "nowhere"), ("x",), citations=(cite(source="nowhere"),)),
    )
    assert list(references(book(*DECLARED, *facts))) == []
