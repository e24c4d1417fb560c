"""Every link inside the site leads to a page and a place that exist; what is held back stands in no file."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from browser.realbook import PAGES, RealBook


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if name in ("href", "src") and value:
                self.links.append(value)


@cache
def read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(realbook: RealBook, page: str) -> None:
    path = realbook.html / f"{page}.html"
    broken = []
    for link in read(path).links:
        parts = urlsplit(link)
        if parts.scheme in ("http", "https", "mailto"):
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
        place = unquote(parts.fragment)
        if not target.is_file() or (place and target.suffix == ".html" and place not in read(target).ids):
            broken.append(link)
    assert broken == []


def squeezed(text: str) -> str:
    """Letters and figures alone, so that no line break, hyphen, mark or tag hides a run of words."""
    return re.sub(r"[\W_]+", "", text).casefold()


def test_words_that_are_held_back_stand_nowhere(realbook: RealBook) -> None:
    data, seed = realbook.data, realbook.seed
    evidence = [
        item
        for group in data.values()
        if isinstance(group, list)
        for fact in group
        for item in fact.get("evidence", ())
    ]
    shown = squeezed(" ".join(item.get("words", "") for item in evidence))
    silent = {seed[item["start"] : item["end"]] for item in evidence if item["state"] == "silent"}
    assert len(silent) >= 15
    held_back = {squeezed(words): words for words in silent if squeezed(words) not in shown}
    assert len(held_back) >= 15
    found = []
    for path in [*realbook.html.rglob("*"), *(realbook.root / "build" / "data").rglob("*")]:
        if path.suffix not in (".html", ".js", ".json", ".txt", ".inv"):
            continue
        raw = path.read_text("utf-8", errors="replace")
        text = squeezed(raw) + squeezed(re.sub(r"<[^>]*>", " ", raw))
        found += [f"{path.name}: {words}" for key, words in held_back.items() if key in text]
    assert found == []
