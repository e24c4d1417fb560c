"""Alter exact words by the hundred thousand and see that none passes; vary their typography and see that all do.

    python bench/alterations.py                          100,000 alterations, 20,000 variants
    python bench/alterations.py --alterations 5000 --variants 1000 --seed 7

From each of the texts under `bench/texts` (and from the book's own seed, where it is at hand) stretches of words are
drawn by chance, some with an honest ellipsis or insertion in them. Each is verified as it stands; then it is altered in
one place, as `altering.py` says, or set in other typography, as `typography.py` says. Half of the time the source is
set in other typography too.

What the rules allow is no alteration and is left out by construction: an alteration counts only when the altered
stretch stands nowhere in the source, not with another first letter or without its final mark either, as `verbatim.py`
finds by other means. To make it as easy to pass as can be, each names its passage, and all that can be acknowledged is.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from altering import ALTERATIONS
from typography import VARIANTS, all_at_once
from verbatim import Verbatim

from sphinx_briefing.model.evidence import Verdict
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.passages import passage_at

TEXTS = Path(__file__).with_name("texts")
BOOK = Path(__file__).parents[1] / "seeds"
PER_SEED = 500  # quotations drawn before the source's typography is drawn anew
EDITED = 0.2  # of the stretches have an ellipsis or an insertion of an honest editor
_TOKEN = re.compile(r"\S+")
_SAID = ("[he said]", "[in the spring]", "[sic]", "[the council's chairman]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a source as stored, with their passage; `head` and `tail` are what an honest editor has added."""

    passage: str
    words: str
    head: str = ""
    tail: str = ""

    def quoted(self, words: str) -> str:
        """The quotation with `words` in the place of this stretch's own."""
        return self.head + words + self.tail


@dataclass(frozen=True, slots=True)
class Case:
    """One quotation made of a stretch: its kind, what comes of it, and what verification said."""

    kind: str
    seed: Seed
    stretch: Stretch
    quotation: str
    verdict: Verdict


@cache
def seeds() -> tuple[Seed, ...]:
    """The texts to draw from; the book's own seed only where it is at hand."""
    paths = [*sorted(TEXTS.glob("*.txt")), *sorted(BOOK.glob("*.txt"))]
    return tuple(Seed.of(path.stem, path.read_bytes().decode("utf-8")) for path in paths)


def stretches(seed: Seed, chance: random.Random) -> Iterator[Stretch]:
    """Stretches of one passage or a little more that pass as they stand, without end."""
    tokens = [found.span() for found in _TOKEN.finditer(seed.text)]
    while True:
        first = chance.randrange(len(tokens) - 4)
        last = min(first + chance.randrange(3, 26), len(tokens) - 1)
        start, end = tokens[first][0], tokens[last][1]
        found = passage_at(seed.passages, start)
        words = seed.text[start:end]
        if found is None or (len(re.findall(r"\n\s*\n", words)) and chance.random() < 0.8):
            continue
        stretch = Stretch(found.id, words)
        if chance.random() < EDITED:
            stretch = _edited(seed, stretch, tokens[last + 1 : last + 40], chance) or stretch
        if _asked(seed, stretch, stretch.quoted(stretch.words)).passed:
            yield stretch


def _edited(
    seed: Seed, stretch: Stretch, following: Sequence[tuple[int, int]], chance: random.Random
) -> Stretch | None:
    """The stretch with a second piece after an ellipsis, or with words in brackets on either side."""
    if chance.random() < 0.5:
        said = chance.choice(_SAID)
        return Stretch(stretch.passage, stretch.words, tail=f" {said}")
    if len(following) < 8:
        return None
    first = chance.randrange(1, len(following) - 5)
    piece = seed.text[following[first][0] : following[first + chance.randrange(3, 5)][1]]
    mark = chance.choice((" ... ", " … ", " [...] "))
    return Stretch(stretch.passage, stretch.words, tail=mark + piece)


def _asked(seed: Seed, stretch: Stretch, quotation: str) -> Verdict:
    marks = ("elides-acknowledged", "cut-acknowledged")
    return verify(seed, quotation, passage=stretch.passage, acknowledged=marks)


def sources(chance: random.Random) -> Iterator[Seed]:
    """One text after the other, without end, every second time in other typography."""
    while True:
        seed = chance.choice(seeds())
        yield Seed.of(seed.id, all_at_once(seed.text, chance)) if chance.random() < 0.5 else seed


def alterations(chance: random.Random, per_seed: int = PER_SEED) -> Iterator[Case]:
    """Altered quotations, each judged, without end; every third is set in other typography after it was altered."""
    for seed in sources(chance):
        verbatim = Verbatim(seed.text)
        drawn = stretches(seed, chance)
        for _ in range(per_seed):
            kind = chance.choice(tuple(ALTERATIONS))
            stretch, words = _first(drawn, lambda own, kind=kind: ALTERATIONS[kind](own, chance))
            if words.strip() and not verbatim.allows(words):
                quotation = stretch.quoted(words)
                if chance.random() < 0.33:
                    quotation = all_at_once(quotation, chance)
                yield Case(kind, seed, stretch, quotation, _asked(seed, stretch, quotation))


def _first(drawn: Iterator[Stretch], alter: Callable[[str], str | None]) -> tuple[Stretch, str]:
    """The first stretch that has what is to be altered; the last of many if none has it, which is then dropped."""
    for stretch in islice(drawn, 60):
        words = alter(stretch.words)
        if words is not None and words != stretch.words:
            return stretch, words
    return stretch, ""


def variants(chance: random.Random, per_seed: int = PER_SEED) -> Iterator[Case]:
    """The same words in other typography, each judged, without end."""
    kinds = {**VARIANTS, "several at once": all_at_once}
    for seed in sources(chance):
        drawn = stretches(seed, chance)
        for _ in range(per_seed):
            kind = chance.choice(tuple(kinds))
            stretch, words = _first(drawn, lambda own, kind=kind: kinds[kind](own, chance))
            if words:
                quotation = stretch.quoted(words)
                yield Case(kind, seed, stretch, quotation, _asked(seed, stretch, quotation))


def table(what: str, cases: Iterator[Case], wanted: int, *, passing: bool) -> list[Case]:
    """Judge so many cases, print a line a kind, and return those that fared as they should not."""
    begun = time.process_time()
    made, passed = Counter[str](), Counter[str]()
    wrong: list[Case] = []
    for _, case in zip(range(wanted), cases, strict=False):
        made[case.kind] += 1
        passed[case.kind] += case.verdict.passed
        if case.verdict.passed is not passing:
            wrong.append(case)
    print(f"{what:<22}{'made':>9}{'accepted':>10}")
    for kind in sorted(made):
        print(f"{kind:<22}{made[kind]:>9,}{passed[kind]:>10,}")
    print(f"{'all':<22}{made.total():>9,}{passed.total():>10,}   {time.process_time() - begun:.0f} s\n", flush=True)
    return wrong


def main() -> int:
    """Print both tables and every case that fared as it should not; the exit code says whether there was one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--alterations", type=int, default=100_000)
    parser.add_argument("--variants", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=20090921, help="of the random generator")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    wrong = table("alteration", alterations(chance), given.alterations, passing=False)
    wrong += table("harmless variant", variants(chance), given.variants, passing=True)
    for case in wrong[:100]:
        print(f"{case.kind}: {case.verdict.kind} in {case.seed.id}#{case.stretch.passage}")
        print(f"   source    {case.stretch.quoted(case.stretch.words)!r}\n   quotation {case.quotation!r}")
        print(f"   {case.verdict.edits} {case.verdict.told} {case.verdict.difference}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
