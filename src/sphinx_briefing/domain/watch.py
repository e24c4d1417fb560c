"""Warnings of Sphinx, MyST and docutils, caught while a page is read or written, so that they outlive the build.

Sphinx warns about a page only when it handles it: a second build of an unchanged page falls silent. What was warned
while reading is kept as findings of the page; a page that warned while it was written is written again next time.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from docutils import nodes
from docutils.utils import get_source_line
from sphinx.util.logging import NAMESPACE, is_suppressed_warning

from sphinx_briefing.model.findings import Code, Finding, Severity
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.suggestions import hint

#: Warnings of MyST that mean lost content: an error for us, since nothing may be dropped silently.
_LOSSES: Final = {
    "directive_unknown",
    "directive_parsing",
    "directive_option",
    "directive_comments",
    "role_unknown",
    "topmatter",
}
_UNKNOWN_DIRECTIVE: Final = re.compile(r"Unknown directive type: '([^']+)'")
_UNKNOWN_ROLE: Final = re.compile(r'Unknown interpreted text role "([^"]+)"')
_AT_LINE: Final = re.compile(r":(\d+)$")


class Watch(logging.Handler):
    """Hands each warning (as a finding, with the page it is about) to `note` while it is attached."""

    def __init__(self, path_to_page: Callable[[str], str | None]) -> None:
        super().__init__(logging.WARNING)
        self._path_to_page = path_to_page
        self._suppressed: tuple[str, ...] = ()
        self._known: dict[re.Pattern[str], tuple[str, ...]] = {}
        self._page = ""
        self._note: Callable[[Finding], None] | None = None

    @property
    def informed(self) -> bool:
        """Whether it was told which words there are."""
        return bool(self._known)

    def knows(self, directives: Iterable[str], roles: Iterable[str]) -> None:
        """Tell which words there are, for a "did you mean"."""
        self._known = {_UNKNOWN_DIRECTIVE: tuple(directives), _UNKNOWN_ROLE: tuple(roles)}

    def attach(self, page: str, note: Callable[[Finding], None], suppressed: Any) -> None:
        """Begin: warnings without a place of their own are about `page`."""
        self._page, self._note, self._suppressed = page, note, tuple(suppressed)
        logger = logging.getLogger(NAMESPACE)
        if self not in logger.handlers:
            logger.addHandler(self)

    def detach(self) -> None:
        """End."""
        logging.getLogger(NAMESPACE).removeHandler(self)
        self._note = None

    def emit(self, record: logging.LogRecord) -> None:
        """Note one record, unless it is our own (`brief`) or suppressed in `conf.py`."""
        kind, subtype = getattr(record, "type", None) or "", getattr(record, "subtype", None) or ""
        if self._note is None or kind == "brief" or is_suppressed_warning(kind, subtype, self._suppressed):
            return
        if record.__dict__.get("briefing_noted"):
            return
        if self._page:  # Sphinx hands what was warned while reading on again, from workers and when all pages are read
            record.__dict__["briefing_noted"] = True
        page, line = self._where(getattr(record, "location", None))
        grave = record.levelno >= logging.ERROR or (kind == "myst" and subtype in _LOSSES)
        name = f" [{'.'.join(filter(None, (kind, subtype)))}]" if kind else ""
        message = " ".join(logging.LogRecord.getMessage(record).split())
        severity = Severity.ERROR if grave else Severity.WARNING
        self._note(
            Finding(Code.MARKUP, severity, Place(page, line), message.removesuffix(name) + name, self._hint(message))
        )

    def _hint(self, message: str) -> str:
        """For an unknown word: which known one was probably meant."""
        for pattern, known in self._known.items():
            match = pattern.search(message)
            if match and match[1] in known:  # it is ours; words of Sphinx are always found
                return f'add `primary_domain = "brief"` to conf.py, or write `{{brief:{match[1]}}}`'
            if match:
                return hint(match[1], known, "see the manual for the words there are")
        return ""

    def _where(self, location: Any) -> tuple[str, int]:
        if isinstance(location, nodes.Node):
            source, line = get_source_line(location)
            return self._page_of(source or ""), line or 0
        if isinstance(location, tuple):
            return location[0] or self._page, location[1] or 0
        text = str(location or "")
        match = _AT_LINE.search(text)
        return self._page_of(text[: match.start()] if match else text), int(match[1]) if match else 0

    def _page_of(self, path: str) -> str:
        return (self._path_to_page(path.rstrip(":")) if path else None) or self._page
