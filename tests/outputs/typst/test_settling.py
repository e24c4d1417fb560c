"""A layout that hangs on its own page numbers comes to rest, and is printed."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pikepdf

from sphinx_briefing.outputs.typst.compile import TEMPLATE, Job, compile_pdf, compiler_of

#: With "(p. 2)" the second block is too high for the first page, and is on that of its target, where it has no number.
RESTLESS = """#import "template/page.typ": *
#set document(title: "Restless")
#set page(width: 300pt, height: 200pt, margin: 20pt)
#set block(spacing: 0pt)
#set text(font: "Source Serif 4", size: 10pt, lang: "en")
#block(height: 148pt)[= Restless]
#block(breakable: false)[See below#page-ref("target", below: true)]
#block(height: 100pt)[#anchor("target")It is here.]
"""
ASK = '#context [#metadata(query(label("target")).first().location().page())<asked>]'


def job(folder: Path, source: str) -> Job:
    shutil.copytree(TEMPLATE, folder / "template")
    (folder / "book.typ").write_text(source, "utf-8")
    return Job(folder, "book.typ", 0)


def pages(pdf: bytes) -> int:
    return len(pikepdf.open(io.BytesIO(pdf)).pages)


def test_a_restless_layout_has_the_number_at_every_link(tmp_path: Path) -> None:
    restless = job(tmp_path / "one", RESTLESS)
    assert pages(compile_pdf(restless)) == 2
    assert (restless.folder / "every-page.stamp").exists()
    asked = restless.folder / "asked.typ"
    asked.write_text(RESTLESS + ASK, "utf-8")
    assert json.loads(compiler_of(restless.folder, asked).query("<asked>", field="value")) == [2]


def test_a_layout_that_rests_is_left_alone(tmp_path: Path) -> None:
    resting = job(tmp_path / "one", RESTLESS.replace("height: 148pt", "height: 40pt"))
    (resting.folder / "every-page.stamp").touch()  # of an earlier state of the book
    assert pages(compile_pdf(resting)) == 1
    assert not (resting.folder / "every-page.stamp").exists()
