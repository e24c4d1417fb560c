"""What the cover, the heads and the document properties say about the book as a whole."""

from __future__ import annotations

import datetime
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from babel.dates import format_date

from sphinx_briefing.model.serialization import id_of_json, short_build_id
from sphinx_briefing.outputs.typst.assembly import metadata
from sphinx_briefing.outputs.typst.literals import flag, literal, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.config import Config

_REGIONS = {"en": "US"}
_UNDATED = datetime.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The book in a few words. `asof` is empty when the book does not say up to when it speaks.

    `rights` is Sphinx's `copyright`; `build` the beginning of the build id, empty without the book's data.
    """

    title: str
    subtitle: str
    author: str
    edition: str
    asof: str
    asof_shown: str
    language: str
    paper: str
    description: str
    keywords: tuple[str, ...]
    sources: int
    hindsight: bool = False
    rights: str = ""
    build: str = ""

    @property
    def day(self) -> datetime.date:
        """The date of the document: the book's own, never today's."""
        return first_day(self.asof) or _UNDATED

    @property
    def timestamp(self) -> int:
        """The moment the PDF is dated: SOURCE_DATE_EPOCH if set, else the book's day."""
        moment = datetime.datetime.combine(self.day, datetime.time(), datetime.UTC)
        return int(os.environ.get("SOURCE_DATE_EPOCH") or moment.timestamp())

    def arguments(self) -> dict[str, str]:
        """As arguments of the template's `book`."""
        language, _, region = self.language.replace("_", "-").partition("-")
        day = self.day
        return {
            "title": literal(self.title),
            "subtitle": literal(self.subtitle),
            "author": literal(self.author),
            "edition": literal(self.edition),
            "asof": literal(self.asof_shown),
            "language": literal(language),
            "region": literal(region or _REGIONS.get(language, "")),
            "paper": literal(self.paper),
            "description": literal(self.description),
            "keywords": strings(self.keywords),
            "sources": str(self.sources),
            "hindsight": flag(self.hindsight),
            "rights": literal(self.rights),
            "build": literal(self.build),
            "date": f"datetime(year: {day.year}, month: {day.month}, day: {day.day})",
        }


def first_day(written: str) -> datetime.date | None:
    """The first day of an ISO date that may lack its month or day; None if it is no date."""
    try:
        year, month, day = (*map(int, written.rstrip("?~%").split("-")), 1, 1)[:3]
        return datetime.date(year, month, day)
    except ValueError:
        return None


def shown_date(written: str, language: str) -> str:
    """A date as a reader of `language` writes it, its words tied together."""
    day = first_day(written)
    if day is None:
        return written
    pattern = {0: "y", 1: "MMMM y"}.get(written.count("-"), "d MMMM y")
    return format_date(day, pattern, locale=language.replace("-", "_")).replace(" ", "\u00a0")


def front_matter(config: Config, root: nodes.document, book: str | None) -> FrontMatter:
    """From `conf.py`, the root page's own metadata, and the book's data (JSON) if there is any."""
    told = metadata(root)
    language = config.language or "en"
    data = json.loads(book) if book else {}
    about = data.get("book") if isinstance(data.get("book"), dict) else {}
    asof = str(getattr(config, "brief_asof", "") or (about or {}).get("as_of", "") or "")
    keywords = told["keywords"].split(",") if "keywords" in told else subjects(data)
    title = (
        config.html_title if config.html_title and config.html_title != default_html_title(config) else config.project
    )
    return FrontMatter(
        title=title,
        subtitle=str(getattr(config, "brief_subtitle", "") or ""),
        author=config.author if config.author != "Author name not set" else "",
        edition=str(getattr(config, "brief_edition", "") or config.release or config.version or ""),
        asof=asof,
        asof_shown=shown_date(asof, language),
        language=language,
        paper=str(getattr(config, "brief_paper", "a4") or "a4"),
        description=told.get("description", "") or str(getattr(config, "brief_subtitle", "") or ""),
        keywords=tuple(word.strip() for word in keywords if word.strip()),
        sources=len(cited(data)),
        hindsight=any(fact.get("layer") == "hindsight" for fact in facts_of(data)),
        rights=rights(config),
        build=short_build_id(id_of_json(book)) if book else "",
    )


def rights(config: Config) -> str:
    """Who holds the rights and under which license, as `conf.py` says it; Sphinx takes one line or several."""
    lines = [config.copyright] if isinstance(config.copyright, str) else [*config.copyright]
    return "; ".join(line for line in lines if line)


def facts_of(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """All that the lists of the book's data hold."""
    return (item for held in data.values() if isinstance(held, list) for item in held if isinstance(item, dict))


def cited(data: dict[str, Any]) -> set[str]:
    """The sources that something in the book rests on; a record that only another edition cites is not among them."""
    return {held["source"] for fact in facts_of(data) for held in fact.get("evidence", ())}


def subjects(data: dict[str, Any]) -> list[str]:
    """What a book whose root page names no keywords is about: its issues, and its terms in their own script."""
    found = [item.get("name", "") for item in data.get("issues", ())]
    return found + [item.get("native", "") for item in data.get("terms", ())]


def default_html_title(config: Config) -> str:
    """What Sphinx makes up for `html_title` when nobody has written one."""
    return f"{config.project} {config.release} documentation" if config.release else f"{config.project} documentation"
