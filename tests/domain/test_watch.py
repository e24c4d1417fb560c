"""Warnings of others become findings, with the page and the line they are about."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from docutils import nodes
from sphinx.util.logging import NAMESPACE

from sphinx_briefing.domain.watch import Watch
from sphinx_briefing.model.findings import Code, Finding, Severity
from sphinx_briefing.model.places import Place

PATHS = {"/book/a.md": "a", "/book/b.md": "b"}


@pytest.fixture
def watch() -> Iterator[Watch]:
    found = Watch(PATHS.get)
    yield found
    found.detach()


def say(
    watch: Watch, message: str = "odd", *, level: int = logging.WARNING, suppressed: tuple[str, ...] = (), **extra: Any
) -> list[Finding]:
    notes: list[Finding] = []
    watch.attach("page", notes.append, suppressed)
    record = logging.LogRecord(NAMESPACE, level, "", 0, message, (), None)
    vars(record).update(extra)
    watch.handle(record)
    watch.detach()
    return notes


def node(source: str, line: int | None) -> nodes.Element:
    found = nodes.paragraph("", "x")
    found.source, found.line = source, line
    return found


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("/book/a.md:12", Place("a", 12)),
        ("/book/a.md", Place("a", 0)),
        ("/book/a.md:", Place("a", 0)),
        ("/elsewhere.md:3", Place("page", 3)),
        (("b", 7), Place("b", 7)),
        (("b", None), Place("b", 0)),
        (node("/book/b.md", 5), Place("b", 5)),
        (None, Place("page", 0)),
    ],
)
def test_a_warning_is_about_the_page_it_names_else_about_the_one_that_is_read(
    watch: Watch, location: Any, place: Place
) -> None:
    (found,) = say(watch, location=location)
    assert (found.code, found.place) == (Code.MARKUP, place)


@pytest.mark.parametrize(
    ("extra", "severity"),
    [
        ({"type": "myst", "subtype": "directive_unknown"}, Severity.ERROR),  # words would be lost
        ({"type": "myst", "subtype": "role_unknown"}, Severity.ERROR),
        ({"type": "myst", "subtype": "xref_missing"}, Severity.WARNING),
        ({"type": "ref", "subtype": "doc"}, Severity.WARNING),
        ({}, Severity.WARNING),
        ({"level": logging.ERROR}, Severity.ERROR),
    ],
)
def test_what_loses_words_is_an_error(watch: Watch, extra: dict[str, Any], severity: Severity) -> None:
    (found,) = say(watch, **extra)
    assert found.severity is severity


def test_a_warning_carries_its_type_once(watch: Watch) -> None:
    assert say(watch, "odd", type="ref", subtype="doc")[0].message == "odd [ref.doc]"
    assert say(watch, "odd [ref.doc]", type="ref", subtype="doc")[0].message == "odd [ref.doc]"
    assert say(watch, "over\n  lines")[0].message == "over lines"


def test_our_own_findings_and_what_the_book_suppresses_are_not_noted(watch: Watch) -> None:
    assert say(watch, type="brief", subtype="date-invalid") == []
    assert say(watch, type="ref", subtype="doc", suppressed=("ref.doc",)) == []
    assert say(watch, type="ref", subtype="doc", suppressed=("ref.term",)) != []


def test_nothing_is_noted_when_nobody_listens(watch: Watch) -> None:
    logger = logging.getLogger(NAMESPACE)
    before = list(logger.handlers)
    watch.attach("page", lambda finding: None, ())
    watch.attach("page", lambda finding: None, ())
    assert logger.handlers.count(watch) == 1
    watch.detach()
    assert logger.handlers == before
    watch.handle(logging.LogRecord(NAMESPACE, logging.WARNING, "", 0, "odd", (), None))
