"""This system beside two public checkers of quotations, on the same cases: altered words, harmless variants, cuts.

    python -m venv /somewhere && /somewhere/bin/pip install citations krokai
    python bench/peers.py --python /somewhere/bin/python

The peers run in a Python of their own, which is given; none of their code is part of this project. Without it, or where
one of them is not installed there, the column is left out and a line says so.

An answer counts as accepted when the checker has nothing against the words: `citations` says "found" without warning of
a word cut in two, `krokai` gives one of the verdicts that it calls clean, this system passes the quotation. Alterations
and variants are those of `alterations.py`; cuts and honest fragments are those of the tests, each asked of
its sentence alone.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from alterations import alterations, variants

from sphinx_briefing.text.anchors import Seed, verify

CUTS = Path(__file__).parents[1] / "tests" / "text" / "cases"

#: Each reads a JSON list of [source file, quotation] from standard input and writes a list of true and false.
ADAPTERS = {
    "citations": """
import json, pathlib, sys
from citations.verify import check_one
def accepts(source, quotation):
    result = check_one(quotation, pathlib.Path(source))
    return result.state == "found" and "truncated" not in result.warnings
print(json.dumps([accepts(*case) for case in json.load(sys.stdin)]))
""",
    "krokai": """
import json, pathlib, sys
from krokai.corpus import Corpus
from krokai.verdicts import CLEAN
from krokai.verify import check
known = {}
def accepts(source, quotation):
    folder = str(pathlib.Path(source).parent)
    if folder not in known:
        known[folder] = Corpus([folder])
    return check(quotation, known[folder])[0] in CLEAN
print(json.dumps([accepts(*case) for case in json.load(sys.stdin)]))
""",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One quotation of one text, what this system said, and under which heading it counts."""

    group: str
    text: str
    quotation: str
    accepted: bool


def cases(number: int, chance: random.Random) -> Iterator[Case]:
    """The cases of all groups, `number` of each of the two that are drawn by chance."""
    for group, drawn in (("altered", alterations(chance, 100)), ("variant", variants(chance, 100))):
        for case in islice(drawn, number):
            yield Case(group, case.seed.text, case.quotation, case.verdict.passed)
    for group, name in (("reversing cut", "cuts.txt"), ("honest fragment", "fragments.txt")):
        for line in (CUTS / name).read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield _cut(group, *(part.strip() for part in line.split(" | ")[:3]))


def _cut(group: str, left: str, words: str, right: str) -> Case:
    text = f"{left} {words}{'' if right[:1] in {'.', ',', ';', ':', '?', '!', ''} else ' '}{right}"
    verdict = verify(Seed.of("s", text), words, passage="p1s1", carries=frozenset())
    return Case(group, text, words, verdict.passed)


def peer(name: str, python: str, asked: list[tuple[str, str]]) -> list[bool] | None:
    """What one peer accepts; None, with a line that says why, if it cannot be asked."""
    try:
        done = subprocess.run(
            [python, "-c", ADAPTERS[name]], input=json.dumps(asked), capture_output=True, text=True, check=False
        )
    except OSError as problem:
        print(f"{name} is left out: {python} cannot be run ({problem.strerror})")
        return None
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        print(f"{name} is left out: {reason} (install it beside {python})")
        return None
    answers: list[bool] = json.loads(done.stdout.splitlines()[-1])
    return answers


def main() -> int:
    """Ask all of all cases and print how many of each group each accepts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", default="", help="a Python in which the peers are installed")
    parser.add_argument("--number", type=int, default=1000, help="of alterations, and of variants")
    parser.add_argument("--seed", type=int, default=20090921, help="of the random generator")
    given = parser.parse_args()
    made = list(cases(given.number, random.Random(given.seed)))
    columns = {"this system": [case.accepted for case in made]}
    if not given.python:
        print("the peers are left out: no --python was given in which they are installed")
    else:
        with tempfile.TemporaryDirectory() as folder:
            asked = [(_stored(Path(folder), case.text), case.quotation) for case in made]
            found = {name: peer(name, given.python, asked) for name in ADAPTERS}
        columns |= {name: answers for name, answers in found.items() if answers is not None}
    print(f"{'accepted':<18}{'cases':>7}" + "".join(f"{name:>14}" for name in columns))
    for group in dict.fromkeys(case.group for case in made):
        at = [number for number, case in enumerate(made) if case.group == group]
        counts = "".join(f"{sum(answers[number] for number in at):>14,}" for answers in columns.values())
        print(f"{group:<18}{len(at):>7,}{counts}")
    return 0


def _stored(folder: Path, text: str) -> str:
    """A file that holds a text, in a folder of its own; the same for the same text."""
    home = folder / f"{hash(text):x}"
    home.mkdir(exist_ok=True)
    path = home / "source.txt"
    if not path.exists():
        path.write_bytes(text.encode("utf-8"))
    return str(path)


if __name__ == "__main__":
    sys.exit(main())
