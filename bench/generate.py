"""Synthetic books for measuring: N pages in parts of 100.

A page has about 400 words, 12 references, a table and 3 quotations.

Made from a fixed seed of the random generator, so that two runs measure the same book.
"""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

PART = 100
WORDS = [
    "harbor",
    "council",
    "quay",
    "berth",
    "tide",
    "pilot",
    "cargo",
    "ledger",
    "treaty",
    "tariff",
    "envoy",
    "minister",
    "budget",
    "survey",
    "crane",
    "channel",
    "dredge",
    "signal",
    "customs",
    "freight",
    "union",
    "strike",
    "vote",
    "motion",
    "clause",
    "charter",
    "bridge",
    "river",
    "delta",
    "storm",
    "lantern",
    "anchor",
    "vessel",
]
STANCES = ("supports", "opposes", "conditional", "mixed", "ambiguous")

CONF = """\
project = "A synthetic book of {pages} pages"
language = "en"
extensions = ["myst_parser", "sphinx_design", {extension!r}]
primary_domain = "brief"
myst_enable_extensions = ["attrs_block", "colon_fence"]
html_theme = {theme!r}
html_copy_source = False
html_show_sourcelink = False
{more}
"""
OURS = 'brief_source = "text"\nbrief_asof = "2009-09-21"\n'


def sentence(chance: random.Random, words: int) -> str:
    """A sentence of random words."""
    picked = [chance.choice(WORDS) for _ in range(words)]
    return " ".join(picked).capitalize() + "."


def generate(folder: Path, pages: int, *, ours: bool) -> None:
    """Write a book of `pages` pages; with `ours` for this system, else for stock Sphinx with the basic theme."""
    chance = random.Random(20090921)
    source, seeds = folder / "source", folder / "seeds"
    source.mkdir(parents=True)
    seeds.mkdir()
    passages = [f"{sentence(chance, 18)[:-1]} {number}." for number in range(400)]
    text = (
        "The title of the text\n\n"
        + "\n\n".join(" ".join(passages[at : at + 5]) for at in range(0, len(passages), 5))
        + "\n"
    )
    (seeds / "text.txt").write_text(text, "utf-8")
    record = (
        "sources:\n  - id: text\n    type: document\n    title: A text\n    issued: '2009-09-21'\n    seed: text.txt\n"
        f"    sha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
    )
    (seeds / "sources.yaml").write_text(record, "utf-8")
    extension, theme = ("sphinx_briefing", "briefing") if ours else ("plain_words", "basic")
    more = OURS if ours else "import sys; sys.path.insert(0, __file__.rpartition('/')[0])"
    (folder / "conf.py").write_text(CONF.format(pages=pages, extension=extension, theme=theme, more=more), "utf-8")
    if not ours:
        (folder / "plain_words.py").write_text(Path(__file__).with_name("plain_words.py").read_text("utf-8"), "utf-8")
    names = [f"part{number // PART}/page{number}" for number in range(pages)]
    for number, name in enumerate(names):
        path = source / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page(chance, number, names, passages), "utf-8")
    parts = sorted({name.partition("/")[0] for name in names})
    for part in parts:
        inside = [name.partition("/")[2] for name in names if name.startswith(f"{part}/")]
        (source / part / "index.md").write_text(contents(f"Part {part[4:]}", inside), "utf-8")
    issue = "# The quay\n\n:::{issue} quay\nShall the quay be lengthened?\n:::\n"
    (source / "quay.md").write_text(issue, "utf-8")
    (source / "index.md").write_text(
        contents("A synthetic book", ["quay", *[f"{part}/index" for part in parts]]), "utf-8"
    )


def contents(title: str, pages: list[str]) -> str:
    """A page with a hidden table of contents."""
    return f"# {title}\n\n```{{toctree}}\n:hidden:\n\n" + "\n".join(pages) + "\n```\n"


def page(chance: random.Random, number: int, names: list[str], passages: list[str]) -> str:
    """One page: an actor with a position, two claims, prose with twelve references, a table."""
    others = [chance.randrange(len(names)) for _ in range(12)]
    quoted = [chance.randrange(len(passages)) for _ in range(3)]
    lines = [
        f"(label{number})=",
        f"# Actor {number}",
        "",
        f":::{{actor}} actor{number}",
        ":kind: person",
        sentence(chance, 12),
        ":::",
        "",
    ]
    lines += [
        "## Position",
        "",
        f":::{{position}} quay {chance.choice(STANCES)}, reported",
        sentence(chance, 14),
        "",
        f'> @#{_id(quoted[0])} "{passages[quoted[0]][:-1]}"',
        ":::",
        "",
    ]
    for index in (1, 2):
        lines += [
            f":::{{claim}} claim{number}-{index}",
            sentence(chance, 16),
            "",
            f'> @#{_id(quoted[index])} "{passages[quoted[index]][:-1]}"',
            ":::",
            "",
        ]
    lines += ["## Prose", ""]
    for at in range(0, 12, 3):
        first, second, third = others[at : at + 3]
        links = [f"{{actor}}`actor{first}`", f"{{doc}}`/{names[second]}`", f"{{ref}}`label{third}`"]
        lines += [
            " ".join(
                [
                    sentence(chance, 25),
                    f"With {links[0]}.",
                    sentence(chance, 25),
                    f"See {links[1]} and {links[2]}.",
                    sentence(chance, 25),
                ]
            ),
            "",
        ]
    lines += ["## Table", "", "| Quay | Berth | Tide |", "| --- | --- | --- |"]
    lines += [f"| {chance.choice(WORDS)} | {chance.choice(WORDS)} | {chance.randrange(100)} |" for _ in range(5)]
    return "\n".join([*lines, ""])


def _id(number: int) -> str:
    return f"p{number // 5 + 1}s{number % 5 + 1}"
