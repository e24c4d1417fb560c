"""`book.jsonld` in the words of schema.org: every name has a meaning, every thing a name of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sphinx_briefing.model.places import Key
from sphinx_briefing.outputs.data.annotations import annotations_json
from views.books import actor, book, claim, event, issue, judgment, position, term

HARBOR = book(
    actor("north", name="Northport", kind="state", also=("The North",), native="Север"),
    actor("ada", name="Ada Marsh"),
    actor("quay", name="The quay", kind="metonym"),
    issue("toll", name="The toll"),
    term("fog", "туман", romanization="tuman", gloss="fog"),
    event("met", "2009-09~/2009-10", place_name="Harbor"),
    event("signed", "2009-11", title="The signing"),
    position("north", "toll"),
    claim("late", text=("As ", Key("actor", "ada"), " says.")),
    judgment("j-1", "very unlikely", ("The toll will fall.",), issues=("toll",)),
)


def whole() -> dict[str, Any]:
    found = json.loads(annotations_json(HARBOR))["schema:isPartOf"]
    assert isinstance(found, dict)
    return found


def things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for held in value.values():
            yield from things(held)
    elif isinstance(value, list):
        for held in value:
            yield from things(held)


def named(name: str) -> dict[str, Any]:
    return next(item for item in things(whole()) if item.get("schema:name") == name)


def test_the_book_says_what_it_is() -> None:
    found = whole()
    assert (found["type"], found["schema:name"], found["schema:bookEdition"]) == ("schema:Book", "Harbor", "1")
    assert found["schema:temporalCoverage"] == "2009-09-21"


def test_whom_and_what_it_is_about() -> None:
    assert named("Northport")["type"] == "schema:Country"
    assert named("Northport")["schema:alternateName"] == ["The North", "Север"]
    assert named("Ada Marsh")["type"] == "schema:Person"
    assert named("The quay")["type"] == "schema:Thing"
    assert named("туман")["type"] == "schema:DefinedTerm"
    met = named("They met.")
    assert "schema:description" not in met  # its text is its name
    signed = named("The signing")
    assert signed["schema:description"] == "They met."
    assert (met["schema:startDate"], met["schema:endDate"]) == ("2009-09", "2009-10")


def test_a_judgment_is_never_named_without_its_likelihood() -> None:
    found = named("Very unlikely: the toll will fall")
    assert found["type"] == "schema:Claim"
    assert found["schema:about"] == [{"id": named("The toll")["id"]}]
    assert named("Northport on the toll: opposes")["schema:text"] == "Some words."


def test_what_it_cites() -> None:
    article, minutes = whole()["schema:citation"]
    assert (article["type"], article["schema:author"]) == (
        "schema:NewsArticle",
        [{"type": "schema:Person", "schema:name": "Ada Marsh"}],
    )
    assert (minutes["type"], minutes["schema:url"]) == ("schema:Report", "https://harbor.example/minutes")


def test_every_name_means_something_and_every_thing_has_its_own() -> None:
    """The context of the annotations knows `id`, `type` and the prefix `schema`; readers drop all else."""
    document = json.loads(annotations_json(HARBOR))
    assert document["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    found = list(things(whole()))
    assert {name for item in found for name in item} - {"id", "type"} <= {
        name for item in found for name in item if re.fullmatch(r"schema:[a-z][A-Za-z]+", name)
    }
    assert all(re.fullmatch(r"schema:[A-Z][A-Za-z]+", item["type"]) for item in found if "type" in item)
    own = [item["id"] for item in found if "type" in item and "id" in item]
    assert len(own) == len(set(own))
    assert all(value not in ("", [], None) for item in found for value in item.values())
    assert all(item["id"] in own for item in found if set(item) == {"id"})
