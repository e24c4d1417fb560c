"""Floor 3: the Book held to rules. Each check is a pure function from the Book to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from sphinx_briefing.checks.anchors import anchors
from sphinx_briefing.checks.budget import budget
from sphinx_briefing.checks.circles import circles
from sphinx_briefing.checks.coverage import coverage
from sphinx_briefing.checks.evidence import evidence
from sphinx_briefing.checks.figures import figures
from sphinx_briefing.checks.hindsight import hindsight
from sphinx_briefing.checks.identities import identities
from sphinx_briefing.checks.likelihoods import likelihoods
from sphinx_briefing.checks.positions import positions
from sphinx_briefing.checks.quotations import quotations
from sphinx_briefing.checks.references import references
from sphinx_briefing.checks.romanization import romanization
from sphinx_briefing.checks.unquoted import unquoted
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Finding

Check = Callable[[Book], Iterable[Finding]]

#: Every check by its name, in the order in which they run.
CHECKS: Final[Mapping[str, Check]] = {
    "identities": identities,
    "references": references,
    "circles": circles,
    "positions": positions,
    "evidence": evidence,
    "quotations": quotations,
    "anchors": anchors,
    "hindsight": hindsight,
    "romanization": romanization,
    "figures": figures,
    "likelihoods": likelihoods,
    "unquoted": unquoted,
    "budget": budget,
    "coverage": coverage,
}


def run_checks(book: Book) -> tuple[Finding, ...]:
    """The findings of all checks."""
    return tuple(finding for check in CHECKS.values() for finding in check(book))
