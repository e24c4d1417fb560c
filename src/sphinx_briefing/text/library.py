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

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.findings import Code, Finding, Related, error
from sphinx_briefing.model.lock import Lock
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.sources import Gist, Name, SetAside, Source
from sphinx_briefing.model.suggestions import did_you_mean
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.lockfile import load_lock
from sphinx_briefing.text.private import VARIABLE, private_seed

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


class _Loader(yaml.SafeLoader):
    """YAML without timestamps: a date stays the string that was written, for EDTF to read."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(files(__package__).joinpath("sources.schema.json").read_text("utf-8")))


def load_library(folder: Path, shown_as: str) -> Library:
    """Read `sources.yaml` and the seeds in `folder`; `shown_as` is how messages name the folder.

    Never raises for what an editor may have written wrong: all of it comes back as findings.
    """
    path = f"{shown_as}/{SOURCES_FILE}"
    if not (folder / SOURCES_FILE).is_file():
        return Library(
            findings=(
                _file_error(
                    path, 0, "the file does not exist", "create it, with a record for each source the book cites"
                ),
            )
        )
    try:
        text = (folder / SOURCES_FILE).read_text("utf-8")
        loader = _Loader(text)
        tree = loader.get_single_node()
        data: Any = loader.construct_document(tree) if tree is not None else None
    except UnicodeDecodeError as problem:
        return Library(findings=(_file_error(path, 0, f"not UTF-8 (byte {problem.start})", "save the file as UTF-8"),))
    except (yaml.YAMLError, ValueError) as problem:  # ValueError: a number that is none, such as `0x_`
        mark = getattr(problem, "problem_mark", None)
        what = getattr(problem, "problem", None) or "cannot be read"
        line = mark.line + 1 if mark else 0
        return Library(
            findings=(
                _file_error(
                    path,
                    line,
                    f"not YAML: {what}",
                    "check the indentation and the quotation marks of this line and the one before",
                ),
            )
        )
    if tree is None:
        return Library(
            findings=(
                _file_error(
                    path,
                    0,
                    "the file is empty",
                    "write `sources:` and under it a record for each source the book cites",
                ),
            )
        )
    findings = dict.fromkeys(
        [
            *_doubled(path, tree),
            *(found for problem in _violations(data) for found in _schema_errors(path, tree, problem)),
        ]
    )
    if findings:
        return Library(findings=tuple(findings))
    sources = tuple(_source(record, _line(tree, ("sources", i))) for i, record in enumerate(data["sources"]))
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
    named = (
        *(("passages", gist.passage) for gist in source.passages),
        *(("pages", passage) for passage, _ in source.pages),
        *(("set-aside", item.passage) for item in source.set_aside),
    )
    for field_name, passage in named:
        if passage not in known:
            first, last = (next(iter(known)), next(reversed(known))) if known else ("", "")
            near = (
                did_you_mean(passage, known) or f"its passages run from `{first}` to `{last}`"
                if known
                else "it has no passages"
            )
            yield error(
                Code.PASSAGE_UNKNOWN,
                Place("", source.line),
                f"`{field_name}` of `{source.id}` names `{passage}`, which the seed does not have",
                near,
                path=path,
            )


def _read_seed(folder: Path, shown_as: str, source: Source) -> str | Finding:
    private = private_seed(source.seed) if source.private else None
    name, where = f"{f'${VARIABLE}' if private else shown_as}/{source.seed}", Place("", source.line)
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
            f"write its new hash into {shown_as}/{SOURCES_FILE}, line {where.line}",
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
        if source.id in first:
            related = Related(path, first[source.id].line, "declared here first")
            yield error(
                Code.DUPLICATE,
                Place("", source.line),
                f"the source `{source.id}` is declared twice",
                "give one of them another id",
                path=path,
                related=(related,),
            )
        first.setdefault(source.id, source)


def _dates(path: str, sources: tuple[Source, ...]) -> Iterator[Finding]:
    for source in sources:
        if source.issued:
            try:
                parse_date(source.issued)
            except ValueError as problem:
                yield error(
                    Code.DATE,
                    Place("", source.line),
                    f"`issued` of `{source.id}`: {problem}",
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
        set_aside=tuple(SetAside(passage, reason) for passage, reason in record.get("set-aside", {}).items()),
        budget_words=int(record.get("budget", {}).get("words", 0)),
        budget_percent=record.get("budget", {}).get("percent", 0),
        line=line,
    )


def _file_error(path: str, line: int, message: str, hint: str) -> Finding:
    return error(Code.SOURCES_FILE, Place("", line), message, hint, path=path)


def _violations(data: object) -> list[ValidationError]:
    return sorted(_validator().iter_errors(data), key=lambda item: list(map(str, item.absolute_path)))


def _doubled(path: str, tree: yaml.Node) -> Iterator[Finding]:
    """A field that is written twice: YAML would silently keep the last."""
    seen: set[int] = set()
    open_nodes = [tree]
    while open_nodes:
        node = open_nodes.pop()
        if id(node) in seen or not isinstance(node, yaml.CollectionNode):
            continue
        seen.add(id(node))
        if not isinstance(node, yaml.MappingNode):
            open_nodes += node.value
            continue
        names: dict[str, int] = {}
        for key, value in node.value:
            open_nodes.append(value)
            line = key.start_mark.line + 1
            if isinstance(key, yaml.ScalarNode) and names.setdefault(key.value, line) != line:
                yield _file_error(
                    path,
                    line,
                    f"the field `{key.value}` stands twice in one record, first in line {names[key.value]}",
                    "keep one of them",
                )


def _schema_errors(path: str, tree: yaml.Node, problem: ValidationError) -> Iterator[Finding]:
    """What one violation of the schema comes to, in an editor's words.

    Each missing and each unknown field is called by its name.
    """
    where = tuple(problem.absolute_path)
    record, line = _name_of(problem, where), _line(tree, where)
    if problem.validator in ("required", "dependentRequired"):
        for name in _missing(problem):
            yield _file_error(path, line, f"{record}the field `{name}` is missing", f"add `{name}:` to the record")
    elif problem.validator == "additionalProperties" and isinstance(problem.instance, Mapping):
        schema: Any = problem.schema
        known = schema.get("properties", {})
        for name in (name for name in problem.instance if name not in known):
            hint = did_you_mean(str(name), known) or f"write one of: {', '.join(known)}"
            yield _file_error(path, _line(tree, (*where, name)), f"{record}unknown field `{name}`", hint)
    else:
        field_name = f"`{where[-1]}`: " if where and isinstance(where[-1], str) else ""
        yield _file_error(
            path,
            line,
            f"{record}{field_name}{problem.message}",
            "see the manual, page `sources.yaml`, for the fields of a record",
        )


def _missing(problem: ValidationError) -> Iterator[str]:
    value: Any = problem.validator_value
    record: Any = problem.instance
    needed = (
        value
        if problem.validator == "required"
        else [name for given, names in value.items() if given in record for name in names]
    )
    return (name for name in needed if name not in record)


def _name_of(problem: ValidationError, where: tuple[str | int, ...]) -> str:
    if len(where) >= 2 and where[0] == "sources":
        return f"record {int(where[1]) + 1}: "
    return ""


def _line(tree: yaml.Node, path: tuple[str | int, ...]) -> int:
    """The 1-based line of the node at `path`; of the nearest one above it when it does not exist."""
    node, line = tree, tree.start_mark.line
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line
        elif isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == step), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
        else:
            break
    return line + 1
