"""What a check reports: a code, how grave it is, where, what was wrong, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sphinx_briefing.model.places import Place


class Severity(StrEnum):
    """An error always fails the build; a warning fails it only when asked (`--strict`)."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every cause a finding may have. The manual has one page for the checks that report them."""

    ARGUMENT = "argument-line"
    """The argument line of a word has a value that is unknown, doubled or missing."""
    DATE = "date-invalid"
    """A date is not EDTF (ISO 8601-2:2019, level 1)."""
    DUPLICATE = "id-duplicate"
    """Two objects of one kind carry the same id."""
    EVIDENCE_MISSING = "evidence-missing"
    """A statement that needs evidence has none."""
    EVIDENCE_SYNTAX = "evidence-syntax"
    """An evidence line does not follow the grammar."""
    HINDSIGHT = "hindsight-unfenced"
    """Something dated after the book's as-of date stands outside a hindsight layer."""
    MARKUP = "markup"
    """Markdown, a directive or a role could not be read: an unknown word, a broken option, a wrong encoding."""
    OPTION = "option-unknown"
    """A word has an option that it does not know, or an option has a value outside its vocabulary."""
    PASSAGE_UNKNOWN = "passage-unknown"
    """A passage id does not exist in its source."""
    QUOTE_ALTERED = "quote-altered"
    """Quoted words differ from the source's words."""
    QUOTE_AMBIGUOUS = "quote-ambiguous"
    """Quoted words stand in more than one place of the source."""
    QUOTE_CONTEXT = "quote-context"
    """Quoted words were found, but not with the context that was given."""
    QUOTE_NOT_FOUND = "quote-not-found"
    """Quoted words stand nowhere in the source."""
    QUOTE_SHORT = "quote-short"
    """A quotation of three words or fewer names no passage."""
    REFERENCE = "reference-unknown"
    """A reference names an actor, issue, event, judgment or other object that does not exist."""
    SEED_CHANGED = "seed-changed"
    """A seed's bytes differ from the hash that pins it."""
    SEED_MISSING = "seed-missing"
    """A seed named in `sources.yaml` cannot be read."""
    SOURCE_UNKNOWN = "source-unknown"
    """A source id is not in `sources.yaml`."""
    SOURCES_FILE = "sources-file"
    """`sources.yaml` is not YAML, or a record in it lacks a field or has a wrong one."""
    SUBJECT = "subject-missing"
    """A statement does not say whose it is or what it is about."""


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


def error(code: Code, place: Place, message: str, hint: str = "", *, path: str = "", related: tuple[Related, ...] = ()) -> Finding:
    """A finding that always fails the build."""
    return Finding(code, Severity.ERROR, place, message, hint, path, related)


def warning(code: Code, place: Place, message: str, hint: str = "", *, path: str = "", related: tuple[Related, ...] = ()) -> Finding:
    """A finding that fails the build only when warnings count."""
    return Finding(code, Severity.WARNING, place, message, hint, path, related)
