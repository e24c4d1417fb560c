"""The data that preview cards and the quick switcher need, as a script: `fetch` is closed under `file:`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.dates import spoken
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.views.roles import role_line
from sphinx_briefing.views.shown import Shown, judgment_title, show, text_of

#: href, title, kind, one line, a last line
Row = tuple[str, str, str, str, str]


def entities_script(book: Book, parts: tuple[tuple[str, str], ...], uri: Callable[[str], str]) -> str:
    """`window.BRIEFING_ENTITIES = {...}`: every entity, judgment and part by its key; no words of a source."""
    rows: dict[str, Row] = {f"part-{page}": (uri(page), title, "Part", "", "") for page, title in parts}
    for key, row in _rows(book, uri):
        rows[key] = row
    return "window.BRIEFING_ENTITIES = " + json.dumps(rows, ensure_ascii=False, indent=0) + ";\n"


def _rows(book: Book, uri: Callable[[str], str]) -> Iterator[tuple[str, Row]]:
    def href(shown: Shown) -> str:
        return f"{uri(shown.page)}#{shown.anchor}"

    for key, item in book.objects.items():
        shown = show(book, key)
        name = f"{key.kind}-{key.id}"
        match item:
            case Actor():
                yield (
                    name,
                    (
                        href(shown),
                        shown.text,
                        f"Actor · {item.kind}",
                        text_of(book, item.answer) or role_line(book, item),
                        role_line(book, item),
                    ),
                )
            case Issue():
                yield name, (href(shown), shown.text, "Issue", text_of(book, item.answer), item.scope)
            case Event():
                # by its date, so that a name that its title mentions leads to the actor first
                known = " · ".join(part for part in (item.title, item.place_name) if part)
                yield name, (href(shown), spoken(item.date.edtf), "Event", text_of(book, item.text), known)
            case Term():
                yield name, (href(shown), shown.text, "Term", item.gloss, item.native)
    for judgment in book.judgments:
        shown = show(book, judgment.key)
        yield f"judgment-{judgment.id}", (href(shown), judgment_title(book, judgment), "Judgment", shown.text, "")
