"""What may be wrong with the seeds and with `sources.yaml`: which file, which line, and what to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import BookCopy

SOURCES = "seeds/sources.yaml"


def gone(book: BookCopy) -> None:
    (book.root / SOURCES).unlink()


def latin(book: BookCopy) -> None:
    (book.root / SOURCES).write_bytes("sources: # é\n".encode("latin-1"))


#: name -> (what stands in the file, what is written instead, the words whose line is meant, what the finding says)
MISTAKES = {
    "not yaml": ("    type: report", "   type: report", "type: report", "sources-file]: not YAML"),
    "a field is missing": ('    title: "Tide tables"\n', "", "- id: tides", "the field `title` is missing"),
    "a field is unknown": ("publisher: Coast", "publischer: Coast", "publischer", "did you mean `publisher`?"),
    "a hash is missing": ("    sha256: ", "    # sha256: ", "- id: herald", "sha256"),
    "a field of the wrong kind": ("publisher: Coast office", "publisher: [Coast]", "publisher: [", "`publisher`"),
    "a value outside its vocabulary": ("reliability: B", "reliability: D", "reliability: D", "`reliability`"),
    "an address without a scheme": ("https://coast.example", "coast.example", "URL: coast", "`URL`"),
    "a wrong date": ('issued: "2031-04"', 'issued: "April 2031"', "- id: minutes", "date-invalid]: `issued`"),
    "a source twice": ("- id: tides", "- id: minutes", "- id: minutes", "id-duplicate]: the source `minutes`"),
    "a seed in another folder": ("seed: herald.txt", "seed: ../conf.py", "seed: ../conf.py", "`seed`"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_sources_is_found_at_its_line(built: BookCopy, name: str) -> None:
    old, new, place, message = MISTAKES[name]
    before = built.published()
    built.edit(SOURCES, old, new)
    numbers = [number for number, text in enumerate(built.read_text(SOURCES).splitlines(), 1) if place in text]
    result = built.build()
    assert result.code == 1
    assert "Traceback" not in result.err
    start = f"{SOURCES}:{numbers[-1]}: error[brief."
    assert any(line.startswith(start) and message in line for line in result.err.splitlines()), result.err
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
    (line,) = built.check_lines()
    assert line.startswith("seeds/herald.txt: error[brief.seed-missing]: the seed of `herald` cannot be read; put")
    assert "correct `seed:` in seeds/sources.yaml" in line


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
