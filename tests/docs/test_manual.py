"""The manual and the system name the same things: whatever exists has its page, whatever has a page exists."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import docutils.parsers.rst.directives as docutils_directives
import docutils.parsers.rst.roles as docutils_roles
import pytest
from docutils.parsers.rst.languages import en
from manual_examples import DOCS, examples, pages
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_briefing.checks import CHECKS
from sphinx_briefing.cli import VERBS
from sphinx_briefing.cli.build import OUTPUTS as PUBLISHED
from sphinx_briefing.config import option_table
from sphinx_briefing.directives import ROLES, WORDS
from sphinx_briefing.directives.base import StatementWord
from sphinx_briefing.directives.view import ViewWord
from sphinx_briefing.model.findings import Code, meaning
from sphinx_briefing.model.likelihood import ICD_203, SCALES
from sphinx_briefing.model.schema import book_schema
from sphinx_briefing.model.serialization import LISTS
from sphinx_briefing.outputs import OUTPUTS
from sphinx_briefing.text.library import _validator
from sphinx_briefing.text.scales import _validator as scales_validator

ROOT = DOCS.parent
VIEW_WORDS = sorted(name for name, word in WORDS.items() if issubclass(word, ViewWord))
OTHER_WORDS = sorted(set(WORDS) - set(VIEW_WORDS))
#: The page of each output, by the name of its builder in the register.
OUTPUT_PAGES = {"html": "html", "typstpdf": "pdf", "briefdata": "data", "others": "others"}

ENTRIES = [
    *(f"words/{name}" for name in OTHER_WORDS),
    *(f"views/{name}" for name in VIEW_WORDS),
    *(f"checks/{name}" for name in CHECKS),
    *(f"outputs/{OUTPUT_PAGES.get(name, name)}" for name in OUTPUTS),
]


def read(page: str) -> str:
    return (DOCS / f"{page}.md").read_text("utf-8")


def section(page: str, title: str) -> str:
    """The text under a heading of the second level."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", read(page), re.MULTILINE | re.DOTALL)
    assert found, f"docs/{page}.md has no section {title}"
    return found[1]


# ---- whatever exists has its page


@pytest.mark.parametrize("page", ENTRIES)
def test_page_begins_with_an_example(page: str) -> None:
    text = re.sub(r"\A---\n.*?\n---\n", "", read(page), flags=re.DOTALL)
    assert re.match(r"# [^\n]+\n\n(% example: [^\n]+\n\n)?```", text)


@pytest.mark.parametrize("name", OTHER_WORDS)
def test_word_page_tells_every_option_and_value(name: str) -> None:
    text, word = read(f"words/{name}"), WORDS[name]
    if issubclass(word, StatementWord):
        for option in (*word.grammar.options, *word.grammar.vocabularies):
            assert f"`:{option}:`" in text
        for values in word.grammar.vocabularies.values():
            for value in values:
                assert f"`{value}`" in text


@pytest.mark.parametrize("name", LISTS)
def test_every_field_of_the_data_is_told(name: str) -> None:
    """What all items have stands above the table, what one list has beside it in its row."""
    row = re.search(rf"^\| `{name}` \| (.+) \|$", read("outputs/data"), re.M)
    assert row, name
    shared = {"id", "place", "layer", "text", "evidence", "prose", "implied"}
    fields = set(book_schema()["$defs"][LISTS[name].__name__]["properties"]) - shared
    assert fields - set(re.findall(r"`([a-z_]+)`", row[1])) == set()


@pytest.mark.parametrize("name", VIEW_WORDS)
def test_view_page_tells_every_option(name: str) -> None:
    word = WORDS[name]
    assert issubclass(word, ViewWord)
    for option in word.known:
        assert f"`:{option}:`" in read(f"views/{name}")


@pytest.mark.parametrize("page", [page for page in ENTRIES if page.startswith(("words/", "views/"))])
def test_word_page_has_a_good_and_a_failing_example(page: str) -> None:
    found = [example for example in examples("markdown") if example.page == page]
    assert any(not example.codes for example in found)
    assert any(example.codes for example in found)
    assert "## What can go wrong\n" in read(page)
    assert "## On the site and in print\n" in read(page)


@pytest.mark.parametrize("name", ROLES)
def test_role_is_told_and_used(name: str) -> None:
    assert f"`{{{name}}}`" in read("words/roles")
    assert any(f"{{{name}}}`" in example.text for example in examples("markdown") if example.page == "words/roles")


@pytest.mark.parametrize("code", list(Code))
def test_code_has_its_section(code: Code) -> None:
    text = section("findings", f"`brief.{code.value}`")
    assert meaning(code) in text
    assert f"(brief.{code.value})=\n## `brief.{code.value}`\n" in read("findings")
    assert f"% example: brief.{code.value}\n" in text
    assert "% example: good\n" in text


@pytest.mark.parametrize("check", CHECKS)
def test_check_is_listed(check: str) -> None:
    assert f"[{check}]({check}.md)" in read("checks/index")


@pytest.mark.parametrize(("name", "help_text"), [(row[0], row[4]) for row in option_table()])
def test_option_has_its_section_and_example(name: str, help_text: str) -> None:
    text = " ".join(section("options", f"`{name}`").split())
    assert help_text.removesuffix(".") in text
    assert any(example.text.startswith(f"{name} = ") for example in examples("python"))


def test_table_of_options_is_made_from_the_options() -> None:
    table = runpy.run_path(str(DOCS / "conf.py"))["options_as_table"]()
    assert all(f"`{row[0]}`" in table for row in option_table())
    assert "\n{{ options }}\n" in read("options")


def test_options_of_the_page_exist() -> None:
    known = {row[0] for row in option_table()}
    for path in pages():
        text = path.read_text("utf-8").replace("brief_asoff", "")  # the example of an option that there is not
        assert set(re.findall(r"\bbrief_\w+", text)) <= known, path


@pytest.mark.parametrize("verb", VERBS)
def test_verb_has_its_section(verb: str) -> None:
    assert section("commands", f"`briefing {verb}`")


@pytest.mark.parametrize("output", PUBLISHED)
def test_published_output_is_told(output: str) -> None:
    assert f"`{output}`" in section("commands", "`briefing build`")


def test_targets_of_make_are_told() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert phony
    told = set(re.findall(r"`make ([a-z]+)`", section("commands", "Targets of `make`")))
    assert told == set(phony[1].split()) - {"book"}


def test_fields_of_a_source_are_told() -> None:
    record = _validator().schema["properties"]["sources"]["items"]
    for field in record["properties"]:
        assert f"`{field}`" in section("sources-yaml", "Fields of a record")


def test_words_of_likelihood_are_told() -> None:
    assert all(f"`{word}`" in read("words/judgment") for word in ICD_203.vocabulary)
    for scale in SCALES.values():
        told = section("likelihoods-yaml", f"`{scale.id}`")
        for step in scale.steps:
            assert all(f"`{word}`" in told for word in step.words)
            assert scale.range_of(step).replace("\u00a0", " ") in told


def test_fields_of_a_scale_are_told() -> None:
    record = scales_validator().schema["properties"]["scales"]["items"]
    text = section("likelihoods-yaml", "Fields of a scale")
    for field in (*record["properties"], *record["properties"]["steps"]["items"]["properties"]):
        assert f"`{field}`" in text


# ---- whatever has a page exists


def test_pages_of_words_views_checks_and_outputs_exist_for_a_reason() -> None:
    besides = {"words/roles", "outputs/publishing"}
    found = {path.relative_to(DOCS).with_suffix("").as_posix() for path in pages()}
    inside = {name for name in found if "/" in name and not name.endswith("/index")}
    assert inside == {*ENTRIES, *besides}


@dataclass(frozen=True)
class Others:
    """The directives and roles of docutils, Sphinx, MyST and sphinx-design."""

    directives: frozenset[str]
    roles: frozenset[str]


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Others:
    folder = tmp_path_factory.mktemp("others")
    (folder / "conf.py").write_text('extensions = ["myst_parser", "sphinx_design"]\n', "utf-8")
    (folder / "index.md").write_text("# Nothing\n", "utf-8")
    with patch_docutils(folder), docutils_namespace():
        app = Sphinx(folder, folder, folder / "out", folder / "doctrees", "dummy", status=None, warning=None)
        std = app.env.domains.standard_domain
        directives = {
            *docutils_directives._directives,
            *docutils_directives._directive_registry,
            *en.directives,
            *std.directives,
        }
        roles = {*docutils_roles._roles, *docutils_roles._role_registry, *en.roles, *std.roles}
    return Others(frozenset({*directives, "eval-rst"}), frozenset(roles))


def test_no_name_of_ours_is_taken(others: Others) -> None:
    assert "grid" in others.directives
    assert "toctree" in others.directives
    assert "term" in others.roles
    assert "bdg" in others.roles
    assert not set(WORDS) & others.directives
    assert not set(ROLES) & others.roles


def test_no_page_names_a_word_that_does_not_exist(others: Others) -> None:
    known = {*WORDS, *ROLES, *others.directives, *others.roles, *(f"brief:{name}" for name in (*WORDS, *ROLES))}
    wrong = {example.line: example.page for example in examples("markdown") if "brief.markup" in example.codes}
    for path in pages():
        page = path.relative_to(DOCS).with_suffix("").as_posix()
        named = re.findall(r"(?:[:`]{3,}|(?<!`)`|(?<=[\s(]))\{([a-z][\w:-]*)(?: \w+)?\}", path.read_text("utf-8"))
        unknown = set(named) - known
        assert unknown <= ({"postion"} if page in wrong.values() else set()), page


def test_every_page_of_markdown_in_the_manual_is_an_example() -> None:
    for path in pages():
        text = path.read_text("utf-8")
        blocks = re.findall(
            r"^```+(?:markdown|python)\n|^```+json\n\{.version|^```+yaml\n(?:sources|scales):", text, re.MULTILINE
        )
        page = path.relative_to(DOCS).with_suffix("").as_posix()
        kinds = ("markdown", "python", "yaml", "json")
        marked = [item for kind in kinds for item in examples(kind) if item.page == page]
        assert len(blocks) == len(marked), page


def test_every_failing_example_shows_its_message() -> None:
    silent = [
        item.name
        for kind in ("markdown", "python", "yaml", "json")
        for item in examples(kind)
        if item.is_judged and item.codes and not item.says
    ]
    assert not silent


def test_no_page_names_a_path_of_a_machine() -> None:
    for path in pages():
        assert not re.search(
            r"(?<![\w.])/(?:work|home|tmp|root|Users|usr|var|opt|mnt)\b|[A-Z]:\\", path.read_text("utf-8")
        ), path


# ---- the page of architecture is true


def test_architecture_names_every_floor_and_register() -> None:
    layers = re.search(
        r"^layers = \[\n(.*?)^\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert layers
    floors = section("architecture", "The floors")
    for name in re.findall(r'"(\w+)"', layers[1]):
        assert re.search(rf"^\| \d? ?\| `{name}` \|", floors, re.MULTILINE), name
    for register in ("views.VIEWS", "checks.CHECKS", "directives.WORDS", "ROLES", "outputs.OUTPUTS", "cli.VERBS"):
        assert f"`{register}`" in floors


# ---- the manual builds


def test_manual_builds_without_a_warning(tmp_path: Path) -> None:
    """As `make docs` does it, in a process of its own: other extensions may warn Python of what we cannot mend."""
    command = [sys.executable, "-m", "sphinx", "-nW", "--keep-going", "-q", "-b", "html"]
    folders = ["-d", str(tmp_path / "doctrees"), str(DOCS), str(tmp_path / "out")]
    done = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "findings.html").is_file()
