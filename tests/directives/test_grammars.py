"""The register of words: vocabularies that cannot be confused, names that nobody else uses, examples that are right."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from docutils.parsers.rst import directives as docutils_directives
from docutils.parsers.rst.languages import en
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from sphinx_briefing.directives import ROLES, WORDS
from sphinx_briefing.directives.base import StatementWord
from sphinx_briefing.text.argument_lines import read_arguments

STATEMENTS = {name: word for name, word in WORDS.items() if issubclass(word, StatementWord)}


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_value_of_a_word_belongs_to_two_vocabularies(name: str) -> None:
    grammar = STATEMENTS[name].grammar
    for (first, values), (second, others) in itertools.combinations(grammar.vocabularies.items(), 2):
        assert not {value.casefold() for value in values} & {value.casefold() for value in others}, (first, second)


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_value_is_no_option_and_what_is_required_is_a_vocabulary(name: str) -> None:
    grammar = STATEMENTS[name].grammar
    assert not set(grammar.vocabularies) & set(grammar.options)
    assert set(grammar.required) <= set(grammar.vocabularies)
    assert all(value == value.casefold() for values in grammar.vocabularies.values() for value in values)
    assert len({option.field for option in grammar.options.values()}) == len(grammar.options)


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_example_of_a_word_is_right(name: str) -> None:
    """It is shown to an editor whose argument line was wrong."""
    word = STATEMENTS[name]
    line = word.example(object.__new__(word)).replace(" -> ", " / ")  # as the word itself has it read
    found = read_arguments(line, word.grammar.vocabularies, dated=word.grammar.dated)
    assert found.problems == []
    assert len(found.ids) == (2 if name == "relation" else 1)
    assert set(word.grammar.required) <= set(found.values)
    assert found.date is not None or not word.grammar.date_required


def names_of_others(folder: Path) -> Iterator[tuple[str, str]]:
    """The directives and roles of docutils, Sphinx, MyST and sphinx-design, without those of our own domain."""
    (folder / "conf.py").write_text('extensions = ["myst_parser", "sphinx_design"]\n')
    (folder / "index.md").write_text("# Empty\n")
    yield from (("directive", name) for name in en.directives)
    with docutils_namespace():
        app = Sphinx(folder, folder, folder / "out", folder / "doctrees", "dummy", status=None, warning=None)
        yield from (("directive", name) for name in docutils_directives._directives)
        standard = app.env.domains.standard_domain  # its words need no prefix
        yield from (("directive", name) for name in standard.directives)
        yield from (("role", name) for name in standard.roles)


def test_no_word_takes_the_name_of_somebody_elses(tmp_path: Path) -> None:
    others = set(names_of_others(tmp_path))
    assert ("directive", "glossary") in others
    assert ("directive", "toctree") in others
    assert ("directive", "grid") in others
    assert ("role", "term") in others
    assert not {("directive", name) for name in WORDS} & others
    assert not {("role", name) for name in ROLES} & others
