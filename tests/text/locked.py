"""A small seed of sentences that differ in both of their ends, citations of it, and the lock of a book of them."""

from __future__ import annotations

from typing import Any

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.lock import Lock, Standing
from sphinx_briefing.model.pages import BookInfo, Page
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.statements import Mention
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.library import Library
from sphinx_briefing.text.lock import renewed
from sphinx_briefing.text.verification import freeze

NAMES = ("Ansel", "Berta", "Corin", "Delia", "Edgar", "Fiona", "Gustav", "Hanna")
#: The heading that keeps the first block from being a title; sentences that differ in both of their ends.
HEAD = "This was said of the quay and of the pilots. It was said of the ferry and its pier, in the town hall."
SENTENCES = [
    f"{name} walked at some length along the old north quay, and nobody there agreed with poor {name}."
    for name in NAMES
]


def text_of(paragraphs: list[list[str]]) -> str:
    return "\n\n".join([HEAD, *(" ".join(sentences) for sentences in paragraphs if sentences)]) + "\n"


def cite(passage: str = "", words: str = "", **more: Any) -> Citation:
    more.setdefault("acknowledged", ("cut-acknowledged",))  # what a cut does to words is tested elsewhere
    return Citation("s", Place("page", 1), passage, words, **more)


def library(text: str, lock: Lock | None = None) -> Library:
    return Library((Source("s", "report", "S", seed="s.txt"),), {"s": Seed.of("s", text)}, lock=lock)


def book_of(citations: list[Citation], text: str, lock: Lock | None = None) -> Book:
    facts = tuple(Mention(Key("source", "s"), item.place, citations=(item,)) for item in citations)
    return freeze([Page("page", facts=facts)], library(text, lock), BookInfo("B"))


def locked(citations: list[Citation], text: str) -> Lock:
    found = book_of(citations, text)
    return renewed(Lock(), found.evidence.values(), library(text).seeds)


def fates(citations: list[Citation], before: str, after: str) -> list[Standing]:
    """What does not stand when a book locked on one text is read with another."""
    return list(book_of(citations, after, locked(citations, before)).standings)


A, B, C, D = SENTENCES[:4]
FOUR = text_of([[A, B], [C, D]])
ALL = [cite("p2s1"), cite("p2s2"), cite("p3s1"), cite("p3s2")]
