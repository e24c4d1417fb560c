"""What stops a book from being built before Sphinx would notice: an error that carries its findings."""

from __future__ import annotations

from sphinx.errors import ConfigError

from sphinx_briefing.checks.report import one_line
from sphinx_briefing.model.findings import Finding


class RefusedError(ConfigError):
    """The book is not built: an option is wrong, or a frozen edition cannot be read. `findings` says which and why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(one_line(finding) for finding in findings))
        self.findings = findings
