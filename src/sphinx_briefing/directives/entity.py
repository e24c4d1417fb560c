"""`{actor}` and `{issue}`: what a page is about."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord, ask
from sphinx_briefing.directives.drawing import Nodes, definitions, joined, link, muted, note_marks
from sphinx_briefing.directives.languages import RUSSIAN, has_cyrillic
from sphinx_briefing.directives.options import forms, identifiers, roles, text, value_of
from sphinx_briefing.domain.nodes import SCREEN_ONLY, make_block, make_phrase
from sphinx_briefing.model.entities import Actor, Issue
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.model.vocabularies import ACTOR_KINDS
from sphinx_briefing.views.identity import Identity, Status
from sphinx_briefing.views.roles import RoleRow


class EntityWord(StatementWord):
    """Declares an entity, draws its answer and its facts; statements that follow are its own."""

    #: what is wrong with evidence lines in it, and how to mend it
    no_evidence: ClassVar = ("it takes no evidence lines", "cite in its text with `{cite}`, or make a `{claim}`")

    def draw(self, fact: Any, draft: Draft, layer: str, body: list[nodes.Node]) -> list[nodes.Node]:
        if draft.citations and not draft.options.get("roles"):
            self.problem(*self.no_evidence, Code.EVIDENCE_SYNTAX)
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
    """A person, a group, a state, a metonym: one of `ACTOR_KINDS`. Its evidence lines are what its roles rest on."""

    no_evidence: ClassVar = (
        "it has evidence lines and no role that could rest on them",
        "add `:role:`, cite in its text with `{cite}`, or make a `{claim}`",
    )

    grammar: ClassVar = Grammar(
        options={
            "name": text("name"),
            "kind": value_of("kind", ACTOR_KINDS),
            "native": text("native"),
            "lang": text("lang"),
            "romanization": text("romanization"),
            "role": roles("roles"),
            "part-of": identifiers("part_of"),
            "side": text("side"),
            "sort-as": text("sort_as"),
            "also": forms("also"),
            "stands-for": identifiers("stands_for"),
            "but-not": text("but_not"),
            "silence": text("silence"),
        }
    )

    def fact(self, draft: Draft, layer: str) -> Actor | None:
        if self.nameless(draft):
            return None
        key = Key("actor", draft.arguments.ids[0])
        options = {"name": "", **draft.options}
        if has_cyrillic(options.get("native", "")):
            options.setdefault("lang", RUSSIAN)
        actor = Actor(id=key.id, place=self.place(key), citations=draft.citations, **options)
        self._check_metonym(actor)
        return actor

    def _check_metonym(self, actor: Actor) -> None:
        metonym = actor.kind == "metonym"
        if metonym and not actor.stands_for and "stands-for" not in self.options:
            self.problem(
                "a metonym without those whom it stands for", "add `:stands-for:` with an actor's id", Code.OPTION
            )
        for name in ("stands-for", "but-not"):
            if not metonym and name in self.options and actor.kind == self.options.get("kind", actor.kind):
                self.problem(
                    f"option `:{name}:` belongs to a metonym",
                    "add `:kind: metonym`, or leave it out",
                    Code.OPTION,
                    self.line_of_option(name),
                )


class IssueWord(EntityWord):
    """A question that actors take positions on."""

    grammar: ClassVar = Grammar(
        options={
            "name": text("name"),
            "scope": text("scope"),
            "part-of": identifiers("part_of"),
            "also": forms("also"),
            "silence": text("silence"),
        }
    )

    def fact(self, draft: Draft, layer: str) -> Issue | None:
        if self.nameless(draft):
            return None
        key = Key("issue", draft.arguments.ids[0])
        return Issue(id=key.id, place=self.place(key), **{"name": "", **draft.options})


def draw_identity(found: Identity | None) -> Nodes:
    """The facts of an actor or an issue; nothing when none is known."""
    if found is None:
        return []
    native: Nodes = [make_phrase("native", found.native, args={"lang": found.lang})] if found.native else []
    if found.romanization:
        native += [nodes.Text(", "), make_phrase("romanization", found.romanization, args={"lang": found.lang})]
    names = "Members here" if found.entity.kind == "actor" else "Its parts"
    rows: list[tuple[str, Nodes]] = [
        ("Native name", native),
        ("Stands for", joined(link(meant) for meant in found.stands_for)),
        ("But not", [nodes.Text(found.but_not)] if found.but_not else []),
        ("Role", _roles(found.roles, found)),
        ("Before", _roles(found.past_roles, None if found.roles else found)),
        ("Part of", joined(link(whole) for whole in found.part_of)),
        (names, joined(link(member) for member in found.members) or _no_members(found)),
        ("Meant by", joined(link(name) for name in found.metonyms)),
        ("Scope", [nodes.Text(found.scope)] if found.scope else []),
        ("Other forms", [nodes.Text("; ".join(found.also))] if found.also else []),
        ("Silence", [nodes.Text(found.silence)] if found.silence else []),
    ]
    known = [(term, words) for term, words in rows if words]
    return [make_block("identity", definitions(known), args={"kind": found.entity.kind})] if known else []


def _roles(rows: tuple[RoleRow, ...], evidenced: Identity | None) -> Nodes:
    """Roles, each with when it is held, and behind them what they rest on."""
    told = [f"{row.title} ({row.held})" if row.held else row.title for row in rows]
    marks = note_marks(evidenced.notes) if evidenced and rows else []
    return [nodes.Text("; ".join(told)), *([nodes.Text(" · "), *marks] if marks else [])] if told else []


def _no_members(found: Identity) -> Nodes:
    """Of a group it is information that nobody in it is named."""
    return [muted("nobody is named")] if found.kind == "group" else []


def draw_status(status: Status) -> Nodes:
    """Edition, as-of date, what of the source is used, and where the page begins in print.

    A line that would be the same on `every` page is marked so: on paper the foot of each sheet has it.
    """
    every: list[tuple[str, Nodes]] = []
    rows: list[tuple[str, Nodes]] = []
    if status.edition:
        every.append(("Edition", [nodes.Text(status.edition)]))
    if status.asof:
        every.append(("As of", [nodes.Text(status.asof)]))
    if status.changed:
        rows.append(("Last significant change", [nodes.Text(status.changed)]))
    if status.total and status.whole >= 0:
        rows.append(("Used from the source", [nodes.Text(f"{status.whole} of {status.total} passages")]))
    elif status.total and status.used:
        marks = joined(link(passage, make_phrase("ident", passage.text)) for passage in status.used)
        rows.append(("Used from the source", [*marks, muted(f" ({len(status.used)} of {status.total} passages)")]))
    if not every and not rows:
        return []
    facts = definitions([*every, *rows])
    if status.printed:
        facts += definitions([("In print", [nodes.Text(f"page {status.printed}")])], classes=[SCREEN_ONLY]).children
    return [make_block("status", facts, args={} if rows else {"every": "yes"})]
