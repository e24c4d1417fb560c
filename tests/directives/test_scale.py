"""The book's own scale: its words are what `{judgment}` takes, and `{scale}` shows them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from directives.building import Built, build
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.statements import Judgment

SCALE = """scales:
  - id: harbor
    title: Words of the Harbor Office
    steps:
      - words: [out of the question]
      - words: [an open question]
        range: [20, 60]
      - words: [as good as settled]
"""
JUDGMENTS = """# Judgments

:::{judgment} j-1 an open question, high
Southport agrees.

> @#p2s1
:::

:::{judgment} j-2 likely
Northport pays.

> @#p1s1
:::
"""
PAGES: Mapping[str, str] = {"judgments": JUDGMENTS, "scale": "# The scale\n\n:::{scale}\n:::\n"}


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("harbor")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "likelihoods.yaml").write_text(SCALE, "utf-8")
    return build(folder, PAGES, 'brief_likelihoods = "harbor"\n')


def test_a_judgment_takes_the_words_of_the_books_scale(harbor: Built) -> None:
    noted = [fact for fact in harbor.facts("judgments") if isinstance(fact, Judgment)]
    assert [(fact.id, fact.likelihood, fact.confidence) for fact in noted] == [("j-1", "an open question", "high")]


def test_a_word_of_another_scale_is_refused(harbor: Built) -> None:
    assert harbor.found("judgments") == [(Code.ARGUMENT, 9)]
    assert "`out of the question`, `an open question`, `as good as settled`" in harbor.messages("judgments")[0]


def test_the_drawn_step_is_that_of_the_books_scale(harbor: Built) -> None:
    drawn = [node["args"] for node in harbor.parts("judgments", "likelihood")]
    assert drawn == [{"likelihood": "an-open-question", "step": "2", "steps": "3"}]
    assert harbor.parts("judgments", "judgment")[0]["args"]["step"] == "2"


def test_the_scale_is_drawn_with_what_it_has_and_no_empty_column(harbor: Built) -> None:
    text = harbor.text("scale")
    for words in ("Words of the Harbor Office", "out of the question", "20 to 60%", "none given", "J-1"):
        assert words in text
    assert "Also" not in text
    assert len(harbor.parts("scale", "likelihood")) == 3


def test_an_unknown_scale_stops_nothing_and_is_told(tmp_path: Path) -> None:
    built = build(tmp_path, {"judgments": JUDGMENTS}, 'brief_likelihoods = "idc-203"\n')
    assert built.code == 1
    assert [(item.code, item.path) for item in built.findings if item.code is Code.LIKELIHOODS_FILE] == [
        (Code.LIKELIHOODS_FILE, "conf.py")
    ]
