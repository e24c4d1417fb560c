"""What a page enters into the general index: actors, issues, terms, judgments and events."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.domain.reading import Reading
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.model.pages import Fact
from sphinx_briefing.model.places import anchor, plain
from sphinx_briefing.model.statements import Judgment, Mention, headline, title_prefix

#: Sphinx's own shape: kind, words, target, "main" or empty, key of the letter.
IndexEntry = tuple[str, str, str, str, str | None]


def index_entries(reading: Reading) -> list[IndexEntry]:
    """What a reader may look up: names in every form, judgments under their likelihood, events by date."""
    found: dict[IndexEntry, None] = {}
    for fact in reading.facts:
        if not isinstance(fact, Mention):
            for words in _words(fact):
                found["single", words, anchor(fact.key), "", None] = None
    return list(found)


def enter(document: nodes.document, entries: list[IndexEntry]) -> None:
    """Put the entries into the page too: the search index and print find them there."""
    top = document.next_node(nodes.section)
    if entries and top is not None:
        top.insert(1, addnodes.index(entries=entries))


def _words(fact: Fact) -> Iterator[str]:
    """The words under which a fact stands in the index; a semicolon parts a heading from what stands below it."""
    match fact:
        case Actor():
            forms = (fact.name, fact.native, *fact.also)
        case Issue():
            forms = (fact.name, *fact.also)
        case Term():
            forms = (fact.native, fact.romanization, *fact.also)
        case Event():
            yield "Events; " + f"{fact.date.edtf}: {plain(fact.text, {})}".replace(";", ",")
            return
        case Judgment():
            title = title_prefix(fact.likelihood, fact.term) + plain(headline(fact.text), {})
            yield "Judgments; " + title.replace(";", ",")
            return
        case _:
            return
    yield from (form.replace(";", ",") for form in forms if form)
