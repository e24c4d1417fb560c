"""The site by keyboard: skip link, evidence, scheme, switcher, preview cards."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.site import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1440, 390])
def test_the_skip_link_comes_first_and_leads_to_the_text(site: Site, width: int) -> None:
    with site.opened("actors/lavrov", width=width) as sheet:
        sheet.keyboard.press("Tab")
        skip = sheet.locator(".skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        sheet.keyboard.press("Enter")
        expect(sheet).to_have_url(re.compile("#main$"))
        expect(sheet.locator("#main")).to_be_focused()
        sheet.keyboard.press("Tab")
        assert sheet.evaluate("!!document.activeElement.closest('main')")


def test_what_has_the_focus_shows_it(site: Site) -> None:
    with site.opened("actors/lavrov") as sheet:
        for _ in range(40):
            sheet.keyboard.press("Tab")
            drawn = sheet.evaluate(
                "() => { const s = getComputedStyle(document.activeElement);"
                " return [document.activeElement.outerHTML.slice(0, 80), s.outlineStyle, parseFloat(s.outlineWidth)] }"
            )
            assert drawn[1] != "none", drawn
            assert drawn[2] >= 1, drawn


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_evidence_opens_and_shuts_by_key(site: Site, key: str) -> None:
    with site.opened("judgments") as sheet:
        shut = sheet.locator("details.evidence.state-exact").first
        expect(shut).not_to_have_attribute("open", re.compile(""))
        words = shut.locator("blockquote")
        expect(words).not_to_be_visible()
        shut.locator("summary").focus()
        sheet.keyboard.press(key)
        expect(words).to_be_visible()
        sheet.keyboard.press(key)
        expect(words).not_to_be_visible()


def test_all_evidence_opens_and_shuts_at_once(site: Site) -> None:
    with site.opened("judgments") as sheet:
        button = sheet.get_by_role("button", name="Open all evidence")
        count = sheet.locator("details.evidence").count()
        button.focus()
        sheet.keyboard.press("Enter")
        expect(sheet.locator("details.evidence[open]")).to_have_count(count)
        expect(button).to_have_attribute("aria-pressed", "true")
        sheet.keyboard.press("Enter")
        expect(sheet.locator("details.evidence[open]")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_scheme_is_remembered_on_the_next_page(site: Site, scheme: str) -> None:
    other = {"light": "dark", "dark": "light"}[scheme]
    with site.opened("actors/lavrov", scheme=scheme) as sheet:
        button = sheet.locator("button.scheme")
        expect(button).to_have_accessible_name(f"{other.title()} color scheme")
        before = sheet.evaluate("getComputedStyle(document.body).color")
        button.focus()
        sheet.keyboard.press("Enter")
        expect(sheet.locator("html")).to_have_attribute("data-scheme", other)
        expect(button).to_have_accessible_name(f"{scheme.title()} color scheme")
        assert sheet.evaluate("getComputedStyle(document.body).color") != before
        sheet.goto(site.address("index"))
        # A browser may close its storage to pages opened from a folder; the scheme then stays the system's.
        if sheet.evaluate("(() => { try { return localStorage.length } catch (e) { return 0 } })()"):
            expect(sheet.locator("html")).to_have_attribute("data-scheme", other)


@pytest.mark.parametrize("page", ["index", "issues/reset"])
@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_the_switcher_leads_to_an_actor(site: Site, page: str, key: str) -> None:
    with site.opened(page) as sheet:
        sheet.keyboard.press(key)
        field = sheet.get_by_role("combobox")
        expect(field).to_be_focused()
        expect(sheet.get_by_role("option").nth(3)).to_be_visible()
        sheet.keyboard.type("lav")
        first = sheet.get_by_role("option").first
        expect(first).to_contain_text("Sergey Lavrov")
        expect(first).to_have_attribute("aria-selected", "true")
        sheet.keyboard.press("Enter")
        expect(sheet).to_have_url(re.compile(r"/actors/lavrov\.html(#.*)?$"))
        expect(sheet.locator("h1")).to_have_text("Sergey Lavrov")


def test_the_switcher_moves_by_arrows_and_closes_by_escape(site: Site) -> None:
    with site.opened("index", width=390) as sheet:
        sheet.locator(".find").focus()
        sheet.keyboard.press("Enter")
        field = sheet.get_by_role("combobox")
        expect(field).to_be_focused()
        sheet.keyboard.press("ArrowDown")
        second = sheet.get_by_role("option").nth(1)
        expect(second).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute("aria-activedescendant", second.get_attribute("id") or "")
        sheet.keyboard.press("Escape")
        expect(field).not_to_be_visible()
        expect(sheet.locator(".find")).to_be_focused()
        assert sheet.url == site.address("index")


def test_the_switcher_finds_what_is_written_in_russian_letters(site: Site) -> None:
    with site.opened("index") as sheet:
        sheet.keyboard.press("/")
        expect(sheet.get_by_role("combobox")).to_be_focused()
        sheet.keyboard.type("перезаг")
        expect(sheet.get_by_role("option")).to_have_count(1)
        sheet.keyboard.press("Enter")
        expect(sheet).to_have_url(re.compile(r"/glossary\.html"))


def test_what_the_switcher_does_not_know_goes_to_search(site: Site) -> None:
    with site.opened("actors/putin") as sheet:
        sheet.keyboard.press("/")
        expect(sheet.get_by_role("combobox")).to_be_focused()
        sheet.keyboard.type("paranoid")
        expect(sheet.get_by_role("option")).to_have_count(0)
        sheet.keyboard.press("Enter")
        expect(sheet).to_have_url(re.compile(r"/search\.html\?q=paranoid$"))


def test_the_one_key_shortcut_can_be_switched_off(site: Site) -> None:
    with site.opened("index") as sheet:
        sheet.keyboard.press("/")
        box = sheet.get_by_role("checkbox")
        box.uncheck()
        sheet.keyboard.press("Escape")
        expect(box).not_to_be_visible()
        sheet.keyboard.press("/")
        sheet.wait_for_timeout(200)
        expect(box).not_to_be_visible()
        sheet.keyboard.press("Control+k")
        expect(box).to_be_visible()


def test_a_slash_typed_into_a_field_is_a_slash(site: Site) -> None:
    with site.opened("search") as sheet:
        field = sheet.locator("#q")
        expect(field).to_be_focused()
        sheet.keyboard.type("a/b")
        expect(field).to_have_value("a/b")


def test_a_card_comes_with_the_focus_and_goes_with_escape(site: Site) -> None:
    with site.opened("issues/iran-sanctions") as sheet:
        sheet.keyboard.press("Tab")  # the focus is then shown, as it is to somebody who uses the keyboard
        link = sheet.locator("main a[data-card='actor-putin']").first
        link.focus()
        card = sheet.get_by_role("tooltip")
        expect(card).to_be_visible()
        expect(card).to_contain_text("Vladimir Putin")
        expect(card).to_be_in_viewport(ratio=1)
        expect(link).to_have_attribute("aria-describedby", "card")
        sheet.keyboard.press("Escape")
        expect(card).not_to_be_visible()
        expect(link).to_be_focused()
        assert link.get_attribute("aria-describedby") is None


def test_a_card_comes_under_the_pointer_and_can_be_pointed_at(site: Site) -> None:
    with site.opened("issues/iran-sanctions") as sheet:
        sheet.locator("main a[data-card='actor-putin']").first.hover()
        card = sheet.get_by_role("tooltip")
        expect(card).to_be_visible()
        card.hover()
        sheet.wait_for_timeout(500)
        expect(card).to_be_visible()
        sheet.mouse.move(2, 2)
        expect(card).not_to_be_visible()


def test_every_link_with_a_card_has_one(site: Site) -> None:
    """A name that the cards do not know would silently show nothing."""
    missing: list[str] = []
    with site.opened("index") as sheet:
        sheet.keyboard.press("/")
        expect(sheet.get_by_role("combobox")).to_be_focused()
        known = set(sheet.evaluate("Object.keys(window.BRIEFING_ENTITIES)"))
    for path in site.folder.rglob("*.html"):
        named = set(re.findall(r'data-card="([^"]+)"', path.read_text("utf-8")))
        missing += [f"{path.name}: {key}" for key in sorted(named - known)]
    assert len(known) > 15
    assert missing == []
