"""The scale of likelihood that a book is held to: one of those built in, or one of its own in `likelihoods.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.likelihood import ICD_203, NONE_STATED, SCALES, Likelihood, Scale
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.suggestions import hint
from sphinx_briefing.model.vocabularies import CONFIDENCES
from sphinx_briefing.text.yaml_files import YamlFile, read_yaml

SCALES_FILE: Final = "likelihoods.yaml"


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(files(__package__).joinpath("likelihoods.schema.json").read_text("utf-8")))


def load_scale(folder: Path, shown_as: str, name: str) -> tuple[Scale, tuple[Finding, ...]]:
    """The scale called `name`, and what is wrong with the book's own scales.

    `shown_as` is how messages name the folder. Where there is no such scale it is a finding, and the book is read with
    the first of those built in.
    """
    path = f"{shown_as}/{SCALES_FILE}"
    own: Mapping[str, Scale] = {}
    findings: tuple[Finding, ...] = ()
    if (folder / SCALES_FILE).is_file():
        found = read_yaml(
            folder / SCALES_FILE,
            path,
            _validator(),
            Code.LIKELIHOODS_FILE,
            start="with a record for each scale of the book",
            manual="likelihoods.yaml",
        )
        if isinstance(found, YamlFile):
            own = {record["id"]: _scale(record) for record in found.data["scales"]}
            findings = tuple(_faults(path, found))
        else:
            findings = found
    scale = SCALES.get(name) or own.get(name)
    if scale is None and not findings:  # a file that cannot be read is named, not what it may have held
        known = (*SCALES, *own)
        unknown = f"brief_likelihoods: there is no scale `{name}`"
        mend = hint(name, known, f"write one of: {', '.join(known)}; or define it in {path}")
        findings = (error(Code.LIKELIHOODS_FILE, Place(""), unknown, mend, path="conf.py"),)
    return scale or ICD_203, findings


def _scale(record: Mapping[str, Any]) -> Scale:
    return Scale(
        record["id"],
        record["title"],
        tuple(_step(number, step) for number, step in enumerate(record["steps"], 1)),
        record.get("date", ""),
        record.get("note", ""),
        record.get("approximate", False),
    )


def _step(number: int, record: Mapping[str, Any]) -> Likelihood:
    low, high = record.get("range", (None, None))
    words, forms = (tuple(word.strip().casefold() for word in record.get(name, ())) for name in ("words", "forms"))
    return Likelihood(number, words, low, high, forms)


def _faults(path: str, file: YamlFile) -> Iterator[Finding]:
    """What the schema cannot say: names that are taken, words of two meanings, ranges that run backward."""
    ids: set[str] = set()
    for place, record in enumerate(file.data["scales"]):

        def fault(message: str, mend: str, *where: str | int, place: int = place, scale: str = record["id"]) -> Finding:
            line = file.line("scales", place, *where)
            return error(Code.LIKELIHOODS_FILE, Place("", line), f"scale `{scale}`: {message}", mend, path=path)

        if record["id"] in SCALES or record["id"] in ids:
            whose = "built in" if record["id"] in SCALES else "declared above"
            yield fault(f"a scale of this name is {whose}", "give it another id", "id")
        ids.add(record["id"])
        if record.get("date"):
            try:
                parse_date(record["date"])
            except ValueError as problem:
                yield fault(f"`date`: {problem}", "correct it, or leave it out", "date")
        taken = {NONE_STATED: "stands outside every scale"} | dict.fromkeys(CONFIDENCES, "is a level of confidence")
        for number, step in enumerate(_scale(record).steps):
            for word in (*step.words, *step.forms):
                if word in taken:
                    yield fault(f"the word `{word}` {taken[word]}", "write another word", "steps", number)
                taken[word] = f"stands in step {step.step} already"
        for message, number in _ranges(_scale(record).steps):
            yield fault(
                message, "write the lower figure first, and the steps from the least likely up", "steps", number
            )


def _ranges(steps: tuple[Likelihood, ...]) -> Iterator[tuple[str, int]]:
    """Ranges that run backward, and the number of the step (from 0) at which they do."""
    ranged = [(step.step, step.low, step.high) for step in steps if step.low is not None and step.high is not None]
    yield from (
        (f"the range of step {step} ends before it begins", step - 1) for step, low, high in ranged if low > high
    )
    for (below, _, high), (above, low, _) in pairwise(ranged):
        if low < high:
            yield f"the range of step {above} begins below the end of step {below}", above - 1
