"""What the first book promises of itself: ten conditions, each asked of what was built."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from book.pages import Pages, sources, words
from browser.realbook import RealBook

ARTICLE = "kliment-2009"
LAST_DAY = "2009-09-21"
STATEMENTS = ("positions", "claims", "judgments", "relations", "quotations", "discrepancies", "events", "terms")

#: Names and figures that the article does not have: no statement that rests on it alone may say them.
ABSENT = re.compile(
    r"Poland|Polish|Czech|Geneva|Biden|Gates|Makarov|Popovkin|[Pp]ere(?:za)?gruzka|\bSTART\b|S-300|Georgia|Ukrain"
    r"|Nabucco|Gazprom|United Nations|Security Council|Afghan|Israel|\d",
)
#: People whom the article does not name. They hold no position; the record has their words.
OTHERS = {"biden", "gates", "ivanov", "makarov", "peskov", "popovkin", "rasmussen", "solana"}
LATER = re.compile(r"(?:2[2-9]|30) September 2009|(?:October|November|December) 2009|\b20[1-9]\d\b")


def statements(book: RealBook) -> list[dict[str, Any]]:
    return [{**item, "kind": kind} for kind in STATEMENTS for item in book.data.get(kind, ())]


def rest_on(item: dict[str, Any]) -> set[str]:
    return {evidence["source"] for evidence in item["evidence"]}


def test_every_passage_is_used(realbook: RealBook) -> None:
    coverage = json.loads((realbook.root / "build/reports/coverage.json").read_text("utf-8"))[ARTICLE]
    assert (coverage["passages"], coverage["used"], coverage["unused"]) == (24, 24, 0)


def test_nothing_is_put_into_the_articles_mouth(realbook: RealBook) -> None:
    own = [item for item in statements(realbook) if rest_on(item) == {ARTICLE}]
    assert len(own) > 60
    said = {item["id"]: found[0] for item in own if (found := ABSENT.search(item.get("text", "")))}
    # Whom the article means by a city is our reading, and says so.
    assert set(said) <= {"d-7", "tel-aviv-word"}


def test_no_sentence_that_cites_only_the_article_says_what_it_lacks() -> None:
    """Prose outside statements: each sentence with its own citations."""
    cite = re.compile(r"\{cite\}`@([^#`]*)[^`]*`")
    wrong = []
    for name, text in sources().items():
        for line in text.splitlines():
            if line.startswith((":", "|", ">", "#")):
                continue
            for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z{*])", line):
                cited = set(cite.findall(sentence))
                plain = re.sub(r"\{\w+\}`([^`<]*)(?:<[^>]*>)?`", r"\1", cite.sub("", sentence))
                if cited == {""} and ABSENT.search(re.sub(r"p\ds\d", "", plain)):
                    wrong.append((name, sentence))
    assert wrong == []


def test_the_marked_spans_have_a_kind_and_no_speaker(realbook: RealBook) -> None:
    spans = [item for item in realbook.data["quotations"] if rest_on(item) == {ARTICLE}]
    assert sorted(item["id"] for item in spans) == ["q01", "q02", "q03", "q04", "q05", "q06"]
    assert all(item["quotation_kind" if "quotation_kind" in item else "kind"] for item in spans)
    assert not any(item["speaker"] for item in spans)


@pytest.mark.parametrize(
    "page", ["actors/clinton", "actors/lavrov", "issues/reset", "timeline", "accountability/corrections"]
)
def test_the_error_in_the_article_is_told_where_it_matters(pages: Pages, page: str) -> None:
    assert re.search(r"D-1\b", pages.text(page), re.IGNORECASE)


def test_the_meeting_of_march_stands_in_geneva(realbook: RealBook) -> None:
    (button,) = [event for event in realbook.data["events"] if event["id"] == "button"]
    assert (button["date"], button["place_name"]) == ("2009-03-06", "Geneva, Switzerland")
    march = [event for event in realbook.data["events"] if event["date"] == "2009-03-06"]
    assert not any("Moscow" in event["place_name"] + event["text"] for event in march)


def test_likelihoods_are_the_authors_own(realbook: RealBook, pages: Pages) -> None:
    scaled = {item["id"]: item["likelihood"] for item in realbook.data["judgments"]}
    assert {key: value for key, value in scaled.items() if value != "none stated"} == {
        "j-05": "likely",
        "j-06": "very unlikely",
        "j-07": "unlikely",
    }
    assert len(scaled) == 16
    terms = {item["id"]: item["term"] for item in realbook.data["judgments"] if item["term"]}
    assert terms == {"j-01": "may have", "j-04": "perhaps", "j-11": "danger", "j-12": "if … will", "j-14": "risk"}
    sections = pages.main("issues/reset").xpath(".//section[contains(@class, 'judgment')]")
    unscaled = [words(section) for section in sections if "J-07" not in words(section)]
    assert len(unscaled) >= 4
    assert not any("%" in text for text in unscaled)


def test_no_sentence_joins_likelihood_and_confidence(realbook: RealBook, pages: Pages) -> None:
    assert not any(item["confidence"] for item in realbook.data["judgments"])
    both = re.compile(r"\b(?:un)?likely\b[^.]*\b(?:high|moderate|low) confidence|confidence[^.]*\b(?:un)?likely\b")
    assert [name for name in pages.names() if both.search(pages.text(name))] == []


def test_derived_positions_are_marked(realbook: RealBook, pages: Pages) -> None:
    derived = [item for item in realbook.data["positions"] if item["basis"] == "derived"]
    assert len(derived) == 6
    assert {item["issue"] for item in derived} == {"nato-expansion", "eurasian-energy"}
    others = [item for item in realbook.data["positions"] if item["issue"] in ("nato-expansion", "eurasian-energy")]
    assert len(others) == 6
    assert pages.text("matrix").count("derived") >= 6


def test_context_and_hindsight_have_a_source_of_their_own(realbook: RealBook) -> None:
    """A glossary entry is our explanation, and so context, also of a word of the article."""
    fenced = [
        item for item in statements(realbook) if item["layer"] in ("context", "hindsight") and item["kind"] != "terms"
    ]
    assert len(fenced) > 40
    assert [item["id"] for item in fenced if not rest_on(item) - {ARTICLE}] == []


def test_nothing_later_stands_outside_hindsight(realbook: RealBook) -> None:
    assert not any(item["layer"] == "hindsight" for item in statements(realbook))
    assert max(event["date"].split("/")[-1].rstrip("~") for event in realbook.data["events"]) <= LAST_DAY
    later = {item["id"] for item in statements(realbook) if LATER.search(item.get("text", ""))}
    # Evidence in a correction; and the years for which plans of the time were made.
    assert later == {"d-1", "bush-plan", "md-plan-2009", "phased-approach"}
    prose = {name for name, text in sources().items() if LATER.search(text)}
    # The same four, and the year of the scale, which is told to be later than the article.
    assert prose == {"actors/bush", "actors/clinton", "glossary", "issues/missile-defense", "scope"}


def test_quoted_words_stay_within_the_budget(realbook: RealBook) -> None:
    spans = {
        (evidence["start"], evidence["end"])
        for item in statements(realbook)
        for evidence in item["evidence"]
        if evidence["source"] == ARTICLE and evidence["shown"]
    }
    assert len(spans) > 15
    assert max(len(realbook.seed[start:end].split()) for start, end in spans) <= 12
    shown = [any(start <= place < end for start, end in spans) for place in range(len(realbook.seed))]
    quoted = [match for match in re.finditer(r"\S+", realbook.seed) if shown[match.start()]]
    assert len(quoted) <= 0.2 * len(realbook.seed.split())


@pytest.mark.parametrize(
    ("event", "said", "date"),
    [
        ("decision", "last Thursday", "2009-09-17"),
        ("announcement", "this month", "2009-09"),
        ("button", "earlier this year", "2009-03-06"),
        ("calls", "In recent months", "2009~"),
        ("lavrov-repeated", "repeatedly", "2009~"),
    ],
)
def test_dates_are_resolved_and_vague_ones_stay_vague(realbook: RealBook, event: str, said: str, date: str) -> None:
    (found,) = [item for item in realbook.data["events"] if item["id"] == event]
    assert (found["said"], found["date"]) == (said, date)


def test_a_reader_finds_those_whom_only_the_record_names(realbook: RealBook, pages: Pages) -> None:
    assert {actor["id"] for actor in realbook.data["actors"]} > OTHERS
    assert not any(item["actor"] in OTHERS for item in realbook.data["positions"])
    listed = pages.text("a-to-z")
    for name in ("Biden, Joseph", "Ivanov, Sergei", "Makarov", "Popovkin", "Rasmussen, Anders Fogh", "Solana, Javier"):
        assert name in listed
    assert not any(found in realbook.seed for found in ("Biden", "Gates", "Ivanov", "Makarov", "Peskov", "Popovkin"))


def test_the_model_holds_what_the_book_is_about(realbook: RealBook) -> None:
    counts = {kind: len(realbook.data[kind]) for kind in ("issues", "terms", "judgments", "discrepancies")}
    assert counts == {"issues": 9, "terms": 21, "judgments": 16, "discrepancies": 8}
    assert len({actor["id"] for actor in realbook.data["actors"]} - OTHERS) == 21
    assert len(realbook.data["positions"]) >= 31
    assert len(realbook.data["claims"]) >= 16
