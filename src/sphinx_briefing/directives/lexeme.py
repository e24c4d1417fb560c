"""`{lexeme}`: a term in another script, romanized and explained; it enters Sphinx's glossary too."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord, ask, notes_slot
from sphinx_briefing.directives.drawing import Nodes
from sphinx_briefing.directives.languages import RUSSIAN, has_cyrillic
from sphinx_briefing.directives.options import flag, forms, identifier, text
from sphinx_briefing.directives.pair import compared, headed
from sphinx_briefing.domain.nodes import make_block
from sphinx_briefing.model.entities import Term
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.text.transliteration import romanize
from sphinx_briefing.views.glossary import TermRow


class LexemeWord(StatementWord):
    """The term's own script stands in `:native:`; `{term}` finds it under either script and every form in `:also:`."""

    grammar: ClassVar = Grammar(
        options={
            "native": text("native"),
            "script": text("script"),
            "lang": text("lang"),
            "romanization": text("romanization"),
            "conventional": flag("conventional"),
            "gloss": text("gloss"),
            "confused-with": identifier("confused_with"),
            "also": forms("also"),
        },
        layer="context",
    )

    def fact(self, draft: Draft, layer: str) -> Term | None:
        key = Key("term", draft.arguments.ids[0])
        options = {"native": key.id, **draft.options}
        if "lang" not in options:
            options["lang"] = RUSSIAN if has_cyrillic(options["native"]) else ""
        if options["lang"] == RUSSIAN and not options.get("romanization"):
            computed = romanize(options["native"])
            options["romanization"] = computed.strict if computed else ""
        return Term(id=key.id, place=self.place(key), layer=layer, citations=draft.citations, **options)

    def draw(self, fact: Any, draft: Draft, layer: str, body: list[nodes.Node]) -> list[nodes.Node]:
        number = self.reading.note(fact)
        identifier = anchor(fact.key)
        std = self.env.domains.standard_domain
        for form in dict.fromkeys((fact.native, fact.romanization, *fact.also)):
            if form:
                std._note_term(
                    form, identifier, location=self.get_location()
                )  # Sphinx's own glossary calls no other door
        here = ask(self.env.docname, "term", id=fact.id)
        args = {"id": fact.id, "lang": fact.lang, "script": fact.script}
        node = make_block(
            "lexeme", here, *body, notes_slot(self.env.docname, fact.key), args=args, ids=[identifier], fact=number
        )
        self.set_source_info(node)
        return [node]


def draw_term(row: TermRow | None) -> Nodes:
    """The head of an entry: the word in its script, romanized, and its gloss.

    Then the comparison with what it is confused with.
    """
    if row is None:
        return []
    found = headed(row)
    if row.pair:
        found.append(compared(row.pair))
    return found
