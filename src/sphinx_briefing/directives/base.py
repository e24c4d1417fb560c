"""The one base of all words that state something: argument line, options, evidence lines, body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.directives.options import AnyOption, Options, text, value_of
from sphinx_briefing.domain import BriefDomain, brief_domain
from sphinx_briefing.domain.nodes import block, make_block, pending_view
from sphinx_briefing.domain.reading import Reading
from sphinx_briefing.model.citations import Citation
from sphinx_briefing.model.findings import Code, Fix
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.model.statements import Unread
from sphinx_briefing.model.suggestions import hint, one_slip
from sphinx_briefing.text.argument_lines import Arguments, read_arguments, set_date, set_value
from sphinx_briefing.text.evidence_lines import split_body


@dataclass
class Draft:
    """A word as an editor wrote it, read and checked; `sound` is false when something in it was wrong."""

    arguments: Arguments
    options: dict[str, Any]
    citations: tuple[Citation, ...]
    sound: bool = True

    def value(self, name: str, default: str = "") -> str:
        """The value of a vocabulary, from the argument line or from an option."""
        return self.arguments.values.get(name, default)


@dataclass(frozen=True)
class Grammar:
    """What a word accepts: how many ids, which vocabularies on its argument line, which options.

    All vocabularies that are required are named.
    """

    ids: tuple[int, int] = (1, 1)
    vocabularies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    dated: bool = False
    date_names: tuple[str, ...] = ("date",)
    date_required: bool = False
    options: Options = field(default_factory=dict)
    layer: str = "fact"


class Word(SphinxDirective):
    """Base of our directives: every option name is accepted by Sphinx and checked by us."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = AnyOption()

    @property
    def domain_(self) -> BriefDomain:
        return brief_domain(self.env)

    @property
    def reading(self) -> Reading:
        return self.domain_.reading

    @property
    def word(self) -> str:
        """The word as it was written."""
        return self.name.rpartition(":")[2]

    @property
    def line_text(self) -> str:
        """The argument line."""
        return self.arguments[0] if self.arguments else ""

    def problem(
        self, message: str, mend: str, code: Code = Code.ARGUMENT, line: int = 0, fix: Fix | None = None
    ) -> None:
        """Note what is wrong with this word."""
        self.reading.problem(code, line or self.line, f"`{{{self.word}}}`: {message}", mend, fix)

    @cached_property
    def line(self) -> int:
        """The line on which the word stands.

        It is looked for in the raw text, since Markdown's count drifts in nested fences.
        """
        return self.reading.nearest_line(self.lineno, f"{{{self.word}}}", self.line_text)

    def line_of_option(self, name: str) -> int:
        """The line on which an option stands."""
        return self.reading.line_of(f":{name}:", self.line)

    def read_options(self, known: Options) -> tuple[dict[str, Any], bool]:
        """The options by the fields they set, and whether all were good."""
        found: dict[str, Any] = {}
        sound = True
        for name, value in self.options.items():
            if name not in known:
                line, meant = self.line_of_option(name), one_slip(name, set(known) - set(self.options))
                self.problem(
                    f"unknown option `:{name}:`",
                    hint(name, known, f"write one of: {', '.join(known)}" if known else "it has no options"),
                    Code.OPTION,
                    line,
                    Fix("", line, f":{name}:", f":{meant}:") if meant else None,
                )
                sound = False
                continue
            try:
                found[known[name].field] = known[name].read(value)
            except ValueError as problem:
                self.problem(
                    f"option `:{name}:` has the value `{value}`",
                    str(problem),
                    known[name].code,
                    self.line_of_option(name),
                )
                sound = False
        return found, sound

    def repeated_options(self) -> bool:
        """Whether an option was written twice: Markdown would silently keep the last."""
        seen: set[str] = set()
        twice = False
        for number in range(self.line + 1, len(self.reading.lines) + 1):
            line = self.reading.lines[number - 1].strip()
            if not line.startswith(":") or line.startswith(":::"):
                break
            name = line[1:].partition(":")[0]
            if name in seen:
                self.problem(f"option `:{name}:` stands twice", "keep one of them", Code.OPTION, number)
                twice = True
            seen.add(name)
        return twice

    def body(self) -> tuple[list[nodes.Node], tuple[Citation, ...], bool]:
        """The body parsed as Markdown, its evidence lines read from the raw text, and whether all were good."""
        lines, evidence = split_body(list(self.content))
        sources = [self.content.source(number) for number in range(len(self.content))]
        first = self.first_body_line()
        self.content = StringList(
            lines, items=[(source, self.content_offset + number) for number, source in enumerate(sources)]
        )
        read = [self.reading.citation(text, first + number) for number, text in evidence]
        return self.parse_content_to_nodes(), tuple(filter(None, read)), None not in read

    def first_body_line(self) -> int:
        """The line of the page on which the body begins: looked for in the raw text, as `line` is."""
        written = next(((number, line.strip()) for number, line in enumerate(self.content) if line.strip()), (0, ""))
        for number in range(self.line, len(self.reading.lines)):
            if self.reading.lines[number].strip() == written[1]:
                return number + 1 - written[0]
        return self.line + 1


class StatementWord(Word):
    """Base of all statements. A subclass gives its `grammar`, makes its fact and says how it is headed."""

    grammar: ClassVar[Grammar] = Grammar()

    def accepts(self) -> Grammar:
        """What the word accepts in this book."""
        return self.grammar

    def fact(self, draft: Draft, layer: str) -> Any:
        """The fact that the word states; None, after a finding, when it cannot be stated."""
        raise NotImplementedError

    def head(self, draft: Draft, key: Key) -> list[nodes.Node]:
        """What stands before the body."""
        return []

    def written(self) -> str:
        """The argument line as the grammar reads it: ids parted by a slash."""
        return self.line_text

    def is_known(self, draft: Draft) -> bool:
        """Whether the fact stands although something in the word is wrong. A statement is never noted half."""
        return False

    def run(self) -> list[nodes.Node]:
        draft, body = self.read()
        layer = self.reading.layers[-1] if self.reading.layers else self.grammar.layer
        fact = self.fact(draft, layer) if draft.sound or self.is_known(draft) else None
        if fact is None:  # not noted half; its words stay for whoever looks at the draft
            self.note_citations(draft)
            return body
        return self.draw(fact, draft, layer, body)

    def note_citations(self, draft: Draft) -> None:
        """Note what a statement that cannot be noted cites, so that a misquotation in it is named with all else."""
        for citation in draft.citations:
            kind = "passage" if citation.passage else "source"
            key = Key(kind, citation.reference)
            self.reading.note(Unread(key, citation.place, citations=(citation,)))

    def read(self) -> tuple[Draft, list[nodes.Node]]:
        """The word, read and checked, and its body."""
        grammar = self.accepts()
        arguments = read_arguments(self.written(), grammar.vocabularies, dated=grammar.dated)
        dated = {name: text(name) for name in grammar.date_names} if grammar.dated else {}
        options, sound = self.read_options({**grammar.options, **dated, **_as_options(grammar.vocabularies)})
        for name in dated:
            if name in options:
                set_date(options.pop(name), arguments)
        for name in grammar.vocabularies:
            if name in options:
                set_value(name, options.pop(name), arguments)
        for problem in arguments.problems:
            self.problem(problem.message, problem.hint, Code.DATE if problem.is_date else Code.ARGUMENT)
        body, citations, good = self.body()
        faults = (not sound, not good, not self.complete(arguments), bool(arguments.problems), self.repeated_options())
        draft = Draft(arguments, options, citations, not any(faults))  # each is asked, so that all is named at once
        return draft, body

    def complete(self, arguments: Arguments) -> bool:
        """Whether the argument line has all that the word needs; a finding says what is missing."""
        grammar = self.accepts()
        least, most = grammar.ids
        if not least <= len(arguments.ids) <= most:
            self.problem(
                "its id is missing" if len(arguments.ids) < least else "it takes one id",
                f"write `:::{{{self.word}}} {self.example()}`",
            )
            return False
        missing = [name for name in grammar.required if name not in arguments.values]
        missing = missing[len(arguments.problems) :]  # a value that cannot be read is said to be so, not to be missing
        for name in missing:
            self.problem(
                f"its {name} is missing",
                "write one of: " + ", ".join(f"`{value}`" for value in grammar.vocabularies[name]),
            )
        if grammar.date_required and arguments.date is None and not any(item.is_date for item in arguments.problems):
            self.problem(
                "its date is missing",
                "write it in EDTF after the id: `2009-03-06`, `2009-03` or `2006/2008`",
                Code.DATE,
            )
            return False
        return not missing

    def example(self) -> str:
        """An argument line that would be right."""
        values = [values[0] for values in self.grammar.vocabularies.values()]
        return " ".join(
            filter(None, ("some-id", ", ".join(values), "2009-03-06" if self.grammar.date_required else ""))
        )

    def draw(self, fact: Any, draft: Draft, layer: str, body: list[nodes.Node]) -> list[nodes.Node]:
        """The statement as a block: head, body, and a slot for what it rests on."""
        number = self.reading.note(fact)
        head = self.head(draft, fact.key)
        for node in head:
            if isinstance(node, nodes.Element):
                node["head"] = True  # shown before the statement's own words, and no part of them
        node = make_block(
            "statement",
            *head,
            *body,
            args={"kind": fact.key.kind, "layer": layer},
            ids=[anchor(fact.key)],
            classes=[layer],
        )
        node["fact"] = number
        node += notes_slot(self.env.docname, fact.key)
        self.set_source_info(node)
        return [node]

    def place(self, key: Key) -> Any:
        """Where the statement stands."""
        return self.reading.place(self.line, anchor(key))


def _as_options(vocabularies: Mapping[str, tuple[str, ...]]) -> Options:
    return {name: value_of(name, values) for name, values in vocabularies.items()}


def ask(page: str, view: str, **options: str) -> pending_view:
    """A placeholder for a view, asked from `page`."""
    return pending_view("", view=view, page=page, options=options)


def notes_slot(page: str, key: Key) -> block:
    """The slot in which the notes of a statement will stand."""
    return make_block("notes", ask(page, "notes", kind=key.kind, id=key.id), slot="notes")
