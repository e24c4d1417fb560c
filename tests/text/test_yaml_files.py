"""A YAML file that an editor writes: each fault told with its line, in words, with what to write instead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Place
from sphinx_briefing.text.yaml_files import YamlFile, read_yaml

SCHEMA = Draft202012Validator(
    {
        "type": "object",
        "required": ["ferries"],
        "additionalProperties": False,
        "properties": {
            "ferries": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["id"],
                    "additionalProperties": False,
                    "dependentRequired": {"pier": ["town", "depth"]},
                    "properties": {
                        "id": {"type": "string"},
                        "pier": {"type": "string"},
                        "town": {"type": "string"},
                        "depth": {"type": "number"},
                        "calls": {"type": "array", "items": {"type": "string"}},
                        "crew": {"type": "object", "additionalProperties": {"type": "integer"}},
                    },
                },
            }
        },
    }
)
MANUAL = "see the manual, page `ferries`, for the fields of a record"
MARKS = "check the indentation and the quotation marks of this line and the one before"
FIELDS = "write one of: id, pier, town, depth, calls, crew"


def read(folder: Path, text: str | bytes) -> YamlFile | tuple[Finding, ...]:
    (folder / "f.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return again(folder)


def again(folder: Path) -> YamlFile | tuple[Finding, ...]:
    file = folder / "f.yaml"
    return read_yaml(file, "harbor/f.yaml", SCHEMA, Code.SOURCES_FILE, start="with a ferry", manual="ferries")


def told(line: int, message: str, hint: str) -> Finding:
    return error(Code.SOURCES_FILE, Place("", line), message, hint, path="harbor/f.yaml")


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("", [told(0, "the file is empty", "write `ferries:` and under it a ferry")]),
        (b"ferries: \xff", [told(0, "not UTF-8 (byte 9)", "save the file as UTF-8")]),
        (
            'ferries:\n  - id: "a\n',
            [told(3, "not YAML: found unexpected end of stream", MARKS)],
        ),
        ("ferries:\n  - id: 0x_\n", [told(0, "not YAML: cannot be read", MARKS)]),
        ("\n\n- a\n", [told(3, "['a'] is not of type 'object'", MANUAL)]),
        ("# harbor\nother: 1\n", [
            told(2, "the field `ferries` is missing", "add `ferries:` to the record"),
            told(2, "unknown field `other`", "write one of: ferries"),
        ]),
        ("ferries:\n\n  - town: a\n    id: 3\n", [told(4, "record 1: `id`: 3 is not of type 'string'", MANUAL)]),
        ("ferries:\n  - id: a\n  -\n    town: b\n", [
            told(4, "record 2: the field `id` is missing", "add `id:` to the record"),
        ]),
        ("ferries:\n  - id: a\n    pier: b\n", [
            told(2, "record 1: the field `town` is missing", "add `town:` to the record"),
            told(2, "record 1: the field `depth` is missing", "add `depth:` to the record"),
        ]),
        ("ferries:\n  - id: a\n    pier: b\n    town: c\n", [
            told(2, "record 1: the field `depth` is missing", "add `depth:` to the record"),
        ]),
        ("ferries:\n  - id: a\n    peir: b\n    quay: c\n", [
            told(3, "record 1: unknown field `peir`", "did you mean `pier`?"),
            told(4, "record 1: unknown field `quay`", FIELDS),
        ]),
        ("ferries:\n  - id: a\n    7: b\n", [told(3, "record 1: unknown field `7`", FIELDS)]),
        ("ferries:\n  - id: a\n    calls:\n      - b\n      - 7\n", [
            told(5, "record 1: 7 is not of type 'string'", MANUAL),
        ]),
        ("ferries:\n  - id: a\n    crew:\n      Rehn: 1\n      Marsh: b\n", [
            told(5, "record 1: `Marsh`: 'b' is not of type 'integer'", MANUAL),
        ]),
        ("ferries: {a: b}\n", [told(1, "`ferries`: {'a': 'b'} is not of type 'array'", MANUAL)]),
        ("ferries:\n  - id: a\n    town: b\n    town: c\n    town: d\n", [
            told(4, "the field `town` stands twice in one record, first in line 3", "keep one of them"),
            told(5, "the field `town` stands twice in one record, first in line 3", "keep one of them"),
        ]),
        ("ferries:\n  - id: a\n  - crew:\n      Rehn: 1\n      Rehn: 2\n    id: b\n", [
            told(5, "the field `Rehn` stands twice in one record, first in line 4", "keep one of them"),
        ]),
        ("ferries:\n  - &a\n    id: a\n    town: b\n    town: c\n  - *a\n", [
            told(5, "the field `town` stands twice in one record, first in line 4", "keep one of them"),
        ]),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_line_and_how_to_mend_it(
    tmp_path: Path, text: str | bytes, findings: list[Finding]
) -> None:
    assert read(tmp_path, text) == tuple(findings)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert again(tmp_path) == (told(0, "the file does not exist", "create it, with a ferry"),)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 2),
        (("ferries",), 2),
        (("ferries", 0), 3),
        (("ferries", 0, "id"), 3),
        (("ferries", 0, "crew"), 4),
        (("ferries", 0, "crew", "Marsh"), 6),
        (("ferries", 1), 7),
        (("ferries", 1, "calls"), 8),
        (("ferries", 1, "calls", 1), 10),
        (("ferries", 1, "calls", 1, "more"), 10),
        (("ferries", 1, "calls", 2), 8),  # none of these stands there: the nearest above
        (("ferries", 1, "quay", "Rehn"), 7),
        (("ferries", 2), 2),
        (("ferries", "id"), 2),
    ],
)
def test_the_line_of_a_value(tmp_path: Path, path: tuple[Any, ...], line: int) -> None:
    text = "\nferries:\n- id: a\n  crew:\n    Rehn: 1\n    Marsh: 2\n- id: b\n  calls:\n  - c\n  - d\n"
    found = read(tmp_path, text)
    assert isinstance(found, YamlFile)
    assert found.line(*path) == line
    assert found.data["ferries"][0]["crew"] == {"Rehn": 1, "Marsh": 2}


def test_a_date_is_kept_as_it_was_written(tmp_path: Path) -> None:
    found = read(tmp_path, "ferries: [{id: 2009-09-21}]")
    assert isinstance(found, YamlFile)
    assert found.data == {"ferries": [{"id": "2009-09-21"}]}


def test_faults_come_in_the_order_of_the_records(tmp_path: Path) -> None:
    found = read(tmp_path, "ferries:\n  - id: 1\n  - id: 2\n    town: 3\n  - town: 4\n    town: 5\n")
    assert isinstance(found, tuple)
    assert [item.place.line for item in found] == [6, 2, 3, 4, 5, 5]
