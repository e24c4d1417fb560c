"""Every example in the manual does what the manual says of it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from manual_examples import DOCS, Example, SmallBook, examples, judged_conf, judged_lock, said

from sphinx_briefing.config import option_table, read_config
from sphinx_briefing.model.serialization import book_data

PAGES = [example for example in examples("markdown") if example.is_judged]
SOURCES = [example for example in examples("yaml") if example.is_judged]
LOCKS = [example for example in examples("json") if example.is_judged]
SETTINGS = [example for example in examples("python") if example.is_judged]
FAULTY = [example for example in SETTINGS if example.codes]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    return SmallBook(tmp_path_factory.mktemp("manual"))


@pytest.mark.parametrize("example", PAGES, ids=lambda example: example.name)
def test_page_gives_exactly_the_findings_that_the_manual_names(book: SmallBook, example: Example) -> None:
    found = book.findings(example.docname)
    assert {finding.full_code for finding in found} == example.codes, said(found, example.docname)


@pytest.mark.parametrize("example", [item for item in PAGES if item.codes], ids=lambda example: example.name)
def test_message_is_quoted_word_for_word(book: SmallBook, example: Example) -> None:
    if example.says:
        assert example.says == said(book.findings(example.docname), example.docname)


@pytest.mark.parametrize("example", [item for item in PAGES if not item.codes], ids=lambda example: example.name)
def test_good_page_is_drawn_without_a_warning(book: SmallBook, example: Example) -> None:
    assert not book.written(example.docname)
    assert "system-message" not in book.html(example.docname)


def test_base_pages_are_good(book: SmallBook) -> None:
    assert book.findings("index") == ()
    assert len(book.base) > 3


@pytest.mark.parametrize("example", SOURCES, ids=lambda example: example.name)
def test_sources_file_gives_exactly_the_findings_that_the_manual_names(
    book: SmallBook, tmp_path: Path, example: Example
) -> None:
    found = book.judged_sources(tmp_path, example.text)
    assert {finding.full_code for finding in found} == example.codes
    if example.says:
        assert example.says == said(found, "\0")


@pytest.mark.parametrize("example", LOCKS, ids=lambda example: example.name)
def test_lock_gives_exactly_the_findings_that_the_manual_names(tmp_path: Path, example: Example) -> None:
    found = judged_lock(tmp_path, example.text)
    assert set(re.findall(r"\[(brief\.[a-z-]+)\]", found)) == example.codes
    assert found == example.says


@pytest.mark.parametrize("example", FAULTY, ids=lambda example: example.name)
def test_settings_give_exactly_the_findings_that_the_manual_names(tmp_path: Path, example: Example) -> None:
    found = judged_conf(tmp_path, example.text)
    assert {finding.full_code for finding in found} == example.codes
    assert said(found, "\0") == example.says


@pytest.mark.parametrize("example", [item for item in SETTINGS if not item.codes], ids=lambda example: example.name)
def test_setting_is_accepted(example: Example) -> None:
    given = {name: default for name, default, *_rest in option_table()}
    for statement in ast.parse(example.text).body:
        assert isinstance(statement, ast.Assign)
        name = statement.targets[0]
        assert isinstance(name, ast.Name)
        assert not name.id.startswith("brief_") or name.id in given
        given[name.id] = ast.literal_eval(statement.value)
    read_config(SimpleNamespace(**given))


def test_hindsight_leaves_no_word_behind(book: SmallBook) -> None:
    fenced = [example for example in PAGES if "{layer} hindsight" in example.text]
    assert fenced
    for example in fenced:
        assert "Written with hindsight" not in book.html(example.docname)


def test_data_of_a_claim_is_what_the_page_shows(book: SmallBook) -> None:
    shown = json.loads(
        re.findall(r"^```json\n(.*?)^```", (DOCS / "outputs" / "data.md").read_text("utf-8"), re.M | re.S)[0]
    )
    example = next(example for example in PAGES if example.page == "words/claim" and not example.codes)
    claim = book_data(book.book(example.docname))["claims"][0]
    claim["place"]["page"] = shown["place"]["page"]
    claim["evidence"][0]["sha256"] = "..."
    claim["evidence"][0]["place"] = {"page": "agreement", "line": claim["evidence"][0]["place"]["line"]}
    assert claim == shown
    assert list(claim) == list(shown)
    assert list(claim["evidence"][0]) == list(shown["evidence"][0])


def test_top_level_of_the_data_is_told(book: SmallBook) -> None:
    text = (DOCS / "outputs" / "data.md").read_text("utf-8")
    assert all(f"`{name}`" in text for name in book_data(book.book("index")))
