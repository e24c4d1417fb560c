"""A book made by chance: actors, issues, events and ties, each word and each view somewhere, mentions everywhere."""

from __future__ import annotations

from pathlib import Path
from random import Random

from conftest import BookCopy
from sphinx_briefing.model.vocabularies import BASES, RELATION_KINDS, STANCES

CONF = """project = "By chance"
extensions = ["myst_parser", "sphinx_design", "sphinx_briefing"]
primary_domain = "brief"
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
html_theme = "briefing"
brief_source = "minutes"
brief_asof = "2031-05"
"""
SOURCES = """sources:
  - {id: minutes, type: report, title: Minutes, issued: "2031-04", URL: "https://council.example/minutes"}
  - {id: tides, type: webpage, title: Tides, issued: "2031", URL: "https://coast.example/tides"}
"""
NAMES = ("Ada Marsh", "Tomas Bell", "Inga Dorn", "Olaf Quist", "Rhea Voss", "Jan Pell", "Mara Lind")
FILES = ("The quay", "Night work", "Tolls")
TERMS = (("pristan", "пристань", "landing stage"), ("pristav", "пристав", "bailiff"))
OUTLOOKS = ("almost certain", "likely", "unlikely", "very unlikely")
KINDS = ("person", "group", "organization")


def generate(folder: Path, chance: Random) -> BookCopy:
    """Write a book into a folder. One in four has mistakes in it, so that its findings are compared."""
    return _Author(BookCopy(folder), chance).write()


class _Author:
    def __init__(self, book: BookCopy, chance: Random) -> None:
        self.book, self.chance = book, chance
        self.actors = chance.sample(NAMES, chance.randint(4, len(NAMES)))
        self.files = chance.sample(FILES, chance.randint(1, len(FILES)))
        self.faulty = chance.random() < 0.25
        self.made = 0

    def write(self) -> BookCopy:
        self.book.write("conf.py", CONF + f"brief_autolink = {self.chance.random() < 0.5}\n")
        self.book.write("seeds/sources.yaml", SOURCES)
        pages = {f"actors/{_id(name)}": self.actor(name) for name in self.actors}
        pages |= {f"issues/{_id(name)}": self.issue(name) for name in self.files}
        pages |= {"words": self.words(), "views": self.views()}
        names = self.chance.sample(sorted(pages), len(pages))
        pages["index"] = f"# By chance\n\n{self.said()}\n\n:::{{toctree}}\n\n" + "\n".join(names) + "\n:::\n"
        for name, text in pages.items():
            self.book.write(f"source/{name}.md", text)
        return self.book

    def one(self, names: list[str]) -> str:
        return _id(self.chance.choice(names))

    def new(self) -> str:
        self.made += 1
        return f"s-{self.made}"

    def source(self) -> str:
        return "> @" + self.chance.choice(("minutes", "tides"))

    def said(self) -> str:
        """Sentences that mention what is declared anywhere in the book, and now and then what is not."""
        kinds = [
            lambda: f"It was told by {{actor}}`{self.one(self.actors)}`.",
            lambda: f"{self.chance.choice(self.actors)} came, and the landing stage was “{self.actors[0]}”.",
            lambda: f"So it stands with {{issue}}`the file <{self.one(self.files)}>`[^{self.note()}].",
            lambda: f"See {{doc}}`/actors/{self.one(self.actors)}` and {{term}}`bailiff <pristav>`.",
            lambda: f"As {{ref}}`views` has it {{cite}}`@{self.chance.choice(('minutes', 'tides'))}`.",
        ]
        if self.faulty:
            kinds.append(lambda: "And {actor}`nobody` said so.")
        self.notes: list[str] = []
        text = " ".join(self.chance.choice(kinds)() for _ in range(self.chance.randint(1, 5)))
        return "\n\n".join([text, *(f"[^{note}]: A note." for note in self.notes)])

    def note(self) -> str:
        self.notes.append(self.new())
        return self.notes[-1]

    def some(self, *words: str) -> list[str]:
        """A few of the statements that the words stand for, each in its place on a page."""
        makers = {word: getattr(self, f"_{word}") for word in words}
        return [makers[self.chance.choice(words)]() for _ in range(self.chance.randint(1, 4))]

    def actor(self, name: str) -> str:
        others = [other for other in self.actors if other != name]
        head = f"---\nautolink: {self.chance.choice(('true', 'false'))}\n---\n# {name}\n"
        declared = [
            f":kind: {self.chance.choice(KINDS)}",
            *([f":side: {self.chance.choice(('Town', 'Harbor'))}"] if self.chance.random() < 0.8 else []),
            *([f":also: {name.split()[1]}"] if self.chance.random() < 0.8 else []),
        ]
        answer = f":::{{actor}} {_id(name)}\n" + "\n".join(declared) + f"\nAll about {name}.\n:::"
        position = (
            f":::{{position}} {self.one(self.files)} {self.chance.choice(STANCES)}, {self.chance.choice(BASES)}\n"
            f"That is so.\n\n{self.source()}\n:::"
        )
        tie = (
            f":::{{relation}} -> {self.one(others)} {self.chance.choice(RELATION_KINDS)}\nSo they do.\n\n"
            f"{self.source()}\n:::"
        )
        kept = [position, *([tie] if self.chance.random() < 0.7 else [])]
        more = self.some("event", "quotation", "claim", "erratum")
        views = ["## On file\n\n:::{dossier}\n:::", "## Mentioned\n\n:::{mentions}\n:::"]
        return "\n\n".join([head, answer, self.said(), *kept, *more, *views, ""])

    def issue(self, name: str) -> str:
        answer = f":::{{issue}} {_id(name)}\nWhat of it?\n:::"
        return "\n\n".join(
            [f"# {name}", answer, self.said(), *self.some("judgment", "claim", "discrepancy"), ":::{dossier}\n:::", ""]
        )

    def words(self) -> str:
        pairs = zip(TERMS, reversed(TERMS), strict=True)
        terms = [
            f":::{{lexeme}} {own}\n:native: {native}\n:gloss: {gloss}\n:confused-with: {other}\n:::"
            for (own, native, gloss), (other, _, _) in pairs
        ]
        return "\n\n".join(["# Words", self.said(), *terms, ":::{pair} pristan\n:::", ""])

    def views(self) -> str:
        names = ["matrix", "timeline", "network", "judgments", "discrepancies", "errata", "quotations", "changes",
                 "scale", "sources", "coverage", "ledger", "a-to-z", "imprint"]  # fmt: skip
        drawn = [f"## View {name}\n\n:::{{{name}}}\n:::" for name in self.chance.sample(names, len(names))]
        return "\n\n".join(["(views)=\n# Views", *drawn, ":::{depends-on} tides\n:::", ""])

    def _event(self) -> str:
        day = f"2031-0{self.chance.randint(1, 4)}-{self.chance.randint(10, 28)}"
        head = f":::{{event}} {self.new()} {day}\n:actors: {self.one(self.actors)}"
        return f"{head}\n\n{self.said()}\n\n{self.source()}\n:::"

    def _quotation(self) -> str:
        return f':::{{quotation}} {self.new()}\n:speaker: {self.one(self.actors)}\n\n> @minutes "We shall see"\n:::'

    def _claim(self) -> str:
        return f":::{{claim}} {self.new()}\n{self.said()}\n\n{self.source()}\n:::"

    def _erratum(self) -> str:
        return (
            f":::{{erratum}} {self.new()} 2031-04-{self.chance.randint(10, 28)}\n:was: It rained.\n\nIt did not.\n:::"
        )

    def _judgment(self) -> str:
        return f":::{{judgment}} {self.new()} {self.chance.choice(OUTLOOKS)}\nIt comes so.\n\n{self.source()}\n:::"

    def _discrepancy(self) -> str:
        return f":::{{discrepancy}} {self.new()} factual error\nIt was otherwise.\n\n> @minutes\n> @tides\n:::"


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")
