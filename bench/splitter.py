"""How well sentences are split: F1 of sentence ends against a treebank in CoNLL-U, which stays where it is.

    python bench/splitter.py PATH                     PATH is a .conllu file or a folder of them
    python bench/splitter.py PATH --documents news    only documents whose id holds this word
    python bench/splitter.py PATH --wrong 30          with 30 of the ends that were missed or made

Each paragraph is put together again from its sentences, with the spaces that the treebank notes, and split. "all ends"
counts the last sentence's end of every paragraph, which nobody can miss, as the shared tasks do; "inner ends" does not.
Meant for the news part of UD_English-GUM (documents `GUM_news_...`).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx_briefing.text.passages import split_sentences

SHOWN = 50  # characters on either side of an end that is shown


def paragraphs(lines: Iterable[str], wanted: str) -> Iterator[list[str]]:
    """The sentences of each paragraph of the documents that are wanted, each with the white space after it."""
    sentences: list[str] = []
    text, spaced, document = "", True, ""
    for line in (*lines, ""):
        if line.startswith(("# newdoc", "# newpar")):
            if sentences:
                yield sentences
            sentences = []
            document = line.rpartition("=")[2].strip() if line.startswith("# newdoc id") else document
        elif line.startswith("# text ="):
            text = line.partition("=")[2].strip()
        elif re.match(r"\d", line):
            spaced = "SpaceAfter=No" not in line.rpartition("\t")[2]
        elif not line.strip() and text:
            if wanted in document:
                sentences.append(text + (" " if spaced else ""))
            text = ""
    if sentences:
        yield sentences


def ends(sentences: Iterable[str]) -> set[int]:
    """Where each sentence ends in the paragraph."""
    found, at = set(), 0
    for sentence in sentences:
        found.add(at + len(sentence.rstrip()))
        at += len(sentence)
    return found


def f1(right: int, missed: int, made: int) -> str:
    """Precision, recall and F1 on one line."""
    precision, recall = right / max(1, right + made), right / max(1, right + missed)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return (
        f"precision {precision:.4f}, recall {recall:.4f}, F1 {both:.4f} ({right} right, {missed} missed, {made} made)"
    )


def main() -> int:
    """Measure and print both scores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--documents", default="", help="only documents whose id holds this word")
    parser.add_argument("--wrong", type=int, default=0, help="show so many ends that were missed or made")
    given = parser.parse_args()
    paths = sorted(given.path.rglob("*.conllu")) if given.path.is_dir() else [given.path]
    counts, inner, wrong = [0, 0, 0], [0, 0, 0], list[str]()
    number = 0
    for path in paths:
        for sentences in paragraphs(path.read_text("utf-8").splitlines(), given.documents):
            text = "".join(sentences).rstrip()
            gold, found = ends(sentences), {end for _, end in split_sentences(text)} or {len(text)}
            number += 1
            for tally, last in ((counts, set()), (inner, {len(text)})):
                tally[0] += len(gold & found - last)
                tally[1] += len(gold - found - last)
                tally[2] += len(found - gold - last)
            for what, places in (("missed", gold - found), ("made", found - gold)):
                wrong += [f"{what}: {text[max(0, at - SHOWN) : at]} | {text[at : at + SHOWN]}" for at in sorted(places)]
    if not number:
        print(f"no paragraph in {given.path} belongs to a document with `{given.documents}` in its id")
        return 1
    print(f"{len(paths)} files, {number} paragraphs")
    print(f"all ends    {f1(*counts)}\ninner ends  {f1(*inner)}")
    print("\n".join(wrong[: given.wrong]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
