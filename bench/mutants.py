"""Which small changes to the code that verifies words do the tests not notice?

    pip install mutmut                                beside this project and its tools
    python bench/mutants.py edits anchors             modules of `text/`; `quotations` is that of `checks/`
    python bench/mutants.py edits --only _places      the mutants of some functions
    python bench/mutants.py edits --thorough          ask the slow tests about each survivor too
    python bench/mutants.py edits --tests tests/text/test_edits.py tests/text/test_limits.py

mutmut makes the mutants: in a copy of this folder, so that nothing here is touched. The tests are collected once, and
each mutant is tried in a process forked from there: first by the tests that noticed one of late, and of the others
those of its own module first. Tests that are slow, property tests among them, are asked only by `--thorough`, and in a
fresh Python, which is also how code that runs on import is judged. What no test notices is printed as a diff; at the
end stands a row for each module. A mutant that runs for ever, or ends the process, has been noticed.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper, partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COPIED = ("src", "tests", "bench", "docs", "seeds", "source", "conf.py", "pyproject.toml", "README.md", "CHANGELOG.md")
TESTS = ("tests/text", "tests/checks/test_quotations.py")
CHOSEN = "MUTANT_UNDER_TEST"  # where mutmut's code looks for the name of the mutant that is to act
QUICK = 0.2  # seconds; a test that takes longer is slow
LIMIT = 10  # seconds of work that a quick test may take with a mutant
#: What a test module works out on import is worked out again, if it holds such a thing: the mutant had no part in it.
REMADE = ("Seed", "Library", "Book", "WordIndex", "Folded")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed function: its name as mutmut looks for it, the module, and what was changed."""

    name: str
    module: str
    change: str


def mutated(folder: Path, module: str, functions: Sequence[str]) -> list[Mutant]:
    """The mutants of one module, which stand in the copy from now on."""
    from mutmut.mutation.file_mutation import mutate_file_contents  # not a tool of this project

    floor = "checks" if module == "quotations" else "text"
    path = folder / "src" / "sphinx_briefing" / floor / f"{module}.py"
    made = mutate_file_contents(str(path), path.read_text("utf-8"))
    path.write_text(made.code, "utf-8")
    lines = made.code.splitlines()

    def body(name: str) -> list[str]:
        span = made.line_span_by_function_name[name]
        return [line for line in lines[span.start - 1 : span.end] if not line.lstrip().startswith(("def ", "@"))]

    found = []
    for name in made.mutant_names:
        plain = name.partition("__mutmut_")[0]
        if not functions or plain.removeprefix("x_").rpartition("ǁ")[2] in functions:
            pairs = difflib.unified_diff(body(f"{plain}__mutmut_orig"), body(name), lineterm="", n=0)
            change = "\n".join(line for line in pairs if not line.startswith(("---", "+++", "@@")))
            found.append(Mutant(f"sphinx_briefing.{floor}.{module}.{name}", module, change))
    return found


class Trial:
    """A plugin of pytest: in place of running the tests, each mutant is tried by them."""

    def __init__(self, mutants: Sequence[Mutant]) -> None:
        self.mutants = mutants
        self.survivors: list[Mutant] = []
        self.sound = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        slow = set()
        for item in session.items:
            begun = time.perf_counter()
            if failed(item):
                print("fails without any mutant:", item.nodeid, file=sys.__stderr__)
                return True
            if time.perf_counter() - begun > QUICK:
                slow.add(item)
        items = [item for item in session.items if item not in slow]
        self.sound, module = True, ""
        for mutant in self.mutants:
            if mutant.module != module:
                module = mutant.module
                items.sort(key=lambda item: not item.path.stem.startswith(f"test_{module}"))
            noticed = tried(mutant, items)
            if noticed is None:
                self.survivors.append(mutant)
                print("survived so far:", mutant.name, mutant.change, sep="\n", file=sys.__stderr__, flush=True)
            else:
                items.insert(0, items.pop(noticed))
        return True


def tried(mutant: Mutant, items: Sequence[pytest.Item]) -> int | None:
    """The number of the test that noticed the mutant."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.environ[CHOSEN] = mutant.name
        try:
            forget()
            fresh = set[object]()
            for number, item in enumerate(items):
                os.write(writing, number.to_bytes(4, "big"))
                signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
                module = getattr(item, "module", None)
                if module not in fresh and any(type(value).__name__ in REMADE for value in vars(module).values()):
                    importlib.reload(module)
                fresh.add(module)
                if failed(item):
                    os._exit(1)
        except BaseException:
            os._exit(1)
        os._exit(0)
    os.close(writing)
    told = b"".join(iter(lambda: os.read(reading, 1 << 16), b""))
    os.close(reading)
    return None if os.waitpid(child, 0)[1] == 0 else int.from_bytes(told[-4:], "big")


def failed(item: pytest.Item) -> bool:
    """Whether a test fails; what it would say about it takes long and is not asked, nor is how it was put away."""
    if hasattr(item, "_initrequest"):
        item._initrequest()
    hook = item.ihook
    steps = hook.pytest_runtest_setup, hook.pytest_runtest_call, partial(hook.pytest_runtest_teardown, nextitem=None)
    caught = [pytest.CallInfo.from_call(partial(step, item=item), when="call").excinfo for step in steps]
    return any(found and not found.errisinstance(pytest.skip.Exception) for found in caught[:2])


def forget() -> None:
    """Let go of all answers that were kept before the mutant acted."""
    for name, module in list(sys.modules.items()):
        if name.startswith("sphinx_briefing"):
            for value in list(vars(module).values()):
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()


def stands(mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether the mutant survives all tests, slow ones too, in a fresh Python."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-o", "addopts=", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, CHOSEN: mutant.name, "PYTHONPATH": "src"}
    try:
        return subprocess.run(command, env=environment, capture_output=True, timeout=100 * LIMIT).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def rows(mutants: Sequence[Mutant], survivors: Sequence[Mutant]) -> Iterator[str]:
    yield "| module | made | noticed | survived |\n| --- | ---: | ---: | ---: |"
    for module in dict.fromkeys(mutant.module for mutant in mutants):
        made, left = (sum(mutant.module == module for mutant in among) for among in (mutants, survivors))
        yield f"| {module} | {made} | {made - left} | {left} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="+", metavar="MODULE")
    parser.add_argument("--only", nargs="+", default=(), metavar="FUNCTION", help="mutants of these functions")
    parser.add_argument("--tests", nargs="+", default=TESTS, metavar="PATH", help="what is to notice them")
    parser.add_argument("--thorough", action="store_true", help="ask all tests, in a fresh Python, about survivors")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in COPIED:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, folder / part)
        mutants = [mutant for module in given.modules for mutant in mutated(folder, module, given.only)]
        os.chdir(folder)
        os.environ[CHOSEN] = ""
        sys.path[:0] = [str(folder / "src"), str(folder)]
        trial = Trial(mutants)
        pytest.main(["-q", "-o", "addopts=", "-p", "no:cacheprovider", *given.tests], plugins=[trial])
        if not trial.sound:
            return 1
        survivors = [mutant for mutant in trial.survivors if not given.thorough or stands(mutant, given.tests)]
        print(*(f"{mutant.name}\n{mutant.change}\n" for mutant in survivors), *rows(mutants, survivors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
