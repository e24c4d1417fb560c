"""`briefing ingest`: make a text, a web page, a PDF or a document a seed, with its record."""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from pathlib import Path

from sphinx_briefing.cli.book import WrongUseError, add_folder_argument, book_folder
from sphinx_briefing.cli.settings import book_options
from sphinx_briefing.ingest import FORMATS, Extracted, IngestError, extract, format_of
from sphinx_briefing.ingest.extracted import one_line
from sphinx_briefing.ingest.record import Record, as_yaml, checked_date, names, page_starts, record_id
from sphinx_briefing.ingest.storing import judge, store
from sphinx_briefing.model.evidence import Passage
from sphinx_briefing.text.library import SOURCES_FILE
from sphinx_briefing.text.passages import split, words
from sphinx_briefing.text.private import VARIABLE

_FIRST_WORDS = 12  # of a passage, in the list to review


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `ingest`."""
    parser.add_argument("file", metavar="FILE", help="a .txt, .md, .html, .pdf or .docx file; - for standard input")
    parser.add_argument("--as", dest="kind", choices=FORMATS, help="the format (default: by the name's ending)")
    parser.add_argument("--id", default="", help="the source's id (default: made from author and year)")
    parser.add_argument("--title", default="", help="its title (default: what the file says, else its first passage)")
    parser.add_argument(
        "--author", action="append", default=[], metavar="NAME", help='"Family, Given", or a body; repeatable'
    )
    parser.add_argument("--issued", default="", metavar="DATE", help="when it was issued (EDTF)")
    parser.add_argument("--url", default="", help="its address")
    parser.add_argument("--type", default="", help="its CSL type, such as article-newspaper")
    parser.add_argument(
        "--private", action="store_true", help=f"store the seed in the folder {VARIABLE}, not in the book"
    )
    parser.add_argument("--write", action="store_true", help="write seed and record (default: only show them)")
    add_folder_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Show the passages and the record for review; with `--write`, store them."""
    book = book_folder(given.book)
    folder, shown_as = book_options(book).seeds_folder(book.root)
    data = _data(given.file)
    try:
        found = extract(data, given.kind or format_of(given.file, data))
        passages = split(found.text)
        record, remarks = _record(given, found, passages, hashlib.sha256(data).hexdigest())
    except IngestError as problem:
        raise WrongUseError(f"{given.file}: {problem}") from None
    try:
        (store if given.write else judge)(folder, shown_as, record)
    except IngestError as problem:
        raise WrongUseError(str(problem)) from None
    _show(found, passages, record, remarks)
    where = f"${VARIABLE}" if record.private else shown_as
    if given.write:
        print(f"wrote {where}/{record.seed}, and its record at the end of {shown_as}/{SOURCES_FILE}")
    else:
        print(f"nothing is written yet: look it through, then run the same with --write ({where}/{record.seed})")
    return 0


def _data(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as problem:  # ValueError: a name that no file can have
        reason = getattr(problem, "strerror", "") or problem
        if isinstance(problem, IsADirectoryError):
            reason = "it is a folder; name a file in it"
        raise WrongUseError(f"{name} cannot be read: {reason}") from None


def _record(
    given: argparse.Namespace, found: Extracted, passages: tuple[Passage, ...], original: str
) -> tuple[Record, tuple[str, ...]]:
    remarks = list(found.remarks)
    issued = checked_date(given.issued) or found.issued
    try:
        issued = issued and checked_date(issued)
    except IngestError:
        remarks.append(f"the file's date, “{one_line(issued)}”, is not EDTF and was left out; give it with --issued")
        issued = ""
    url = given.url or found.url
    if url and not re.fullmatch(r"https?://\S+", url):
        if given.url:
            raise IngestError(f"--url: `{url}` is no address: it begins with https:// or http://")
        url = ""
    author = names([one_line(name) for name in given.author] or found.author)
    first = passages[0] if passages else None
    opening = " ".join(found.text[first.start : first.end].split()[:_FIRST_WORDS]) if first else ""
    record = Record(
        id=record_id(given.id, author, issued, "" if given.file == "-" else Path(given.file).stem),
        type=one_line(given.type) or found.type,
        title=one_line(given.title) or found.title or one_line(opening),
        text=found.text,
        original=original,
        author=author,
        issued=issued,
        url=url,
        language=found.language,
        private=given.private,
        pages=page_starts(found, passages),
    )
    return record, tuple(remarks)


def _show(found: Extracted, passages: tuple[Passage, ...], record: Record, remarks: tuple[str, ...]) -> None:
    starts = dict(record.pages)
    wide = max((len(passage.id) for passage in passages), default=0)
    for passage in passages:
        if passage.id in starts:
            print(f"— p. {starts[passage.id]}")
        every = found.text[passage.start : passage.end].split()
        more = " ..." if len(every) > _FIRST_WORDS else ""
        print(f"{passage.id.ljust(wide)}  {' '.join(every[:_FIRST_WORDS])}{more}")
    print()
    print(as_yaml(record, 2), end="")
    print()
    for remark in remarks:
        print(f"note: {remark}")
    print(f"{record.id}: {words(found.text)} words in {len(passages)} passages")
