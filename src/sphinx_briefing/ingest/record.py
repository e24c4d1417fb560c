"""The record of an ingested source, and the file `sources.yaml` with that record at its end."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from sphinx_briefing.ingest.extracted import Extracted, IngestError
from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.evidence import Passage

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
#: What YAML does not allow as it is, or would fold.
_UNPRINTABLE: Final = re.compile(
    "[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

Name = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """A record of `sources.yaml` as ingest writes it, and the stored text that it pins."""

    id: str
    type: str
    title: str
    text: str
    original: str
    author: tuple[Name, ...] = ()
    issued: str = ""
    url: str = ""
    language: str = ""
    private: bool = False
    pages: tuple[tuple[str, str], ...] = ()

    @property
    def seed(self) -> str:
        return f"{self.id}.txt"

    @property
    def stored(self) -> bytes:
        """The bytes of the seed."""
        return self.text.encode("utf-8")

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.stored).hexdigest()


def record_id(wanted: str, author: Sequence[Name], issued: str, stem: str) -> str:
    """The id that was asked for; else made from the author's name, or the file's, and the year.

    Raises IngestError when what was asked for is no id.
    """
    if wanted:
        if not _ID.fullmatch(wanted):
            raise IngestError(f"`{wanted}` is no id: write letters, digits, `-`, `_` and `.`, a letter or digit first")
        return wanted
    family = (author[0].get("family") or author[0].get("literal", "").split()[-1]) if author else ""
    year = issued[:4] if re.match(r"\d{4}", issued) else ""
    made = "-".join(filter(None, (_slug(family) or _slug(stem), year if family else "")))
    if not made:
        raise IngestError("no id can be made from the author's or the file's name: give one with --id")
    return made


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def names(authors: Sequence[str]) -> tuple[Name, ...]:
    """Authors as CSL names: "Marsh, Ada" has family and given name, anything else stays as it is written."""
    found: list[Name] = []
    for author in authors:
        family, comma, given = (part.strip() for part in author.partition(","))
        found.append({"family": family, "given": given} if comma and family and given else {"literal": author})
    return tuple(found)


def page_starts(found: Extracted, passages: Sequence[Passage]) -> tuple[tuple[str, str], ...]:
    """For each page, the first passage that begins on it, with the page's label."""
    starts: dict[str, str] = {}
    at = 0
    ends = [*(offset for offset, _ in found.pages[1:]), len(found.text)]
    for (begin, label), end in zip(found.pages, ends[: len(found.pages)], strict=True):
        while at < len(passages) and passages[at].start < begin:
            at += 1
        if at < len(passages) and passages[at].start < end:
            starts[passages[at].id] = label
    return tuple(starts.items())


def checked_date(issued: str) -> str:
    """A date as it may stand in a record.

    Raises IngestError when it is not EDTF.
    """
    if issued:
        try:
            parse_date(issued)
        except ValueError as problem:
            raise IngestError(f"--issued: {problem}") from None
    return issued


def as_yaml(record: Record, indent: int) -> str:
    """The record as one entry of the list `sources`."""
    lines = list(_fields(record))
    first, rest = " " * indent + "- ", " " * (indent + 2)
    return first + f"\n{rest}".join(lines) + "\n"


def _fields(record: Record) -> Iterator[str]:
    known = (
        ("id", record.id), ("type", record.type), ("title", record.title), ("issued", record.issued),
        ("URL", record.url), ("language", record.language), ("seed", record.seed), ("sha256", record.sha256),
        ("original-sha256", record.original),
    )  # fmt: skip
    for name, value in known:
        if value:
            yield f"{name}: {quoted(value)}"
        if name == "title" and record.author:
            yield "author: [" + ", ".join(_flow(author) for author in record.author) + "]"
    if record.private:
        yield "private: true"
    if record.pages:
        yield "pages: " + _flow(dict(record.pages))


def _flow(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {quoted(value)}" for name, value in values.items()) + "}"


def quoted(text: str) -> str:
    """A YAML scalar in double quotation marks: what JSON writes, YAML reads, and Python too."""
    written = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def appended(text: str, record: Record) -> str:
    """The text of `sources.yaml` with the record at its end; nothing before it is touched.

    Raises IngestError when the list is written so that nothing can be appended.
    """
    found = yaml.compose(text, yaml.SafeLoader)
    indent = 2
    if found is None:
        text = _ended(text) + "sources:\n"
    else:
        items = next((value for key, value in found.value if key.value == "sources"), None)
        if isinstance(items, yaml.SequenceNode) and items.flow_style and not items.value:
            text = text[: items.start_mark.index] + text[items.end_mark.index :]  # `sources: []`
        elif isinstance(items, yaml.SequenceNode) and not items.flow_style:
            indent = items.start_mark.column
        elif not (isinstance(items, yaml.ScalarNode) and items.value == ""):
            raise IngestError(
                "`sources` is written between [ ], where nothing can be appended: write each record as an item "
                "that begins with `- `"
            )
    block = as_yaml(record, indent)
    return _ended(text) + (block.replace("\n", "\r\n") if "\r\n" in text else block)


def _ended(text: str) -> str:
    if not text or text.endswith("\n"):
        return text
    return text + ("\r\n" if "\r\n" in text else "\n")
