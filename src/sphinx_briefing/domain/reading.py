"""What is known while one page is read: its raw lines, whose page it is, which layer is open, what it noted so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.findings import Code, Finding, Fix, error
from sphinx_briefing.model.likelihood import ICD_203, Scale
from sphinx_briefing.model.pages import Fact
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.text.evidence_lines import parse_evidence, straightened


@dataclass
class Reading:
    """The state of the page that is being read; thrown away when it has been."""

    page: str
    lines: list[str] = field(default_factory=list)
    default_source: str = ""
    facts: list[Fact] = field(default_factory=list)
    lists: list[Key] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    own_actor: str = ""
    own_issue: str = ""
    layers: list[str] = field(default_factory=list)
    in_judgment: bool = False
    scale: Scale = ICD_203
    uses_scale: bool = False
    autolink: bool = False
    changed: str = ""

    def note(self, fact: Fact) -> int:
        """Note a fact; its number names it until the page has been read."""
        self.facts.append(fact)
        return len(self.facts) - 1

    def place(self, line: int, anchor: str = "") -> Place:
        """A place on this page."""
        return Place(self.page, line, anchor)

    def problem(self, code: Code, line: int, message: str, hint: str = "", fix: Fix | None = None) -> None:
        """Note what is wrong on this page; the build goes on, so that all is reported at once."""
        self.problems.append(error(code, self.place(line), message, hint, fix=fix))

    def line_of(self, text: str, near: int = 1) -> int:
        """The line on which `text` stands, at or after `near`.

        Markdown gives a role its paragraph's first line only.
        """
        numbers = range(1, len(self.lines) + 1)
        found = (number for number in (*numbers[max(near, 1) - 1 :], *numbers) if text in self.lines[number - 1])
        return next(found, near)

    def nearest_line(self, near: int, *texts: str) -> int:
        """The line nearest to `near` on which all `texts` stand; `near` itself when there is none.

        It is looked for from `near` outward: each word of a page asks, and a page may be long.
        """
        for far in range(len(self.lines) + abs(near)):
            for number in dict.fromkeys((near - far, near + far)):
                if 0 < number <= len(self.lines) and all(text in self.lines[number - 1] for text in texts):
                    return number
        return near

    def citation(self, text: str, line: int) -> Citation | None:
        """Read an evidence line or the text of a `cite`; None, and a finding, when it does not follow the grammar."""
        try:
            read = parse_evidence(text)
        except ValueError as problem:
            straight = straightened(text)
            fix = Fix("", line, *straight) if straight else None
            self.problem(Code.EVIDENCE_SYNTAX, line, str(problem), "see the manual, page “evidence lines”", fix)
            return None
        source = read.source or self.default_source
        return Citation(
            source, self.place(line), read.passage, read.words, read.silent, read.before, read.after, read.acknowledged,
            read.head,
        )  # fmt: skip

    def replace_fact(self, number: int, **changes: object) -> None:
        """Complete a fact that was noted before its text was final."""
        self.facts[number] = replace(self.facts[number], **changes)  # type: ignore[arg-type]  # any fact, its own fields


def front_matter(text: str) -> dict[str, Any]:
    """The front matter of a page, empty when there is none that can be read."""
    if not text.startswith("---\n"):
        return {}
    block = text[4:].partition("\n---")[0]
    try:
        data = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
