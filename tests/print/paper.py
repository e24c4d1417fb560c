"""A PDF as its reader has it: pages with their words and places, links, bookmarks, tags."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

from browser.needs import program

_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A word and its box in points, measured from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Leaf:
    """A page: its number from 1, its size, its words in reading order."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class Link:
    """A link: where it stands (boxes from the top left), where it leads (a page, or an address), what it says it is."""

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]
    target: int | None
    address: str
    contents: str

    def holds(self, word: Word) -> bool:
        x, y = word.middle
        return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in self.boxes)


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline with the page where it leads."""

    title: str
    level: int
    page: int


@dataclass
class Paper:
    """An open PDF."""

    path: Path
    pdf: pikepdf.Pdf

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        command = [program("pdftotext"), "-bbox", str(self.path), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        pages = ElementTree.fromstring(text).iter(f"{_XHTML}page")
        return tuple(_leaf(number, page) for number, page in enumerate(pages, 1))

    @cached_property
    def raw(self) -> str:
        """The text in the order of the file, words that were hyphenated at a line's end put together."""
        command = [program("pdftotext"), "-raw", str(self.path), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return re.sub(r"(\w)[-\u00ad]\n(\w)", r"\1\2", text)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages, 1)}
        found = []
        for number, page in enumerate(self.pdf.pages, 1):
            height = float(page.mediabox[3])
            for note in page.get("/Annots", pikepdf.Array()):
                if note.Subtype == "/Link":
                    found.append(_link(note, number, height, numbers))
        return tuple(found)

    @cached_property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages, 1)}

        def walk(items: list[pikepdf.OutlineItem], level: int) -> Iterator[Bookmark]:
            for item in items:
                yield Bookmark(item.title, level, numbers[item.destination[0].objgen])
                yield from walk(item.children, level + 1)

        with self.pdf.open_outline() as outline:
            return tuple(walk(outline.root, 1))

    @cached_property
    def tags(self) -> tuple[pikepdf.Dictionary, ...]:
        """All elements of the structure tree in reading order."""
        return tuple(below(self.pdf.Root.StructTreeRoot))

    def tagged(self, *names: str) -> list[pikepdf.Dictionary]:
        return [tag for tag in self.tags if str(tag.S) in names]

    def spans(self) -> dict[str, range]:
        """The pages of the book: title -> the sheets from its first to its last."""
        tops = [mark for mark in self.bookmarks if mark.level == 1]
        ends = [mark.page for mark in tops[1:]] + [len(self.leaves) + 1]
        return {mark.title: range(mark.page, max(end, mark.page + 1)) for mark, end in zip(tops, ends, strict=True)}


def below(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The structure elements at and under a node, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from below(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from below(node["/K"])


def attribute(tag: pikepdf.Dictionary, name: str) -> pikepdf.Object | None:
    """An attribute of a structure element, from whichever of its attribute objects has it."""
    held = tag.get("/A", pikepdf.Array())
    for entry in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(entry, pikepdf.Dictionary) and name in entry:
            return entry[name]
    return None


def squeezed(text: str) -> str:
    """Letters and figures alone, so that no line break, hyphen or mark hides a run of words."""
    return re.sub(r"[\W_]+", "", text).casefold()


@contextmanager
def read(path: Path) -> Iterator[Paper]:
    """Open a PDF to be asked about."""
    with pikepdf.open(path) as pdf:
        yield Paper(path, pdf)


def _leaf(number: int, page: ElementTree.Element) -> Leaf:
    words = []
    for word in page.iter(f"{_XHTML}word"):
        box = [float(word.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax")]
        words.append(Word(word.text or "", *box))
    return Leaf(number, float(page.get("width", "0")), float(page.get("height", "0")), tuple(words))


def _link(note: pikepdf.Dictionary, page: int, height: float, numbers: dict[tuple[int, int], int]) -> Link:
    if "/QuadPoints" in note:
        flat = [float(value) for value in note.QuadPoints]
        corners = [flat[at : at + 8] for at in range(0, len(flat), 8)]
    else:
        corners = [[float(value) for value in note.Rect]]
    boxes = tuple((min(c[::2]), height - max(c[1::2]), max(c[::2]), height - min(c[1::2])) for c in corners)
    target = numbers[note.Dest[0].objgen] if "/Dest" in note else None
    address = str(note.A.URI) if "/A" in note else ""
    return Link(page, boxes, target, address, str(note.get("/Contents", "")))
