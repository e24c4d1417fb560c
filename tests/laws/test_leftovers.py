"""Law 3 where stock Sphinx leaves files behind or takes others away, and a build without change under every option."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from conftest import BookCopy, stamps
from laws.clean import NIGHTLY, OUTPUTS, assert_clean
from laws.edits import set_option
from sphinx_briefing.config import BriefingConfig

#: Every option of a book, with a value that the small book bears and that is not the default. `likelihoods`, `source`,
#: `subtitle`, `edition` and `asof` are set in it.
OPTIONS = {
    "seeds": "brief_seeds = 'seeds'",
    "hindsight": "brief_hindsight = True",
    "rules": "brief_rules = '2026.1'",
    "quotes": "brief_quotes = 'strict'",
    "paper": "brief_paper = 'us-letter'",
    "autolink": "brief_autolink = True",
}
IN_THE_BOOK = {"source", "subtitle", "edition", "asof", "likelihoods"}
SPHINX = "html_split_index = True\nhtml_copy_source = True\nhtml_use_opensearch = 'https://harbor.example'\n"


def test_every_option_is_set_somewhere() -> None:
    assert {item.name for item in fields(BriefingConfig)} == set(OPTIONS) | IN_THE_BOOK


@pytest.mark.slow
@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("names", [*([[name] for name in OPTIONS] if NIGHTLY else []), list(OPTIONS)], ids=",".join)
def test_a_build_without_change_writes_nothing_whatever_is_set(built: BookCopy, names: list[str]) -> None:
    for name in names:
        set_option(built, OPTIONS[name])
    if len(names) > 1:
        set_option(built, SPHINX)
    assert built.build(*OUTPUTS).code == 0
    before = published(built)
    again = built.build(*OUTPUTS)
    assert (again.code, again.read, again.written) == (0, (), ())
    assert published(built) == before
    assert any(name.startswith("reports/") for name in before)


def published(book: BookCopy) -> dict[str, tuple[int, int]]:
    """All that readers see, with inode and time: everything but the folder in which Sphinx works."""
    return {name: found for name, found in stamps(book.root / "build").items() if not name.startswith("work/")}


@pytest.mark.slow
def test_what_other_options_made_goes_with_them(built: BookCopy, tmp_path: Path) -> None:
    conf = built.read_text("conf.py")
    built.write("source/_extra/old/address.html", "<p>An old address.</p>\n")
    set_option(built, SPHINX)
    assert built.build().code == 0
    found = built.published()
    assert {"old/address.html", "genindex-C.html", "genindex-all.html"} <= set(found)
    assert "_static/opensearch.xml" in found
    assert_clean(built, tmp_path / "with", "html")
    (built.root / "source/actors/rehn.md").rename(built.root / "source/actors/master.md")
    built.edit("source/actors/index.md", "\nrehn\n", "\nmaster\n")
    (built.root / "source/_extra/old/address.html").unlink()
    assert built.build().code == 0
    assert_clean(built, tmp_path / "moved", "html")
    built.write("conf.py", conf)
    assert built.build().code == 0
    assert_clean(built, tmp_path / "without", "html")


def test_an_option_that_a_killed_build_has_noted_is_not_taken_for_written(built: BookCopy, tmp_path: Path) -> None:
    """Stock Sphinx writes down the options before it reads and writes pages; killed after that, it would not again."""
    assert built.build().code == 0
    noted = built.root / "build/work/html/.buildinfo"
    set_option(built, 'html_title = "Another title"')
    other = built.copy_to(tmp_path / "other")
    assert other.build().code == 0
    noted.write_bytes((other.root / "build/work/html/.buildinfo").read_bytes())
    assert built.build().code == 0
    assert built.published() == other.published()


def test_a_page_that_a_killed_build_had_read_is_read_again(built: BookCopy) -> None:
    """Its doctree may be newer than all that is known of it: with words that no source has any more."""
    before = built.published()
    doctrees = built.root / "build/work/doctrees"
    stray = (doctrees / "words.doctree").read_bytes()
    (doctrees / "overview.doctree").write_bytes(stray)
    (doctrees / "brief-reading.json").write_text('["overview"]', "utf-8")
    assert built.build("data", "html").read == ("overview",)
    assert built.published() == before
    assert not (doctrees / "brief-reading.json").exists()
