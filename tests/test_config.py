"""The options of a book: each with a default, a sentence of help, and a check that names the option."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sphinx.config import Config
from sphinx.util.tags import Tags

from sphinx_briefing.config import BriefingConfig, OptionRow, judge_options, option_table, read_config

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
        ({"asof": 2009}, 'conf.py: brief_asof: `2009` is not text; write `brief_asof = "2009"`'),
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


#: For each type of option: a value of another type, how a message shows it, and what was meant (with the default, where
#: nothing can be guessed).
WRONG = {
    str: [
        (None, "`None`", None),
        (True, "`True`", None),
        (7, "`7`", None),
        (["a", "b"], "`['a', 'b']`", None),
        ({"a": 1}, "`{'a': 1}`", None),
        (b"a4", "`b'a4'`", None),
        (print, "a value of type `builtin_function_or_method`", None),
        (["x" * 99], f"`['{'x' * 58}...`", None),
    ],
    bool: [
        (None, "`None`", None),
        (1, "`1`", "True"),
        (0, "`0`", "False"),
        ("no", "`'no'`", "False"),
        ("True", "`'True'`", "True"),
        ([], "`[]`", None),
        (object(), "a value of type `object`", None),
    ],
}


@pytest.mark.parametrize(
    ("row", "value", "shown", "meant"),
    [(row, *case) for row in TABLE for case in WRONG[row.type]],
    ids=lambda part: part.name if isinstance(part, OptionRow) else None,
)
def test_a_value_of_the_wrong_type_is_one_finding_that_says_what_to_write(
    row: OptionRow, value: Any, shown: str, meant: str | None
) -> None:
    (finding,) = judge_options(values(**{row.name.removeprefix("brief_"): value}), {row.name: 12})
    assert finding.where == "conf.py:12"
    assert finding.full_code == "brief.conf"
    assert finding.message == f"`{row.name}`: {shown} is not {'text' if row.type is str else '`True` or `False`'}"
    written = re.fullmatch(rf"write `({row.name} = (.+))`", finding.hint)
    assert written
    mended = ast.literal_eval(written[2])
    assert type(mended) is row.type
    assert judge_options(values(**{row.name.removeprefix("brief_"): mended})) == ()
    if meant:
        assert written[2] == meant


@pytest.mark.parametrize(
    ("option", "value", "meant"),
    [
        ("asof", 2009, '"2009"'),
        ("asof", date(2009, 9, 21), '"2009-09-21"'),
        ("edition", 1.5, '"1.5"'),
        ("seeds", Path("texts"), '"texts"'),
        ("source", ["herald"], '"herald"'),
        ("paper", ("us-letter",), '"us-letter"'),
        ("paper", 4, '"a4"'),
        ("hindsight", "off", "False"),
        ("autolink", 2, "False"),
    ],
)
def test_what_was_meant_is_told_where_it_can_be_guessed(option: str, value: Any, meant: str) -> None:
    (finding,) = judge_options(values(**{option: value}))
    assert finding.hint == f"write `brief_{option} = {meant}`"


def test_all_options_that_are_wrong_are_told_at_once() -> None:
    found = judge_options(values(paper="a3", edition=2, hindsight="no"), {"brief_sede": 3, "project": 1})
    assert [item.message.partition(":")[0] for item in found] == [
        "`brief_sede`", "`brief_edition`", "`brief_hindsight`", "`brief_paper`",
    ]  # fmt: skip
    assert found[0].hint.startswith("did you mean `brief_seeds`?")


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
