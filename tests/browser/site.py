"""The built site as a reader sees it: pages opened in Chromium from the folder, and what they do there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

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

    def follow(self, context: BrowserContext) -> None:
        context.on("console", lambda message: self._said(message.type, message.text))
        context.on("weberror", lambda problem: self.troubles.append(f"page error: {problem.error}"))
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("requestfailed", lambda request: self.troubles.append(f"not loaded: {request.url}"))

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.troubles.append(f"console {kind}: {text}")


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

    def address(self, page: str) -> str:
        name, _, rest = page.partition("?")
        return (self.folder / f"{name}.html").as_uri() + (f"?{rest}" if rest else "")

    @contextmanager
    def opened(self, page: str, *, width: int = 1440, scheme: str = "light", **how: Any) -> Iterator[Page]:
        """A page in a window of its own. Fails at the end if anything went wrong meanwhile."""
        watch = Watch()
        size = {"width": width, "height": HEIGHTS[width]}
        context = self.browser.new_context(viewport=size, color_scheme=scheme, **how)
        try:
            watch.follow(context)
            sheet = context.new_page()
            sheet.set_default_timeout(10_000)
            sheet.goto(self.address(page))
            yield sheet
        finally:
            context.close()
        assert not watch.troubles, "\n".join(watch.troubles)

    def visit(self, view: View) -> Visit:
        """One look at a page, taken once however many tests ask."""
        if view not in self.visits:
            self.visits[view] = self._look(view)
        return self.visits[view]

    def _look(self, view: View) -> Visit:
        watch = Watch()
        size = {"width": view.width, "height": HEIGHTS[view.width]}
        context = self.browser.new_context(viewport=size, color_scheme=view.scheme)
        try:
            watch.follow(context)
            sheet = context.new_page()
            sheet.goto(self.address(view.page))
            measures = sheet.evaluate(MEASURE)
        finally:
            context.close()
        return Visit(tuple(watch.troubles), tuple(watch.requests), measures)
