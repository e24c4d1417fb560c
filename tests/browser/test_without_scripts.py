"""Every page is whole without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.realbook import PAGES
from browser.site import Site

pytestmark = pytest.mark.browser

#: The text of the page, less the two things that only scripts bring: the button for all evidence and the results.
_TEXT = """() => {
  const main = document.querySelector("main").cloneNode(true);
  main.querySelectorAll(".openall, noscript, #search-progress, .results").forEach((node) => node.remove());
  return main.textContent.replace(/\\s+/g, " ").trim();
}"""


@pytest.mark.parametrize("page", PAGES)
def test_the_text_is_the_same(site: Site, page: str) -> None:
    with site.opened(page) as sheet:
        scripted = sheet.evaluate(_TEXT)
    with site.opened(page, java_script_enabled=False) as sheet:
        plain = sheet.evaluate(_TEXT)
        assert sheet.locator("main").is_visible()
        assert not sheet.locator("button:visible, .card:visible").filter(has_not_text="Search").count()
    assert len(plain) > 80
    assert plain == scripted


def test_evidence_opens_by_itself(site: Site) -> None:
    with site.opened("judgments", java_script_enabled=False) as sheet:
        shut = sheet.locator("details.evidence.state-exact").first
        expect(shut.locator("blockquote")).not_to_be_visible()
        shut.locator("summary").focus()
        sheet.keyboard.press("Enter")
        expect(shut.locator("blockquote")).to_be_visible()
        expect(shut.locator("blockquote")).to_contain_text("“")


def test_find_leads_to_the_index(site: Site) -> None:
    with site.opened("actors/lavrov", java_script_enabled=False) as sheet:
        sheet.locator(".find").click()
        expect(sheet.locator("h1")).to_have_text("Index")
        assert sheet.locator("main a").count() > 20


def test_search_says_what_it_needs(site: Site) -> None:
    with site.opened("search", java_script_enabled=False) as sheet:
        expect(sheet.get_by_text("Search needs scripts")).to_be_visible()
