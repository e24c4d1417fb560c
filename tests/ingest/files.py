"""Small files of each format, made by the tests themselves."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import typst
from docx import Document

PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The quay divides | The Herald</title>
<meta property="og:title" content="The quay divides the town">
<meta name="author" content="Ada Marsh"><meta property="article:published_time" content="2024-05-20T09:00:00Z">
<link rel="canonical" href="https://herald.example/quay"></head>
<body><nav><p>Home News Weather and much else that a reader never asked for, in many words.</p></nav>
<article><h1>The quay divides the town</h1>
<p>The coun&shy;cil’s plan — “a folly”, she said —
   costs 5&nbsp;million.   Cafe&#x301; owners wait.</p>
<p>It said so.<br>It said so <b>aga</b>in.</p>
<script>alert("never")</script><aside><p>Related: the ferry</p></aside><!-- nor this -->
<ul><li>First point stands.</li><li>Second point falls.</li></ul>
<table><tr><td>Cost</td><td>5 million</td></tr></table></article>
<footer><p>All rights reserved, and so on.</p></footer></body></html>
"""

SENTENCE = "The council has considered an extraordinarily complicated infrastructural undertaking in May."


def pdf_file(folder: Path, *, paragraphs: int = 6, words: str = SENTENCE, numbering: str = "1") -> bytes:
    """A PDF of a few small pages, with a running head, page numbers and hyphenated line ends."""
    body = "\n\n".join(f"{words} Paragraph number {number} ends the well-known plan." for number in range(paragraphs))
    (folder / "made.typ").write_text(
        '#set page(width: 9cm, height: 9cm, header: [The Harbor Review #h(1fr) May 2024], numbering: "'
        + numbering
        + '")\n#set text(hyphenate: true, lang: "en", size: 11pt)\n#set par(justify: true)\n'
        '#set document(title: "The quay divides", author: "Ada Marsh")\n= The quay divides\n\n' + body,
        "utf-8",
    )
    return typst.compile(str(folder / "made.typ"), format="pdf")


def locked(data: bytes) -> bytes:
    """The same PDF, to be opened with a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="one", user="two"))
    return out.getvalue()


def pictures() -> bytes:
    """A PDF whose one page has no text."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out)
    return out.getvalue()


def docx_file() -> bytes:
    """A .docx with a heading, paragraphs, a table and what its author says of it."""
    document = Document()
    document.core_properties.title = "The quay divides"
    document.core_properties.author = "Ada Marsh; Nora Field"
    document.add_heading("The quay divides", 1)
    paragraph = document.add_paragraph("The council’s plan ")
    paragraph.add_run("costs").bold = True
    paragraph.add_run(" 5\u00a0million.\nNobody\tknows more.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Cost", "5 million"
    document.add_paragraph("The pilots said nothing.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
