"""The words of the printed book: nothing lost, nothing shown that is held back."""

from __future__ import annotations

import re

import pytest

from browser.realbook import SOURCE, RealBook
from print.paper import Paper, squeezed

pytestmark = pytest.mark.print

_REFERENCE = re.compile(r"\s*\(p\.\s*\d+\)")


def plain(markdown: str) -> str:
    """A paragraph of a page as it is read: a role shows its words, marks of emphasis are gone."""
    shown = re.sub(r"\{\w+\}`([^`<]*?)\s*(?:<[^`]*>)?`", r"\1", markdown)
    return shown.replace("**", "").replace("*", "")


def test_the_bottom_line_is_printed_whole(paper: Paper) -> None:
    page = (SOURCE / "index.md").read_text("utf-8")
    line = plain(page.split("{.bottom-line}\n", 1)[1].split("\n", 1)[0])
    assert 60 <= len(line.split()) <= 80
    first = paper.spans()["The U.S.-Russia reset, September 2009"].start
    text = _REFERENCE.sub("", paper.leaves[first - 1].text)
    assert squeezed(line) in squeezed(text)


def test_the_words_of_statements_are_printed(paper: Paper, realbook: RealBook) -> None:
    text = squeezed(_REFERENCE.sub("", paper.raw))
    data = realbook.data
    facts = [fact for kind in ("positions", "claims", "judgments", "events") for fact in data[kind]]
    assert len(facts) > 50
    assert [fact["id"] for fact in facts if squeezed(fact["text"]) not in text] == []


def test_shown_evidence_is_printed(paper: Paper, realbook: RealBook) -> None:
    text = squeezed(_REFERENCE.sub("", paper.raw))
    data = realbook.data
    facts = [fact for group in data.values() if isinstance(group, list) for fact in group]
    words = {item["words"] for fact in facts for item in fact.get("evidence", ()) if item["shown"]}
    assert len(words) > 15
    assert [said for said in words if squeezed(said) not in text] == []


def test_words_that_are_held_back_are_not_printed(paper: Paper, realbook: RealBook) -> None:
    text, data = squeezed(paper.raw), realbook.data
    facts = [fact for group in data.values() if isinstance(group, list) for fact in group]
    evidence = [item for fact in facts for item in fact.get("evidence", ())]
    shown = squeezed(" ".join(item.get("words", "") for item in evidence))
    silent = {realbook.seed[item["start"] : item["end"]] for item in evidence if item["state"] == "silent"}
    held_back = {words for words in silent if squeezed(words) not in shown}
    assert len(held_back) >= 15
    assert [words for words in held_back if squeezed(words) in text] == []


def test_hindsight_is_not_printed(paper: Paper) -> None:
    assert "borne out" not in paper.raw.replace("bears out", "")
    assert "Qom" not in paper.raw


def test_the_glossary_stands_in_both_scripts(paper: Paper) -> None:
    text = " ".join(paper.leaves[number - 1].text for number in paper.spans()["Glossary"])
    for word in ("перезагрузка", "перегрузка", "perezagruzka", "peregruzka", "reset", "overload"):
        assert word in text


def test_names_stand_in_both_scripts(paper: Paper) -> None:
    text = " ".join(paper.leaves[number - 1].text for number in paper.spans()["Sergey Lavrov"])
    assert "Сергей Лавров" in text


def test_no_glyph_is_missing_and_no_markup_shows(paper: Paper) -> None:
    assert re.findall(r"[\ufffd\ue000-\uf8ff\u25a1]", paper.raw) == []
    assert re.findall(r"\{\w+\}`|:::|\]\(|\*\*|<[a-z]+ |#link|#par", paper.raw) == []
