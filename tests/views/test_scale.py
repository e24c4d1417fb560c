"""The scale as it is shown: its name and date, its words and ranges, and the judgments that stand on each step."""

from __future__ import annotations

from dataclasses import replace

from sphinx_briefing.model.likelihood import AUTHOR, PHIA
from sphinx_briefing.views.scale import scale
from views.books import book, judgment


def test_each_step_shows_its_words_its_range_and_the_judgments_on_it() -> None:
    shown = scale(book(judgment("j-1", "remote"), judgment("j-2", "none stated")), "page", {})
    assert (shown.title, shown.ranged) == ("Intelligence Community Directive 203 (2015)", True)
    first = shown.rows[0]
    assert (first.word, first.others, first.range, first.key) == (
        "almost no chance", ("remote",), "1 to 5%", "almost-no-chance",
    )  # fmt: skip
    assert [[item.id for item in row.judgments] for row in shown.rows] == [["j-1"], [], [], [], [], [], []]


def test_a_scale_without_figures_says_so() -> None:
    shown = scale(replace(book(), scale=AUTHOR), "page", {})
    assert not shown.ranged
    assert shown.title == "The author’s own words"


def test_the_date_of_a_scale_is_read_aloud() -> None:
    assert scale(replace(book(), scale=PHIA), "page", {}).title.endswith("(24\u00a0March 2025)")
