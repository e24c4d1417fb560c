"""The words that are views: each leaves a placeholder, drawn when the Book is whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Word, ask
from sphinx_briefing.directives.options import Options, flag, groups, identifiers, text, values_of
from sphinx_briefing.domain.nodes import make_block
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import NEWEST, Mention
from sphinx_briefing.model.vocabularies import ACTOR_KINDS, RELATION_KINDS
from sphinx_briefing.views.a_to_z import KINDS
from sphinx_briefing.views.dossier import PARTS
from sphinx_briefing.views.options import EVERYBODY, listed, parted


class ViewWord(Word):
    """Base: the options of the word are the options of the question."""

    known: ClassVar[Options] = {}
    names: ClassVar[Mapping[str, str]] = {}
    argument: ClassVar[str] = ""
    part: ClassVar[str] = ""

    def run(self) -> list[nodes.Node]:
        _, sound = self.read_options(self.known)
        asked = {name: self.options[name] for name in self.known if name in self.options}
        if self.line_text and not self.argument:
            self.problem(f"`{self.line_text}` stands on its argument line", "this view takes options only")
            sound = False
        elif self.line_text:
            asked[self.argument] = self.line_text
        if any(line.strip() for line in self.content):
            self.problem("a view has no body", "remove the text between its fences")
            sound = False
        if not sound or self.repeated_options() or not self.accept(asked):
            return []
        self._note_named(asked)
        view = ask(self.env.docname, self.word, **asked)
        self.set_source_info(view)
        return [make_block(self.part, view) if self.part else view]

    def _note_named(self, asked: dict[str, str]) -> None:
        """Note the ids that the options name, so that an unknown one is a finding."""
        for name, kind in self.names.items():
            for identifier in listed(asked.get(name, "")):
                self.reading.note(Mention(Key(kind, identifier), self.reading.place(self.line_of_option(name))))

    def accept(self, asked: dict[str, str]) -> bool:
        """Whether the question is a good one; a subclass notes findings and homes."""
        return True


class MatrixWord(ViewWord):
    """Actors by issues."""

    known: ClassVar = {
        "actors": groups("actors"),
        "issues": groups("issues"),
        "sides": text("sides"),
        "kinds": values_of("kinds", ACTOR_KINDS),
        "transposed": flag("transposed"),
        "compact": flag("compact"),
    }

    def _note_named(self, asked: dict[str, str]) -> None:
        """Note the ids, groups and sides that the options name, so that an unknown one is a finding."""
        named = [
            (name, identifier.removesuffix(EVERYBODY))
            for name in ("actors", "issues")
            for identifier in listed(asked.get(name, ""))
        ]
        named += [("sides", side) for side in parted(asked.get("sides", ""))]
        for name, identifier in named:
            place = self.reading.place(self.line_of_option(name))
            self.reading.note(Mention(Key(name.removesuffix("s"), identifier), place))


class TimelineWord(ViewWord):
    """Events by date."""

    known: ClassVar = {
        "from": text("from"),
        "to": text("to"),
        "actors": identifiers("actors"),
        "issues": identifiers("issues"),
        "within": flag("within"),
        "compact": flag("compact"),
        "figure-only": flag("figure_only"),
    }
    names: ClassVar = {"actors": "actor", "issues": "issue"}

    def accept(self, asked: dict[str, str]) -> bool:
        good = True
        for name in ("from", "to"):
            value = asked.get(name)
            if value is None:
                continue
            try:
                parse_date(value)
            except ValueError as problem:
                self.problem(f"option `:{name}:`", str(problem), Code.DATE, self.line_of_option(name))
                good = False
        return good


class NetworkWord(ViewWord):
    """Actors and what they do to each other."""

    known: ClassVar = {
        "actors": identifiers("actors"),
        "kinds": values_of("kinds", RELATION_KINDS),
        "figure-only": flag("figure_only"),
    }
    names: ClassVar = {"actors": "actor"}


class JudgmentsWord(ViewWord):
    """The judgments of the book, or those named."""

    known: ClassVar = {"only": identifiers("only"), "compact": flag("compact")}
    names: ClassVar = {"only": "judgment"}


class ScaleWord(ViewWord):
    """The book's scale of likelihood."""


class ImprintWord(ViewWord):
    """Edition, as-of date and build of this copy of the book."""


class DiscrepanciesWord(ViewWord):
    """The notices of the book, or those named."""

    known: ClassVar = {"only": identifiers("only")}
    names: ClassVar = {"only": "discrepancy"}


class QuotationsWord(ViewWord):
    """What people said, on whichever page it stands, or the quotations named."""

    known: ClassVar = {"only": identifiers("only")}
    names: ClassVar = {"only": "quotation"}


class ChangesWord(ViewWord):
    """What changed since a frozen edition: the one named, else the newest."""

    known: ClassVar = {"since": text("since")}

    def accept(self, asked: dict[str, str]) -> bool:
        # as a mention, so that an edition that was never frozen is a finding, and others are not read at all
        named = asked.get("since") or NEWEST
        self.reading.note(Mention(Key("edition", named), self.reading.place(self.line_of_option("since"))))
        return True


class ErrataWord(ViewWord):
    """Where the book was wrong: all of it, or what is named."""

    known: ClassVar = {"only": identifiers("only")}
    names: ClassVar = {"only": "erratum"}


class DossierWord(ViewWord):
    """All about the page's entity, or the parts named."""

    known: ClassVar = {"only": values_of("only", PARTS)}

    def accept(self, asked: dict[str, str]) -> bool:
        return _about_something(self)


class MentionsWord(ViewWord):
    """Who mentions the page's entity, or the one named."""

    known: ClassVar = {"of": text("of")}

    def accept(self, asked: dict[str, str]) -> bool:
        if not asked.get("of"):
            return _about_something(self)
        kind, _, identifier = asked["of"].partition("/")
        if kind not in ("actor", "issue", "event", "judgment", "term") or not identifier:
            self.problem(
                f"option `:of:` has the value `{asked['of']}`",
                "write a kind and an id, such as `actor/lavrov`",
                Code.OPTION,
                self.line_of_option("of"),
            )
            return False
        self.reading.note(Mention(Key(kind, identifier), self.reading.place(self.line_of_option("of"))))
        return True


def _about_something(word: ViewWord) -> bool:
    if word.reading.own_actor or word.reading.own_issue:
        return True
    word.problem(
        "the page is about no actor or issue", "declare one above it with `{actor}` or `{issue}`", Code.SUBJECT
    )
    return False


class SourcesWord(ViewWord):
    """Lists every source; the page is the home of each, to which every mark leads."""

    known: ClassVar = {"cited": flag("cited")}

    def accept(self, asked: dict[str, str]) -> bool:
        self.reading.lists.append(Key("sources", "cited" if "cited" in asked else ""))
        return True


class SourceWord(ViewWord):
    """Base of the views of one source: that of the argument line, else the page's own."""

    argument = "source"

    def accept(self, asked: dict[str, str]) -> bool:
        asked.setdefault("source", self.reading.default_source)
        # the page cites the source that it shows, so that an unknown source is a finding
        citation = Citation(asked["source"], self.reading.place(self.line))
        self.reading.note(Mention(Key("source", asked["source"]), citation.place, citations=(citation,)))
        return True


class DependsOnWord(SourceWord):
    """What rests on a source."""


class CoverageWord(SourceWord):
    """Lists the passages of a source; the page is the home of each."""

    def accept(self, asked: dict[str, str]) -> bool:
        good = super().accept(asked)
        self.reading.lists.append(Key("coverage", asked["source"]))
        return good


class LedgerWord(SourceWord):
    """How much of a source the book shows."""


class FiguresWord(ViewWord):
    """How the figures of the book stand."""


class AToZWord(ViewWord):
    """The index of the book."""

    known: ClassVar = {"only": values_of("only", KINDS)}


class PairWord(ViewWord):
    """Two terms that are easily confused, the one named and the other of its pair, side by side."""

    argument = "term"

    def accept(self, asked: dict[str, str]) -> bool:
        if not asked.get("term"):
            self.problem("it names no term", "write the id of a lexeme, such as `:::{pair} reset`")
            return False
        self.reading.note(Mention(Key("term", asked["term"]), self.reading.place(self.line)))
        return True
