"""Law 2 on books made by chance: two processes publish what one does, find what one finds, and say it in one order."""

from __future__ import annotations

import shutil
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import run_apart
from laws.clean import EVERY, NIGHTLY, assert_same, by_night, complaints
from laws.generated import generate

OUTPUTS = EVERY if NIGHTLY else ("html", "data")


@pytest.mark.slow
@settings(
    max_examples=by_night(2, 40),
    derandomize=not NIGHTLY,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chance=st.randoms(use_true_random=True))
def test_two_processes_give_what_one_gives(tmp_path_factory: pytest.TempPathFactory, chance: Random) -> None:
    folder = tmp_path_factory.mktemp("chance")
    one = generate(folder / "one", chance)
    two = one.copy_to(folder / "two")
    serial = run_apart("build", "--book", str(one.root), *OUTPUTS, cwd=folder)
    parallel = run_apart("build", "-j", "2", "--book", str(two.root), *OUTPUTS, cwd=folder)
    assert (serial.code, complaints(one, serial)) == (parallel.code, complaints(two, parallel))
    assert serial.code == ("unknown actor `nobody`" in serial.err), serial.err
    assert serial.code or one.published("html")
    assert_same(one, two, *OUTPUTS)
    shutil.rmtree(folder)
