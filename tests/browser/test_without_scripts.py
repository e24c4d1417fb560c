"""Every page is whole without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.realbook import PAGES
from browser.site import MEASURE, Site, View

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", PAGES)
def test_the_text_is_the_same(site: Site, page: str) -> None:
    with site.opened(page, java_script_enabled=False) as sheet:
        plain = sheet.evaluate(MEASURE)["text"]
        assert sheet.locator("main").is_visible()
        assert sheet.locator("button:visible").filter(has_not_text="Search").count() == 0
    assert len(plain) > 80
    assert plain == site.visit(View(page)).measures["text"]


def test_evidence_opens_by_itself(site: Site) -> None:
    with site.opened("judgments", java_script_enabled=False) as sheet:
        shut = sheet.locator("details.evidence.state-exact").first
        expect(shut.locator("blockquote")).not_to_be_visible()
        shut.locator("summary").focus()
        sheet.keyboard.press("Enter")
        expect(shut.locator("blockquote")).to_be_visible()
        expect(shut.locator("blockquote")).to_contain_text("“")


def test_find_leads_to_an_index_of_everything(site: Site) -> None:
    with site.opened("actors/lavrov", java_script_enabled=False) as sheet:
        sheet.locator(".find").click()
        expect(sheet.locator("h1")).to_have_text("Index")
        text = sheet.locator("main").inner_text()
        for name in ("Lavrov", "Sanctions on Iran", "перезагрузка", "engagement phase"):
            assert name in text


def test_search_says_what_it_needs(site: Site) -> None:
    with site.opened("search", java_script_enabled=False) as sheet:
        expect(sheet.locator("noscript p")).to_be_visible()
        expect(sheet.locator("noscript p")).to_contain_text("Search needs scripts")
