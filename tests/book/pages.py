"""Pages of the built site as a reader meets them: their words, and the parts that hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "source"

_HINDSIGHT = re.compile(r"^(:{3,})\{layer\} hindsight\n.*?^\1$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Pages:
    """The pages of a site by their names."""

    root: Path

    def main(self, name: str) -> etree._Element:
        """The main part of a page: not its navigation, head or foot."""
        document = html.fromstring((self.root / f"{name}.html").read_text("utf-8"))
        (found,) = document.xpath("//main")
        return found

    def text(self, name: str) -> str:
        """The words of a page's main part, with single spaces."""
        return words(self.main(name))

    def names(self) -> list[str]:
        return sorted(path.relative_to(self.root).with_suffix("").as_posix() for path in self.root.rglob("*.html"))


def words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def sources() -> dict[str, str]:
    """The written pages by name, without what they say with hindsight."""
    return {
        path.relative_to(SOURCE).with_suffix("").as_posix(): _HINDSIGHT.sub("", path.read_text("utf-8"))
        for path in sorted(SOURCE.rglob("*.md"))
    }
