"""Law 6, as far as files show it, and what a site owes its readers: whole links, true headings, no secrets."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from sphinx.util.inventory import InventoryFile

from conftest import BookCopy

#: The silent anchors of the small book: words that no output may hold.
SILENT = (
    "presented the plan last week as the only way",
    "which the coastal line calls necessary",
    "A compromise on shifts until ten in the evening is likely",
)


class Page(HTMLParser):
    """What matters of a page: elements with their attributes, ids, headings with their words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.headings: list[tuple[int, str]] = []
        self._level, self._words = 0, ""
        self.inline = ""
        self._script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if re.fullmatch("h[1-6]", tag):
            self._level, self._words = int(tag[1]), ""
        self._script = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        if self._level and tag == f"h{self._level}":
            self.headings.append((self._level, " ".join(self._words.split())))
            self._level = 0
        self._script = False

    def handle_data(self, data: str) -> None:
        self._words += data if self._level else ""
        self.inline += data.strip() if self._script else ""

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _tag, attributes in self.elements if "id" in attributes]


@pytest.fixture(scope="module")
def site(small_built: BookCopy) -> dict[str, Page]:
    return pages_of(small_built.root / "build" / "html")


def pages_of(folder: Path) -> dict[str, Page]:
    """The pages of a built site by their paths in it."""
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text("utf-8")) for path in sorted(folder.rglob("*.html"))
    }


def addresses(page: Page) -> Iterator[tuple[str, str]]:
    for tag, attributes in page.elements:
        yield from ((tag, attributes[name]) for name in ("href", "src", "action") if name in attributes)


def assert_nothing_from_elsewhere(site: dict[str, Page]) -> None:
    for name, page in site.items():
        for tag, attributes in page.elements:
            assert "style" not in attributes, (name, tag, attributes)
            assert not [attribute for attribute in attributes if attribute.startswith("on")], (name, tag, attributes)
        assert page.inline == "", name
        for tag, address in addresses(page):
            if tag != "a":
                assert not urlsplit(address).scheme, (name, tag, address)
                assert not address.startswith("//"), (name, tag, address)


def assert_links_are_whole(site: dict[str, Page], folder: Path) -> None:
    ids = {name: set(page.ids) for name, page in site.items()}
    for name, page in site.items():
        for tag, address in addresses(page):
            parts = urlsplit(address)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            target = (folder / name).parent.joinpath(unquote(parts.path)).resolve() if parts.path else folder / name
            assert target.is_file(), (name, tag, address)
            if parts.fragment:
                found = target.relative_to(folder.resolve() if parts.path else folder).as_posix()
                assert unquote(parts.fragment) in ids[found], (name, tag, address)


def assert_ids_are_single(site: dict[str, Page]) -> None:
    for name, page in site.items():
        assert not [item for item, count in Counter(page.ids).items() if count > 1], name


def test_nothing_comes_from_elsewhere_and_nothing_is_inline(site: dict[str, Page]) -> None:
    assert_nothing_from_elsewhere(site)


def test_style_sheets_and_scripts_ask_no_other_host(small_built: BookCopy) -> None:
    for path in (small_built.root / "build" / "html").rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:|//)|@import\s+['\"]?(https?:|//)", path.read_text("utf-8")), path


def test_every_link_and_anchor_leads_somewhere(site: dict[str, Page], small_built: BookCopy) -> None:
    assert_links_are_whole(site, small_built.root / "build" / "html")


def test_no_id_stands_twice_on_a_page(site: dict[str, Page]) -> None:
    assert_ids_are_single(site)


def test_the_outline_of_every_page_descends_step_by_step(site: dict[str, Page]) -> None:
    for name, page in site.items():
        levels = [level for level, _words in page.headings]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (
            name,
            page.headings,
        )
        assert all(words for _level, words in page.headings), name


JUDGMENTS = {
    "j-01": "Almost certain: Odile Brandt wins the vote",
    "j-02": "Very unlikely: the union accepts night work before the autumn",
    "j-03": "Likely: a compromise on shifts until ten is found",
}


def test_the_outline_says_the_likelihood_of_every_judgment(site: dict[str, Page]) -> None:
    headings = [words for page in site.values() for _level, words in page.headings]
    for title in JUDGMENTS.values():
        assert title in headings
        bare = title.partition(": ")[2].casefold()
        for words in headings:
            assert bare not in words.casefold() or words.startswith(title.partition(": ")[0]), words


def test_a_judgment_is_named_nowhere_without_its_likelihood(small_built: BookCopy) -> None:
    """Contents in the rail, lists, cards, search: wherever a title is shown it is the whole title."""
    folder = small_built.root / "build" / "html"
    plain = {
        name: " ".join(re.sub(r"<[^>]+>", "", (folder / name).read_text("utf-8")).split())
        for name in ("issues/dredging.html", "issues/night-work.html", "overview.html", "index.html")
    }
    for name, text in plain.items():
        for title in JUDGMENTS.values():
            prefix, _, bare = title.partition(": ")
            for found in re.finditer(re.escape(bare), text, re.IGNORECASE):
                assert text[: found.start()].endswith(f"{prefix}: "), (name, text[found.start() - 60 : found.end()])


def test_contents_search_and_cards_hold_the_whole_title(small_built: BookCopy) -> None:
    night = small_built.html("issues/night-work")
    rail = night[: night.index("<main")]
    assert JUDGMENTS["j-02"] in rail
    folder = small_built.root / "build" / "html"
    index = json.loads(
        (folder / "searchindex.js").read_text("utf-8").removeprefix("Search.setIndex(").removesuffix(")")
    )
    entities = json.loads((folder / "entities.js").read_text("utf-8").partition(" = ")[2].rstrip(";\n"))
    for key, title in JUDGMENTS.items():
        assert title in index["alltitles"]
        assert entities[f"judgment-{key}"][1] == title


def test_the_data_keep_the_words_as_they_were_written(small_built: BookCopy) -> None:
    book = json.loads((small_built.root / "build/data/book.json").read_text("utf-8"))
    found = {item["id"]: item for item in book["judgments"]}
    assert found["j-02"]["text"] == "The union accepts night work before the autumn."
    assert found["j-02"]["likelihood"] == "very unlikely"


def words_of(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_no_words_of_a_silent_anchor_are_published(small_built: BookCopy) -> None:
    for output in ("html", "data"):
        for path in (small_built.root / "build" / output).rglob("*"):
            if path.is_file() and path.suffix in (".html", ".js", ".json", ".inv", ".xml", ".txt"):
                text = words_of(path.read_bytes().decode("utf-8", "replace"))
                assert not [words for words in SILENT if words in text], path


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)")
def test_no_words_of_a_silent_anchor_are_printed(built: BookCopy) -> None:
    assert built.build("pdf").code == 0
    (pdf,) = (built.root / "build/pdf").glob("*.pdf")
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    flat = " ".join(text.split())
    assert "will vote on Thursday" in flat
    assert not [words for words in SILENT if words in flat]


def test_hindsight_is_in_no_output_unless_asked_for(small_built: BookCopy) -> None:
    for output in ("html", "data"):
        for path in (small_built.root / "build" / output).rglob("*"):
            if path.is_file():
                assert b"sinks in the autumn" not in path.read_bytes(), path
                assert b"dredger-sinks" not in path.read_bytes(), path


OBJECTS = {
    "brief:actor": {"mayor", "rehn", "dockers", "line"},
    "brief:issue": {"dredging", "night-work"},
    "brief:event": {"presentation", "channel-dug", "flood"},
    "brief:judgment": {"j-01", "j-02", "j-03"},
    "brief:term": {"pristan", "pristav"},
    "brief:discrepancy": {"d-1"},
    "brief:quotation": {"q-dark"},
    "brief:claim": {"rehn-tides"},
    "brief:source": {"herald", "minutes", "tides"},
}


def test_the_inventory_lists_every_object(small_built: BookCopy, site: dict[str, Page]) -> None:
    path = small_built.root / "build/html/objects.inv"
    assert (small_built.root / "build/data/objects.inv").read_bytes() == path.read_bytes()
    found = InventoryFile.loads(path.read_bytes(), uri="").data
    for kind, names in OBJECTS.items():
        assert set(found[kind]) == names
    assert len(found["brief:position"]) == 4
    assert len(found["brief:passage"]) == 14
    assert found["brief:actor"]["mayor"].display_name == "Odile Brandt"
    for kind in OBJECTS:
        for item in found[kind].values():
            name, _, anchor = item.uri.partition("#")
            assert anchor in site[name].ids, item


@pytest.mark.parametrize(
    "extensions",
    ['"myst_parser", "sphinx.ext.intersphinx"', '"myst_parser", "sphinx_briefing", "sphinx.ext.intersphinx"'],
)
def test_another_project_links_to_an_actor(small_built: BookCopy, tmp_path: Path, extensions: str) -> None:
    """By intersphinx, whether or not the other project is a briefing."""
    inventory = small_built.root / "build/html/objects.inv"
    conf = (
        f'extensions = [{extensions}]\nintersphinx_mapping = {{"harbor": ("https://harbor.example/", "{inventory}")}}\n'
    )
    (tmp_path / "conf.py").write_text(conf, "utf-8")
    (tmp_path / "index.md").write_text(
        "# Elsewhere\n\nSee [](inv:harbor:brief:actor#mayor) and [her](inv:#mayor).\n", "utf-8"
    )
    with docutils_namespace():
        app = Sphinx(
            tmp_path,
            tmp_path,
            tmp_path / "out",
            tmp_path / "doctrees",
            "html",
            status=None,
            warning=None,
            freshenv=True,
        )
        app.build()
    page = (tmp_path / "out/index.html").read_text("utf-8")
    assert page.count('href="https://harbor.example/actors/mayor.html#actor-mayor"') == 2
    assert "Odile Brandt" in page


@pytest.mark.slow
def test_the_real_book_is_sound(real: BookCopy) -> None:
    folder = real.root / "build" / "html"
    site = pages_of(folder)
    assert_nothing_from_elsewhere(site)
    assert_links_are_whole(site, folder)
    assert_ids_are_single(site)
    for name, page in site.items():
        levels = [level for level, _words in page.headings]
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (
            name,
            page.headings,
        )


@pytest.mark.slow
def test_the_real_book_publishes_no_silent_words(real: BookCopy) -> None:
    written = [path.read_text("utf-8") for path in (real.root / "source").rglob("*.md")]
    shown = {found[1] for text in written for found in re.finditer(r'^> @\S*\s+"([^"]+)"', text, re.MULTILINE)}
    silent = {
        found[1]
        for text in written
        for found in re.finditer(r'^> @\S*\s+~"([^"]+)"', text, re.MULTILINE)
        if not any(found[1] in words for words in shown)  # another page may show what this one only rests on
    }
    assert len(silent) > 10
    for output in ("html", "data"):
        for path in (real.root / "build" / output).rglob("*"):
            if path.is_file() and path.suffix in (".html", ".js", ".json"):
                text = words_of(path.read_text("utf-8"))
                assert not [words for words in silent if words in text], path
