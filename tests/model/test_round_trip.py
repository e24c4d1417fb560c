"""A Book written as JSON and read again is the Book that was published: every field of every class."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.made import anything_of, evidence_for, whole
from model.test_serialization import whole as small
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation, Evidence
from sphinx_briefing.model.evidence import Verdict
from sphinx_briefing.model.likelihood import Scale
from sphinx_briefing.model.pages import BookInfo, Entity, Page, PassageOf, Statement
from sphinx_briefing.model.published import WITHHELD, published
from sphinx_briefing.model.schema import book_schema, schema_json
from sphinx_briefing.model.serialization import LISTS, NoBookError, book_data, book_json, read_book
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.statements import Mention
from views.books import book, cite, claim

VALIDATOR = jsonschema.Draft202012Validator(book_schema())


def every_field() -> Book:
    """A Book in which every field of every class says something."""
    cited: Citation = whole(Citation)
    facts = tuple(whole(cls, citations=(cited,)) if _cites(cls) else whole(cls) for cls in LISTS.values())
    page = whole(Page, facts=facts, name="page")
    evidence = whole(Evidence, citation=cited, verdict=whole(Verdict, kind="edited"))
    return Book(whole(BookInfo), (page,), (whole(Source),), (whole(PassageOf),), {cited: evidence}, scale=whole(Scale))


def _cites(cls: type[Any]) -> bool:
    return "citations" in {item.name for item in fields(cls)}


@st.composite
def books(draw: st.DrawFn) -> Book:
    facts = draw(st.lists(st.one_of([anything_of(cls) for cls in LISTS.values()]), max_size=4))
    pages = [Page(f"p{number}", facts=tuple(facts[number::2])) for number in range(2)]
    extra = draw(anything_of(Page, facts=st.just(())))
    cited = [citation for fact in facts for citation in getattr(fact, "citations", ())]
    evidence = {citation: draw(evidence_for(citation)) for citation in cited}
    return Book(
        draw(anything_of(BookInfo)),
        (*pages, extra),
        tuple(draw(st.lists(anything_of(Source), max_size=2))),
        tuple(draw(st.lists(anything_of(PassageOf), max_size=2))),
        evidence,
        scale=draw(anything_of(Scale)),
    )


def test_every_kind_of_fact_has_its_list() -> None:
    assert set(LISTS.values()) == {*get_args(Statement), *get_args(Entity), Mention}
    assert all(hasattr(Book, name) for name in LISTS)


def test_no_field_of_any_class_is_lost() -> None:
    written = every_field()
    read = read_book(book_json(written))
    expected = published(written)
    for item in fields(Book):
        assert getattr(read, item.name) == getattr(expected, item.name), item.name
    (page,) = read.pages
    for fact, held in zip(written.pages[0].facts, page.facts, strict=True):
        for item in fields(fact):
            if item.name != "citations":
                assert getattr(fact, item.name) == getattr(held, item.name), f"{type(fact).__name__}.{item.name}"


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=60)
@given(books())
def test_any_book_comes_back_as_it_was_published(written: Book) -> None:
    text = book_json(written)
    read = read_book(text)
    assert read == published(written)
    assert book_json(read) == text


@pytest.mark.parametrize("written", [small(), book(), every_field()], ids=["small", "empty", "every field"])
def test_written_and_read_again_and_held_to_the_schema(written: Book) -> None:
    text = book_json(written)
    assert read_book(text) == published(written)
    assert book_json(read_book(text)) == text
    data = json.loads(text)
    for name in ("stance", "basis"):  # made-up words stand in these fields of the book with every field
        data["positions"] = [{**item, name: "mixed" if name == "stance" else "words"} for item in data["positions"]]
    for item in data["discrepancies"]:
        item["severity"] = "nuance"
    for name in LISTS:
        data[name] = [{**item, "layer": "fact"} if "layer" in item else item for item in data.get(name, ())]
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_published_twice_is_published_once() -> None:
    assert published(published(small())) == published(small())
    assert published(published(every_field())) == published(every_field())


def test_what_stays_in_the_house_is_decided_for_every_field() -> None:
    """A new field of these classes could hold words of a source: say here that it may leave, or in `WITHHELD` not."""
    leaves = {
        Book: {"info", "pages", "sources", "passages", "evidence", "scale"},
        Evidence: {"citation", "state", "passage", "start", "end", "sha256", "verdict", "quote"},
        Citation: {"source", "place", "passage", "words", "silent", "before", "after", "acknowledged"},
        Verdict: {"kind", "folds", "edits", "hidden"},
    }
    for cls, kept in WITHHELD.items():
        assert {item.name for item in fields(cls)} == leaves[cls] | set(kept), cls.__name__


def test_the_schema_is_a_schema_and_the_same_every_time() -> None:
    jsonschema.Draft202012Validator.check_schema(book_schema())
    assert schema_json() == schema_json()
    assert schema_json().endswith("}\n")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data["claims"][0].pop("text"),
        lambda data: data["claims"][0].update(colour="red"),
        lambda data: data["positions"][0].update(stance="undecided"),
        lambda data: data["claims"][0]["evidence"][0].update(state="perhaps"),
        lambda data: data["claims"][0]["evidence"][0].update(withheld="words that must not leave"),
        lambda data: data.pop("errata"),
        lambda data: data["pages"][0].pop("name"),
        lambda data: data["relations"].append({}),
    ],
)
def test_the_schema_finds_what_is_wrong(spoil: Any) -> None:
    data = book_data(small())
    assert VALIDATOR.is_valid(data)
    spoil(data)
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "it is not JSON"),
        ("[]", "it has no object `book`"),
        ('{"book": {}}', "BookInfo.title: it is missing"),
        ('{"book": {"title": 7}}', "BookInfo.title: 7 is of the wrong type"),
        ('{"book": {"title": "T"}, "claims": [{"id": "c"}]}', "Claim.place: it is missing"),
        ('{"book": {"title": "T"}, "pages": [{"name": "p", "facts": ["/claims/0"]}]}', "does not follow the schema"),
    ],
)
def test_what_is_no_book_is_refused_with_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(NoBookError) as caught:
        read_book(text)
    assert said in str(caught.value)


def test_a_book_of_an_older_version_is_read_without_the_fields_it_did_not_have() -> None:
    data = book_data(small())
    for item in data["judgments"]:
        del item["against"], item["indicators"]
    del data["errata"]
    data["pages"] = [
        {**page, "facts": [pointer for pointer in page["facts"] if not pointer.startswith("/errata")]}
        for page in data["pages"]
    ]
    read = read_book(json.dumps(data))
    assert read.judgments[0].against == ()
    assert read.errata == ()


def test_what_a_failed_verdict_quotes_from_the_source_stays() -> None:
    found = book(claim("c", citations=(cite("Northport adores the new toll and says so"),)))
    (failed,) = found.evidence.values()
    assert failed.verdict is not None
    assert failed.verdict.closest
    (left,) = published(found).evidence.values()
    assert left.verdict is None
    assert left.citation.words.startswith("sha256:")
    assert replace(left.citation, words="") == replace(failed.citation, words="")


def test_what_an_edit_hides_of_the_source_is_not_published() -> None:
    cited = cite("Northport opposes the ... and says so loudly", passage="p1s1")
    found = book(claim("c", citations=(cited,)))
    assert any("left out" in edit for edit in found.evidence[cited].verdict.edits)  # type: ignore[union-attr]
    (left,) = published(found).evidence.values()
    assert left.verdict is not None
    assert left.verdict.edits == ("words left out",)
    assert "new toll" not in book_json(found)
