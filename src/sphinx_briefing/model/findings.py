"""What a check reports: a code, how grave it is, where, what was wrong, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from sphinx_briefing.model.places import Place


class Severity(StrEnum):
    """An error always fails the build; a warning fails it only when asked (`--strict`)."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every cause a finding may have; `meaning` says what each means."""

    ARGUMENT = "argument-line"
    DATE = "date-invalid"
    DUPLICATE = "id-duplicate"
    EVIDENCE_MISSING = "evidence-missing"
    EVIDENCE_SYNTAX = "evidence-syntax"
    HINDSIGHT = "hindsight-unfenced"
    MARKUP = "markup"
    OPTION = "option-unknown"
    PASSAGE_UNKNOWN = "passage-unknown"
    QUOTE_ALTERED = "quote-altered"
    QUOTE_AMBIGUOUS = "quote-ambiguous"
    QUOTE_ATTRIBUTION = "quote-attribution"
    QUOTE_BRACKET = "quote-bracket"
    QUOTE_CONTEXT = "quote-context"
    QUOTE_CUT = "quote-cut"
    QUOTE_ELIDED_NEGATION = "quote-elided-negation"
    QUOTE_ELLIPSIS = "quote-ellipsis"
    QUOTE_NAME = "quote-name"
    QUOTE_NEGATION = "quote-negation"
    QUOTE_NOT_FOUND = "quote-not-found"
    QUOTE_NUMBER = "quote-number"
    QUOTE_ORDER = "quote-order"
    QUOTE_SHORT = "quote-short"
    QUOTE_STRICT = "quote-strict"
    REFERENCE = "reference-unknown"
    SEED_CHANGED = "seed-changed"
    SEED_MISSING = "seed-missing"
    SOURCE_UNKNOWN = "source-unknown"
    SOURCES_FILE = "sources-file"
    SUBJECT = "subject-missing"


_MEANINGS: Final = {
    Code.ARGUMENT: "The argument line of a word has a value that is unknown, doubled or missing.",
    Code.DATE: "A date is not EDTF (ISO 8601-2:2019, level 1).",
    Code.DUPLICATE: "Two objects of one kind carry the same id.",
    Code.EVIDENCE_MISSING: "A statement that needs evidence has none.",
    Code.EVIDENCE_SYNTAX: "An evidence line does not follow the grammar.",
    Code.HINDSIGHT: "Something dated after the book's as-of date stands outside a hindsight layer.",
    Code.MARKUP: (
        "Markdown, a directive or a role could not be read: an unknown word, a broken option, a wrong encoding."
    ),
    Code.OPTION: "A word has an option that it does not know, or an option has a value outside its vocabulary.",
    Code.PASSAGE_UNKNOWN: "A passage id does not exist in its source.",
    Code.QUOTE_ALTERED: "Quoted words differ from the source's words.",
    Code.QUOTE_AMBIGUOUS: "Quoted words stand in more than one place of the source.",
    Code.QUOTE_ATTRIBUTION: "Quoted words are given to a speaker to whom the source does not give them.",
    Code.QUOTE_BRACKET: "Words in brackets turn the quotation, or stand in place of too much.",
    Code.QUOTE_CONTEXT: "Quoted words were found, but not with the context that was given.",
    Code.QUOTE_CUT: "Quoted words are cut off from what turns them: a negation, a likelihood, a condition, a limit.",
    Code.QUOTE_ELIDED_NEGATION: "An ellipsis hides a negation or a limit.",
    Code.QUOTE_ELLIPSIS: "An ellipsis hides nothing or too much, or stands beside too few words.",
    Code.QUOTE_NAME: "A name or a capital in quoted words differs from the source.",
    Code.QUOTE_NEGATION: "A negation was dropped from quoted words, added or changed.",
    Code.QUOTE_NUMBER: "A number in quoted words differs from the source.",
    Code.QUOTE_ORDER: "Quoted words stand in another order than in the source.",
    Code.QUOTE_NOT_FOUND: "Quoted words stand nowhere in the source.",
    Code.QUOTE_SHORT: "A quotation of three words or fewer names no passage.",
    Code.QUOTE_STRICT: "Quoted words are edited, and the book allows no edits.",
    Code.REFERENCE: "A reference names an actor, issue, event, judgment or other object that does not exist.",
    Code.SEED_CHANGED: "A seed's bytes differ from the hash that pins it.",
    Code.SEED_MISSING: "A seed named in `sources.yaml` cannot be read.",
    Code.SOURCE_UNKNOWN: "A source id is not in `sources.yaml`.",
    Code.SOURCES_FILE: "`sources.yaml` is not YAML, or a record in it lacks a field or has a wrong one.",
    Code.SUBJECT: "A statement does not say whose it is or what it is about.",
}


def meaning(code: Code) -> str:
    """What a code means, in one sentence."""
    return _MEANINGS[code]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of: a path of the project, a line of it (0 if none), and what is there."""

    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    `path` is set when the place is not a page (a seed, `sources.yaml`); otherwise the page's own file is meant.
    """

    code: Code
    severity: Severity
    place: Place
    message: str
    hint: str = ""
    path: str = ""
    related: tuple[Related, ...] = field(default=())

    @property
    def full_code(self) -> str:
        """The code as it is shown and suppressed: `brief.quote-altered`."""
        return f"brief.{self.code.value}"


def error(
    code: Code, place: Place, message: str, hint: str = "", *, path: str = "", related: tuple[Related, ...] = ()
) -> Finding:
    """A finding that always fails the build."""
    return Finding(code, Severity.ERROR, place, message, hint, path, related)


def warning(
    code: Code, place: Place, message: str, hint: str = "", *, path: str = "", related: tuple[Related, ...] = ()
) -> Finding:
    """A finding that fails the build only when warnings count."""
    return Finding(code, Severity.WARNING, place, message, hint, path, related)
