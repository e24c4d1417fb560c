"""The built site as a reader sees it: pages opened in Chromium from the folder, and what they do there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")
HEIGHTS = {1440: 900, 768: 1024, 390: 844}


@dataclass(frozen=True)
class View:
    """One way to look at one page."""

    page: str
    width: int = 1440
    scheme: str = "light"

    def __str__(self) -> str:
        return f"{self.page}-{self.width}-{self.scheme}"


@dataclass
class Watch:
    """What went wrong while pages were open, and what they asked for."""

    troubles: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def follow(self, sheet: Page) -> None:
        sheet.on("console", self._said)
        sheet.on("pageerror", lambda error: self.troubles.append(f"page error: {error}"))
        sheet.on("request", lambda request: self.requests.append(request.url))
        sheet.on("requestfailed", self._failed)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console {message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went on before it had come
            self.troubles.append(f"not loaded: {request.url}")


@dataclass(frozen=True)
class Visit:
    """What one look at a page found: troubles, requests, and the measures that `measure.js` takes."""

    troubles: tuple[str, ...]
    requests: tuple[str, ...]
    measures: dict[str, Any]


@dataclass
class Site:
    """A folder of pages and a browser to open them with."""

    folder: Path
    browser: Browser
    visits: dict[View, Visit]
    _windows: dict[tuple[int, str], BrowserContext] = field(default_factory=dict)

    def address(self, page: str) -> str:
        name, _, rest = page.partition("?")
        return (self.folder / f"{name}.html").as_uri() + (f"?{rest}" if rest else "")

    def window(self, width: int, scheme: str, **how: Any) -> BrowserContext:
        """A window that knows nothing of the others: what is stored in one is not seen in another."""
        size = {"width": width, "height": HEIGHTS[width]}
        context = self.browser.new_context(viewport=size, color_scheme=scheme, **how)
        context.set_default_timeout(30_000)
        return context

    @contextmanager
    def opened(self, page: str, *, width: int = 1440, scheme: str = "light", **how: Any) -> Iterator[Page]:
        """A page in a window of its own, to do things with. Fails at the end if anything went wrong meanwhile."""
        watch = Watch()
        context = self.window(width, scheme, **how)
        try:
            sheet = context.new_page()
            watch.follow(sheet)
            sheet.goto(self.address(page))
            yield sheet
        finally:
            context.close()
        assert not watch.troubles, "\n".join(watch.troubles)

    @contextmanager
    def looked_at(self, view: View) -> Iterator[tuple[Page, Watch]]:
        """A page in a window that is kept for the next look, since a new one takes its time."""
        watch = Watch()
        key = (view.width, view.scheme)
        if key not in self._windows:
            self._windows[key] = self.window(*key)
        sheet = self._windows[key].new_page()
        try:
            watch.follow(sheet)
            sheet.goto(self.address(view.page))
            yield sheet, watch
        finally:
            sheet.close()

    def visit(self, view: View) -> Visit:
        """The measures of a page, taken once however many tests ask."""
        if view not in self.visits:
            with self.looked_at(view) as (sheet, watch):
                measures = sheet.evaluate(MEASURE)
            self.visits[view] = Visit(tuple(watch.troubles), tuple(watch.requests), measures)
        return self.visits[view]
