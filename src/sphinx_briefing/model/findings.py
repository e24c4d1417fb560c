"""What a check reports: a code, how grave it is, where, what was wrong, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from sphinx_briefing.model.places import Place


class Severity(StrEnum):
    """An error fails the build unless `--baseline` names it; a warning fails it only when asked (`--strict`)."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every cause a finding may have; `meaning` says what each means."""

    ANCHOR_LOST = "anchor-lost"
    ANCHOR_MOVED = "anchor-moved"
    ANCHOR_UNPINNED = "anchor-unpinned"
    ARGUMENT = "argument-line"
    BUDGET = "budget-exceeded"
    BUILD = "build"
    CONF = "conf"
    DATE = "date-invalid"
    DUPLICATE = "id-duplicate"
    EVIDENCE_MISSING = "evidence-missing"
    EVIDENCE_SYNTAX = "evidence-syntax"
    FIGURE = "figure-unsupported"
    HINDSIGHT = "hindsight-unfenced"
    LIKELIHOOD_CONFIDENCE = "likelihood-confidence"
    LIKELIHOOD_DIFFERS = "likelihood-differs"
    LIKELIHOOD_DOUBLED = "likelihood-doubled"
    LIKELIHOOD_HEADING = "likelihood-heading"
    LIKELIHOOD_UNSCALED = "likelihood-unscaled"
    LIKELIHOODS_FILE = "likelihoods-file"
    LOCK_DAMAGED = "lock-damaged"
    MARKUP = "markup"
    OPTION = "option-unknown"
    PART_CIRCLE = "part-circle"
    PASSAGE_UNKNOWN = "passage-unknown"
    PASSAGE_UNUSED = "passage-unused"
    POSITION_CONFLICT = "position-conflict"
    PRINT = "print"
    QUOTE_ALTERED = "quote-altered"
    QUOTE_AMBIGUOUS = "quote-ambiguous"
    QUOTE_ATTRIBUTION = "quote-attribution"
    QUOTE_BRACKET = "quote-bracket"
    QUOTE_CONTEXT = "quote-context"
    QUOTE_LONG = "quote-long"
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
    RESTS_CIRCLE = "rests-circle"
    ROMANIZATION = "romanization-differs"
    SEED_CHANGED = "seed-changed"
    SEED_MISSING = "seed-missing"
    SOURCE_UNKNOWN = "source-unknown"
    SOURCE_UNQUOTED = "source-unquoted"
    SOURCES_FILE = "sources-file"
    SUBJECT = "subject-missing"


_MEANINGS: Final = {
    Code.ANCHOR_LOST: "The words that `anchors.lock` pins for a citation cannot be found again for certain.",
    Code.ANCHOR_MOVED: "The words that `anchors.lock` pins for a citation stand in another passage than it leads to.",
    Code.ANCHOR_UNPINNED: "A citation is not in `anchors.lock` yet.",
    Code.ARGUMENT: "The argument line of a word has a value that is unknown, doubled or missing.",
    Code.BUDGET: "The book shows more of a source than its budget allows.",
    Code.BUILD: "Sphinx cannot build the book: its first page is missing, or something that it needs cannot be read.",
    Code.CONF: "`conf.py` cannot be run, or an option in it is unknown or has a wrong value.",
    Code.DATE: "A date is not EDTF (ISO 8601-2:2019, level 1).",
    Code.DUPLICATE: "Two objects of one kind carry the same id.",
    Code.EVIDENCE_MISSING: "A statement that needs evidence has none.",
    Code.EVIDENCE_SYNTAX: "An evidence line does not follow the grammar.",
    Code.FIGURE: "A number, date or amount in a statement stands in none of the passages that it rests on.",
    Code.HINDSIGHT: "Something dated after the book's as-of date stands outside a hindsight layer.",
    Code.LIKELIHOOD_CONFIDENCE: "A likelihood and a level of confidence stand in one sentence.",
    Code.LIKELIHOOD_DIFFERS: "A judgment's likelihood is not the one in the words that it quotes.",
    Code.LIKELIHOOD_DOUBLED: "A judgment's sentence has a likelihood of its own, behind that of its title.",
    Code.LIKELIHOOD_HEADING: "A heading says a judgment without its likelihood.",
    Code.LIKELIHOOD_UNSCALED: "A sentence of the book says how likely a thing is with a word that is not on its scale.",
    Code.LIKELIHOODS_FILE: "`likelihoods.yaml` is not YAML or has a faulty record, or the book names an unknown scale.",
    Code.LOCK_DAMAGED: "`anchors.lock` is cut short, edited or otherwise no lock.",
    Code.MARKUP: (
        "Markdown, a directive or a role could not be read: an unknown word, a broken option, a wrong encoding."
    ),
    Code.OPTION: "A word has an option that it does not know, or an option has a value outside its vocabulary.",
    Code.PART_CIRCLE: "Actors or issues are parts of each other in a circle, or metonyms stand for each other in one.",
    Code.PASSAGE_UNKNOWN: "A passage id does not exist in its source.",
    Code.PASSAGE_UNUSED: "A passage of a source that is to be used whole is neither used nor set aside, or is both.",
    Code.POSITION_CONFLICT: "Two positions of one actor on one issue have one date, one basis and different stances.",
    Code.PRINT: "Typst refuses to print the book, so there is no new PDF.",
    Code.QUOTE_ALTERED: "Quoted words differ from the source's words.",
    Code.QUOTE_AMBIGUOUS: "Quoted words stand in more than one place of the source.",
    Code.QUOTE_ATTRIBUTION: "Quoted words are given to a speaker to whom the source does not give them.",
    Code.QUOTE_BRACKET: "Words in brackets turn the quotation, or stand in place of too much.",
    Code.QUOTE_CONTEXT: "Quoted words were found, but not with the context that was given.",
    Code.QUOTE_LONG: "One quotation has more words than the budget of its source allows.",
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
    Code.RESTS_CIRCLE: "Statements rest on each other in a circle.",
    Code.ROMANIZATION: "A Russian name is written otherwise in Latin letters than the rules for it give.",
    Code.SEED_CHANGED: "A seed's bytes differ from the hash that pins it.",
    Code.SEED_MISSING: "A seed named in `sources.yaml` cannot be read.",
    Code.SOURCE_UNKNOWN: "A source id is not in `sources.yaml`.",
    Code.SOURCE_UNQUOTED: "Eight or more consecutive words of a held source stand in a page outside a quotation.",
    Code.SOURCES_FILE: "`sources.yaml` is not YAML, or a record in it lacks a field or has a wrong one.",
    Code.SUBJECT: "A statement does not say whose it is or what it is about.",
}


def meaning(code: Code) -> str:
    """What a code means, in one sentence."""
    return _MEANINGS[code]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of: a path of the project, a line of it (0 if none), and what is there.

    In a seed the place is given by `start` and `end`: 0-based code points, end exclusive, -1 where there are none.
    """

    path: str
    line: int
    message: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Fix:
    """The one way in which a finding can be mended: on `line` of `path`, write `after` in place of `before`.

    An empty `path` is the finding's own. `column` (1-based, in code points) is 0 until the line itself was looked at.
    """

    path: str
    line: int
    before: str
    after: str
    column: int = 0


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
    fix: Fix | None = None

    @property
    def where(self) -> str:
        """The place as an editor finds it: `source/words.md:12`, or the path alone where there is no line."""
        return f"{self.path}:{self.place.line}" if self.place.line else self.path

    @property
    def full_code(self) -> str:
        """The code as it is shown and suppressed: `brief.quote-altered`."""
        return f"brief.{self.code.value}"


def error(
    code: Code, place: Place, message: str, hint: str = "", *, path: str = "", related: tuple[Related, ...] = (),
    fix: Fix | None = None,
) -> Finding:  # fmt: skip
    """A finding that fails the build, unless a baseline names it."""
    return Finding(code, Severity.ERROR, place, message, hint, path, related, fix)


def warning(
    code: Code, place: Place, message: str, hint: str = "", *, path: str = "", related: tuple[Related, ...] = ()
) -> Finding:
    """A finding that fails the build only when warnings count."""
    return Finding(code, Severity.WARNING, place, message, hint, path, related)
