"""Anchors outlive edits of a seed: each is found again at its own words, or is an error; none is silently wrong."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.model.citations import Citation, State
from sphinx_briefing.model.lock import Fate, Lock, Unique
from sphinx_briefing.model.pages import BookInfo
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.sources import Source
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.lock import CONTEXT, changes, read_lock, renewed, standings, write_lock
from sphinx_briefing.text.verification import freeze
from text.locked import ALL, FOUR, HEAD, SENTENCES, A, B, C, D, book_of, cite, fates, library, locked, text_of

# ---- the same seed


def test_a_lock_stands_on_the_seed_it_was_made_from() -> None:
    every = [*ALL, cite("p2s1", "the old north quay"), cite("", B[:40].rsplit(" ", 1)[0], silent=True), cite("p1s1")]
    assert fates(every, FOUR, FOUR) == []


def test_a_pin_says_where_the_words_stand_and_holds_none_of_them() -> None:
    lock = locked([cite("p2s2", "the old north quay")], FOUR)
    (pin,) = lock.pins
    assert FOUR[pin.start : pin.end] == "the old north quay"
    assert (pin.source, pin.cited, pin.passage, pin.unique) == ("s", "p2s2", "p2s2", Unique.CONTEXT)
    assert lock.seeds == {"s": Seed.of("s", FOUR).sha256}
    written = write_lock(lock)
    assert "quay" not in written
    assert "Berta" not in written


def test_a_source_cited_as_a_whole_or_misquoted_is_not_pinned() -> None:
    bad = [cite(), cite("p2s1", "walked at no length along"), cite("p9s9"), Citation("other", Place("page", 1), "p1s1")]
    assert locked(bad, FOUR).pins == ()
    assert fates(bad, FOUR, FOUR) == []


def test_a_citation_that_the_lock_does_not_know_is_unpinned_and_said_once() -> None:
    lock = locked(ALL[:1], FOUR)
    new = [*ALL[:2], replace(ALL[1], place=Place("page", 9)), cite("p2s1", "the old north quay")]
    found = book_of(new, FOUR, lock).standings
    assert [(item.fate, item.citation.passage, item.citation.words) for item in found] == [
        (Fate.UNPINNED, "p2s2", ""),
        (Fate.UNPINNED, "p2s1", "the old north quay"),
    ]


@pytest.mark.parametrize("change", [{"start": 3}, {"end": 100_000}, {"words": "0" * 32}, {"after": "0" * 32}])
def test_a_lock_that_says_what_is_not_so_of_its_own_seed_is_damaged(change: dict[str, Any]) -> None:
    lock = locked(ALL[:1], FOUR)
    wrong = Lock(lock.seeds, (replace(lock.pins[0], **change),))
    (found,) = book_of(ALL[:1], FOUR, wrong).standings
    assert found.fate is Fate.DAMAGED


def test_a_passage_that_another_cutting_names_otherwise_is_found_in_the_same_seed() -> None:
    """As after a change of the splitter: the seed's hash is the same, the id is not."""
    lock = locked([cite("p2s2")], FOUR)
    renamed = Lock(lock.seeds, (replace(lock.pins[0], cited="p2s1"),))
    (found,) = book_of([cite("p2s1")], FOUR, renamed).standings
    assert (found.fate, found.now) == (Fate.MOVED, "p2s2")


# ---- another seed


def test_an_inserted_sentence_renumbers_no_bare_passage_unseen() -> None:
    after = text_of([[A, SENTENCES[5], B], [C, D]])
    found = fates(ALL, FOUR, after)
    assert [(item.citation.passage, item.fate, item.now) for item in found] == [("p2s2", Fate.MOVED, "p2s3")]


def test_an_inserted_paragraph_moves_what_follows() -> None:
    found = fates(ALL, FOUR, text_of([[A, B], [SENTENCES[5]], [C, D]]))
    assert [(item.citation.passage, item.now) for item in found] == [("p3s1", "p4s1"), ("p3s2", "p4s2")]


def test_quoted_words_move_silently() -> None:
    """They are verified by themselves; the lock only must not stand in the way."""
    quoted = [cite("p3s1", "Corin walked at some length"), cite("", "agreed with poor Delia")]
    after = text_of([[A, SENTENCES[5], B], [C, D]])
    assert fates(quoted, FOUR, after) == []
    assert all(item.state is State.EXACT for item in book_of(quoted, after).evidence.values())


def test_typography_and_white_space_are_no_change() -> None:
    before = text_of([["“Yes”, said Ansel — the pilot of the old ferry.", B]])
    after = text_of([['"Yes",  said\nAnsel - the pilot of the old ferry.', B]])
    assert fates([cite("p2s1"), cite("p2s2")], before, after) == []


def test_a_changed_sentence_is_lost_and_its_neighbors_say_where_it_was() -> None:
    (found,) = fates(ALL, FOUR, FOUR.replace("poor Berta", "rich Berta"))
    assert (found.citation.passage, found.fate, found.near) == ("p2s2", Fate.LOST, "p2s2")


def test_a_sentence_that_is_gone_is_lost_though_its_id_is_not() -> None:
    found = {item.citation.passage: item for item in fates(ALL, FOUR, text_of([[B], [C, D]]))}
    assert found["p2s1"].fate is Fate.LOST
    assert (found["p2s2"].fate, found["p2s2"].now) == (Fate.MOVED, "p2s1")  # the very sentence that p2s1 is now


def test_a_passage_that_is_gone_with_its_words_is_an_error_already() -> None:
    assert fates([cite("p3s2")], FOUR, text_of([[A, B], [C]])) == []
    assert book_of([cite("p3s2")], text_of([[A, B], [C]])).evidence[cite("p3s2")].state is State.FAILED


def test_a_passage_that_is_gone_by_its_id_is_still_found_by_its_words() -> None:
    (found,) = fates([cite("p3s2")], FOUR, text_of([[A, B, C, D]]))
    assert (found.fate, found.now) == (Fate.MOVED, "p2s4")


def test_of_two_equal_sentences_the_neighbors_decide() -> None:
    before = text_of([[A, B], [C, A, D]])
    anchors = [cite("p2s1"), cite("p3s2")]
    assert {pin.unique for pin in locked(anchors, before).pins} == {Unique.CONTEXT}
    assert fates(anchors, before, text_of([[A, B], [SENTENCES[6], C, A, D]]))[0].now == "p3s3"
    gone = fates(anchors, before, text_of([[B], [C, A, D]]))
    assert [(item.citation.passage, item.fate, item.near) for item in gone] == [("p2s1", Fate.LOST, "p3s2")]


def test_the_same_words_in_another_sentence_are_not_taken_for_the_pinned_ones() -> None:
    """`@#p2s2` finds "north quay" in whatever sentence is p2s2; the lock sees that it is another."""
    quoted = [cite("p2s2", "north quay, and")]
    after = text_of([[A, SENTENCES[5], B], [C, D]])
    (found,) = fates(quoted, FOUR, after)
    assert book_of(quoted, after).evidence[quoted[0]].state is State.EXACT
    assert (found.fate, found.now) == (Fate.MOVED, "p2s3")


def test_what_not_even_its_neighbors_tell_apart_stands_only_on_the_same_seed() -> None:
    before = text_of([[A, A, A, A]])
    anchors = [cite("p2s2")]
    assert fates(anchors, before, before) == []
    assert [item.fate for item in fates(anchors, before, text_of([[A, A, A]]))] == [Fate.LOST]


def test_context_is_counted_without_white_space() -> None:
    assert CONTEXT == 32
    before = text_of([[A, B], [A, C]])
    after = text_of([[A], [B], [A, C]])
    assert [item.now for item in fates([cite("p3s1")], before, after)] == ["p4s1"]


# ---- laws


@dataclass(frozen=True)
class Edited:
    """A text before and after edits: each sentence with a number that stays its own."""

    before: list[tuple[int, str]]
    after: list[tuple[int, str]]


@st.composite
def edited(draw: st.DrawFn, *, distinct: bool, most: int) -> Edited:
    pool = st.sampled_from(SENTENCES if not distinct else SENTENCES[:6])
    sentences = draw(st.lists(pool, min_size=2, max_size=6, unique=distinct))
    before = list(enumerate(sentences))
    after = list(before)
    fresh = [item for item in SENTENCES if item not in sentences] if distinct else SENTENCES
    for number in range(100, 100 + draw(st.integers(1, most))):
        at = draw(st.integers(0, max(len(after) - 1, 0)))
        kind = draw(st.sampled_from(["insert", "delete", "change"] if after else ["insert"]))
        new = (number, draw(st.sampled_from(fresh)))
        after[at : at + (kind != "insert")] = [] if kind == "delete" else [new]
    return Edited(before, after)


def one_paragraph(sentences: list[tuple[int, str]]) -> str:
    return text_of([[text for _, text in sentences]])


def around(sentences: list[tuple[int, str]], at: int) -> tuple[str, str]:
    texts = [HEAD, *(text for _, text in sentences), ""]
    return texts[at], texts[at + 2]


@given(edited(distinct=True, most=1), st.booleans())
def test_law_after_one_edit_every_anchor_is_found_or_an_error(what: Edited, quoted: bool) -> None:
    """Sentences all differ, so that it is plain which is which."""
    passages = [f"p2s{number}" for number in range(1, len(what.before) + 1)]
    numbers, now = zip(*what.before, strict=True), [number for number, _ in what.after]
    ids, texts = list(numbers)
    citations = [cite(passage, "the old north quay, and nobody" if quoted else "") for passage in passages]
    read = book_of(citations, one_paragraph(what.after), locked(citations, one_paragraph(what.before)))
    told = {item.citation: item for item in read.standings}
    assert len(texts) == len(citations)
    for number, citation in zip(ids, citations, strict=True):
        right = f"p2s{now.index(number) + 1}" if number in now else ""
        standing, evidence = told.get(citation), read.evidence[citation]
        if right == citation.passage:
            assert evidence.passage == right
            assert standing is None or (quoted and standing.fate is Fate.LOST)
        elif standing is None:
            assert evidence.state is State.FAILED  # an error by itself
            assert not (right and not quoted)  # but a bare passage is told where it stands now
        elif standing.fate is Fate.MOVED:
            assert standing.now == right
        else:
            assert standing.fate is Fate.LOST
            assert quoted or not right


@given(edited(distinct=False, most=3), st.booleans())
def test_law_no_anchor_is_silently_wrong(what: Edited, quoted: bool) -> None:
    """With equal sentences and several edits: what stands has its own words, and they are the only ones or between the
    same neighbors."""
    words = "the old north quay, and nobody" if quoted else ""
    citations = [cite(f"p2s{number}", words) for number in range(1, len(what.before) + 1)]
    read = book_of(citations, one_paragraph(what.after), locked(citations, one_paragraph(what.before)))
    wrong = {item.citation for item in read.standings}
    before, after = [text for _, text in what.before], [text for _, text in what.after]
    for at, citation in enumerate(citations):
        evidence = read.evidence[citation]
        if evidence.state is State.FAILED or citation in wrong:
            continue
        now = int(evidence.passage.removeprefix("p2s")) - 1
        same_neighbors = around(what.before, at) == around(what.after, now)
        assert after[now] == before[at]
        assert (before.count(before[at]) == after.count(before[at]) == 1 and not quoted) or same_neighbors or quoted


@given(edited(distinct=False, most=3))
def test_law_a_renewed_lock_stands_and_changes_nothing_more(what: Edited) -> None:
    citations = [cite(f"p2s{number}") for number in range(1, 5)]
    old, text = locked(citations, one_paragraph(what.before)), one_paragraph(what.after)
    new = renewed(old, book_of(citations, text).evidence.values(), library(text).seeds)
    assert {item.fate for item in book_of(citations, text, new).standings} <= set()
    assert changes(new, renewed(new, book_of(citations, text).evidence.values(), library(text).seeds)) == ()
    assert read_lock(write_lock(new)) == new


# ---- the lock as text


def test_one_line_an_anchor_sorted() -> None:
    lines = write_lock(locked(list(reversed(ALL)), FOUR)).splitlines()
    assert len(lines) == 6
    assert [json.loads(line.rstrip(","))["cited"] for line in lines[1:-1]] == ["p2s1", "p2s2", "p3s1", "p3s2"]
    assert write_lock(locked(ALL, FOUR)) == write_lock(locked(list(reversed(ALL)), FOUR))
    assert read_lock(write_lock(Lock())) == Lock({}, ())


GOOD = write_lock(locked(ALL, FOUR))


@given(st.integers(0, len(GOOD) - 3))
def test_a_lock_cut_anywhere_is_damaged(at: int) -> None:
    with pytest.raises(ValueError, match="not JSON"):
        read_lock(GOOD[:at])


def edit(**changed: Any) -> str:
    data = json.loads(GOOD)
    return json.dumps({**data, **changed})


def anchor(**changed: Any) -> str:
    data = json.loads(GOOD)
    return json.dumps({**data, "anchors": [{**data["anchors"][0], **changed}]})


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "^it is not JSON: half of it may be missing, or a merge left its marks$"),
        ("<<<<<<< ours\n" + GOOD, "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("\x00", "not JSON"),
        ("[]", "^it has not the three parts `version`, `seeds` and `anchors`$"),
        ("null", "three parts"),
        ('{"version": 1}', "three parts"),
        (edit(version=2), "its version is `2`"),
        (edit(version=True), "its version"),
        (edit(version="x" * 1000), "^its version is `x{20}`; this system reads version 1$"),
        (edit(seeds=[]), "^`seeds` does not give a SHA-256 for each source$"),
        (edit(seeds={"s": "abc"}), "SHA-256"),
        (edit(seeds={"s": 3}), "SHA-256"),
        (edit(seeds={}), "^anchor 1 is of `s`, for which `seeds` has no hash$"),
        (edit(anchors={}), "^`anchors` is no list$"),
        (edit(anchors=[3]), "anchor 1 has not the fields"),
        (
            edit(anchors=[{}]),
            "^anchor 1 has not the fields source, cited, quote, passage, start, end, words, before, after, unique$",
        ),
        (edit(anchors=[json.loads(GOOD)["anchors"][0]] * 2), "^anchor 2 pins `s#p2s1` a second time$"),
        (anchor(more=1), "has not the fields"),
        (anchor(start=-1), "a value that cannot be"),
        (anchor(start=True), "a value that cannot be"),
        (anchor(start=1.5), "a value that cannot be"),
        (anchor(start=10**9), "a value that cannot be"),
        (anchor(words="xyz"), "a value that cannot be"),
        (anchor(before="A" * 32), "a value that cannot be"),
        (anchor(quote="short"), "a value that cannot be"),
        (anchor(unique="perhaps"), "a value that cannot be"),
        (anchor(unique=[]), "a value that cannot be"),
        (anchor(source=None), "a value that cannot be"),
    ],
)
def test_what_is_no_lock_is_refused_with_what_is_wrong(text: str, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        read_lock(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["version", "seeds", "anchors", "s"]), inner),
    )
)
def test_any_json_is_a_lock_or_refused(data: Any) -> None:
    with suppress(ValueError):
        assert isinstance(read_lock(json.dumps(data)), Lock)


# ---- what a new lock changes


def test_changes_are_named_by_their_kind() -> None:
    old = locked([*ALL, cite("p2s1", "the old north quay")], FOUR)
    after = text_of([[A, SENTENCES[5], B], [C, D]])
    new = renewed(old, book_of([*ALL, cite("p2s3")], after).evidence.values(), library(after).seeds)
    found = [(item.kind, item.what.split(",")[0]) for item in changes(old, new)]
    assert found == [
        ("moved", "s#p2s1"),
        ("changed", "s#p2s2"),
        ("added", "s#p2s3"),
        ("moved", "s#p3s1"),
        ("moved", "s#p3s2"),
        ("removed", "s#p2s1"),
    ]
    assert changes(old, old) == ()


def test_what_rests_on_a_seed_that_is_not_at_hand_stays_pinned() -> None:
    old = locked(ALL, FOUR)
    absent = freeze(book_of(ALL[:2], FOUR).pages, Library((Source("s", "report", "S", seed="s.txt"),)), BookInfo("B"))
    new = renewed(old, absent.evidence.values(), {})
    assert new == Lock(old.seeds, old.pins[:2])
    assert list(standings(old, absent.evidence.values(), {})) == []
