"""`{event}`: what happened, when and where."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord
from sphinx_briefing.directives.drawing import dated, paragraph
from sphinx_briefing.directives.options import identifiers, text
from sphinx_briefing.domain.nodes import make_phrase
from sphinx_briefing.model.entities import Event
from sphinx_briefing.model.places import Key


class EventWord(StatementWord):
    """An event has an id and an EDTF date; `:said:` keeps the source's own words for the date.

    `:title:` is what the drawn timeline and lists call it.
    """

    grammar: ClassVar = Grammar(
        dated=True,
        date_required=True,
        options={
            "title": text("title"),
            "said": text("said"),
            "place": text("place_name"),
            "actors": identifiers("actors"),
            "issues": identifiers("issues"),
        },
    )

    def fact(self, draft: Draft, layer: str) -> Event:
        key = Key("event", draft.arguments.ids[0])
        assert draft.arguments.date is not None  # the grammar asks for it
        return Event(
            key.id, draft.arguments.date, self.place(key), layer, (), citations=draft.citations, **draft.options
        )

    def head(self, draft: Draft, key: Key) -> list[nodes.Node]:
        date = draft.arguments.date
        assert date is not None  # the grammar asks for it
        found = paragraph(*dated(draft.options.get("said", ""), make_phrase("date", str(date))), classes=["event-head"])
        if draft.options.get("place_name"):
            found += nodes.inline("", f" · {draft.options['place_name']}")
        return [found]
