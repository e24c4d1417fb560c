"""The site under a strict Content Security Policy: it needs no inline style or script, and no other host."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from browser.site import Site, Watch

pytestmark = pytest.mark.browser

_LISTEN = """document.addEventListener("securitypolicyviolation", (ev) =>
  console.error(`refused: ${ev.effectiveDirective} ${ev.blockedURI} ${ev.sourceFile}:${ev.lineNumber}`));"""


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: requests are no news."""


@pytest.fixture(scope="module")
def server(site: Site) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(site.folder))) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()
        thread.join()


def use(sheet: Page) -> None:
    """Everything that a script does on a page."""
    sheet.locator("button.scheme").click()
    if sheet.locator("main a[data-card]").count():
        sheet.locator("main a[data-card]").first.hover()
        expect(sheet.get_by_role("tooltip")).to_be_visible()
    sheet.keyboard.press("Control+k")
    expect(sheet.get_by_role("combobox")).to_be_visible()
    sheet.keyboard.type("reset")
    expect(sheet.get_by_role("option").first).to_be_visible()
    sheet.keyboard.press("Escape")


@pytest.mark.parametrize("page", ["index.html", "actors/lavrov.html", "matrix.html", "search.html?q=sanctions"])
def test_no_page_breaks_a_strict_policy(site: Site, server: str, page: str) -> None:
    watch = Watch()
    context = site.window(1440, "light")
    try:
        context.add_init_script(_LISTEN)
        sheet = context.new_page()
        watch.follow(sheet)
        answer = sheet.goto(f"{server}/{page}")
        assert answer is not None
        assert answer.headers["content-security-policy"] == "default-src 'self'"
        use(sheet)
        if page.startswith("search"):
            expect(sheet.locator("#search-results li p.context").first).to_be_visible()
    finally:
        context.close()
    assert watch.troubles == []
    assert [url for url in watch.requests if not url.startswith(server)] == []
