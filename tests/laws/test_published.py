"""No published file holds eight consecutive words of a held source outside the quotations that the book shows.

The scan shares no code with the check *unquoted*: it reads what was published, as any reader could, and knows of the
book only `book.json`, the seeds with their titles, and the roles `quote` of the pages.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from browser.needs import program
from conftest import ROOT, BookCopy, run

RUN = 8
READABLE = ("html", "js", "json", "txt", "jsonld", "xml")

Words = tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A text as its words, each with where it begins."""

    words: Words
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Text:
        """Letters and digits count, not case, apostrophes or full stops inside a word."""
        found = list(re.finditer(r"\w+(?:['’.]\w+)*", text.replace("\u00ad", "\u200b")))
        return cls(
            tuple(re.sub(r"['’.]", "", word[0]).casefold() for word in found), tuple(word.start() for word in found)
        )

    def runs(self) -> Iterator[tuple[int, Words]]:
        for at in range(len(self.words) - RUN + 1):
            yield at, self.words[at : at + RUN]


def forbidden(seed: str, title: str, quoted: list[tuple[int, int]]) -> set[Words]:
    """The runs of a seed that no file may hold: all but those within its title or what is quoted."""
    text = Text.of(seed)
    spans = [*quoted, (0, len(title))]
    free = [any(start <= at < end for start, end in spans) for at in text.starts]
    return {run for at, run in text.runs() if not all(free[at : at + RUN])}


def quoted_in(data: dict[str, Any], source: str) -> list[tuple[int, int]]:
    """The spans of a source that `book.json` says are shown in statements."""
    items = (item for found in data.values() if isinstance(found, list) for item in found)
    evidence = (piece for item in items for piece in item.get("evidence", ()))
    return [(piece["start"], piece["end"]) for piece in evidence if piece["shown"] and piece["source"] == source]


def inline_quotations(pages: Path, seed: str) -> list[tuple[int, int]]:
    """The spans that the role `quote` shows; they belong to no statement."""
    found = []
    for path in pages.rglob("*.md"):
        for words in re.findall(r'\{quote\}`[^`"]*"([^"]+)"', path.read_text("utf-8")):
            at = seed.find(words)
            found += [(at, at + len(words))] if at >= 0 else []
    return found


def readable(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(path for path in folder.rglob("*") if path.suffix[1:] in READABLE):
        text = path.read_text("utf-8")
        yield path, html.unescape(re.sub(r"<[^>]*>", " ", text)) if path.suffix == ".html" else text


def attributes(folder: Path) -> Iterator[tuple[Path, str]]:
    """What stands in attributes (hover texts, descriptions), apart from tags."""
    for path in sorted(folder.rglob("*.html")):
        for value in re.findall(r'(?:title|alt|content|aria-label|data-[\w-]+)="([^"]*)"', path.read_text("utf-8")):
            yield path, html.unescape(value)


def printed(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*.pdf")):
        done = subprocess.run(
            [program("pdftotext"), "-raw", str(path), "-"], capture_output=True, text=True, check=True
        )
        yield path, re.sub(r"[-\u00ad\u2010]\n", "", done.stdout)


def leaks(root: Path, build: Path) -> list[str]:
    """Every forbidden run in any published file."""
    data = json.loads((build / "data" / "book.json").read_text("utf-8"))
    wrong: set[Words] = set()
    for seed_path in sorted((root / "seeds").glob("*.txt")):
        seed = seed_path.read_bytes().decode("utf-8")
        (source,) = {
            item["id"]
            for item in data["sources"]
            if item.get("sha256") and item["id"] in {passage["source"] for passage in data["passages"]}
        }
        spans = [*quoted_in(data, source), *inline_quotations(root / "source", seed)]
        wrong |= forbidden(seed, seed.partition("\n\n")[0], spans)
    assert len(wrong) > 50
    return [
        f"{path.relative_to(build)}: {' '.join(run_)}"
        for files in (readable(build), attributes(build), printed(build))
        for path, text in files
        for _, run_ in Text.of(text).runs()
        if run_ in wrong
    ]


def test_no_published_file_of_the_small_book_holds_more_than_is_quoted(built: BookCopy) -> None:
    assert built.build("html", "data", "pdf").code == 0
    assert leaks(built.root, built.root / "build") == []


@pytest.mark.slow
@pytest.mark.print
def test_no_published_file_of_the_real_book_holds_more_than_is_quoted(tmp_path: Path) -> None:
    root = tmp_path / "book"
    root.mkdir()
    shutil.copyfile(ROOT / "conf.py", root / "conf.py")
    for name in ("source", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    assert run("build", "--book", str(root)).code == 0
    assert {path.name for path, _ in printed(root / "build")} == {"briefing.pdf"}
    assert leaks(root, root / "build") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("html/page.html", "<p>Still, <b>he supports</b> the plan. The dockers&#39; union opposes work</p>"),
        ("html/page.html", '<p title="She has promised that no resident will pay">x</p>'),
        ("html/searchindex.js", 'x = ["she has promised that no resident will pay"]'),
        ("data/more.json", '{"a": "SHE HAS PROMISED, THAT NO RESIDENT WILL PAY"}'),
    ],
)
def test_the_scan_finds_what_it_looks_for(built: BookCopy, name: str, text: str) -> None:
    assert built.build("data").code == 0
    path = built.root / "build" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    assert any(found.startswith(name) for found in leaks(built.root, built.root / "build"))
