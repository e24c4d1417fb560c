"""`book.jsonld`, held to what the Web Annotation recommendation says a document must have."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from typing import Any

from sphinx_briefing.model.book import Book
from sphinx_briefing.outputs.data.annotations import annotations_json
from sphinx_briefing.text.library import Library
from views.books import LIBRARY, RECORD, TALE, TEXT, actor, book, cite, claim, record

HASHED = replace(TALE, sha256=LIBRARY.seeds["tale"].sha256, url="https://gull.example/harbor", language="en")
ALL = Library((HASHED, RECORD), LIBRARY.seeds)
FACTS = (
    actor("north"),
    claim("shown", citations=(cite("Northport opposes the new toll"),)),
    claim("typography", line=12, citations=(cite("'a tax on fog.' The ferry was late", line=12),)),
    claim("silent", line=20, citations=(cite("though nobody expects it", silent=True, line=20),)),
    claim("cited", line=30, citations=(cite(passage="p2s1", line=30),)),
    claim("again", line=40, citations=(cite("The ferry was late again", passage="p2s3", line=40),)),
    claim("failed", line=50, citations=(cite("words that stand nowhere", line=50),)),
    claim("record", line=60, citations=(record(line=60), cite("words of a record", source="S02", line=61), cite())),
)
BOOK = book(*FACTS, library=ALL)
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|^`]+")


def document(of: Book = BOOK) -> dict[str, Any]:
    found = json.loads(annotations_json(of))
    assert isinstance(found, dict)
    return found


def items() -> list[dict[str, Any]]:
    found = document()["first"]["items"]
    assert isinstance(found, list)
    return found


def selectors(number: int) -> dict[str, dict[str, Any]]:
    return {item["type"]: item for item in items()[number]["target"]["selector"]}


def test_the_collection_has_what_it_must() -> None:
    found = document()
    assert "http://www.w3.org/ns/anno.jsonld" in found["@context"]
    assert IRI.fullmatch(found["id"])
    assert found["type"] == "AnnotationCollection"
    assert found["total"] == len(items())
    page = found["first"]
    assert IRI.fullmatch(page["id"])
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == found["id"]
    assert page["startIndex"] == 0
    assert "next" not in page  # the only one


def test_a_book_without_anchors_has_no_page() -> None:
    found = document(book())
    assert found["total"] == 0
    assert "first" not in found  # a page must have an annotation


def test_every_annotation_has_what_it_must() -> None:
    assert len(items()) == 5
    for item in items():
        assert IRI.fullmatch(item["id"])  # exactly one IRI that names it
        assert item["type"] == "Annotation"
        assert item["motivation"] == "linking"
        assert item["body"]["type"] == "TextualBody"
        assert isinstance(item["body"]["value"], str)  # exactly one value, a string
        assert item["body"]["format"] == "text/plain"
        target = item["target"]  # one or more
        assert target["type"] == "SpecificResource"
        assert IRI.fullmatch(target["source"]["id"])  # exactly one source
        assert target["selector"]
    assert len({item["id"] for item in items()}) == len(items())


def test_every_selector_has_what_it_must() -> None:
    for item in items():
        for selector in item["target"]["selector"]:
            if selector["type"] == "TextQuoteSelector":
                assert isinstance(selector["exact"], str)  # exactly one
                assert selector["exact"]
                assert set(selector) <= {"type", "exact", "prefix", "suffix"}  # at most one of each
            else:
                assert selector["type"] == "TextPositionSelector"
                assert isinstance(selector["start"], int)  # exactly one of each, not negative
                assert isinstance(selector["end"], int)
                assert 0 <= selector["start"] < selector["end"] <= len(TEXT)


def test_positions_and_hashes_hold_in_the_stored_text() -> None:
    for item in items():
        position = item["target"]["selector"][-1]
        words = TEXT[position["start"] : position["end"]]
        assert hashlib.sha256(words.encode("utf-8")).hexdigest() == position["sha256"]


def test_shown_words_are_those_that_are_stored() -> None:
    assert selectors(0)["TextQuoteSelector"] == {"type": "TextQuoteSelector", "exact": "Northport opposes the new toll"}
    assert selectors(1)["TextQuoteSelector"]["exact"] == "“a tax on fog.” The ferry was late"


def test_context_stands_only_where_words_come_again() -> None:
    assert selectors(4)["TextQuoteSelector"]["prefix"]
    assert all("prefix" not in selectors(number)["TextQuoteSelector"] for number in (0, 1))


def test_silent_and_cited_leave_the_house_without_words() -> None:
    assert set(selectors(2)) == {"TextPositionSelector"}
    assert set(selectors(3)) == {"TextPositionSelector"}
    assert "nobody expects" not in annotations_json(BOOK)


def test_the_source_is_the_stored_text_and_tells_where_it_was_published() -> None:
    source = items()[0]["target"]["source"]
    assert source["id"].startswith("ni:///sha-256;")
    assert len(source["id"]) == len("ni:///sha-256;") + 43
    assert source["via"] == "https://gull.example/harbor"
    assert source["language"] == "en"


def test_what_was_not_verified_is_no_anchor() -> None:
    assert "words of a record" not in annotations_json(BOOK)
    assert "stand nowhere" not in annotations_json(BOOK)


def test_same_book_same_bytes() -> None:
    assert annotations_json(BOOK) == annotations_json(book(*FACTS, library=ALL))
    assert annotations_json(BOOK).endswith("}\n")
