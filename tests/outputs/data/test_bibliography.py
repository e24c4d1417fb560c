"""`sources.csl.json`, held to what CSL-JSON 1.0.2 allows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from sphinx_briefing.model.sources import Name
from sphinx_briefing.outputs.data.bibliography import csl_date, sources_csl
from sphinx_briefing.text.library import Library
from views.books import LIBRARY, RECORD, TALE, book

#: What the standard says of the fields that a book has: its list of types, names in parts, dates in parts or raw.
TYPES = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]
TEXT = {"type": "string"}
PART = {"type": ["integer", "string"]}
DATE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "date-parts": {
            "type": "array", "minItems": 1, "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": PART},
        },
        "circa": {"type": ["boolean", "integer", "string"]},
        "raw": TEXT,
    },
}  # fmt: skip
NAME = {
    "type": "object",
    "additionalProperties": False,
    "properties": dict.fromkeys(("family", "given", "literal"), TEXT),
}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            **dict.fromkeys(("id", "title", "publisher", "container-title", "URL", "language", "note"), TEXT),
            "archive_location": TEXT,
            "type": {"enum": TYPES}, "issued": DATE, "accessed": DATE, "author": {"type": "array", "items": NAME},
        },
    },
}  # fmt: skip


def records(*sources: Any) -> list[dict[str, Any]]:
    found = json.loads(sources_csl(book(library=Library(sources or (TALE, RECORD), LIBRARY.seeds))))
    assert isinstance(found, list)
    return found


def test_every_source_is_a_record_that_the_standard_allows() -> None:
    body = replace(
        RECORD, id="S03", author=(Name(literal="Harbor Board"),), issued="2008/2009-02~", note="x", language="en"
    )
    found = records(TALE, RECORD, body)
    jsonschema.validate(found, SCHEMA)
    assert [item["id"] for item in found] == ["tale", "S02", "S03"]
    assert found[0]["author"] == [{"family": "Marsh", "given": "Ada"}]
    assert found[0]["container-title"] == "The Gull"
    assert found[1]["URL"] == "https://harbor.example/minutes"
    assert found[2]["author"] == [{"literal": "Harbor Board"}]


def test_the_last_look_and_the_archived_copy_go_with_the_record() -> None:
    found = records(replace(RECORD, accessed="2024-05-20", archive="https://archive.example/minutes"))
    jsonschema.validate(found, SCHEMA)
    assert found[0]["accessed"] == {"date-parts": [[2024, 5, 20]]}
    assert found[0]["archive_location"] == "https://archive.example/minutes"


def test_what_is_ours_stays_out() -> None:
    assert "reliability" not in records()[1]
    assert "seed" not in records()[0]
    assert records(replace(RECORD, issued="")) == [
        {key: value for key, value in records(RECORD)[0].items() if key != "issued"}
    ]


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2009-09-21", {"date-parts": [[2009, 9, 21]]}),
        ("2009-09", {"date-parts": [[2009, 9]]}),
        ("2009~", {"date-parts": [[2009]], "circa": True}),
        ("2008/2009-02", {"date-parts": [[2008], [2009, 2]]}),
        ("2009-21", {"raw": "2009-21"}),
        ("2009-09/..", {"raw": "2009-09/.."}),
        ("200X", {"raw": "200X"}),
    ],
)
def test_a_date_has_parts_where_it_can(edtf: str, date: dict[str, Any]) -> None:
    assert csl_date(edtf) == date
