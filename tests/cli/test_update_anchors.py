"""`briefing check --update-anchors`, and a whole book whose seed is replaced by a corrected copy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import BookCopy, run

LOCK = "seeds/anchors.lock"


def update(book: BookCopy, *more: str) -> tuple[int, list[str]]:
    result = run("check", "--update-anchors", "--book", str(book.root), *more)
    return result.code, (result.out if "json" not in more else result.err).splitlines()


@pytest.fixture
def pinned(built: BookCopy) -> BookCopy:
    """The small book with a lock."""
    assert update(built)[0] == 0
    return built


def test_a_lock_is_made_shown_and_then_left_alone(built: BookCopy) -> None:
    code, lines = update(built)
    added = [line for line in lines if line.startswith("added ")]
    assert code == 0
    assert lines[-2] == f"{LOCK}: {len(added)} added, 0 moved, 0 changed, 0 removed; {len(added)} anchors"
    assert len(added) == built.read_text(LOCK).count('{"source"') > 10
    before = (built.root / LOCK).stat().st_mtime_ns
    assert update(built)[1] == [f"{LOCK}: 0 added, 0 moved, 0 changed, 0 removed; {len(added)} anchors", "no findings"]
    assert (built.root / LOCK).stat().st_mtime_ns == before
    assert built.check() == (0, [])


def test_the_lock_holds_no_words_of_the_source(pinned: BookCopy) -> None:
    lock, seed = pinned.read_text(LOCK).lower(), pinned.read_text("seeds/herald.txt").lower()
    sentences = [words.strip() for words in seed.replace("?", ".").split(".") if words.strip()]
    assert not [
        words
        for words in sentences
        if any(word in lock for word in words.split() if len(word) > 6 and word != "herald")
    ]


def test_a_new_citation_is_a_warning_until_it_is_pinned(pinned: BookCopy) -> None:
    pinned.write("source/words.md", pinned.read_text("source/words.md") + "\nSo it says {cite}`@herald#p3s3`.\n")
    code, found = pinned.check()
    assert (code, [item["code"] for item in found]) == (0, ["brief.anchor-unpinned"])
    assert found[0]["place"]["line"] == pinned.line_of("source/words.md", "So it says")
    assert run("check", "--strict", "--book", str(pinned.root)).code == 1
    code, lines = update(pinned, "--strict")
    assert code == 0
    assert [line.split()[0] for line in lines] == ["added", f"{LOCK}:", "no"]
    assert pinned.check() == (0, [])


def insert(book: BookCopy, before: str) -> None:
    """A corrected copy of the seed with one more sentence."""
    book.edit("seeds/herald.txt", before, "One more sentence was found on a later day. " + before)
    book.repin()


def test_law_an_inserted_sentence_moves_no_bare_citation_unseen(pinned: BookCopy) -> None:
    """Every bare citation of the paragraph, after the new sentence, is an error that says where its sentence is now."""
    insert(pinned, "Harbor master Tomas Rehn")
    code, found = pinned.check()
    moved = [item for item in found if item["code"] == "brief.anchor-moved"]
    bare = {
        (f"source/{path.relative_to(pinned.root / 'source').as_posix()}", number)
        for path in (pinned.root / "source").rglob("*.md")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if ("@#p2s" in line or "@herald#p2s" in line) and '"' not in line
    }
    assert code == 1
    assert bare
    assert {(item["place"]["path"], item["place"]["line"]) for item in moved} == bare
    for item in moved:
        was, now = item["message"].split()[0], item["message"].split(" is now ")[1].partition(":")[0]
        assert int(now.removeprefix("p2s")) == int(was.removeprefix("p2s")) + 1
    others = {item["code"] for item in found} - {"brief.anchor-moved"}
    # quotations that name their passage, and a passage that nothing uses any more
    assert others <= {"brief.quote-not-found", "brief.passage-unused"}


def test_without_a_lock_nothing_notices(built: BookCopy) -> None:
    insert(built, "Harbor master Tomas Rehn")
    assert not [item for item in built.check()[1] if item["code"].startswith("brief.anchor")]


def test_a_correction_elsewhere_moves_all_anchors_silently(pinned: BookCopy) -> None:
    """The byline, which nothing cites, is another: offsets move, nothing is said."""
    before = json.loads(pinned.read_text(LOCK))
    pinned.edit("seeds/herald.txt", "who covers the harbor for", "who has covered the harbor for")
    pinned.repin()
    assert pinned.check() == (0, [])
    code, lines = update(pinned)
    assert code == 0
    assert {line.split()[0] for line in lines} == {"moved", f"{LOCK}:", "no"}
    after = json.loads(pinned.read_text(LOCK))
    assert after["seeds"] != before["seeds"]
    assert [item["words"] for item in after["anchors"]] == [item["words"] for item in before["anchors"]]
    assert all(new["start"] == old["start"] + 5 for new, old in zip(after["anchors"], before["anchors"], strict=True))


def test_nothing_is_written_while_another_error_stands(pinned: BookCopy) -> None:
    before = pinned.read_text(LOCK)
    pinned.write("source/words.md", pinned.read_text("source/words.md") + "\n{actor}`nobody` {cite}`@herald#p3s3`\n")
    code, lines = update(pinned)
    assert code == 1
    assert lines[0] == "anchors.lock is left as it is: mend the errors first"
    assert any("brief.anchor-unpinned" in line for line in lines)
    assert pinned.read_text(LOCK) == before


@pytest.mark.parametrize("share", [0, 0.3, 0.5, 0.99])
def test_a_lock_cut_short_is_a_finding_and_is_made_anew_on_demand(pinned: BookCopy, share: float) -> None:
    whole = pinned.read_text(LOCK)
    pinned.write(LOCK, whole[: int(len(whole) * share)])
    code, found = pinned.check()
    assert (code, [item["code"] for item in found]) == (1, ["brief.lock-damaged"])
    assert found[0]["place"]["path"] == LOCK
    assert pinned.build().code == 1
    assert update(pinned)[0] == 0
    assert pinned.read_text(LOCK) == whole


def test_with_json_the_changes_stand_beside_the_document(built: BookCopy) -> None:
    result = run("check", "--update-anchors", "--format", "json", "--book", str(built.root))
    assert json.loads(result.out)["findings"] == []
    assert "added" in result.err
    assert (built.root / LOCK).is_file()


def test_a_lock_that_cannot_be_written_is_wrong_use(built: BookCopy) -> None:
    Path(built.root, "seeds", ".anchors.lock.new").mkdir()
    result = run("check", "--update-anchors", "--book", str(built.root))
    assert result.code == 2
    assert "cannot be written" in result.err
