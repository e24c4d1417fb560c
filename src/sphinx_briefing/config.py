"""The options of a book in `conf.py`: each once, with its type, default, check and sentence of help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.rules import RULE_SETS

PAPERS: Final = ("a4", "us-letter")
QUOTES: Final = ("editorial", "strict")
_KINDS: Final = {"str": "text; write it between quotation marks", "bool": "`True` or `False`"}


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
            f"brief_{item.name}", item.default, types[str(item.type)], item.metadata["rebuild"], item.metadata["help"]
        )
        for item in fields(BriefingConfig)
    )


def read_config(values: Any) -> BriefingConfig:
    """The options from an object with attributes `brief_*` (Sphinx's config).

    Raises ValueError, naming the option, when a value is not good.
    """
    found = {}
    for item in fields(BriefingConfig):
        value = getattr(values, f"brief_{item.name}")
        if type(value).__name__ != item.type:
            raise ValueError(f"conf.py: brief_{item.name}: `{value!r}` is not {_KINDS[str(item.type)]}")
        try:
            item.metadata["check"](value)
        except ValueError as problem:
            raise ValueError(f"conf.py: brief_{item.name}: {problem}") from None
        found[item.name] = value
    return BriefingConfig(**found)
