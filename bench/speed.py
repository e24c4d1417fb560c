"""How fast texts are folded, split, searched and verified, and whether the cost grows with the work alone.

    python bench/speed.py            all, with texts up to 10 MB
    python bench/speed.py --large    with 50 MB too

CPU seconds of one process on one core. "plain" is English in ASCII, "curly" has curly marks and dashes, as newspapers
do, "odd" has accents apart, soft hyphens, ligatures and white space of every kind in every line;
"Cyrillic" and "Chinese" are other scripts. All are made of the four texts under `bench/texts`, their words shuffled, so
that no two stretches are alike; "natural" is the four themselves, over and over. A book of so many statements cites a
megabyte, by words and by passages in turn.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from alterations import TEXTS
from typography import VARIANTS

from sphinx_briefing.model.book import BookInfo, Page
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.lock import Lock
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.statements import Claim
from sphinx_briefing.text.anchors import Seed, verify
from sphinx_briefing.text.folding import fold
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.lock import renewed
from sphinx_briefing.text.passages import split
from sphinx_briefing.text.search import search
from sphinx_briefing.text.verification import freeze

MB = 1_000_000
CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстуввхыз")
CHINESE = "议会周四推迟了对北码头的表决。市长说，这个问题应该由公司回答，而不是由我们回答。"


def natural() -> str:
    """The four texts as they are."""
    return "\n\n".join(path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt")))


def _odd(paragraph: str, chance: random.Random) -> str:
    """Every fold at work."""
    for vary in VARIANTS.values():
        paragraph = vary(paragraph, chance)
    return paragraph


def repeated(text: str) -> str:
    """A megabyte of the text, over and over."""
    return "\n\n".join([text] * (MB // len(text.encode("utf-8")) + 1))


def shuffled(text: str, chance: random.Random) -> str:
    """A megabyte of sentences of the text's own words in any order: as odd as they, but no two stretches alike."""
    words = text.split(" ")
    made: list[str] = []
    size = 0
    while size < MB:
        sentences = (" ".join(chance.choices(words, k=chance.randrange(8, 33))) for _ in range(chance.randrange(2, 7)))
        made.append(" ".join(f"{sentence[:1].upper()}{sentence[1:].rstrip(' .,;:')}." for sentence in sentences))
        size += len(made[-1].encode("utf-8")) + 2
    return "\n\n".join(made)


def made() -> dict[str, str]:
    """A megabyte of each kind of text."""
    curly = natural()
    plain = curly.translate({0x201C: '"', 0x201D: '"', 0x2019: "'", 0x2014: "--", 0x2013: "-", 0x2026: "..."})
    chance = random.Random(20090921)
    odd = "\n\n".join(_odd(paragraph, chance) for paragraph in curly.split("\n\n"))
    texts = {
        "plain": plain.encode("ascii", "ignore").decode(),
        "curly": curly,
        "odd": odd,
        "Cyrillic": curly.lower().translate(CYRILLIC),
    }
    chance = random.Random(20090921)
    return {
        "natural": repeated(curly),
        **{name: shuffled(text, chance) for name, text in texts.items()},
        "Chinese": CHINESE * (MB // len(CHINESE) // 3),
    }


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one run; the best of three if a run is short."""
    best = 0.0
    for attempt in range(3):
        begun = time.process_time()
        work()
        taken = time.process_time() - begun
        best = min(best or taken, taken)
        if taken > 2 and attempt == 0:
            break
    return best


def rates(texts: dict[str, str], sizes: tuple[int, ...]) -> None:
    """Megabytes a second for folding and for splitting."""
    print(f"{'text':<12}{'MB':>6}{'folding MB/s':>15}{'splitting MB/s':>16}")
    for name, text in texts.items():
        for size in sizes:
            long = "\n\n".join([text] * size)
            weight = len(long.encode("utf-8")) / MB
            folding, splitting = (seconds(lambda work=work, long=long: work(long)) for work in (fold, split))
            print(f"{name:<12}{weight:>6.1f}{weight / folding:>15.1f}{weight / splitting:>16.1f}", flush=True)


def quotations(seed: Seed, number: int, chance: random.Random) -> list[str]:
    """Stretches of the seed of 6 to 20 words, each within a paragraph, in straight marks."""
    found: list[str] = []
    paragraphs = [words for words in (block.split() for block in seed.text.split("\n\n")) if len(words) > 21]
    while len(found) < number:
        words = chance.choice(paragraphs)
        at = chance.randrange(len(words) - 20)
        found.append(" ".join(words[at : at + chance.randrange(6, 21)]).replace("\u2019", "'"))
    return found


def verifying(text: str, sizes: tuple[int, ...]) -> None:
    """Seconds for so many quotations of a megabyte, the cuts asked about as well."""
    seed = Seed.of("s", text)
    print(f"\n{'quotations':<12}{'without cuts':>15}{'with cuts':>16}{'verified':>10}")
    for number in sizes:
        asked = quotations(seed, number, random.Random(number))
        bare = seconds(lambda asked=asked: [verify(seed, words) for words in asked])
        whole = seconds(lambda asked=asked: [verify(seed, words, carries=frozenset()) for words in asked])
        found = sum(verify(seed, words).passed for words in asked)
        print(f"{number:<12,}{bare:>13.2f} s{whole:>14.2f} s{found:>10,}", flush=True)


def failing(text: str, sizes: tuple[int, ...]) -> None:
    """Seconds until one quotation of so many words has failed: with one word changed, or all in another order."""
    seed = Seed.of("s", text)
    words = text.split(" ")[30_000:]
    print(f"\n{'words':<12}{'one changed':>15}{'unlike any':>16}")
    for number in sizes:
        changed = [*words[: number // 2], "Kliment", *words[number // 2 + 1 : number]]
        mixed = random.Random(number).sample(words, number)
        taken = [seconds(lambda asked=asked: verify(seed, " ".join(asked))) for asked in (changed, mixed)]
        print(f"{number:<12,}{taken[0]:>13.2f} s{taken[1]:>14.2f} s", flush=True)


def freezing(text: str, sizes: tuple[int, ...]) -> None:
    """Seconds for a whole book of so many statements, pinned by a lock or not."""
    seed = Seed.of("s", text)
    sources = (Source("s", "article", "The four texts", seed="s.txt"),)
    print(f"\n{'statements':<12}{'frozen':>15}{'with a lock':>16}")
    for number in sizes:
        pages = [Page("page", "Page", tuple(_claims(seed, number)))]
        plain = Library(sources, {"s": seed})
        book = freeze(pages, plain, BookInfo("Book"))
        lock = renewed(Lock({}, ()), book.evidence.values(), {"s": seed})
        pinned = Library(sources, {"s": seed}, lock=lock)
        print(f"{number:<12,}{_freezing(pages, plain):>13.2f} s{_freezing(pages, pinned):>14.2f} s", flush=True)


def _freezing(pages: list[Page], library: Library) -> float:
    return seconds(lambda: freeze(pages, library, BookInfo("Book")))


def _claims(seed: Seed, number: int) -> Iterator[Claim]:
    for at, words in enumerate(quotations(seed, number, random.Random(number))):
        place = Place("page", at)
        passage = seed.passages[at % len(seed.passages)].id
        cited = Citation("s", place, words=words) if at % 2 else Citation("s", place, passage=passage)
        yield Claim(f"c{at}", place, "", citations=(cited,))


def finding(text: str) -> None:
    """Seconds for a word that stands often."""
    seed = Seed.of("s", text)
    for words in ("the", "council", "nowhere at all"):
        found = list(search(seed, words))
        print(f"find {words!r}: {len(found):,} places, {seconds(lambda words=words: list(search(seed, words))):.2f} s")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", action="store_true", help="fold and split 50 MB of each too")
    given = parser.parse_args()
    texts = made()
    rates(texts, (1, 10, 50) if given.large else (1, 10))
    unlike = shuffled(natural(), random.Random(20090921))
    verifying(unlike, (1_000, 5_000, 10_000))
    failing(unlike, (20, 100, 1_000, 10_000))
    freezing(unlike, (1_000, 5_000, 10_000))
    print()
    finding(unlike)


if __name__ == "__main__":
    main()
