"""A YAML file that an editor writes: read, held to its schema, and each fault told with the line on which it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.suggestions import did_you_mean


class _Loader(yaml.SafeLoader):
    """YAML without timestamps: a date stays the string that was written, for EDTF to read."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class YamlFile:
    """A file that keeps its schema: its values, and the tree that knows their lines."""

    data: Any
    tree: yaml.Node

    def line(self, *path: str | int) -> int:
        """The 1-based line of the value at `path`."""
        return _line(self.tree, path)


@dataclass(frozen=True)
class _Reader:
    """What messages about one file say: where it is, under which code, and which page of the manual helps."""

    path: str
    code: Code
    manual: str

    def error(self, line: int, message: str, hint: str) -> Finding:
        return error(self.code, Place("", line), message, hint, path=self.path)


def read_yaml(
    file: Path, path: str, validator: Draft202012Validator, code: Code, *, start: str, manual: str
) -> YamlFile | tuple[Finding, ...]:
    """Read a file; `path` is how messages name it, `start` is what it has to begin with. All faults come at once.

    The schema has one list of records under one name. Never raises for what an editor may have written wrong.
    """
    reader = _Reader(path, code, manual)
    schema: Any = validator.schema
    top = next(iter(schema["properties"]))
    if not file.is_file():
        return (reader.error(0, "the file does not exist", f"create it, {start}"),)
    try:
        loader = _Loader(file.read_bytes().decode("utf-8"))
        tree = loader.get_single_node()
        data: Any = loader.construct_document(tree) if tree is not None else None
    except UnicodeDecodeError as problem:
        return (reader.error(0, f"not UTF-8 (byte {problem.start})", "save the file as UTF-8"),)
    except (yaml.YAMLError, ValueError) as problem:  # ValueError: a number that is none, such as `0x_`
        mark = getattr(problem, "problem_mark", None)
        what = getattr(problem, "problem", None) or "cannot be read"
        hint = "check the indentation and the quotation marks of this line and the one before"
        return (reader.error(mark.line + 1 if mark else 0, f"not YAML: {what}", hint),)
    if tree is None:
        started = start.removeprefix("with ")
        return (reader.error(0, "the file is empty", f"write `{top}:` and under it {started}"),)
    found = [*_doubled(reader, tree), *_broken(reader, validator, tree, data)]
    return tuple(dict.fromkeys(found)) if found else YamlFile(data, tree)


def _broken(reader: _Reader, validator: Draft202012Validator, tree: yaml.Node, data: object) -> Iterator[Finding]:
    for problem in sorted(validator.iter_errors(data), key=lambda item: list(map(str, item.absolute_path))):
        yield from _schema_errors(reader, tree, problem)


def _doubled(reader: _Reader, tree: yaml.Node) -> Iterator[Finding]:
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
                message = f"the field `{key.value}` stands twice in one record, first in line {names[key.value]}"
                yield reader.error(line, message, "keep one of them")


def _schema_errors(reader: _Reader, tree: yaml.Node, problem: ValidationError) -> Iterator[Finding]:
    """What one violation of the schema comes to, in an editor's words.

    Each missing and each unknown field is called by its name.
    """
    where = tuple(problem.absolute_path)
    record, line = _name_of(where), _line(tree, where)
    if problem.validator in ("required", "dependentRequired"):
        for name in _missing(problem):
            yield reader.error(line, f"{record}the field `{name}` is missing", f"add `{name}:` to the record")
    elif problem.validator == "additionalProperties" and isinstance(problem.instance, Mapping):
        schema: Any = problem.schema
        known = schema["properties"]
        for name in (name for name in problem.instance if name not in known):
            hint = did_you_mean(str(name), known) or f"write one of: {', '.join(known)}"
            yield reader.error(_line(tree, (*where, name)), f"{record}unknown field `{name}`", hint)
    else:
        field_name = f"`{where[-1]}`: " if where and isinstance(where[-1], str) else ""
        hint = f"see the manual, page `{reader.manual}`, for the fields of a record"
        yield reader.error(line, f"{record}{field_name}{problem.message}", hint)


def _missing(problem: ValidationError) -> Iterator[str]:
    value: Any = problem.validator_value
    record: Any = problem.instance
    needed = (
        value
        if problem.validator == "required"
        else [name for given, names in value.items() if given in record for name in names]
    )
    return (name for name in needed if name not in record)


def _name_of(where: tuple[str | int, ...]) -> str:
    return f"record {int(where[1]) + 1}: " if len(where) >= 2 else ""


def _line(tree: yaml.Node, path: tuple[str | int, ...]) -> int:
    """The 1-based line of the node at `path`; of the nearest one above it when it does not exist."""
    node, line = tree, tree.start_mark.line
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line
        elif isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line, pair[1]
        else:
            break
    return line + 1
