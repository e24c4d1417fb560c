"""Bookmarks, links, and the page numbers beside the links."""

from __future__ import annotations

import re

import pytest

from browser.realbook import RealBook
from print.paper import Link, Paper

pytestmark = pytest.mark.print

_NUMBER = re.compile(r"^(\d+)\)")


def judgment_titles(realbook: RealBook) -> set[str]:
    found = set()
    for judgment in realbook.data["judgments"]:
        text = judgment["text"].rstrip(".")
        text = text[0].lower() + text[1:] if text.startswith(("The ", "If ")) else text
        likelihood = judgment["likelihood"]
        if likelihood == "none stated":
            term = judgment.get("term", "").replace("...", "…")
            opening = f"No likelihood stated (“{term}”)" if term else "No likelihood stated"
        else:
            opening = likelihood[0].upper() + likelihood[1:]
        found.add(f"{opening}: {text}")
    return found


def test_judgments_are_bookmarked_with_their_likelihood(paper: Paper, realbook: RealBook) -> None:
    titles = {mark.title for mark in paper.bookmarks}
    expected = judgment_titles(realbook)
    assert len(expected) == 16
    assert {title.casefold() for title in expected} <= {title.casefold() for title in titles}


def test_a_bookmark_leads_where_its_title_stands(paper: Paper) -> None:
    for mark in paper.bookmarks:
        words = re.sub(r"\W+", "", mark.title).casefold()
        text = re.sub(r"\W+", "", paper.leaves[mark.page - 1].text).casefold()
        assert words in text, mark.title


def test_links_lead_somewhere(paper: Paper) -> None:
    """A target that is no page of the book fails when the links are read; here they are counted."""
    assert len(paper.links) > 800
    assert [link for link in paper.links if link.target is None and not link.address] == []
    outside = [link.address for link in paper.links if link.address]
    assert len(outside) > 60
    assert [address for address in outside if not address.startswith(("https://", "http://"))] == []


def test_every_link_says_to_a_listener_where_it_leads(paper: Paper) -> None:
    assert [link for link in paper.links if not link.contents] == []
    inside = [link for link in paper.links if link.target]
    notes = re.compile(r"Footnote \d+|\d+")
    wrong = [link for link in inside if link.contents != f"page {link.target}" and not notes.fullmatch(link.contents)]
    assert wrong == []


def named_pages(paper: Paper) -> list[tuple[int, str, int, Link | None]]:
    """Every "(p. 12)": the sheet it stands on, the word before it, its number, and the link of that word."""
    found = []
    for leaf in paper.leaves:
        links = [link for link in paper.links if link.page == leaf.number and link.target]
        for at, word in enumerate(leaf.words[:-1]):
            number = _NUMBER.match(leaf.words[at + 1].text)
            if word.text.endswith("(p.") and number and at:
                before = leaf.words[at - 1]
                near = next((link for link in links if link.holds(before)), None)
                found.append((leaf.number, before.text, int(number[1]), near))
    return found


def test_page_numbers_beside_links_are_right(paper: Paper) -> None:
    found = named_pages(paper)
    assert len(found) > 400
    wrong = [
        f"sheet {sheet}: {word} (p. {number}), but its link leads to {link.target}"
        for sheet, word, number, link in found
        if link and link.target != number
    ]
    assert wrong == []


def test_page_numbers_stand_beside_links(paper: Paper) -> None:
    """Where the number had to go to the next line the word before it, in reading order, may be another column's."""
    found = named_pages(paper)
    assert sum(1 for *_, link in found if link) > 0.9 * len(found)


@pytest.mark.parametrize("title", ["Missile defense", "Sanctions on Iran", "Vladimir Putin", "Sergey Lavrov"])
def test_a_link_to_a_page_names_the_sheet_where_it_begins(paper: Paper, title: str) -> None:
    start = paper.spans()[title].start
    text = " ".join(leaf.text for leaf in paper.leaves)
    said = {int(number) for number in re.findall(rf"{title} \(p\. (\d+)\)", text)}
    assert start in said


def test_no_sheet_refers_to_itself(paper: Paper) -> None:
    assert [(sheet, word) for sheet, word, number, _ in named_pages(paper) if number == sheet] == []


def test_every_link_inside_the_text_has_a_number_or_stays_on_its_sheet(paper: Paper) -> None:
    """Elsewhere than in contents and index, which are numbers, there are about as many numbers as links away."""
    contents = {*paper.spans()["Contents"], *paper.spans()["A to Z"]}
    away = [link for link in paper.links if link.target and link.target != link.page and link.page not in contents]
    numbers = [found for found in named_pages(paper) if found[0] not in contents]
    text = " ".join(leaf.text for leaf in paper.leaves)
    cards = len(re.findall(r"see page \d+", text))
    assert len(numbers) + cards >= 0.97 * len(away)
