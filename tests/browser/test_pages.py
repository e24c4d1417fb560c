"""Every page of the book, at the widths of a desk and a phone, by day and by night."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from browser.realbook import DOCS, PAGES, RealBook
from browser.site import Site, View

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")
BETWEEN = ("index", "actors/lavrov", "issues/iran-sanctions", "matrix", "accountability/sources", "timeline")
VIEWS = [
    *(View(page, width, scheme) for page in PAGES for width in (1440, 390) for scheme in SCHEMES),
    *(View(page, 768, scheme) for page in BETWEEN for scheme in SCHEMES),
]
every_view = pytest.mark.parametrize("view", VIEWS, ids=str)
every_page = pytest.mark.parametrize("page", PAGES)

#: Tables, and the line of links at the top of a narrow page, may scroll sideways by themselves. Nothing else may.
MAY_SCROLL = re.compile(r"^(div\.tw(\.scrolls)?|div\.network|div\.strip-alone|pre|[ou]l(\.toc)?) ")
#: AA asks 4.5:1 of small text.
AA = 4.5


def test_the_site_holds_the_pages_of_the_book_and_no_other(realbook: RealBook) -> None:
    found = {path.relative_to(realbook.html).with_suffix("").as_posix() for path in realbook.html.rglob("*.html")}
    assert found == set(PAGES)


@every_view
def test_a_page_opens_without_error_and_asks_only_its_own_folder(site: Site, view: View) -> None:
    visit = site.visit(view)
    assert visit.troubles == ()
    assert len(visit.requests) > 5
    home = site.folder.as_uri() + "/"
    assert [url for url in visit.requests if not url.startswith(home)] == []


@every_view
def test_nothing_scrolls_sideways_but_what_may(site: Site, view: View) -> None:
    measures = site.visit(view).measures
    assert [width for width in measures["widths"] if width["page"] > width["window"]] == []
    assert [region for region in measures["regions"] if not MAY_SCROLL.match(region)] == []


@every_view
def test_every_text_has_enough_contrast(site: Site, view: View) -> None:
    measures = site.visit(view).measures
    assert measures["unknown"] == []
    assert measures["texts"] > 20
    assert measures["faint"] == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("page", ["actors/lavrov", "issues/reset", "index"])
def test_each_kind_of_text_is_aa(site: Site, page: str, scheme: str) -> None:
    least = site.visit(View(page, 1440, scheme)).measures["least"]
    assert {"body", "muted", "link", "badge"} <= set(least)
    assert {kind: ratio for kind, ratio in least.items() if ratio < AA} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_page_takes_the_scheme_of_the_system(site: Site, scheme: str) -> None:
    ground = site.visit(View("index", 1440, scheme)).measures["ground"]
    assert (ground < 0.1) == (scheme == "dark")


@every_page
def test_structure(site: Site, page: str) -> None:
    measures = site.visit(View(page)).measures
    levels = [level for level, _ in measures["headings"]]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
    assert [text for _, text in measures["headings"] if not text] == []
    assert measures["double"] == []
    assert measures["lang"] == "en"
    assert measures["mains"] == 1
    assert "The U.S.-Russia reset" in measures["title"]
    assert measures["images"] == []
    assert measures["empty"] == []


@every_page
def test_no_style_or_script_stands_in_a_page(site: Site, page: str) -> None:
    inline = [what for what in site.visit(View(page)).measures["inline"] if not what.startswith("div#card")]
    assert inline == []


@every_page
def test_lines_of_running_text_are_short_enough_to_read(site: Site, page: str) -> None:
    lines = site.visit(View(page)).measures["lines"]
    assert [line for line in lines if line["count"] > 75] == []


def test_lines_of_running_text_are_long_enough_to_read(site: Site) -> None:
    """Also guards the measuring itself: had it found nothing, the test above would always pass."""
    counts = [line["count"] for page in DOCS for line in site.visit(View(page)).measures["lines"]]
    assert len(counts) > 200
    assert max(counts) >= 60


def test_every_judgment_is_headed_by_its_likelihood(site: Site, realbook: RealBook) -> None:
    found = {j["id"]: j for page in DOCS for j in site.visit(View(page)).measures["judgments"]}
    assert len(found) == len(realbook.data["judgments"]) == 16
    for judgment in realbook.data["judgments"]:
        shown = found[f"judgment-{judgment['id']}"]
        text = judgment["text"].rstrip(".")
        word = judgment["likelihood"]
        if word == "none stated":
            term = f" (“{judgment['term']}”)" if judgment.get("term") else ""
            opening = f"No likelihood stated{term}: "
        else:
            opening = f"{word[0].upper()}{word[1:]}: "
            assert shown["word"] == word
        assert shown["title"].startswith(opening)
        assert shown["title"][len(opening) :].lower() == text.lower().replace("...", "…")


def test_a_judgment_is_named_with_its_likelihood_wherever_it_is_listed(site: Site) -> None:
    with site.opened("judgments") as sheet:
        titles = sheet.locator(".judgment-title a").all_inner_texts()
    words = ("Likely: ", "Very unlikely: ", "Unlikely: ", "No likelihood stated")
    assert len(titles) == 16
    assert [title for title in titles if not title.startswith(words)] == []
