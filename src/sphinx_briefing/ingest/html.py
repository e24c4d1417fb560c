"""A web page: the article in it, without what stands around it.

Only what a browser itself does to the text is done: white space is collapsed, entities are read. A library made for
mass collection folds more (accents composed, no-break spaces replaced, bullets added), and a seed must not be folded.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, Final

from sphinx_briefing.ingest.extracted import Extracted, IngestError, decoded, missing, one_line, whole

_CHARSET: Final = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4}")
#: Never part of an article's text.
_OUTSIDE: Final = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "form", "button", "select", "nav",
    "aside", "footer", "dialog", "head", "audio", "video", "canvas",
})  # fmt: skip
_BLOCKS: Final = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})


def html(data: bytes) -> Extracted:
    """The article of an .html file: `<article>` or `<main>`, else the element that holds most of its paragraphs' text.

    Raises IngestError when no paragraph is found.
    """
    try:
        from lxml import html as parser
        from lxml.etree import LxmlError
    except ImportError:
        raise missing("lxml") from None
    text = _text_of(data)
    try:
        # As bytes: a declared encoding inside a decoded text would be an error.
        root = parser.document_fromstring(
            text.encode("utf-8"), parser=parser.HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (LxmlError, ValueError, AssertionError):
        raise IngestError("this is no web page: there is no element in it") from None
    article = _article(root)
    blocks = [block for block in _blocks(article) if block] if article is not None else []
    if not blocks:
        raise IngestError(
            "no article was found in this page: it has no paragraphs (perhaps a script fetches them); "
            "save the text you see as .txt and ingest that"
        )
    names = _Metadata(root)
    return Extracted(
        "\n\n".join(blocks) + "\n",
        title=names.meta("og:title", "citation_title", "dc.title") or one_line(root.findtext(".//title")),
        author=names.authors(),
        issued=names.date(),
        url=names.address(),
        language=one_line(root.get("lang")),
        type="webpage",
    )


def _text_of(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:3] == codecs.BOM_UTF8 or not declared:
        return decoded(data)
    name = declared[1].decode("ascii").lower()
    try:
        known = codecs.lookup(name).name
        if known in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
            return decoded(data)
        # Browsers read what calls itself Latin-1 or ASCII as Windows-1252.
        return whole(data.decode("cp1252" if known in ("iso8859-1", "ascii") else known))
    except (LookupError, UnicodeDecodeError):
        raise IngestError(f"the page says that its encoding is `{name}`, and it is not; save it as UTF-8") from None


def _article(root: Any) -> Any:
    named = root.xpath("//article | //main | //*[@role='main'] | //*[@itemprop='articleBody']")
    best = max(named, key=_weight, default=None)
    if best is not None and _weight(best):
        return best
    parents = {element.getparent() for element in root.iter("p") if not _is_outside(element)}
    # Without a name: the element whose own paragraphs hold the most text.
    held = {parent: sum(_length(child) for child in parent if child.tag == "p") for parent in parents}
    return max((parent for parent in held if held[parent]), key=lambda parent: held[parent], default=None)


def _weight(element: Any) -> int:
    return sum(_length(part) for part in element.iter("p") if not _is_outside(part))


def _length(element: Any) -> int:
    return len(_SPACE.sub(" ", "".join(element.itertext())).strip())


def _is_outside(element: Any) -> bool:
    return any(_left_out(above) for above in (element, *element.iterancestors()))


def _left_out(element: Any) -> bool:
    if not isinstance(element.tag, str):  # a comment
        return True
    return (
        element.tag in _OUTSIDE
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") in _ROLES
    )


def _blocks(article: Any) -> Iterator[str]:
    """The blocks of text, in order. Walked without recursion: a page may nest as deep as it likes."""
    run: list[str] = []
    for what, element in _walk(article):
        if what == "text":
            run.append(_SPACE.sub(" ", element))
        elif what == "verbatim":
            yield _tidy(run)
            run = []
            yield element.strip("\n")
        elif element.tag == "br":
            run.append("\n" if what == "start" else "")
        elif element.tag in ("td", "th"):
            run.append("\t" if what == "start" and "".join(run).strip() else "")
        elif element.tag in _BLOCKS:
            yield _tidy(run)
            run = []
    yield _tidy(run)


def _walk(article: Any) -> Iterator[tuple[str, Any]]:
    stack: list[tuple[str, Any]] = [("start", article)]
    while stack:
        what, item = stack.pop()
        if what == "start" and item.tag == "pre":
            yield "verbatim", "".join(item.itertext())
            continue
        yield what, item
        if what != "start":
            continue
        inside: list[tuple[str, Any]] = [("text", item.text)] if item.text else []
        for child in item:
            if not _left_out(child):
                inside.append(("start", child))
            if child.tail:
                inside.append(("text", child.tail))
        stack += [("end", item), *reversed(inside)]


def _tidy(run: list[str]) -> str:
    """One block: as a browser shows it, without white space beside line breaks and at its ends."""
    lines = [re.sub(r" *\t *", "\t", re.sub(" +", " ", line)).strip(" \t") for line in "".join(run).split("\n")]
    return "\n".join(line for line in lines if line)


class _Metadata:
    """What a page says about itself: `<meta>`, the canonical address, and data for search engines (JSON-LD)."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._metas: dict[str, str] = {}
        for item in root.iter("meta"):
            name = (item.get("property") or item.get("name") or item.get("itemprop") or "").lower()
            self._metas.setdefault(name, one_line(item.get("content")))
        self._data = next(self._linked(), {})

    def _linked(self) -> Iterator[dict[str, Any]]:
        for script in self._root.iterfind(".//script[@type='application/ld+json']"):
            try:
                found = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            items = found.get("@graph", [found]) if isinstance(found, dict) else found
            for item in items if isinstance(items, list) else ():
                if isinstance(item, dict) and ("headline" in item or "datePublished" in item):
                    yield item

    def meta(self, *names: str) -> str:
        return next((self._metas[name] for name in names if self._metas.get(name)), "")

    def authors(self) -> tuple[str, ...]:
        given = self._data.get("author")
        people = given if isinstance(given, list) else [given] if given else []
        names = [one_line(item.get("name") if isinstance(item, dict) else item) for item in people]
        if not any(names):
            names = [self.meta("author", "article:author", "citation_author", "dc.creator")]
        return tuple(name for name in names if name and "://" not in name)

    def date(self) -> str:
        given = self.meta("article:published_time", "citation_publication_date", "dc.date", "date", "datepublished")
        found = _DATE.match(one_line(self._data.get("datePublished")) or given.replace("/", "-"))
        return found[0] if found else ""

    def address(self) -> str:
        links = self._root.iterfind(".//link[@rel='canonical']")
        found = next((one_line(item.get("href")) for item in links), "") or self.meta("og:url")
        return found if re.match(r"https?://\S+$", found) else ""
