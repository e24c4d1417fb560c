"""Search from a folder: no server, no error, and nothing typed is taken for markup."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from browser.site import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1440, 390])
def test_a_word_is_found(site: Site, width: int) -> None:
    with site.opened("search?q=sanctions", width=width) as sheet:
        results = sheet.locator("#search-results li")
        expect(results.first).to_be_visible()
        expect(sheet.get_by_role("link", name="Sanctions on Iran").first).to_be_visible()
        assert results.count() >= 5
        assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_result_leads_to_its_page(site: Site) -> None:
    with site.opened("search?q=paranoid") as sheet:
        sheet.locator("#search-results li a", has_text="Obama and his administration").first.click()
        expect(sheet).to_have_url(re.compile(r"/actors/obama\.html"))
        expect(sheet.locator("main")).to_contain_text("paranoid")


@pytest.mark.parametrize("words", ["sanctions", "paranoid", "reset", "lavrov", "missile", "button"])
def test_a_result_names_a_place_that_exists(site: Site, words: str) -> None:
    with site.opened(f"search?q={words}") as sheet:
        expect(sheet.locator("#search-results .search-summary")).to_contain_text("finished")
        links = sheet.locator(".results li a").evaluate_all("(all) => all.map((a) => a.href)")
    assert links
    lost = []
    for link in links:
        path, _, place = link.partition("#")
        text = (site.folder / path.removeprefix(site.folder.as_uri() + "/")).read_text("utf-8")
        if place and f'id="{unquote(place)}"' not in text:
            lost.append(link)
    assert lost == []


def test_a_word_typed_into_the_form_is_found(site: Site) -> None:
    with site.opened("search") as sheet:
        sheet.locator("#q").fill("button")
        sheet.keyboard.press("Enter")
        expect(sheet).to_have_url(re.compile(r"\?q=button#?$"))
        expect(sheet.locator("#search-results li").first).to_be_visible()
        expect(sheet.locator("#q")).to_have_value("button")


@pytest.mark.parametrize("words", ["перезагрузка", "Lavrov", "perezagruzka"])
def test_a_name_comes_first(site: Site, words: str) -> None:
    with site.opened(f"search?q={quote(words)}") as sheet:
        expect(sheet.locator("#named-results li a").first).to_be_visible()


def test_a_judgment_is_found_with_its_likelihood(site: Site) -> None:
    with site.opened("search?q=kremlin") as sheet:
        expect(sheet.locator("#named-results li").first).to_be_visible()
        expect(sheet.locator("#search-results .search-summary")).to_contain_text("finished")
        titles = sheet.locator(".results li a").all_inner_texts()
    found = [title for title in titles if re.search(r"changes course|next move", title)]
    assert found
    assert [title for title in found if not re.match(r"(Very unlikely|No likelihood stated)", title)] == []


def test_no_word_no_result(site: Site) -> None:
    with site.opened("search?q=zzyzx") as sheet:
        expect(sheet.locator("main")).to_contain_text(re.compile("did not match|no (pages?|results?)", re.IGNORECASE))
        expect(sheet.locator("#search-results li")).to_have_count(0)


def test_what_is_typed_is_never_markup(site: Site) -> None:
    with site.opened(f"search?q={quote('<img src=x onerror=document.title=1> sanctions')}") as sheet:
        expect(sheet.locator("#q")).to_have_value(re.compile("<img"))
        sheet.wait_for_timeout(500)
        expect(sheet.locator("main img")).to_have_count(0)
        assert sheet.title() != "1"
