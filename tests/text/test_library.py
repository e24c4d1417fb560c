"""`sources.yaml` and the seeds: what is read, and each way in which they can be broken, with its file and line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sphinx_briefing.model.findings import Code, Finding, Related
from sphinx_briefing.model.sources import Gist, Name, SetAside
from sphinx_briefing.text.library import Library, load_library

SEED = "The Harbor Talks\n\nNorthport opposes the new toll and says so.\n"
PIN = hashlib.sha256(SEED.encode()).hexdigest()
GOOD = f"""\
# The sources of the book.
sources:
  - id: tale
    type: article-newspaper
    title: The Harbor Talks
    author:
      - family: Marsh
        given: Ada
      - literal: Harbor Desk
    container-title: The Gull
    publisher: Gull House
    issued: 2009-09-21
    URL: https://gull.example/talks
    language: en
    reliability: B
    seed: tale.txt
    sha256: {PIN}
    coverage: whole
    passages:
      p1s1:
        form: report
        gist: Northport is against the toll.
  - id: S02
    type: report
    title: Minutes
    note: "Page 3"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tale.txt").write_bytes(SEED.encode())
    return tmp_path


def load(folder: Path, text: str | bytes) -> Library:
    (folder / "sources.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_library(folder, "seeds")


def seen(found: Library) -> list[tuple[Code, str, int, str]]:
    return [(item.code, item.path, item.place.line, item.message) for item in found.findings]


def only(found: Library) -> Finding:
    (finding,) = found.findings
    return finding


def test_records_are_read_in_their_order_with_their_lines(folder: Path) -> None:
    found = load(folder, GOOD)
    assert found.findings == ()
    assert [(source.id, source.line) for source in found.sources] == [("tale", 3), ("S02", 23)]
    tale, minutes = found.sources
    assert tale.author == (Name("Marsh", "Ada"), Name(literal="Harbor Desk"))
    assert (tale.container, tale.publisher, tale.issuer) == ("The Gull", "Gull House", "The Gull")
    assert (tale.issued, tale.url, tale.reliability) == ("2009-09-21", "https://gull.example/talks", "B")
    assert tale.passages == (Gist("p1s1", "report", "Northport is against the toll."),)
    assert (tale.coverage, minutes.coverage, minutes.note, minutes.seed) == ("whole", "cited", "Page 3", "")


def test_a_budget_and_what_is_set_aside_are_read(folder: Path) -> None:
    more = "coverage: whole\n    budget: {words: 12, percent: 2.5}\n    set-aside: {t1: a headline}"
    tale, minutes = load(folder, GOOD.replace("coverage: whole", more)).sources
    assert (tale.budget_words, tale.budget_percent) == (12, 2.5)
    assert tale.set_aside == (SetAside("t1", "a headline"),)
    assert (minutes.budget_words, minutes.budget_percent, minutes.set_aside) == (0, 0, ())


def test_a_passage_that_is_set_aside_exists(folder: Path) -> None:
    found = only(load(folder, GOOD.replace("coverage: whole", "set-aside: {p9s9: a reason}")))
    assert (found.code, found.place.line) == (Code.PASSAGE_UNKNOWN, 3)
    assert found.message == "`set-aside` of `tale` names `p9s9`, which the seed does not have"


def test_a_seed_is_read_byte_for_byte_and_cut_into_passages(folder: Path) -> None:
    (folder / "tale.txt").write_bytes(b"One line.\r\n\r\nAnother one here.\r\n")
    pin = hashlib.sha256((folder / "tale.txt").read_bytes()).hexdigest()
    found = load(folder, GOOD.replace(PIN, pin))
    assert found.seeds["tale"].text == "One line.\r\n\r\nAnother one here.\r\n"  # line ends are not translated
    assert found.seeds["tale"].sha256 == pin
    assert list(found.seeds) == ["tale"]


@pytest.mark.parametrize("date", ["2009-09-21", "2009-09", "2009", '"2009-09-21"', "2009-09~", "2006/2008"])
def test_a_date_is_kept_as_it_was_written(folder: Path, date: str) -> None:
    if date == "2009":  # YAML reads a bare year as a number
        date = '"2009"'
    found = load(folder, GOOD.replace("issued: 2009-09-21", f"issued: {date}"))
    assert found.findings == ()
    assert found.sources[0].issued == date.strip('"')


def test_no_file_is_a_finding(tmp_path: Path) -> None:
    found = only(load_library(tmp_path, "seeds"))
    assert (found.code, found.path, found.message) == (
        Code.SOURCES_FILE,
        "seeds/sources.yaml",
        "the file does not exist",
    )
    assert found.hint.startswith("create it")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_is_a_finding(folder: Path, text: str) -> None:
    found = only(load(folder, text))
    assert found.code is Code.SOURCES_FILE
    assert found.message in ("the file is empty", "None is not of type 'object'")
    assert found.hint


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sources:\n  - id: a\n   type: b\n", 3),  # indentation
        ('sources:\n  - id: "a\n', 3),  # a quotation mark is missing
        ("sources:\n\t- id: a\n", 2),  # a tab
        ("sources: [a, b\n", 2),
        ("sources: *nowhere\n", 1),
        ("sources: !!python/object:os.system {}\n", 1),
        ("a: 1\n---\nb: 2\n", 2),  # two documents
        ("sources:\n  - id: 0x_\n", 0),  # a number that is none
        ("sources: \x01\n", 0),  # a control character
        ("? [a]\n: b\nsources: []\n", 1),
    ],
)
def test_what_is_not_yaml_is_a_finding_with_its_line(folder: Path, text: str, line: int) -> None:
    found = only(load(folder, text))
    assert (found.code, found.path) == (Code.SOURCES_FILE, "seeds/sources.yaml")
    assert found.message.startswith("not YAML: ")
    assert found.place.line == line


def test_another_encoding_is_a_finding_that_names_the_byte(folder: Path) -> None:
    found = only(load(folder, GOOD.replace("Minutes", "Protokół").encode("cp1250")))
    assert found.code is Code.SOURCES_FILE
    assert found.message.startswith("not UTF-8 (byte ")


def test_a_byte_order_mark_and_dos_line_ends_do_no_harm(folder: Path) -> None:
    found = load(folder, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert found.findings == ()
    assert [source.line for source in found.sources] == [3, 23]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("    type: report\n", "", 23, "record 2: the field `type` is missing"),
        ("    title: Minutes\n", "", 23, "record 2: the field `title` is missing"),
        ("  - id: S02\n    type: report\n", "  - type: report\n", 23, "record 2: the field `id` is missing"),
        (f"    sha256: {PIN}\n", "", 3, "record 1: the field `sha256` is missing"),  # a seed is pinned
        ("publisher:", "publsher:", 11, "record 1: unknown field `publsher`"),
        ("        gist: North", "        gits: North", 22, "record 1: unknown field `gits`"),
        ("family: Marsh", "famly: Marsh", 7, "record 1: unknown field `famly`"),
        ("id: S02", "id: 2", 23, "record 2: `id`: 2 is not of type 'string'"),
        ("id: S02", "id: S 02", 23, "record 2: `id`: 'S 02' does not match"),
        ("issued: 2009-09-21", "issued: 2009", 12, "record 1: `issued`: 2009 is not of type 'string'"),
        (
            "https://gull.example",
            "ftp://gull.example",
            13,
            "record 1: `URL`: 'ftp://gull.example/talks' does not match",
        ),
        ("reliability: B", "reliability: F", 15, "record 1: `reliability`: 'F' is not one of ['A', 'B', 'C']"),
        ("coverage: whole", "coverage: all", 18, "record 1: `coverage`: 'all' is not one of"),
        ("coverage: whole", "budget: {words: 0}", 18, "record 1: `words`: 0 is less than the minimum of 1"),
        ("coverage: whole", "budget: {words: 1.5}", 18, "record 1: `words`: 1.5 is not of type 'integer'"),
        ("coverage: whole", "budget: {percent: 101}", 18, "record 1: `percent`: 101 is greater than the maximum"),
        ("coverage: whole", "budget: {percent: 0}", 18, "record 1: `percent`: 0 is less than or equal to the minimum"),
        ("coverage: whole", "budget: {word: 12}", 18, "record 1: unknown field `word`"),
        ("coverage: whole", "budget: {}", 18, "record 1: `budget`: {} "),
        ("coverage: whole", "set-aside: {p1s1: ''}", 18, "record 1: `p1s1`: '' does not match"),
        ("coverage: whole", "set-aside: [p1s1]", 18, "record 1: `set-aside`: ['p1s1'] is not of type 'object'"),
        ("seed: tale.txt", "seed: ../secret.txt", 16, "record 1: `seed`: '../secret.txt' does not match"),
        (PIN, PIN.upper(), 17, "record 1: `sha256`:"),
        ('note: "Page 3"', "note: [a]", 26, "record 2: `note`: ['a'] is not of type 'string'"),
        ("sources:\n", "surces:\n", 2, "the field `sources` is missing"),
        ("sources:\n", "extra: 1\nsources:\n", 2, "unknown field `extra`"),
        (
            "    title: Minutes\n",
            "    title: Minutes\n    title: Other\n",
            26,
            "the field `title` stands twice in one record, first in line 25",
        ),
    ],
)
def test_a_wrong_field_is_a_finding_with_its_line(folder: Path, old: str, new: str, line: int, message: str) -> None:
    assert old in GOOD
    found = load(folder, GOOD.replace(old, new))
    assert (Code.SOURCES_FILE, "seeds/sources.yaml", line) in [item[:3] for item in seen(found)]
    assert any(item.message.startswith(message) and item.hint for item in found.findings if item.place.line == line)
    assert found.sources == ()  # a file that breaks its own rules is not half believed


def test_what_was_probably_meant_is_said(folder: Path) -> None:
    found = only(load(folder, GOOD.replace("publisher:", "publsher:")))
    assert found.hint == "did you mean `publisher`?"


def test_all_faults_are_named_at_once(folder: Path) -> None:
    found = load(folder, "sources:\n  - id: a\n    frog: 1\n    toad: 2\n  - type: t\n    title: 7\n  - just words\n")
    assert [item[2:] for item in seen(found)] == [
        (2, "record 1: the field `type` is missing"),
        (2, "record 1: the field `title` is missing"),
        (3, "record 1: unknown field `frog`"),
        (4, "record 1: unknown field `toad`"),
        (5, "record 2: the field `id` is missing"),
        (6, "record 2: `title`: 7 is not of type 'string'"),
        (7, "record 3: 'just words' is not of type 'object'"),
    ]


@pytest.mark.parametrize("text", ["- id: a\n", "just words\n", "sources: words\n", "sources:\n", "sources: {a: b}\n"])
def test_another_shape_is_a_finding(folder: Path, text: str) -> None:
    found = load(folder, text)
    assert found.findings
    assert {item.code for item in found.findings} == {Code.SOURCES_FILE}


def test_a_list_that_holds_itself_ends_in_a_finding(folder: Path) -> None:
    assert {item.code for item in load(folder, "sources: &a [*a]\n").findings} == {Code.SOURCES_FILE}


def test_one_id_twice_is_a_finding_that_names_both_lines(folder: Path) -> None:
    found = only(load(folder, GOOD.replace("id: S02", "id: tale")))
    assert (found.code, found.place.line) == (Code.DUPLICATE, 23)
    assert found.related == (Related("seeds/sources.yaml", 3, "declared here first"),)


def test_a_date_that_is_none_is_a_finding_at_its_record(folder: Path) -> None:
    found = only(load(folder, GOOD.replace("issued: 2009-09-21", "issued: September 2009")))
    assert (found.code, found.path, found.place.line) == (Code.DATE, "seeds/sources.yaml", 3)
    assert "`issued` of `tale`: `September 2009` is not an EDTF date" in found.message


def test_the_last_look_and_the_archived_copy_are_read_and_held_to_their_form(folder: Path) -> None:
    copy = "https://archive.example/talks"
    more = f'issued: 2009-09-21\n    accessed: "2024-05-20"\n    archive: {copy}'
    tale, minutes = load(folder, GOOD.replace("issued: 2009-09-21", more)).sources
    assert (tale.accessed, tale.archive, minutes.accessed, minutes.archive) == ("2024-05-20", copy, "", "")
    wrong = only(load(folder, GOOD.replace("issued: 2009-09-21", more.replace("2024-05-20", "yesterday"))))
    assert (wrong.code, wrong.place.line) == (Code.DATE, 3)
    assert "`accessed` of `tale`: `yesterday` is not an EDTF date" in wrong.message
    other = only(load(folder, GOOD.replace("issued: 2009-09-21", more.replace("https:", "ftp:"))))
    assert (other.code, "archive" in other.message) == (Code.SOURCES_FILE, True)


@pytest.mark.parametrize("name", ["other.txt", ".", '"a\\0b"'])
def test_a_seed_that_cannot_be_read_is_missing(folder: Path, name: str) -> None:
    found = load(folder, GOOD.replace("seed: tale.txt", f"seed: {name}"))
    finding = only(found)
    assert (finding.code, finding.message) == (Code.SEED_MISSING, "the seed of `tale` cannot be read")
    assert finding.path.startswith("seeds/")
    assert finding.related == (Related("seeds/sources.yaml", 3, "pinned in the record of `tale`"),)
    assert (found.broken, dict(found.seeds)) == (frozenset({"tale"}), {})
    assert len(found.sources) == 2  # the records stand


def test_a_seed_with_one_letter_changed_is_not_believed(folder: Path) -> None:
    changed = SEED.replace("opposes", "supposes").encode()
    (folder / "tale.txt").write_bytes(changed)
    found = load(folder, GOOD)
    finding = only(found)
    assert (finding.code, finding.path) == (Code.SEED_CHANGED, "seeds/tale.txt")
    assert hashlib.sha256(changed).hexdigest() in finding.message
    assert PIN in finding.message
    assert "line 3" in finding.hint
    assert (found.broken, dict(found.seeds)) == (frozenset({"tale"}), {})


def test_words_about_a_passage_that_does_not_exist_are_not_dropped(folder: Path) -> None:
    finding = only(load(folder, GOOD.replace("p1s1:", "p1s7:")))
    assert (finding.code, finding.place.line) == (Code.PASSAGE_UNKNOWN, 3)
    assert "`p1s7`" in finding.message
    assert finding.hint == "did you mean `p1s1`?"


def test_a_seed_in_another_encoding_is_not_guessed_at(folder: Path) -> None:
    data = "Протокол".encode("cp1251")
    (folder / "tale.txt").write_bytes(data)
    finding = only(load(folder, GOOD.replace(PIN, hashlib.sha256(data).hexdigest())))
    assert finding.code is Code.SEED_MISSING
    assert "is not UTF-8 (byte 0)" in finding.message


def test_no_message_holds_a_path_of_this_machine(folder: Path) -> None:
    broken = GOOD.replace("seed: tale.txt", "seed: other.txt").replace("id: S02", "id: tale")
    for text in (broken, "sources: [", "", GOOD.replace("title: Minutes", "title: 3")):
        assert str(folder) not in repr(load(folder, text).findings)


PRIVATE = GOOD.replace("    seed: tale.txt\n", "    seed: tale.txt\n    private: true\n")


def test_a_private_seed_is_read_from_the_folder_that_the_environment_names(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = tmp_path_factory.mktemp("vault")
    monkeypatch.setenv("BRIEFING_SEEDS", str(vault))
    (folder / "tale.txt").rename(vault / "tale.txt")
    found = load(folder, PRIVATE)
    assert found.findings == ()
    assert (found.seeds["tale"].text, found.sources[0].seed, found.sources[0].private) == (SEED, "tale.txt", True)
    (vault / "tale.txt").write_bytes(SEED.replace("opposes", "wants").encode())
    finding = only(load(folder, PRIVATE))
    assert (finding.code, finding.path) == (Code.SEED_CHANGED, "$BRIEFING_SEEDS/tale.txt")


@pytest.mark.parametrize("where", [None, "", "nowhere"])
def test_a_private_seed_that_is_not_at_hand_is_no_mistake_and_no_seed(
    folder: Path, where: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even one that lies in the book: that would be the text in the repository, unseen."""
    if where is None:
        monkeypatch.delenv("BRIEFING_SEEDS", raising=False)
    else:
        monkeypatch.setenv("BRIEFING_SEEDS", where and str(folder / where))
    monkeypatch.chdir(folder)
    found = load(folder, PRIVATE)
    assert (found.findings, dict(found.seeds), found.broken) == ((), {}, frozenset())
    assert (found.sources[0].seed, found.sources[0].sha256) == ("", PIN)


def test_pages_and_the_hash_of_the_original_are_read(folder: Path) -> None:
    more = f'    original-sha256: {PIN}\n    pages: {{t1: "xiv", p1s1: "1"}}\n'
    found = load(folder, GOOD.replace("    coverage: whole\n", f"    coverage: whole\n{more}"))
    assert found.findings == ()
    assert (found.sources[0].original_sha256, found.sources[0].pages) == (PIN, (("t1", "xiv"), ("p1s1", "1")))
    assert (found.pages("tale"), found.pages("S02"), found.pages("nobody")) == ({"t1": "xiv", "p1s1": "1"}, {}, {})


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('    pages: {p9s9: "1"}\n', "`pages` of `tale` names `p9s9`, which the seed does not have"),
        ("    pages: {p1s1: 1}\n", "record 1: `p1s1`: 1 is not of type 'string'"),
        ("    private: maybe\n", "record 1: `private`: 'maybe' is not of type 'boolean'"),
        ("    original-sha256: abc\n", "record 1: `original-sha256`: 'abc' does not match"),
    ],
)
def test_new_fields_that_are_wrong_are_named(folder: Path, more: str, message: str) -> None:
    finding = only(load(folder, GOOD.replace("    coverage: whole\n", f"    coverage: whole\n{more}")))
    assert finding.message.startswith(message)


def test_a_private_record_without_a_seed_is_a_mistake(folder: Path) -> None:
    finding = only(load(folder, GOOD + "    private: true\n"))
    assert finding.message == "record 2: the field `seed` is missing"
