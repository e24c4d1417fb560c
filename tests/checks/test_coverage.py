"""A source that is to be used whole: each passage used, or set aside with a reason, and never both."""

from __future__ import annotations

from dataclasses import replace

from sphinx_briefing.checks.coverage import coverage
from sphinx_briefing.model.findings import Code, Finding, Severity
from sphinx_briefing.model.sources import SetAside
from sphinx_briefing.text.library import Library
from views.books import LIBRARY, TALE, book, cite, claim

ALL = ("t1", "b1", "p1s1", "p1s2", "p1s3", "p2s1", "p2s2", "p2s3")


def findings(*used: str, whole: bool = True, **aside: str) -> list[Finding]:
    source = replace(
        TALE,
        coverage="whole" if whole else "cited",
        set_aside=tuple(SetAside(passage, reason) for passage, reason in aside.items()),
    )
    cited = tuple(cite(passage=passage, line=5) for passage in used)
    return list(coverage(book(claim("c", citations=cited), library=Library((source,), LIBRARY.seeds))))


def test_each_passage_that_nothing_uses_is_a_warning() -> None:
    found = findings(*ALL[2:])
    assert [item.message.partition(" ")[0] for item in found] == ["tale#t1", "tale#b1"]
    assert {(item.code, item.severity) for item in found} == {(Code.PASSAGE_UNUSED, Severity.WARNING)}
    assert (found[0].place.page, found[0].place.line) == ("sources.yaml", TALE.line)


def test_used_or_set_aside_is_good() -> None:
    assert findings(*ALL) == []
    assert findings(*ALL[2:], t1="a headline", b1="a name") == []


def test_set_aside_and_yet_used_is_a_warning_that_says_where() -> None:
    (found,) = findings(*ALL, b1="a name")
    assert "tale#b1 is set aside (“a name”), and yet used in page, line 5" in found.message
    assert [item.message.partition(" ")[0] for item in findings("b1", whole=False, b1="x")] == ["tale#b1"]


def test_a_source_that_is_only_cited_may_have_unused_passages() -> None:
    assert findings("p1s1", whole=False) == []


def test_a_passage_that_a_false_quotation_means_has_its_finding_already() -> None:
    source = replace(TALE, coverage="whole")
    wrong = (cite("Northport opposes the old toll and says so loudly"), cite("no such words", passage="p1s2"))
    cited = tuple(cite(passage=passage) for passage in ALL if passage not in ("p1s1", "p1s2"))
    whole = book(claim("c", citations=(*wrong, *cited)), library=Library((source,), LIBRARY.seeds))
    assert list(coverage(whole)) == []
