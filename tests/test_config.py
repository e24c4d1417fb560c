"""The options of a book: each with a default, a sentence of help, and a check that names the option."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sphinx.config import Config
from sphinx.util.tags import Tags

from sphinx_briefing.config import BriefingConfig, option_table, read_config

TABLE = option_table()


def values(**changed: Any) -> SimpleNamespace:
    """Options as Sphinx holds them: every one of them, most by default."""
    return SimpleNamespace(
        **{name: default for name, default, *_ in TABLE} | {f"brief_{key}": value for key, value in changed.items()}
    )


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_every_option_has_a_type_a_default_of_it_and_a_sentence_of_help(row: tuple[str, Any, type, str, str]) -> None:
    name, default, kind, rebuild, help_text = row
    assert re.fullmatch(r"brief_[a-z]+", name)
    assert type(default) is kind
    assert rebuild in ("env", "html", "")
    assert re.fullmatch(r"[A-Z].*\.", help_text)


def test_there_are_few_options() -> None:
    assert len(TABLE) <= 15


def test_defaults_are_good() -> None:
    assert read_config(values()) == BriefingConfig()


def test_options_are_read() -> None:
    found = read_config(
        values(source="tale", asof="2009-09", hindsight=True, paper="us-letter", edition="2", seeds="a/b")
    )
    assert found == BriefingConfig(
        source="tale", asof="2009-09", hindsight=True, paper="us-letter", edition="2", seeds="a/b"
    )


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"paper": "a3"}, "conf.py: brief_paper: `a3` is no paper size; write one of: a4, us-letter"),
        ({"rules": "2025.9"}, "conf.py: brief_rules: `2025.9` is no rule set; write one of: 2026.1"),
        ({"asof": "September 2009"}, "conf.py: brief_asof: `September 2009` is not an EDTF date"),
        ({"asof": 2009}, "conf.py: brief_asof: `2009` is not text; write it between quotation marks"),
        ({"edition": 0.1}, "conf.py: brief_edition: `0.1` is not text"),
        ({"seeds": "/texts"}, "conf.py: brief_seeds: `/texts` leads out of the book"),
        ({"seeds": "../texts"}, "conf.py: brief_seeds: `../texts` leads out of the book"),
        ({"seeds": "C:\\texts"}, "conf.py: brief_seeds: `C:\\texts` leads out of the book"),
        ({"source": None}, "conf.py: brief_source: `None` is not text"),
        ({"hindsight": 1}, "conf.py: brief_hindsight: `1` is not `True` or `False`"),
        ({"hindsight": "no"}, "conf.py: brief_hindsight: `'no'` is not `True` or `False`"),
        ({"hindsight": "False"}, "conf.py: brief_hindsight: `'False'` is not `True` or `False`"),
        ({"autolink": ""}, "conf.py: brief_autolink: `''` is not `True` or `False`"),
    ],
)
def test_a_wrong_value_is_refused_with_the_name_of_its_option(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - what it says is asserted
        read_config(values(**changed))
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(("given", "read"), [("1", True), ("0", False)])
def test_hindsight_may_come_from_the_command_line(given: str, read: bool, tmp_path: Path) -> None:
    """`-D brief_hindsight=1` of `sphinx-build`: Sphinx makes a truth value of it, by the type that we register."""
    (tmp_path / "conf.py").write_text("")
    config = Config.read(tmp_path, overrides={"brief_hindsight": given}, tags=Tags())
    for row in TABLE:
        config.add(row.name, row.default, row.rebuild, [row.type])
    assert read_config(config).hindsight is read


def test_messages_name_the_folder_of_the_seeds_without_a_slash_at_its_end(tmp_path: Path) -> None:
    assert BriefingConfig(seeds="texts/").seeds_folder(tmp_path) == (tmp_path / "texts", "texts")
