"""What may be wrong with the seeds and with `sources.yaml`: which file, which line, and what to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import BookCopy

SOURCES = "seeds/sources.yaml"


def edited(old: str, new: str) -> Callable[[BookCopy], None]:
    return lambda book: book.edit(SOURCES, old, new)


def gone(book: BookCopy) -> None:
    (book.root / SOURCES).unlink()


def latin(book: BookCopy) -> None:
    (book.root / SOURCES).write_bytes("sources: # é\n".encode("latin-1"))


#: name -> (edit, the words whose line is meant, code, what the line says)
MISTAKES: dict[str, tuple[Callable[[BookCopy], None], str, str, str]] = {
    "not yaml": (edited("    type: report", "   type: report"), "type: report", "sources-file", "not YAML"),
    "a field is missing": (edited("    title: \"Tide tables\"\n", ""), "- id: tides", "sources-file", "the field `title` is missing"),
    "a field is unknown": (edited("    publisher: Coast office", "    publischer: Coast office"), "publischer", "sources-file", "unknown field `publischer`; did you mean `publisher`?"),
    "a hash is missing": (edited("    seed: herald.txt\n", "    seed: herald.txt\n    #"), "- id: herald", "sources-file", "sha256"),
    "a field has the wrong kind": (edited("    publisher: Coast office", "    publisher: [Coast, office]"), "publisher: [Coast", "sources-file", "`publisher`"),
    "a value outside its vocabulary": (edited("    reliability: B", "    reliability: D"), "reliability: D", "sources-file", "`reliability`"),
    "an address without a scheme": (edited("https://coast.example/tides", "coast.example/tides"), "URL: coast", "sources-file", "`URL`"),
    "a wrong date": (edited('issued: "2031-04"', 'issued: "April 2031"'), "- id: minutes", "date-invalid", "`issued` of `minutes`"),
    "a source twice": (edited("- id: tides", "- id: minutes"), "- id: minutes", "id-duplicate", "the source `minutes` is declared twice"),
    "a seed in another folder": (edited("seed: herald.txt", "seed: ../conf.py"), "seed: ../conf.py", "sources-file", "`seed`"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_sources_is_found_at_its_line(built: BookCopy, name: str) -> None:
    make, place, code, message = MISTAKES[name]
    before = built.published()
    make(built)
    numbers = [number for number, text in enumerate(built.read_text(SOURCES).splitlines(), 1) if place in text]
    result = built.build()
    assert result.code == 1
    assert "Traceback" not in result.err
    found = [
        line for line in result.err.splitlines() if line.startswith(f"{SOURCES}:{numbers[-1]}: error[brief.{code}]: ")
    ]
    assert found, result.err
    assert message in found[0]
    assert built.published() == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "- one\n- two\n",
        "sources: 3\n",
        "just words",
        "sources:\n  - 3\n",
        "{",
        "\t",
        "a: &x [*x]\n",
        "? [1]\n: 2\n",
        "!!python/object:os.system {}\n",
    ],
)
def test_sources_of_another_shape(built: BookCopy, text: str) -> None:
    built.write(SOURCES, text)
    code, found = built.check()
    assert code == 1
    assert any(item["code"] == "brief.sources-file" and item["place"]["path"] == SOURCES for item in found), found


@pytest.mark.parametrize("break_it", [gone, latin])
def test_sources_that_cannot_be_read(built: BookCopy, break_it: Callable[[BookCopy], None]) -> None:
    break_it(built)
    lines = built.check_lines()
    assert any(line.startswith(f"{SOURCES}: error[brief.sources-file]: ") for line in lines)


def test_a_seed_that_is_gone(built: BookCopy) -> None:
    (built.root / "seeds/herald.txt").unlink()
    lines = built.check_lines()
    assert lines == [
        "seeds/herald.txt: error[brief.seed-missing]: the seed of `herald` cannot be read; put the text back, or correct `seed:` in seeds/sources.yaml"
    ]


def test_a_seed_that_changed_names_the_file_both_hashes_and_the_way_out(built: BookCopy) -> None:
    before = built.published()
    built.edit("seeds/herald.txt", "another winter", "another summer")
    code, (finding,) = built.check()
    assert code == 1
    assert finding["code"] == "brief.seed-changed"
    assert finding["place"]["path"] == "seeds/herald.txt"
    line = built.line_of(SOURCES, "- id: herald")
    assert finding["related"] == [{"path": SOURCES, "line": line, "message": "pinned in the record of `herald`"}]
    assert "restore the file" in finding["hint"]
    assert built.build().code == 1
    assert built.published() == before


def test_a_seed_changed_and_pinned_anew_is_read_against_every_quotation(built: BookCopy) -> None:
    built.edit("seeds/herald.txt", "another winter", "another summer")
    built.repin()
    (line,) = built.check_lines()
    assert line.startswith(
        f"source/actors/rehn.md:{built.line_of('source/actors/rehn.md', 'another winter')}: error[brief.quote-altered]"
    )
    assert "{+winter+}" in line
    assert "summer" in line


def test_a_seed_in_the_wrong_encoding(built: BookCopy) -> None:
    path = built.root / "seeds/herald.txt"
    path.write_bytes(path.read_bytes() + b"\xff")
    built.repin()
    (line,) = built.check_lines()
    assert line.startswith("seeds/herald.txt: error[brief.seed-missing]: the seed of `herald` is not UTF-8")
