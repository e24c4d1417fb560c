"""The house: what a floor may load, registers that agree with each other, files that stay small."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import sphinx_briefing
from sphinx_briefing.checks import CHECKS
from sphinx_briefing.directives import DRAWINGS, MENTION_DRAWINGS, ROLES, WORDS
from sphinx_briefing.directives.view import ViewWord
from sphinx_briefing.domain.brief import OBJECT_KINDS, ROLE_KINDS
from sphinx_briefing.model.findings import Code
from sphinx_briefing.outputs import OUTPUTS
from sphinx_briefing.views import VIEWS

SRC = Path(sphinx_briefing.__file__).parent
MODULES = sorted(SRC.rglob("*.py"))
LOWER = ("model", "text", "ingest", "views", "checks")


def name_of(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def run_python(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_lower_floors_load_neither_sphinx_nor_docutils() -> None:
    run_python(
        "import sys, sphinx_briefing.model, sphinx_briefing.text, sphinx_briefing.views\n"
        "import sphinx_briefing.checks, sphinx_briefing.config, sphinx_briefing.ingest\n"
        "loaded = {'sphinx', 'docutils', 'myst_parser', 'requests', 'urllib3', 'typst', 'pikepdf'} & set(sys.modules)\n"
        "assert not loaded, loaded"
    )


def test_the_model_alone_loads_no_library_at_all() -> None:
    """Not even the one that reads dates: `briefing --help` must not wait for it."""
    run_python(
        "import sys, sphinx_briefing.model\nassert not {'yaml', 'edtf', 'rapidfuzz', 'jsonschema'} & set(sys.modules)"
    )


def test_the_command_loads_sphinx_only_for_a_verb_that_builds() -> None:
    """`briefing explain` and `briefing --help` answer at once."""
    run_python(
        "import sys, sphinx_briefing.cli\n"
        "loaded = {'sphinx', 'docutils', 'myst_parser', 'typst', 'pikepdf'} & set(sys.modules)\n"
        "assert not loaded, loaded"
    )


def test_the_package_and_its_distribution_have_one_version() -> None:
    assert sphinx_briefing.__version__ == version("sphinx-briefing")


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path).split("/")[0] in LOWER], ids=name_of)
def test_a_lower_floor_imports_only_what_lies_below(path: Path) -> None:
    floor = LOWER.index(name_of(path).split("/")[0])
    above = {
        f"sphinx_briefing.{name}"
        for name in (*LOWER[floor + 1 :], "domain", "directives", "outputs", "cli", "extension")
    }
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [item.name for item in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        for name in names:
            assert not any(name == other or name.startswith(f"{other}.") for other in above), name


def test_the_composition_root_is_small() -> None:
    assert len((SRC / "extension.py").read_text("utf-8").splitlines()) < 80


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_knows_and_stays_small(path: Path) -> None:
    text = path.read_text("utf-8")
    if name_of(path) != "cli/skeleton/conf.py":  # an editor's file, not a module of ours
        assert re.match(r'"""[A-Z`{]', text), "no docstring"
    assert len(text.splitlines()) <= 400
    assert path.stem not in ("utils", "helpers", "misc", "common")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_knows_no_place_on_a_machine(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"""["'`(\s](/(work|home|root|tmp|usr|opt|Users|mnt)/|[A-Z]:\\)""", text)


def test_the_registers_of_views_agree() -> None:
    assert set(DRAWINGS) | set(MENTION_DRAWINGS) == set(VIEWS)
    assert not set(DRAWINGS) & set(MENTION_DRAWINGS)


def test_every_word_that_is_a_view_asks_a_view_of_its_name() -> None:
    words = {name for name, word in WORDS.items() if issubclass(word, ViewWord)}
    assert words <= set(VIEWS)
    assert words == {
        "dossier", "matrix", "timeline", "judgments", "mentions", "sources", "coverage", "ledger", "discrepancies",
        "depends-on", "scale", "errata", "changes", "quotations", "network", "a-to-z", "pair", "figures",
        "imprint",
    }  # fmt: skip


def test_roles_that_mention_are_the_kinds_that_have_a_role() -> None:
    assert set(ROLES) == {*ROLE_KINDS, "cite", "quote", "computed", "aside"}
    assert set(ROLE_KINDS) <= set(OBJECT_KINDS)


@pytest.mark.parametrize(
    ("register", "folder"),
    [(VIEWS, "views"), (WORDS, "directives"), (CHECKS, "checks"), (OUTPUTS, "outputs")],
    ids=["views", "words", "checks", "outputs"],
)
def test_a_register_is_an_explicit_table(register: dict[str, object], folder: str) -> None:
    assert register
    assert all(re.fullmatch(r"[a-z-]+", name) for name in register)
    assert (SRC / folder / "__init__.py").read_text("utf-8").count("Final[") >= 1


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_stands_in_a_file_of_its_name(name: str) -> None:
    assert CHECKS[name].__module__ == f"sphinx_briefing.checks.{name}"  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", Code)
def test_every_code_is_used_somewhere(code: Code) -> None:
    uses = [
        path
        for path in MODULES
        if name_of(path) != "model/findings.py" and re.search(rf"\bCode\.{code.name}\b", path.read_text("utf-8"))
    ]
    assert uses, f"nothing reports {code.value}"
