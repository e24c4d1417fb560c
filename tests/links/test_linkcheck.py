"""`briefing linkcheck`, against a server of the test's own: a good link and a broken one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from conftest import BookCopy, run


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        good = self.path.startswith("/good")
        self.send_response(200 if good else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p id='here'>Good.</p>" if good else b"gone")

    def do_HEAD(self) -> None:
        self.send_response(200 if self.path.startswith("/good") else 404)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as found:
        thread = threading.Thread(target=found.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{found.server_address[1]}"
        found.shutdown()
        thread.join()


@pytest.fixture
def linked(small: BookCopy, server: str) -> BookCopy:
    """The small book with all its addresses on the test's own server."""
    small.edit("seeds/sources.yaml", "https://lantern-bay.example/minutes/2031-04", f"{server}/good/minutes")
    small.edit("seeds/sources.yaml", "https://coast.example/tides", f"{server}/good/tides")
    return small


def test_good_links_are_good(linked: BookCopy, server: str) -> None:
    linked.write("source/words.md", linked.read_text("source/words.md") + f"\nSee [this]({server}/good/page#here).\n")
    result = run("linkcheck", "--book", str(linked.root))
    assert result.code == 0, result.out + result.err
    assert result.out.splitlines()[-1].endswith(" links, 0 broken; report: build/links/output.txt")
    assert f"{server}/good/page#here" in (linked.root / "build/links/output.json").read_text("utf-8")
    assert (linked.root / "build/links/output.txt").is_file()


def test_quoted_words_are_asked_for_as_their_page(linked: BookCopy, server: str) -> None:
    """No page has an anchor of a quotation's name: the words are for browsers."""
    linked.edit("seeds/sources.yaml", "    language: en\n", f"    language: en\n    URL: {server}/good/herald\n")
    linked.build("html")
    assert f"{server}/good/herald#:~:text=" in linked.html("words")
    result = run("linkcheck", "--book", str(linked.root))
    assert result.code == 0, result.out
    assert f'"{server}/good/herald"' in (linked.root / "build/links/output.json").read_text("utf-8")


def test_a_broken_link_is_told_with_its_place(linked: BookCopy, server: str) -> None:
    text = linked.read_text("source/words.md") + f"\nSee [this]({server}/gone).\n"
    linked.write("source/words.md", text)
    result = run("linkcheck", "--book", str(linked.root))
    assert result.code == 1
    (line,) = [line for line in result.out.splitlines() if line.startswith("source/words.md:")]
    assert line.startswith(f"source/words.md:{text.rstrip().count(chr(10)) + 1}: broken: {server}/gone 404")
    assert f"{server}/good" not in line


def test_an_address_in_sources_is_checked_too(linked: BookCopy, server: str) -> None:
    linked.edit("seeds/sources.yaml", f"{server}/good/tides", f"{server}/gone/tides")
    result = run("linkcheck", "--book", str(linked.root))
    assert result.code == 1
    assert f"{server}/gone/tides" in result.out
