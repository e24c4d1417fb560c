"""Whatever is written on an argument line or an evidence line: the worst that happens is a sentence about it."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.directives import WORDS
from sphinx_briefing.directives.base import StatementWord
from sphinx_briefing.model.vocabularies import BASES, STANCES
from sphinx_briefing.text.argument_lines import read_arguments
from sphinx_briefing.text.evidence_lines import parse_evidence, split_body

GRAMMARS = {name: word.grammar for name, word in WORDS.items() if issubclass(word, StatementWord)}
#: Text of any kind, and text that almost is what is expected.
LINE = st.text() | st.lists(
    st.sampled_from([*STANCES, *BASES, "lavrov", "/", ",", " ", "2009-03", "2009~", "2006/2008", "..", "none", "\n"]),
    max_size=9,
).map(" ".join)
EVIDENCE = st.text() | st.lists(
    st.sampled_from(
        ["@", "@S47", "#p1s1", " ", '"', "“", "~", '"some words"', "after", "before", "cut-acknowledged", "\n", "> "]
    ),
    max_size=9,
).map("".join)


@pytest.mark.parametrize("word", GRAMMARS)
@given(line=LINE)
def test_any_argument_line_is_read_or_complained_of(word: str, line: str) -> None:
    grammar = GRAMMARS[word]
    found = read_arguments(line, grammar.vocabularies, dated=grammar.dated)
    for name, value in found.values.items():
        assert value in grammar.vocabularies[name]
    for problem in found.problems:
        assert problem.message
        assert problem.hint


@pytest.mark.parametrize("word", GRAMMARS)
@given(value=st.text())
def test_any_value_of_an_option_is_read_or_complained_of(word: str, value: str) -> None:
    for option in GRAMMARS[word].options.values():
        with contextlib.suppress(ValueError):
            option.read(value)


@given(text=EVIDENCE)
def test_any_evidence_is_read_or_complained_of(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert '"' not in parse_evidence(text).words


@given(
    lines=st.lists(
        EVIDENCE.map(lambda text: text.replace("\n", " ")) | st.sampled_from([":::", "::::", "```", "> @", "> and on"])
    )
)
def test_any_body_keeps_its_lines(lines: list[str]) -> None:
    body, evidence = split_body(lines)
    assert len(body) == len(lines)
    assert all(kept in ("", line) for kept, line in zip(body, lines, strict=True))
    assert all(re.match(" {0,3}> ?@", lines[number]) for number, _text in evidence)
