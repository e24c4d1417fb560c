"""A browser and the built book for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser.needs import program, require
from browser.realbook import RealBook, built
from browser.site import Site, View, Visit

try:
    from playwright.sync_api import Browser, expect, sync_playwright
except ImportError:  # pragma: no cover - the tests are then skipped, or fail in CI
    sync_playwright = None

_VISITS: dict[View, Visit] = {}
#: No graphics card, no sandbox (root has none), and nothing that Chromium would ask of its maker.
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@pytest.fixture(scope="session")
def realbook(tmp_path_factory: pytest.TempPathFactory) -> RealBook:
    return built(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="package")  # not longer: while it runs, no other test could run an event loop of its own
def chromium() -> Iterator[Browser]:
    require(sync_playwright, "playwright for Python")
    expect.set_options(timeout=15_000)  # a machine with much to do is not wrong, only slow
    path = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(realbook: RealBook, chromium: Browser) -> Site:
    return Site(realbook.html, chromium, _VISITS)
