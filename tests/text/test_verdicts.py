"""Every verdict and every edit, by tables of cases: the verdict, the finding's code and message, the edits by name."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from sphinx_briefing.checks.quotations import quotations
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.evidence import Verdict, VerdictKind
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.statements import Claim
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.passages import passage_at
from sphinx_briefing.text.verification import freeze

FOLDER: Final = Path(__file__).parent / "cases"
TEXT: Final = (FOLDER / "quay.txt").read_text("utf-8")
LIBRARY: Final = Library(
    (Source("quay", "article", "The Long Quay", seed="quay.txt"),), {"quay": Seed.of("quay", TEXT)}
)


def cases(name: str) -> list[str]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


CASES: Final = cases("verdicts.txt")
MESSAGES: Final = cases("messages.txt")
PASSED: Final = {VerdictKind.EXACT, VerdictKind.NORMALIZED, VerdictKind.EDITED}


def asked(words: str, options: str = "") -> Book:
    """A book of one claim that quotes the words."""
    context = dict(re.findall(r'(before|after)="([^"]*)"', options))
    passage = re.search(r"#(\w+)", options)
    citation = Citation(
        "quay",
        Place("page", 1),
        passage[1] if passage else "",
        words,
        acknowledged=tuple(re.findall(r"\w+-acknowledged", options)),
        **context,  # type: ignore[arg-type]  # both are texts
    )
    info = replace(BookInfo("Quay"), quotes="strict") if options == "strict" else BookInfo("Quay")
    claim = Claim("c", Place("page", 1), "fact", citations=(citation,))
    return freeze([Page("page", "Page", (claim,))], LIBRARY, info)


def verdict_of(book: Book) -> Verdict:
    (evidence,) = book.evidence.values()
    assert evidence.verdict is not None
    return evidence.verdict


@pytest.mark.parametrize("line", CASES)
def test_each_case_has_its_verdict_its_code_and_its_edits(line: str) -> None:
    words, options, expected, *edits = (part.strip() for part in line.split("|"))
    words = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), words).replace("\\n", "\n")
    kind, _, code = expected.partition(":")
    book = asked(words, options)
    verdict = verdict_of(book)
    assert verdict.kind == kind, verdict
    assert "; ".join(verdict.edits) == "".join(edits)
    if verdict.passed:
        place = passage_at(LIBRARY.seeds["quay"].passages, verdict.start)
        assert place
        assert verdict.passage == place.id
    codes = [finding.code.value for finding in quotations(book)]
    assert codes == ([] if kind in PASSED else [code or f"quote-{kind}"])


@pytest.mark.parametrize("line", MESSAGES)
def test_each_refusal_says_what_it_objects_to(line: str) -> None:
    words, options, message = (part.strip() for part in line.split("|"))
    (found,) = quotations(asked(words, options))
    assert found.message == message


def test_the_table_has_every_verdict_and_cases_enough() -> None:
    kinds = {line.split("|")[2].strip().partition(":")[0] for line in CASES}
    assert kinds == {kind.value for kind in VerdictKind} - {"attribution"}
    assert len(set(CASES)) == len(CASES) >= 150


EXACT = "The harbor council will vote on Friday"
BAD = {
    "ten thousand words": "quay " * 10_000,
    "ten thousand words, the first of them true": f"{EXACT} {'gull ' * 10_000}",
    "ten thousand ellipses": "the quay ... " * 10_000,
    "ten thousand brackets": "[" * 10_000 + "quay is long" + "]" * 10_000,
    "an ellipsis at the beginning only": f"... {EXACT}",
    "an ellipsis at the end only": f"{EXACT} ...",
    "nothing but ellipses": "... ... ... ...",
    "nested brackets": "The harbor council [of [the] town] will vote on Friday",
    "a bracket that is not closed": "The harbor council [of the town will vote on Friday",
    "a bracket that is not opened": "The harbor council of the town] will vote on Friday",
    "a regular expression": r"The harbor (council|board).* will \w+ on Friday$",
    "a regular expression that would run for ever": "(a+)+$ " + "a" * 5000 + "! the harbor council",
    "a character class": "The [hH]arbor council will vote on Friday",
    "a surrogate without its other half": "The harbor \ud83d council will vote on Friday",
    "both surrogates, each alone": "The harbor council \udc00 will \ud800 vote on Friday",
    "NUL within": "The harbor council\x00 will vote on Friday",
    "NUL alone": "\x00\x00\x00\x00",
    "a template": "The harbor {council} will %s vote on Friday",
    "markup": "The harbor <b>council</b> will vote on Friday",
    "a mark that overrides the direction": "The harbor council \u202ewill\u202c vote on Friday",
    "only marks": ",,, ;;; ... --- ???",
    "white space": " \t\n\u00a0 ",
}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_bad_input_gets_a_verdict_soon_and_never_passes(words: str) -> None:
    began = time.process_time()
    book = asked(words)
    findings = list(quotations(book))
    assert not verdict_of(book).passed
    assert len(findings) == 1
    assert findings[0].message
    assert findings[0].hint
    assert len(findings[0].message) < 2_000
    assert time.process_time() - began < 5


def test_marks_of_direction_are_invisible_and_hide_no_change() -> None:
    verdict = verify(LIBRARY.seeds["quay"], "The harbor council \u200ewill vote on Friday")
    assert verdict.kind in (VerdictKind.NORMALIZED, VerdictKind.ALTERED)
    assert not verify(LIBRARY.seeds["quay"], "The harbor council \u200fwill not vote on Friday").passed
