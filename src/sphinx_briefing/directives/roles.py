"""The roles, which stand in running text.

`actor`, `issue`, `event` and `judgment` mention an object; `cite` and `quote` cite a source; `computed` and
`aside` account for a figure.
"""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from sphinx.util.docutils import ReferenceRole, SphinxRole

from sphinx_briefing.directives.drawing import Nodes, link, quoted
from sphinx_briefing.domain import brief_domain
from sphinx_briefing.domain.nodes import make_phrase, pending_mention
from sphinx_briefing.domain.reading import Reading
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Mention
from sphinx_briefing.text.figures import keys_in
from sphinx_briefing.views.notes import Note
from sphinx_briefing.views.shown import Shown


class MentionRole(ReferenceRole):
    """{actor}`lavrov` shows the actor's name; {actor}`the minister <lavrov>` shows the words given."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        reading = brief_domain(self.env).reading
        kind = self.name.rpartition(":")[2]
        key = Key(kind, self.target)
        line = reading.line_of(f"`{self.text}`", self.lineno)
        number = reading.note(Mention(key, reading.place(line)))
        node = pending_mention(self.rawtext, *([nodes.Text(self.title)] if self.has_explicit_title else []))
        node.attributes.update(
            kind=kind, target=self.target, explicit=self.has_explicit_title, mention=number,
            view="mention", page=self.env.docname, options={"kind": kind, "id": self.target},
        )  # fmt: skip
        self.set_source_info(node)
        return [node], []


class CiteRole(SphinxRole):
    """{cite}`@#p3s3` sets a mark; {quote}`@#p3s3 "exact words"` shows the words too."""

    shows_words: ClassVar[bool] = False

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        reading = brief_domain(self.env).reading
        line = reading.line_of(f"`{self.text}`", self.lineno)
        citation = reading.citation(self.text, line)
        if citation is None or not self._fits(citation, reading, line):
            return [nodes.literal("", self.text)], []
        kind = "passage" if citation.passage else "source"
        count = sum(isinstance(fact, Mention) for fact in reading.facts)
        number = reading.note(Mention(Key(kind, citation.reference), reading.place(line), citations=(citation,)))
        words = [nodes.Text(quoted(citation.words))] if self.shows_words else []
        node = pending_mention(self.rawtext, *words)
        node.attributes.update(
            kind="",
            target="",
            explicit=True,
            mention=number,
            view="cite",
            page=self.env.docname,
            options={"number": str(count)},
        )
        self.set_source_info(node)
        return [node], []

    def _fits(self, citation: Citation, reading: Reading, line: int) -> bool:
        if self.shows_words and (not citation.words or citation.silent):
            reading.problem(
                Code.EVIDENCE_SYNTAX,
                line,
                "`{quote}`: there are no words to show",
                'write {quote}`@#p3s3 "exact words"`, or use `{cite}`',
            )
            return False
        return True


class QuoteRole(CiteRole):
    """Cite a source and show its exact words."""

    shows_words = True


class FigureRole(ReferenceRole):
    """{computed}`24 <passages of the article>`: a figure that an editor accounts for, and how.

    `example` is one that is well written, `lacks` what a bad one does not give, `told` what a reader is told.
    """

    example: ClassVar = "24 <passages of the article>"
    lacks: ClassVar = "what it was worked out from"
    told: ClassVar = "worked out from {}"

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        reading = brief_domain(self.env).reading
        line, name = reading.line_of(f"`{self.text}`", self.lineno), self.name.rpartition(":")[2]
        if not self.has_explicit_title or not keys_in(self.title):
            reading.problem(
                Code.FIGURE,
                line,
                f"`{{{name}}}`: `{self.text}` does not give a figure and {self.lacks}",
                f"write {{{name}}}`{self.example}`",
            )
            return [nodes.Text(self.title)], []
        reading.note(Mention(Key(name, self.title), reading.place(line), (self.target,)))
        return [nodes.abbreviation("", self.title, explanation=self.told.format(self.target))], []


class AsideRole(FigureRole):
    """{aside}`24 <our own count>`: a figure that no source needs to support, and why."""

    example: ClassVar = "7 <our own count of the letters>"
    lacks: ClassVar = "why no source needs to support it"
    told: ClassVar = "{}"


def draw_mention(shown: Shown, placeholder: pending_mention) -> Nodes:
    """A reference under its own words, or under what its object shows."""
    return [link(shown, *[child.deepcopy() for child in placeholder.children])]


def draw_cite(note: Note | None, placeholder: pending_mention) -> Nodes:
    """The words of a `quote`, then the mark of what is cited."""
    words: Nodes = [child.deepcopy() for child in placeholder.children]
    if note is None:
        return words
    mark = link(note.reference, make_phrase("ident", note.reference.text), classes=["cite"])
    if words and note.state == "unverified":
        words.append(make_phrase("muted", " (not verified here)"))
    return [*words, nodes.Text("\u00a0"), mark] if words else [mark]
