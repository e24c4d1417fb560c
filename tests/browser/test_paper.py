"""A page of the site sent to a printer: evidence open, navigation gone."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from browser.needs import program
from browser.site import Site

pytestmark = pytest.mark.browser

_SEEN = """(words) => [...document.querySelectorAll(words)].every(
  (el) => el.checkVisibility({ contentVisibilityAuto: true }))"""


@pytest.mark.parametrize("page", ["judgments", "index", "actors/lavrov"])
def test_print_shows_the_words_of_all_evidence(site: Site, page: str) -> None:
    with site.opened(page) as sheet:
        sheet.emulate_media(media="print")
        words = "details.evidence blockquote"
        assert sheet.locator(words).count() > 0
        sheet.wait_for_function(_SEEN, arg=words)  # a browser with much to do hears of the paper a little later
        for gone in (".mast", ".rail", ".prevnext", ".colophon", ".openall"):
            assert sheet.locator(f"{gone}:visible").count() == 0, gone


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_printed_paper_holds_the_words(site: Site, tmp_path: Path, scripts: bool) -> None:
    pdftotext = program("pdftotext")
    with site.opened("judgments", scheme="dark", java_script_enabled=scripts) as sheet:
        sheet.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    done = subprocess.run([pdftotext, str(tmp_path / "page.pdf"), "-"], capture_output=True, text=True, check=True)
    text = re.sub(r"\s+", " ", done.stdout)
    assert "Very unlikely: the Kremlin changes course and backs harsher sanctions on Iran" in text
    assert "“significant, and very unlikely, change of heart”" in text
    assert "Edition 1" in text
    assert "Skip to the text" not in text
