"""What pins an anchor, what is made of it in another seed, and how a new lock differs from an old one, word by word."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sphinx_briefing.model.citations import Citation, State
from sphinx_briefing.model.lock import Fate, Lock, Unique
from sphinx_briefing.text.lock import Change, changes, key_of, read_lock, write_lock
from text.locked import ALL, FOUR, HEAD, SENTENCES, A, B, C, D, book_of, cite, fates, locked, text_of

E, F = SENTENCES[4:6]

LOCK = """\
{"version": 1, "seeds": {"s": "161c46073c92da1abc58d1dd85d43940a062f44085d6d650b92e465742af89bd"}, "anchors": [
{"source": "s", "cited": "p1s1", "quote": "", "passage": "p1s1", "start": 0, "end": 44, \
"words": "8db6e6b4087f604f6c872e75ca6382ad", "before": "e3b0c44298fc1c149afbf4c8996fb924", \
"after": "14879fa2a841f76d6e01d46bd0e61d86", "unique": "words"},
{"source": "s", "cited": "p2s1", "quote": "bd85e7014d949bc97fa423059d6f8dcf", "passage": "p2s1", \
"start": 137, "end": 155, \
"words": "2ea079a0cc58b409ef4d4a2f443fd78c", "before": "5b008778e99da6550a2acb6123bcb3ff", \
"after": "95183ff05d867a1266aa2265b681c6f7", "unique": "context"}
]}
"""
PINNED = [cite("p1s1"), cite("p2s1", "the old north quay", before="along")]


def test_a_lock_is_written_as_ever_and_read_as_it_was_written() -> None:
    """Other hashes of the same words would make every lock there is worthless."""
    lock = locked(PINNED, FOUR)
    assert write_lock(lock) == LOCK
    assert read_lock(LOCK) == lock


def test_what_stands_before_is_read_from_the_first_letter_on() -> None:
    one, other = (
        locked([cite("p1s1", "was said of the quay")], text).pins for text in (FOUR, FOUR.replace("This", "this"))
    )
    assert one[0].before != other[0].before


def test_a_half_surrogate_in_quoted_words_is_hashed_like_any_other_character() -> None:
    assert key_of(cite("p2s1", "\ud800")) != key_of(cite("p2s1", "\ud801"))


@pytest.mark.parametrize(
    ("citation", "unique"),
    [
        (cite("p1s1"), Unique.WORDS),  # at the very beginning
        (cite("p1s1", "This was said"), Unique.WORDS),
        (cite("p2s2"), Unique.WORDS),  # a passage, though its words stand in the next as well
        (cite("p2s2", "It rained"), Unique.CONTEXT),
        (cite("p3s1"), Unique.WORDS),  # at the very end
    ],
)
def test_a_passage_is_told_from_other_passages_and_words_from_all_other_places(
    citation: Citation, unique: Unique
) -> None:
    text = text_of([[A, "It rained.", "“It rained. It rained,” he said."], [B]]).rstrip()
    assert [pin.unique for pin in locked([citation], text).pins] == [unique]
    assert fates([citation], text, text) == []


def test_an_anchor_without_length_is_none() -> None:
    good = json.loads(LOCK)
    for start, end in ((5, 5), (6, 5)):
        bad = {**good, "anchors": [{**good["anchors"][0], "start": start, "end": end}]}
        with pytest.raises(ValueError, match="a value that cannot be"):
            read_lock(json.dumps(bad))


# ---- in another seed


def test_what_is_misquoted_or_cited_as_a_whole_hides_nothing_that_comes_after() -> None:
    after = text_of([[A.replace("old north", "old south"), E, B], [C, D]])
    anchors = [cite(), cite("p2s1", "the old north quay"), cite("p2s2")]
    read = book_of(anchors, after, locked(anchors, FOUR))
    assert read.evidence[anchors[1]].state is State.FAILED  # which is a finding by itself
    assert [(item.citation, item.fate, item.now) for item in read.standings] == [(anchors[2], Fate.MOVED, "p2s3")]


def test_words_that_an_ellipsis_hides_are_pinned_with_the_rest() -> None:
    quoted = cite("p2s1", "Ansel walked at ... the old north quay")
    after = FOUR.replace("Ansel walked at some length", "Ansel walked at great length")
    assert book_of([quoted], after).evidence[quoted].state is not State.FAILED
    assert [item.fate for item in fates([quoted], FOUR, after)] == [Fate.LOST]


def test_words_that_run_into_the_next_sentence_are_where_they_begin() -> None:
    quoted = cite("p2s1", "with poor Ansel. Berta walked at some length")
    alike = f"{A} {B.split(',')[0]}."
    (found,) = fates([quoted], FOUR, text_of([[alike], [A, B], [C, D]]))
    assert (found.citation, found.fate, found.now) == (quoted, Fate.MOVED, "p3s1")


def test_where_the_same_words_stand_twice_both_places_are_named() -> None:
    (found,) = fates([cite("p2s2")], FOUR, text_of([[A, E, B, E], [E, B, E, C, D]]))
    assert (found.fate, found.near) == (Fate.LOST, "p2s3, p3s2")


def test_what_the_lock_says_of_a_seed_is_held_to_it() -> None:
    lock = locked(ALL[:1], FOUR)
    wrong = Lock(lock.seeds, (replace(lock.pins[0], start=3),))
    (found,) = book_of(ALL[:1], FOUR, wrong).standings
    assert (found.citation, found.fate) == (ALL[0], Fate.DAMAGED)


@pytest.mark.parametrize(
    ("after", "near"),
    [
        ([[HEAD, A, E, C, D]], "p2s4"),  # alone between the same neighbors, whatever stands under its id
        ([[A, E, F, C, D]], "p2s2"),  # of two, each beside one of them, the one under its id
        ([[E, F, C, D]], "p2s2"),
        ([[HEAD, F, A, E, F, C, D]], ""),  # but neither if it is another
        ([[A, E], [F, D]], "p2s2"),  # one neighbor is enough
        ([[E, F], [C, D]], "p2s2"),
        ([[E, F], [E, D]], ""),
        ([[B.replace("old", "new"), E], [A, D]], "p3s2"),
    ],
)
def test_of_lost_words_it_is_said_where_they_probably_were(after: list[list[str]], near: str) -> None:
    (found,) = fates([cite("p2s2")], FOUR, text_of(after))
    assert (found.fate, found.near) == (Fate.LOST, near)


# ---- what a new lock changes


def test_each_change_is_told_with_where_it_was_and_is() -> None:
    old = locked([*ALL[:2], cite("p2s1", "the old north quay")], FOUR)
    after = text_of([[A, E], [C, D]])
    new = locked([*ALL[:2], cite("p3s1", "the old north quay")], after)
    assert changes(old, new) == (
        Change("moved", "s#p2s1, passage at 103-197", "s#p2s1, passage at 103-197"),
        Change("changed", "s#p2s2, passage at 198-292", "s#p2s2, passage at 198-292"),
        Change("added", "s#p3s1, words at 328-346"),
        Change("removed", "s#p2s1, words at 137-155"),
    )


def test_a_pin_that_only_its_seed_or_only_its_place_makes_another_is_moved() -> None:
    old = locked(ALL[:1], FOUR)
    corrected = locked(ALL[:1], FOUR.replace("poor Delia", "rich Delia"))
    assert corrected.pins == old.pins
    renamed = Lock(old.seeds, (replace(old.pins[0], passage="p2s9"),))
    assert [item.kind for item in changes(old, corrected)] == ["moved"]
    assert [item.kind for item in changes(old, renamed)] == ["moved"]
