"""The options of a book in `conf.py`: each once, with its type, default, check and sentence of help."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import Field, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.rules import RULE_SETS
from sphinx_briefing.model.suggestions import hint

PAPERS: Final = ("a4", "us-letter")
QUOTES: Final = ("editorial", "strict")
_PREFIX: Final = "brief_"
_KINDS: Final = {"str": "text", "bool": "`True` or `False`"}
_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
#: Of a longer value a message shows only the beginning.
_SHOWN: Final = 60


def _any(value: Any) -> None:
    """Every value of the right type is good."""


def _date(value: str) -> None:
    if value:
        parse_date(value)


def _one_of(values: Sequence[str], what: str) -> Callable[[str], None]:
    def check(value: str) -> None:
        if value not in values:
            raise ValueError(f"`{value}` is no {what}; write one of: {', '.join(values)}")

    return check


def _inside(value: str) -> None:
    if value.startswith(("/", "\\")) or ":" in value or ".." in value.replace("\\", "/").split("/"):
        raise ValueError(f"`{value}` leads out of the book; write a folder beside conf.py, such as `seeds`")


def _scale(value: str) -> None:
    if not value.strip():
        raise ValueError("name a scale, such as `icd-203`")


def option(default: Any, help_text: str, check: Callable[[Any], None] = _any, rebuild: str = "env") -> Any:
    """One option. `rebuild` is Sphinx's: "env" re-reads all pages when it changes, "html" only writes them anew."""
    return field(default=default, metadata={"help": help_text, "check": check, "rebuild": rebuild})


@dataclass(frozen=True)
class BriefingConfig:
    """All options. In `conf.py` each is written with the prefix `brief_`."""

    source: str = option("", "The source that `@` alone means on pages that name none in their front matter.")
    seeds: str = option("seeds", "The folder of `sources.yaml` and the seed texts, relative to `conf.py`.", _inside)
    subtitle: str = option(
        "", "One line on what the book is, on the cover and above the title of the first page.", rebuild="html"
    )
    edition: str = option("", "The edition, shown on the cover, in heads and feet, and in the data.", rebuild="html")
    asof: str = option("", "The date up to which the book speaks (EDTF); by default the date of `brief_source`.", _date)
    hindsight: bool = option(False, "Whether what is fenced as hindsight is published at all.")
    rules: str = option(
        RULE_SETS[0],
        "The rule set that the book is held to; rules that came later only warn.",
        _one_of(RULE_SETS, "rule set"),
    )
    quotes: str = option(
        "editorial",
        "How exact words must be: `editorial` allows edits that every reader sees, `strict` none.",
        _one_of(QUOTES, "rule for quotations"),
    )
    likelihoods: str = option(
        "icd-203",
        "The scale of likelihood: `icd-203`, `phia`, `author`, or the id of one in `likelihoods.yaml` beside "
        "`sources.yaml`.",
        _scale,
    )
    autolink: bool = option(
        False, "Whether names are linked at their first mention; a page may say otherwise (`autolink:`)."
    )
    paper: str = option("a4", "Paper of the PDF: `a4` or `us-letter`.", _one_of(PAPERS, "paper size"), "")

    def seeds_folder(self, confdir: Path) -> tuple[Path, str]:
        """The folder of the seeds of the book in `confdir`, and how messages name it."""
        return Path(confdir, self.seeds), self.seeds.rstrip("/")


class OptionRow(NamedTuple):
    """One option as it is registered and as the manual lists it; `name` has the prefix."""

    name: str
    default: Any
    type: type
    rebuild: Literal["", "env", "html"]
    help: str


def option_table() -> tuple[OptionRow, ...]:
    """All options, in order."""
    types: dict[str, type] = {"str": str, "bool": bool}
    return tuple(
        OptionRow(
            f"{_PREFIX}{item.name}",
            item.default,
            types[str(item.type)],
            item.metadata["rebuild"],
            item.metadata["help"],
        )
        for item in fields(BriefingConfig)
    )


def judge_options(values: Any, lines: Mapping[str, int] | None = None) -> tuple[Finding, ...]:
    """A finding for each option of `conf.py` that has no good value, or that there is not.

    `values` has attributes `brief_*` (Sphinx's config); `lines` says on which line of `conf.py` each name is set.
    """
    lines = lines or {}
    known = [row.name for row in option_table()]
    unknown = [name for name in lines if is_ours(name) and name not in known]
    problems = [*_unknown(unknown, known), *_wrong(values)]
    return tuple(
        error(Code.CONF, Place("", lines.get(name, 0)), f"`{name}`: {message}", advice, path="conf.py")
        for name, message, advice in problems
    )


def is_ours(name: str) -> bool:
    """Whether an option is one of ours, or meant to be."""
    return name.startswith(_PREFIX)


def _unknown(names: Sequence[str], known: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for name in names:
        yield name, "there is no such option", hint(name, known, "leave it out; `briefing` reads only its own options")


def _wrong(values: Any) -> Iterator[tuple[str, str, str]]:
    for item in fields(BriefingConfig):
        name, kind = f"{_PREFIX}{item.name}", str(item.type)
        value = getattr(values, name)
        if type(value).__name__ != kind:
            yield name, f"{shown(value)} is not {_KINDS[kind]}", f"write `{name} = {_meant(value, item)}`"
            continue
        try:
            item.metadata["check"](value)
        except ValueError as problem:
            message, _, advice = str(problem).rpartition("; ")
            yield name, message, advice


def shown(value: Any) -> str:
    """A value as it was written; of what has no written form, or holds such, only what it is."""
    if not _is_plain(value):
        return f"a value of type `{type(value).__name__}`"
    text = repr(value)
    return f"`{text if len(text) <= _SHOWN else text[:_SHOWN] + '...'}`"


def _is_plain(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return all(_is_plain(item) for item in value)
    if isinstance(value, dict):
        return all(_is_plain(item) for pair in value.items() for item in pair)
    return value is None or type(value) in (str, bytes, bool, int, float)


def _meant(value: Any, item: Field[Any]) -> str:
    """What was probably to be written: the value in its right form if that is good, else the default."""
    if isinstance(value, (list, tuple)) and len(value) == 1:
        value = value[0]
    written = type(value) in (str, int, float) or isinstance(value, (Path, date))
    text = str(value).strip() if written else ""
    if item.type == "bool":
        low = text.casefold()
        return str(low in _YES if low in (*_YES, *_NO) else item.default)
    try:
        item.metadata["check"](text)
    except ValueError:
        text = ""
    return f'"{text or item.default}"'


def read_config(values: Any) -> BriefingConfig:
    """The options from an object with attributes `brief_*` (Sphinx's config).

    Raises ValueError, naming the option, when a value is not good.
    """
    for name, message, advice in _wrong(values):
        raise ValueError(f"conf.py: {name}: {message}; {advice}")
    return BriefingConfig(**{item.name: getattr(values, f"{_PREFIX}{item.name}") for item in fields(BriefingConfig)})
