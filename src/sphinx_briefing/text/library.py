"""The sources of a book and the seed texts it holds, read from the seeds folder and held to their hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.findings import Code, Finding, Related, error
from sphinx_briefing.model.lock import Lock
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.sources import Gist, Name, SetAside, Source
from sphinx_briefing.model.suggestions import did_you_mean
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.lockfile import load_lock
from sphinx_briefing.text.private import VARIABLE, private_seed
from sphinx_briefing.text.yaml_files import read_yaml

SOURCES_FILE: Final = "sources.yaml"


@dataclass(frozen=True)
class Library:
    """All sources in the order of `sources.yaml`, the seeds that could be read, and what was wrong with the rest.

    `broken` are the sources whose seed is named but cannot be trusted (missing, changed): nothing is verified by them.
    `lock` pins the anchors; None for a book without one, or with one that is damaged.
    """

    sources: tuple[Source, ...] = ()
    seeds: Mapping[str, Seed] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    broken: frozenset[str] = frozenset()
    lock: Lock | None = None

    def pages(self, source: str) -> Mapping[str, str]:
        """For the passages of a source that are the first of a page: the page's label."""
        return next((dict(item.pages) for item in self.sources if item.id == source), {})


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(files(__package__).joinpath("sources.schema.json").read_text("utf-8")))


def load_library(folder: Path, shown_as: str) -> Library:
    """Read `sources.yaml` and the seeds in `folder`; `shown_as` is how messages name the folder.

    Never raises for what an editor may have written wrong: all of it comes back as findings.
    """
    found = read_yaml(
        folder / SOURCES_FILE,
        f"{shown_as}/{SOURCES_FILE}",
        _validator(),
        Code.SOURCES_FILE,
        start="with a record for each source the book cites",
        manual="sources.yaml",
    )
    if isinstance(found, tuple):
        return Library(findings=found)
    sources = tuple(_source(record, found.line("sources", i)) for i, record in enumerate(found.data["sources"]))
    return _with_seeds(folder, shown_as, sources)


def _with_seeds(folder: Path, shown_as: str, sources: tuple[Source, ...]) -> Library:
    path = f"{shown_as}/{SOURCES_FILE}"
    findings = [*_duplicates(path, sources), *_dates(path, sources)]
    seeds: dict[str, Seed] = {}
    broken: set[str] = set()
    sources = tuple(_at_hand(source) for source in sources)
    for source in sources:
        if not source.seed:
            continue
        got = _read_seed(folder, shown_as, source)
        if isinstance(got, Finding):
            findings.append(got)
            broken.add(source.id)
        else:
            seeds[source.id] = Seed.of(source.id, got)
            findings += _unknown_passages(path, source, seeds[source.id])
    lock = load_lock(folder, shown_as)
    if isinstance(lock, Finding):
        findings.append(lock)
        lock = None
    return Library(sources, seeds, tuple(findings), frozenset(broken), lock)


def _at_hand(source: Source) -> Source:
    """The source; where its private seed is not at hand, as a source whose text is not held: nothing is verified."""
    return replace(source, seed="") if source.private and private_seed(source.seed) is None else source


def _unknown_passages(path: str, source: Source, seed: Seed) -> Iterator[Finding]:
    known = {passage.id: None for passage in seed.passages}
    others = (
        f"its passages run from `{next(iter(known))}` to `{next(reversed(known))}`" if known else "it has no passages"
    )
    named = (
        *(("passages", gist.passage) for gist in source.passages),
        *(("pages", passage) for passage, _ in source.pages),
        *(("set-aside", item.passage) for item in source.set_aside),
    )
    for field_name, passage in named:
        if passage not in known:
            yield error(
                Code.PASSAGE_UNKNOWN,
                Place("", source.line),
                f"`{field_name}` of `{source.id}` names `{passage}`, which the seed does not have",
                did_you_mean(passage, known) or others,
                path=path,
            )


def _read_seed(folder: Path, shown_as: str, source: Source) -> str | Finding:
    private = private_seed(source.seed) if source.private else None
    name = f"{f'${VARIABLE}' if private else shown_as}/{source.seed}"
    record = Related(f"{shown_as}/{SOURCES_FILE}", source.line, f"pinned in the record of `{source.id}`")
    try:
        data = (private or folder / source.seed).read_bytes()
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return error(
            Code.SEED_MISSING,
            Place(""),
            f"the seed of `{source.id}` cannot be read",
            f"put the text back, or correct `seed:` in {shown_as}/{SOURCES_FILE}",
            path=name,
            related=(record,),
        )
    found = hashlib.sha256(data).hexdigest()
    if found != source.sha256:
        return error(
            Code.SEED_CHANGED, Place(""),
            f"the seed of `{source.id}` has changed: its SHA-256 is {found}, pinned is {source.sha256}",
            "restore the file (a seed is never edited); if a corrected text was meant, "
            f"write its new hash into {shown_as}/{SOURCES_FILE}, line {source.line}",
            path=name, related=(record,),
        )  # fmt: skip
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return error(
            Code.SEED_MISSING,
            Place(""),
            f"the seed of `{source.id}` is not UTF-8 (byte {problem.start})",
            "store it as UTF-8 and pin the new hash",
            path=name,
            related=(record,),
        )


def _duplicates(path: str, sources: tuple[Source, ...]) -> Iterator[Finding]:
    first: dict[str, Source] = {}
    for source in sources:
        other = first.setdefault(source.id.casefold(), source)
        if other is not source:
            alike = f"the sources `{other.id}` and `{source.id}` differ in capitals only"
            yield error(
                Code.DUPLICATE,
                Place("", source.line),
                f"the source `{source.id}` is declared twice" if other.id == source.id else alike,
                "give one of them another id",
                path=path,
                related=(Related(path, other.line, "declared here first"),),
            )


def _dates(path: str, sources: tuple[Source, ...]) -> Iterator[Finding]:
    for source in sources:
        for name, date in (("issued", source.issued), ("accessed", source.accessed)):
            if not date:
                continue
            try:
                parse_date(date)
            except ValueError as problem:
                yield error(
                    Code.DATE,
                    Place("", source.line),
                    f"`{name}` of `{source.id}`: {problem}",
                    "correct it, or leave it out when the date is not known",
                    path=path,
                )


def _source(record: Mapping[str, Any], line: int) -> Source:
    return Source(
        id=record["id"],
        type=record["type"],
        title=record["title"],
        author=tuple(Name(**name) for name in record.get("author", ())),
        publisher=record.get("publisher", ""),
        container=record.get("container-title", ""),
        issued=record.get("issued", ""),
        url=record.get("URL", ""),
        language=record.get("language", ""),
        reliability=record.get("reliability", ""),
        note=record.get("note", ""),
        seed=record.get("seed", ""),
        sha256=record.get("sha256", ""),
        coverage=record.get("coverage", "cited"),
        passages=tuple(Gist(passage, **what) for passage, what in record.get("passages", {}).items()),
        private=record.get("private", False),
        original_sha256=record.get("original-sha256", ""),
        pages=tuple(record.get("pages", {}).items()),
        accessed=record.get("accessed", ""),
        archive=record.get("archive", ""),
        set_aside=tuple(SetAside(passage, reason) for passage, reason in record.get("set-aside", {}).items()),
        budget_words=int(record.get("budget", {}).get("words", 0)),
        budget_percent=record.get("budget", {}).get("percent", 0),
        line=line,
    )
