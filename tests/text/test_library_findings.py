"""What is wrong with `sources.yaml` and the seeds, each told whole: where, what, how to mend it, what belongs to it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from sphinx_briefing.model.findings import Code, Finding, Related, error
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.sources import Gist, Name, SetAside, Source
from sphinx_briefing.text.library import Library, load_library

SEED = "The Harbor Talks\n\nNorthport opposes the new toll and says so.\n"
PIN = hashlib.sha256(SEED.encode()).hexdigest()
RECORD = f"  - id: tale\n    type: article\n    title: Talks\n    seed: tale.txt\n    sha256: {PIN}\n"
SHORT = "  - {id: S02, type: report, title: Minutes}\n"
PATH = "seeds/sources.yaml"
PINNED = (Related(PATH, 3, "pinned in the record of `tale`"),)


def load(folder: Path, records: str, seed: bytes | None = SEED.encode()) -> Library:
    """The tale stands second, on line 3."""
    if seed is not None:
        (folder / "tale.txt").write_bytes(seed)
    (folder / "sources.yaml").write_text(f"sources:\n{SHORT}{records}", "utf-8")
    return load_library(folder, "seeds")


def test_a_short_record_leaves_the_rest_empty_and_a_long_one_gives_all(tmp_path: Path) -> None:
    long = RECORD + (
        f"    author: [{{literal: Desk}}]\n    container-title: Gull\n    publisher: House\n    issued: 2009-09\n"
        f"    URL: https://gull.example\n    language: en\n    reliability: B\n    note: A note\n    coverage: whole\n"
        f"    passages: {{t1: {{gist: Talks}}}}\n    set-aside: {{p1s1: a reason}}\n    pages: {{t1: xiv}}\n"
        f"    original-sha256: {PIN}\n    budget: {{words: 12, percent: 2.5}}\n"
    )
    found = load(tmp_path, long)
    assert found.findings == ()
    assert found.sources == (
        Source("S02", "report", "Minutes", line=2),
        Source(
            "tale", "article", "Talks", (Name(literal="Desk"),), "House", "Gull", "2009-09", "https://gull.example",
            "en", "B", "A note", "tale.txt", PIN, "whole",
            (Gist("t1", gist="Talks"),), (SetAside("p1s1", "a reason"),), 12,
            2.5, 3, False, PIN, (("t1", "xiv"),),
        ),
    )  # fmt: skip
    assert found.seeds["tale"].id == "tale"
    assert load(tmp_path, RECORD).sources[1] == Source("tale", "article", "Talks", seed="tale.txt", sha256=PIN, line=3)


def changed(seed: bytes) -> Finding:
    found = hashlib.sha256(seed).hexdigest()
    return error(
        Code.SEED_CHANGED, Place(""), f"the seed of `tale` has changed: its SHA-256 is {found}, pinned is {PIN}",
        "restore the file (a seed is never edited); if a corrected text was meant, write its new hash into "
        "seeds/sources.yaml, line 3", path="seeds/tale.txt", related=PINNED,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("seed", "finding"),
    [
        (
            None,
            error(
                Code.SEED_MISSING, Place(""), "the seed of `tale` cannot be read",
                "put the text back, or correct `seed:` in seeds/sources.yaml", path="seeds/tale.txt", related=PINNED,
            ),
        ),
        (b"", changed(b"")),
        (SEED.replace("new", "old").encode(), changed(SEED.replace("new", "old").encode())),
    ],
)  # fmt: skip
def test_a_seed_that_cannot_be_trusted(tmp_path: Path, seed: bytes | None, finding: Finding) -> None:
    assert load(tmp_path, RECORD, seed).findings == (finding,)


def test_a_seed_that_is_no_utf_8(tmp_path: Path) -> None:
    data = b"Northport \xff"
    record = RECORD.replace(PIN, hashlib.sha256(data).hexdigest())
    assert load(tmp_path, record, data).findings == (
        error(
            Code.SEED_MISSING, Place(""), "the seed of `tale` is not UTF-8 (byte 10)",
            "store it as UTF-8 and pin the new hash", path="seeds/tale.txt", related=PINNED,
        ),
    )  # fmt: skip


def test_a_seed_of_the_book_is_read_from_the_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A private text of the same name is another."""
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "tale.txt").write_text("Another text.")
    monkeypatch.setenv("BRIEFING_SEEDS", str(vault))
    assert load(tmp_path, RECORD).findings == ()


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("tale", "the source `tale` is declared twice"),
        ("Tale", "the sources `tale` and `Tale` differ in capitals only"),
    ],
)
def test_two_sources_of_one_name(tmp_path: Path, id: str, message: str) -> None:
    found = load(tmp_path, RECORD + SHORT.replace("S02", id))
    assert found.findings == (
        error(
            Code.DUPLICATE, Place("", 8), message, "give one of them another id", path=PATH,
            related=(Related(PATH, 3, "declared here first"),),
        ),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["issued", "accessed"])
def test_a_date_that_is_none(tmp_path: Path, name: str) -> None:
    (found,) = load(tmp_path, f"{RECORD}    {name}: spring\n").findings
    assert replace(found, message="") == error(
        Code.DATE, Place("", 3), "", "correct it, or leave it out when the date is not known", path=PATH
    )
    assert found.message.startswith(f"`{name}` of `tale`: `spring` is not an EDTF date")


@pytest.mark.parametrize(
    ("record", "field", "hint"),
    [
        ("    passages: {p1s7: {gist: x}}\n", "passages", "did you mean `p1s1`?"),
        ("    passages: {introduction: {gist: x}}\n", "passages", "its passages run from `t1` to `p1s1`"),
        ("    pages: {introduction: xiv}\n", "pages", "its passages run from `t1` to `p1s1`"),
        ("    set-aside: {introduction: a reason}\n", "set-aside", "its passages run from `t1` to `p1s1`"),
    ],
)
def test_a_passage_that_the_seed_does_not_have(tmp_path: Path, record: str, field: str, hint: str) -> None:
    name = "p1s7" if "p1s7" in record else "introduction"
    assert load(tmp_path, RECORD + record).findings == (
        error(
            Code.PASSAGE_UNKNOWN, Place("", 3), f"`{field}` of `tale` names `{name}`, which the seed does not have",
            hint, path=PATH,
        ),
    )  # fmt: skip


def test_a_seed_without_a_passage_has_none_to_name(tmp_path: Path) -> None:
    record = RECORD.replace(PIN, hashlib.sha256(b"").hexdigest())
    (found,) = load(tmp_path, f"{record}    pages: {{t1: xiv}}\n", b"").findings
    assert found.hint == "it has no passages"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (None, "the file does not exist", "create it, with a record for each source the book cites"),
        ("", "the file is empty", "write `sources:` and under it a record for each source the book cites"),
        (
            "sources: 3\n", "`sources`: 3 is not of type 'array'",
            "see the manual, page `sources.yaml`, for the fields of a record",
        ),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_records(tmp_path: Path, text: str | None, message: str, hint: str) -> None:
    if text is not None:
        (tmp_path / "sources.yaml").write_text(text)
    line = 1 if text else 0
    assert load_library(tmp_path, "seeds").findings == (
        error(Code.SOURCES_FILE, Place("", line), message, hint, path=PATH),
    )
