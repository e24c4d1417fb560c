"""`{actor}` and `{issue}`: what a page is about."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord, ask
from sphinx_briefing.directives.drawing import Nodes, definitions, joined, link, muted
from sphinx_briefing.directives.languages import RUSSIAN, has_cyrillic
from sphinx_briefing.directives.options import forms, identifier, text, value_of
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.model.vocabularies import ACTOR_KINDS
from sphinx_briefing.views.identity import Identity, Status


class EntityWord(StatementWord):
    """Declares an entity, draws its answer and its facts; statements that follow are its own."""

    def draw(self, fact: Any, draft: Draft, layer: str, body: list[nodes.Node]) -> list[nodes.Node]:
        if draft.citations:
            self.problem(
                "it takes no evidence lines",
                "cite in its text with `{cite}`, or make a `{claim}`",
                Code.EVIDENCE_SYNTAX,
            )
        number = self.reading.note(fact)
        first = self._claim_page(fact)
        page = self.env.docname
        node = make_block(
            "answer",
            *body,
            ids=[anchor(fact.key)],
            args={"kind": fact.key.kind, "first": "yes" if first else "no"},
            answer=number,
        )
        if not first and fact.name:
            node.insert(0, make_block("answer-name", nodes.paragraph("", "", nodes.strong("", fact.name)), slot="name"))
        self.set_source_info(node)
        return [node, ask(page, "identity", kind=fact.key.kind, id=fact.id)]

    def is_known(self, draft: Draft) -> bool:
        """An entity with a fault in an option is still there: else each mention of it would be a finding too."""
        return len(draft.arguments.ids) == 1 and not draft.arguments.problems

    def _claim_page(self, fact: Actor | Issue) -> bool:
        """Make the page this entity's own, if it is the first that the page declares."""
        first = not (self.reading.own_actor or self.reading.own_issue)
        if first and isinstance(fact, Actor):
            self.reading.own_actor = fact.id
        elif first:
            self.reading.own_issue = fact.id
        return first

    def nameless(self, draft: Draft) -> bool:
        """Whether a further entity of a page has no name of its own (the first is named by the page's title)."""
        later = bool(self.reading.own_actor or self.reading.own_issue)
        if later and not draft.options.get("name"):
            self.problem(
                "the page declares another entity above, so this one needs a name", "add `:name:`", Code.SUBJECT
            )
            return True
        return False


class ActorWord(EntityWord):
    """A person, an administration, a group, a state or an organization."""

    grammar: ClassVar = Grammar(
        options={
            "name": text("name"),
            "kind": value_of("kind", ACTOR_KINDS),
            "native": text("native"),
            "lang": text("lang"),
            "role": text("role"),
            "part-of": identifier("part_of"),
            "side": text("side"),
            "also": forms("also"),
        }
    )

    def fact(self, draft: Draft, layer: str) -> Actor | None:
        if self.nameless(draft):
            return None
        key = Key("actor", draft.arguments.ids[0])
        options = {"name": "", **draft.options}
        if has_cyrillic(options.get("native", "")):
            options.setdefault("lang", RUSSIAN)
        return Actor(id=key.id, place=self.place(key), **options)


class IssueWord(EntityWord):
    """A question that actors take positions on."""

    grammar: ClassVar = Grammar(options={"name": text("name"), "scope": text("scope"), "also": forms("also")})

    def fact(self, draft: Draft, layer: str) -> Issue | None:
        if self.nameless(draft):
            return None
        key = Key("issue", draft.arguments.ids[0])
        return Issue(id=key.id, place=self.place(key), **{"name": "", **draft.options})


def draw_identity(found: Identity | None) -> Nodes:
    """The facts of an actor or an issue; nothing when none is known."""
    if found is None:
        return []
    native = [make_phrase("native", found.native, args={"lang": found.lang})] if found.native else []
    rows: list[tuple[str, Nodes]] = [
        ("Native name", list(native)),
        ("Role", [nodes.Text(found.role)] if found.role else []),
        ("Part of", [link(found.part_of)] if found.part_of else []),
        ("Members here", joined(link(member) for member in found.members)),
        ("Scope", [nodes.Text(found.scope)] if found.scope else []),
        ("Other forms", [nodes.Text("; ".join(found.also))] if found.also else []),
    ]
    known = [(term, words) for term, words in rows if words]
    return [make_block("identity", definitions(known), args={"kind": found.entity.kind})] if known else []


def draw_status(status: Status) -> Nodes:
    """Edition, as-of date, and what of the source is used."""
    rows: list[tuple[str, Nodes]] = []
    if status.edition:
        rows.append(("Edition", [nodes.Text(status.edition)]))
    if status.asof:
        rows.append(("As of", [nodes.Text(status.asof)]))
    if status.total and status.whole >= 0:
        rows.append(("Used from the source", [nodes.Text(f"{status.whole} of {status.total} passages")]))
    elif status.total and status.used:
        marks = joined(link(passage, make_phrase("ident", passage.text)) for passage in status.used)
        rows.append(("Used from the source", [*marks, muted(f" ({len(status.used)} of {status.total} passages)")]))
    return [make_block("status", definitions(rows))] if rows else []
