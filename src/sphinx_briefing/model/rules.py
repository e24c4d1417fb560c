"""By which rules a book was judged: the rule set it is pinned to, and the fingerprint that reports carry."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.findings import Code, Finding, Severity

#: Every rule set there has been, oldest first. A book names one in `brief_rules`.
RULE_SETS: Final = ("2026.1",)

#: The codes that came after the first rule set, each with the set it came with. There are none yet.
LATER: Final[Mapping[Code, str]] = {}


def came_with(code: Code) -> str:
    """The rule set that brought a code."""
    return LATER.get(code, RULE_SETS[0])


def pinned(finding: Finding, rules: str) -> Finding:
    """The finding as a book pinned to `rules` has it: what a later rule set brought only warns."""
    if RULE_SETS.index(came_with(finding.code)) <= RULE_SETS.index(rules):
        return finding
    return replace(finding, severity=Severity.WARNING)


def fingerprint(book: Book) -> dict[str, Any]:
    """By what the book was judged: rule set, version of the Unicode data, and the SHA-256 of each text that is held."""
    return {
        "version": book.info.rules,
        "unicode": unicodedata.unidata_version,
        "seeds": {text.source: text.sha256 for text in book.texts.values()},
    }
