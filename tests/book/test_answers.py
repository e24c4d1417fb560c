"""Five questions that a reader brings, and where the site answers them, with the words or the source behind it."""

from __future__ import annotations

import re

import pytest

from book.pages import Pages, sources, words

#: What matters most comes first; a page leaves out what it has nothing for.
ORDER = (
    r"Why it matters|What (?:it|he|she) want(?:s|ed)",
    r"How firm (?:it|he|she) (?:is|was)|Positions on file",
    r"What the author (?:thinks|expects)",
    r"What sp(?:eaks|oke) against it|Where the article is wrong",
    r"State of play on 21 September 2009",
    r"What (?:would change|changed) it",
    r"Chronology|The meeting",
    r"The names?",
    r"On file(?: elsewhere)?",
    r"Mentioned on",
)
PAGES = [name for name in sources() if name.startswith(("actors/", "issues/")) and not name.endswith("/index")]


def _cited(pages: Pages, page: str) -> set[str]:
    """The passages and sources that a page links to."""
    return {"".join(link.itertext()).strip() for link in pages.main(page).xpath(".//a[@href]")}


def test_what_does_lavrov_want_on_iran(pages: Pages) -> None:
    (position,) = pages.main("actors/lavrov").xpath(".//*[@id='position-lavrov-iran-sanctions']")
    assert "opposes" in words(position)
    assert "Russia opposes harsher sanctions against Iran" in words(position)
    assert "p3s3" in words(position)


def test_what_do_washington_and_moscow_want_from_the_reset(pages: Pages) -> None:
    table, *_ = pages.main("meanings").xpath(".//table")
    heads = [words(cell) for cell in table.xpath(".//thead//th")]
    assert heads[-2:] == ["Washington", "Moscow"]
    assert {"p4s3", "p4s4", "p5s2", "p5s3", "p5s4"} <= _cited(pages, "meanings")
    assert "foundation" in words(table)
    assert "policies that the Kremlin finds hostile" in words(table)


def test_what_does_the_author_think_likely(pages: Pages) -> None:
    text = pages.text("judgments")
    for term, what in (
        ("Very unlikely", "the Kremlin changes course and backs harsher sanctions on Iran"),
        ("Likely", "Russia supports the talks with Iran while the engagement phase lasts"),
        ("Unlikely", "Russia answers the missile defense decision with a grand gesture"),
    ):
        assert f"{term}: {what}" in text
    assert {"p3s2", "p4s1"} <= {mark.split()[0] for mark in text.split() if mark.startswith("p")}


def test_where_is_the_article_wrong(pages: Pages) -> None:
    first = pages.main("accountability/corrections").xpath(".//*[contains(@class, 'differs')]")[0]
    assert "factual error" in words(first)
    assert "Geneva" in words(first)
    assert "visited Moscow earlier this year" in words(first)
    assert {"p6s1", "S23"} <= _cited(pages, "accountability/corrections")


def test_what_was_known_on_the_day_and_what_only_later(pages: Pages, hindsight: Pages) -> None:
    assert "Resolution 1929" not in " ".join(pages.text(name) for name in pages.names())
    assert "resolution 1929" not in " ".join(pages.text(name) for name in pages.names())
    assert "not rule sanctions out" in pages.text("issues/iran-sanctions")
    later = hindsight.text("accountability/outcomes")
    assert "Written with hindsight" in later
    assert "not borne out" in later
    assert "9 June 2010" in later


@pytest.mark.parametrize("page", PAGES)
def test_what_matters_most_comes_first_on_every_page(page: str) -> None:
    heads = re.findall(r"^## (.+)$", sources()[page], re.MULTILINE)
    ranks = [rank for head in heads for rank, wanted in enumerate(ORDER) if re.fullmatch(wanted, head)]
    assert len(ranks) >= 3
    assert ranks == sorted(ranks), heads


def test_every_key_judgment_has_beside_it_what_speaks_against_it_and_what_to_watch(pages: Pages) -> None:
    for page in ("index", "judgments"):
        entries = pages.main(page).xpath(".//*[contains(@class, 'key-judgment')][.//*[contains(@class, 'jid')]]")
        first = [entry for entry in entries if "key-judgments" not in entry.get("class")][:4]
        assert [words(entry).split()[0] for entry in first] == ["J-06", "J-05", "J-07", "J-12"]
        assert all("Speaks against it" in words(entry) and "Watch" in words(entry) for entry in first)
        assert "D-3" in words(first[0])
        assert "D-4" in words(first[0])


def test_three_ways_lead_through_the_book(pages: Pages) -> None:
    text = pages.text("index")
    assert all(way in text for way in ("5 minutes", "30 minutes", "Everything"))
    ways = {link.get("href") for link in pages.main("index").xpath(".//a[contains(@class, 'sd-stretched-link')]")}
    assert {way.split("#")[0] for way in ways} == {"judgments.html", "scope.html", "actors/index.html"}
