"""What each format comes to: its words, letter for letter, and what the file says about itself."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

import pytest

from ingest.files import PAGE, docx_file, locked, pdf_file, pictures
from sphinx_briefing.ingest import FORMATS, IngestError, extract, format_of


def test_plain_text_is_stored_as_it_is() -> None:
    text = "\u200eThe  quay.\r\n\r\n“שלום” \u202eabc\u202c\u00a0ends\u00ad.\x0c\r\n"
    assert extract(text.encode(), "txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("kind", ["txt", "md"])
def test_a_byte_order_mark_is_no_part_of_the_text(kind: str, encoding: str) -> None:
    assert extract("Größe zählt.\n".encode(encoding), kind).text == "Größe zählt.\n"


def test_markdown_loses_its_marks_and_nothing_else() -> None:
    source = """\
---
title: The quay
author: [Ada Marsh, "Field, Nora"]
date: 2024-05-20
url: https://herald.example/quay
---
# The *quay*

It costs **5**\u00a0million,\nhe `said`; see [the plan](https://x.example "t") &amp; more.

- one <b>point</b>
- another ![a picture](x.png)

> Quoted words.

| a | b |
|---|---|
| 1 | 2 |

```
code  stays
```
"""
    found = extract(source.encode(), "md")
    assert found.text.split("\n\n") == [
        "The quay", "It costs 5\u00a0million,\nhe said; see the plan & more.", "one point", "another ", "Quoted words.",
        "a\tb", "1\t2", "code  stays\n",
    ]  # fmt: skip
    assert (found.title, found.author, found.issued) == ("The quay", ("Ada Marsh", "Field, Nora"), "2024-05-20")
    assert found.url == "https://herald.example/quay"


@pytest.mark.parametrize("front", ["---\n: [\n---\n", "---\njust words\n---\n", ""])
def test_markdown_without_front_matter_takes_its_first_heading(front: str) -> None:
    assert extract(f"{front}Before.\n\n## The quay\n".encode(), "md").title == "The quay"


def test_a_web_page_is_its_article_unfolded() -> None:
    found = extract(PAGE.encode(), "html")
    assert found.text.split("\n\n") == [
        "The quay divides the town",
        "The coun\u00adcil’s plan — “a folly”, she said — costs 5\u00a0million. Cafe\u0301 owners wait.",
        "It said so.\nIt said so again.",
        "First point stands.",
        "Second point falls.",
        "Cost\t5 million\n",
    ]
    assert (found.title, found.author, found.issued) == ("The quay divides the town", ("Ada Marsh",), "2024-05-20")
    assert (found.url, found.language, found.type) == ("https://herald.example/quay", "en", "webpage")


def test_a_page_that_names_no_article_is_what_has_most_paragraphs() -> None:
    page = "<body><div><p>Menu.</p></div><div id=x><p>One sentence of the text.</p><p>Another.</p></div></body>"
    assert extract(page.encode(), "html").text == "One sentence of the text.\n\nAnother.\n"


def test_of_several_articles_the_longest_is_taken() -> None:
    page = "<article><p>A teaser.</p></article><main><article><p>The text itself, at length.</p></article></main>"
    assert extract(page.encode(), "html").text == "The text itself, at length.\n"


def test_what_search_engines_are_told_is_known() -> None:
    article = '{"headline": "x", "datePublished": "2024-05-20T01:02", "author": [{"name": "A B"}]}'
    data = f'{{"@graph": [{{"@type": "Person"}}, {article}]}}'
    page = f'<title>T</title><script type="application/ld+json">{data}</script><p>Some words.</p>'
    found = extract(page.encode(), "html")
    assert (found.title, found.author, found.issued) == ("T", ("A B",), "2024-05-20")


@pytest.mark.parametrize("data", ["{", "[1]", "3", "[" * 100_000])
def test_broken_data_for_search_engines_is_passed_over(data: str) -> None:
    page = f'<script type="application/ld+json">{data}</script><p>Some words.</p>'
    assert extract(page.encode(), "html").text == "Some words.\n"


def test_a_declared_encoding_is_read() -> None:
    page = '<meta charset="windows-1251"><p>Мост построят весной.</p>'
    assert extract(page.encode("cp1251"), "html").text == "Мост построят весной.\n"
    page = '<meta charset="iso-8859-1"><p>“Größe”</p>'  # as browsers have it
    assert extract(page.encode("cp1252"), "html").text == "“Größe”\n"


def test_verbatim_text_keeps_its_spaces() -> None:
    assert extract(b"<article><p>a  b</p><pre>a  b\n  c</pre></article>", "html").text == "a b\n\na  b\n  c\n"


def test_a_deeply_nested_page_is_read() -> None:
    page = "<article>" + "<div>" * 200 + "<p>Deep words.</p>" + "</div>" * 200 + "</article>"
    assert extract(page.encode(), "html").text == "Deep words.\n"


def test_a_document_is_its_paragraphs_and_rows() -> None:
    found = extract(docx_file(), "docx")
    assert found.text.split("\n\n") == [
        "The quay divides", "The council’s plan costs 5\u00a0million.\nNobody\tknows more.", "Cost\t5 million",
        "The pilots said nothing.\n",
    ]  # fmt: skip
    assert (found.title, found.author, found.remarks) == ("The quay divides", ("Ada Marsh", "Nora Field"), ())


def changed_docx(old: bytes, new: bytes) -> bytes:
    """The small document, with one piece of its XML in place of another."""
    whole, made = io.BytesIO(docx_file()), io.BytesIO()
    with zipfile.ZipFile(whole) as read, zipfile.ZipFile(made, "w") as write:
        for item in read.infolist():
            data = read.read(item)
            if item.filename == "word/document.xml":
                assert data.count(old) == 1
                data = data.replace(old, new)
            write.writestr(item, data)
    return made.getvalue()


def test_tracked_changes_count_as_accepted() -> None:
    changed = (
        b"<w:r><w:t>The pilots said </w:t></w:r><w:del><w:r><w:delText>nothing</w:delText></w:r></w:del>"
        b"<w:ins><w:r><w:t>much</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>"
    )
    found = extract(changed_docx(b"<w:r><w:t>The pilots said nothing.</w:t></w:r>", changed), "docx")
    assert found.text.endswith("The pilots said much.\n")
    assert "tracked changes" in found.remarks[0]


CELL = b"<w:p><w:r><w:t>Cost</w:t></w:r></w:p>"
INNER = (
    b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Stone</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3 million</w:t></w:r></w:p>"
    b"</w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Steel</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
)
BOX = (
    b"<w:p><w:r><w:t>Cost</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Beside.</w:t></w:r></w:p>"
    b"</w:txbxContent></w:pict></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("cell", "row"),
    [
        (CELL + INNER, "Cost\nStone\t3 million\nSteel\t5 million"),
        (BOX, "Cost\t5 million"),
        (b"<w:sdt><w:sdtContent>" + CELL + b"</w:sdtContent></w:sdt>", "Cost\t5 million"),
        (b'<w:customXml w:element="x">' + CELL + b"</w:customXml>", "Cost\t5 million"),
    ],
    ids=["a table", "a text box", "a content control", "custom XML"],
)
def test_what_a_cell_holds_is_stored_once_and_a_text_box_not_at_all(cell: bytes, row: str) -> None:
    assert extract(changed_docx(CELL, cell), "docx").text.split("\n\n")[2] == row


def test_a_cell_in_a_content_control_is_a_cell() -> None:
    text = extract(
        changed_docx(
            b"</w:tcPr>" + CELL + b"</w:tc>",
            b"</w:tcPr>" + CELL + b"</w:tc><w:sdt><w:sdtContent><w:tc>" + CELL + b"</w:tc></w:sdtContent></w:sdt>",
        ),
        "docx",
    ).text
    assert "Cost\tCost\t5 million" in text


def test_a_pdf_is_its_text_with_its_pages(tmp_path: Path) -> None:
    found = extract(pdf_file(tmp_path), "pdf")
    blocks = found.text.rstrip("\n").split("\n\n")
    assert blocks == [
        "The quay divides",
        *(
            "The council has considered an extraordinarily complicated infrastructural undertaking in May. "
            f"Paragraph number {number} ends the well-known plan."
            for number in range(6)
        ),
    ]
    assert [label for _, label in found.pages] == ["1", "2", "3"]
    assert found.pages[0][0] == 0
    assert 0 < found.pages[1][0] < len(found.text)
    assert (found.title, found.author) == ("The quay divides", ("Ada Marsh",))
    heads = next(remark for remark in found.remarks if remark.startswith("left out as running heads"))
    assert "The Harbor Review May #" in heads
    assert "\ufffe" not in found.text


def test_characters_beyond_the_first_plane_do_not_shift_lines(tmp_path: Path) -> None:
    """PDFium counts them twice."""
    data = pdf_file(tmp_path, words="The \U0001d4d0\U0001d4d1 council met in May and spoke at length.", paragraphs=2)
    text = extract(data, "pdf").text
    assert "council met in May and spoke at length. Paragraph number 0 ends the well-known plan.\n\nThe" in text


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.TXT", b"", "txt"),
        ("a.b.markdown", b"", "md"),
        ("a.htm", b"", "html"),
        ("-", b"%PDF-1.7 x", "pdf"),
        ("-", b"PK\x03\x04", "docx"),
        ("-", b"\xef\xbb\xbf\n<!DOCTYPE HTML><p>", "html"),
        ("-", b"Words.", "txt"),
    ],
)
def test_a_format_is_known_by_the_name_or_by_how_it_begins(name: str, data: bytes, kind: str) -> None:
    assert format_of(name, data) == kind


BAD = {
    "latin": ("txt", "Größe".encode("latin-1"), "not UTF-8 (byte 2): save it as UTF-8"),
    "half a UTF-16": ("txt", b"\xff\xfea", "not UTF-16"),
    "nul": ("txt", b"One line.\nAnother\0one.\n", "NUL character in line 2"),
    "nul in a page": ("html", b"<p>One\0two</p>", "NUL"),
    "empty": ("txt", b"", "no text in it"),
    "white": ("txt", b" \n\t\n", "no text in it"),
    "stars": ("md", b"* * *\n", "no text in it"),
    "latin page": ("html", "<p>Größe</p>".encode("latin-1"), "not UTF-8"),
    "wrong charset": ("html", b'<meta charset="utf-8"><p>\xff</p>', "not UTF-8"),
    "unknown charset": ("html", b'<meta charset="klingon"><p>x</p>', "`klingon`"),
    "no article": ("html", b"<html><body><div id=app></div><script>x()</script></body></html>", "no article was found"),
    "nothing at all": ("html", b"", "no web page"),
    "a comment": ("html", b"<!-- x -->", "no "),
    "no pdf": ("pdf", b"Words.", "no PDF"),
    "empty pdf": ("pdf", b"", "no PDF"),
    "half a pdf": ("pdf", b"%PDF-1.7\n1 0 obj", "no PDF"),
    "no docx": ("docx", b"Words.", "no .docx"),
    "empty docx": ("docx", b"", "no .docx"),
    "old doc": ("docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked document or an old .doc"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_says_why(name: str) -> None:
    kind, data, message = BAD[name]
    with pytest.raises(IngestError, match=re.escape(message)):
        extract(data, kind)


def test_a_zip_that_is_no_document() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(IngestError, match="cannot be read"):
        extract(out.getvalue(), "docx")


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_document_cut_short(part: float) -> None:
    whole = docx_file()
    with pytest.raises(IngestError, match="broken one"):
        extract(whole[: int(len(whole) * part)], "docx")


def test_a_document_with_broken_xml() -> None:
    old, new = io.BytesIO(docx_file()), io.BytesIO()
    with zipfile.ZipFile(old) as read, zipfile.ZipFile(new, "w") as write:
        for item in read.infolist():
            write.writestr(item, b"<w:document" if item.filename == "word/document.xml" else read.read(item))
    with pytest.raises(IngestError, match="cannot be read"):
        extract(new.getvalue(), "docx")


def test_a_document_that_unpacks_to_a_flood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["sphinx_briefing.ingest.docx"], "LARGEST", 1000)
    with pytest.raises(IngestError, match="unpacks to"):
        extract(docx_file(), "docx")


def test_a_pdf_of_pictures_says_that_no_ocr_is_done() -> None:
    with pytest.raises(IngestError, match=r"no text layer.*OCR is not done"):
        extract(pictures(), "pdf")


def test_a_locked_pdf(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="password"):
        extract(locked(pdf_file(tmp_path, paragraphs=1)), "pdf")


def test_a_name_without_a_known_ending() -> None:
    with pytest.raises(IngestError, match=r"`\.odt` is no format .* --as"):
        format_of("a.odt", b"")


@pytest.mark.parametrize(
    ("kind", "module", "data"),
    [("pdf", "pypdfium2", b"%PDF-"), ("docx", "docx", b"PK"), ("html", "lxml", b"<p>x"), ("md", "markdown_it", b"x")],
)
def test_a_library_that_is_not_installed_is_named(
    kind: str, module: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(IngestError, match=r"pip install 'sphinx-briefing\[ingest\]'"):
        extract(data, kind)


def test_every_format_is_an_explicit_row() -> None:
    assert list(FORMATS) == ["txt", "md", "html", "pdf", "docx"]
    for name in ("html", "pdf", "docx"):
        assert FORMATS[name].read.__module__ == f"sphinx_briefing.ingest.{name}"
