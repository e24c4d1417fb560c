"""A source passage by passage: where each is used, or that it is not yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.pages import Cited
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.model.statements import Mention
from sphinx_briefing.views.shown import Shown, in_list, show


@dataclass(frozen=True, slots=True)
class PassageRow:
    """One passage. `state` is `quoted` (words are shown), `used` (cited or silently anchored), `aside` (unused,
    for the `reason` that `sources.yaml` gives) or `unused`.

    `used` are the statements and pages that rest on it; `gist` and `form` are the book's own words about it.
    """

    id: str
    anchor: str
    words: int
    state: str
    form: str
    gist: str
    used: tuple[Shown, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """A source's passages in order, with how many are quoted, used without words, set aside and unused."""

    source: str
    title: str
    rows: tuple[PassageRow, ...]

    def count(self, state: str) -> int:
        """How many passages are in one state."""
        return sum(row.state == state for row in self.rows)


def _use(book: Book, fact: Cited) -> Shown:
    if isinstance(fact, Mention):
        page = show(book, Key("page", fact.place.page))
        return Shown("page", page.id, page.text, page.page, fact.place.anchor)
    shown = in_list(book, fact.key)
    if shown.kind in ("judgment", "event", "position", "actor"):
        return shown
    return replace(shown, text=show(book, Key("page", fact.place.page)).text)


def coverage(book: Book, page: str, options: Mapping[str, str]) -> Coverage | None:
    """View `coverage`: the source named by the option `source`, else the book's own; None when its text is not held."""
    source = book.source_by_id.get(options.get("source", "") or book.info.source)
    if source is None or not source.seed:
        return None
    gists = {gist.passage: gist for gist in source.passages}
    aside = {item.passage: item.reason for item in source.set_aside}
    rows = []
    for item in book.passages:
        if item.source != source.id:
            continue
        found = book.uses.get(f"{source.id}#{item.passage.id}", ())
        quoted = any(evidence.shown for evidence, _ in found)
        gist, reason = gists.get(item.passage.id), aside.get(item.passage.id, "")
        rows.append(
            PassageRow(
                id=item.passage.id,
                anchor=anchor(Key("passage", f"{source.id}#{item.passage.id}")),
                words=item.words,
                state="quoted" if quoted else "used" if found else "aside" if reason else "unused",
                form=gist.form if gist else "",
                gist=gist.gist if gist else "",
                used=tuple(dict.fromkeys(_use(book, fact) for _, fact in found)),
                reason=reason,
            )
        )
    return Coverage(source.id, source.title, tuple(rows))
