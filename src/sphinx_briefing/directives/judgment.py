"""`{judgment}` with `{alternatives}` and `{indicators}`: what an author expects, likelihood first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from docutils import nodes

from sphinx_briefing.directives.base import Grammar, StatementWord, Word, ask, notes_slot
from sphinx_briefing.directives.drawing import (
    Nodes,
    definitions,
    joined,
    likelihood_phrase,
    link,
    muted,
    note_block,
    paragraph,
    running,
)
from sphinx_briefing.directives.options import identifiers, rank, statements, text
from sphinx_briefing.domain.collecting import prose_of
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.likelihood import ICD_203, Scale
from sphinx_briefing.model.places import Key, Prose, anchor
from sphinx_briefing.model.statements import Judgment, headline, title_prefix
from sphinx_briefing.model.vocabularies import CONFIDENCES
from sphinx_briefing.views.judgments import JudgmentRow


class JudgmentWord(StatementWord):
    """The first paragraph is the judgment; it becomes the title of a section, behind its likelihood."""

    scale: Scale = ICD_203
    grammar: ClassVar = Grammar(
        vocabularies={"likelihood": ICD_203.vocabulary, "confidence": CONFIDENCES},
        required=("likelihood",),
        options={
            "term": text("term"),
            "holder": text("holder"),
            "horizon": text("horizon"),
            "condition": text("condition"),
            "issues": identifiers("issues"),
            "actors": identifiers("actors"),
            "rests-on": statements("rests_on"),
            "against": statements("against", "discrepancy"),
            "rank": rank("rank"),
        },
        layer="judgment",
    )

    def accepts(self) -> Grammar:
        """The words of the book's own scale; the page is read anew when they change."""
        self.scale, self.reading.uses_scale = self.reading.scale, True
        words = {**self.grammar.vocabularies, "likelihood": self.scale.vocabulary}
        return replace(self.grammar, vocabularies=words)

    def example(self) -> str:
        return f"j-06 {self.scale.steps[1].word}"

    def run(self) -> list[nodes.Node]:
        outer, self.reading.in_judgment = self.reading.in_judgment, True
        draft, body = self.read()
        self.reading.in_judgment = outer
        first = body[0] if body else None
        if not isinstance(first, nodes.paragraph):
            self.problem("its first paragraph is missing", "say in one sentence what the author expects", Code.SUBJECT)
            return body
        if not draft.sound:
            self.note_citations(draft)
            return body
        rest = body[1:]
        lists = {part: _take(rest, part) for part in ("alternatives", "indicators")}
        key = Key("judgment", draft.arguments.ids[0])
        if key in draft.options.get("against", ()):
            self.problem(
                "it speaks against itself",
                "name what others say or what the record shows",
                Code.OPTION,
                self.line_of_option("against"),
            )
        layer = self.reading.layers[-1] if self.reading.layers else self.grammar.layer
        fact = Judgment(
            id=key.id,
            likelihood=draft.value("likelihood"),
            text=(),
            place=self.place(key),
            layer=layer,
            confidence=draft.value("confidence"),
            alternatives=lists["alternatives"],
            indicators=lists["indicators"],
            citations=draft.citations,
            **draft.options,
        )
        return [self._section(fact, first, rest)]

    def _section(self, fact: Judgment, first: nodes.Element, rest: list[nodes.Node]) -> nodes.section:
        number = self.reading.note(fact)
        page = self.env.docname
        title = nodes.title("", "", nodes.Text(title_prefix(fact.likelihood, fact.term)), *_headline_nodes(first))
        step = self.scale.on_scale(fact.likelihood)
        args = {
            "id": fact.id,
            "likelihood": step.key if step else "",
            "step": str(step.step) if step else "",
            "term": fact.term,
            "layer": fact.layer,
        }
        part = make_block("judgment", ask(page, "judgment", id=fact.id), *rest, notes_slot(page, fact.key), args=args)
        section = nodes.section("", title, part, ids=[anchor(fact.key)], classes=["judgment", fact.layer], fact=number)
        self.set_source_info(section)
        title.source, title.line = section.source, section.line
        return section


def _headline_nodes(first: nodes.Element) -> Nodes:
    """The children of the first paragraph as the second half of a title."""
    children = [child.deepcopy() for child in first.children]
    parts: Prose = tuple(str(child) if isinstance(child, nodes.Text) else Key("", "") for child in children)
    shaped = list(headline(parts)) if parts else []
    found: Nodes = []
    for child in children:
        if not isinstance(child, nodes.Text):
            found.append(child)
            shaped.remove(Key("", ""))
        elif shaped and isinstance(shaped[0], str):
            found.append(nodes.Text(str(shaped.pop(0)).replace("\n", " ")))
    return found


def _take(rest: list[nodes.Node], part: str) -> tuple[Prose, ...]:
    """Take the list of one kind out of a judgment's body: it is shown among its facts."""
    found: list[Prose] = []
    for node in [node for node in rest if isinstance(node, nodes.Element) and node.get("brief_list") == part]:
        rest.remove(node)
        items: list[nodes.Element] = [*node.findall(nodes.list_item)] or [node]
        found += [prose_of(*item.children) for item in items]
    return tuple(found)


class ListWord(Word):
    """`{alternatives}` and `{indicators}`: a list inside a judgment."""

    def run(self) -> list[nodes.Node]:
        if not self.reading.in_judgment:
            self.problem(
                "it stands in no judgment",
                "put it into the body of a `{judgment}`, whose fence is longer",
                Code.SUBJECT,
            )
        if self.line_text:
            self.problem(f"`{self.line_text}` stands on its argument line", "write a list into its body")
        self.read_options({})
        return [nodes.container("", *self.parse_content_to_nodes(), brief_list=self.word)]


def draw_judgment(row: JudgmentRow | None) -> Nodes:
    """What stands under a judgment's title at its own place: the term with its step, then its facts."""
    if row is None:
        return []
    mark = paragraph(
        nodes.inline("", row.target.text, classes=["jid"]),
        nodes.Text(" "),
        likelihood_phrase(row.likelihood, row.word, row.step, row.term, row.steps),
        classes=["judgment-mark"],
    )
    return [mark, make_block("facts", definitions(_facts(row)), slot="facts")]


def _facts(row: JudgmentRow) -> list[tuple[str, Nodes]]:
    def words(value: str, otherwise: str = "") -> Nodes:
        return [nodes.Text(value or otherwise)] if value or otherwise else []

    rows: list[tuple[str, Nodes]] = [
        ("Holder", words(row.holder)),
        ("Condition", words(row.condition)),
        ("Horizon", words(row.horizon, "None stated")),
        ("Confidence", words(row.confidence, "None stated")),
        ("Speaks against it", _counters(row)),
        ("Alternatives (ours)", _items(row.alternatives)),
        ("Indicators (ours)", _items(row.indicators)),
        ("Rests on", joined(link(item) for item in row.rests_on)),
        ("Issues", joined(link(item) for item in row.issues)),
        ("Actors", joined(link(item) for item in row.actors)),
    ]
    return [(term, what) for term, what in rows if what]


def _items(items: tuple[Any, ...]) -> Nodes:
    found: Nodes = []
    for item in items:
        if found:  # an item that ends its sentence needs no other mark
            found.append(nodes.Text(" " if found[-1].astext().rstrip().endswith((".", "!", "?", "…", "”")) else "; "))
        found += running(item)
    return found


def _counters(row: JudgmentRow) -> Nodes:
    """Each statement that speaks against a judgment by its name, then in its own words."""
    found: Nodes = []
    for item in row.against:
        found += [nodes.Text(" ")] if found else []
        found.append(link(item.target, make_phrase("ident", item.target.text)))
        found += [nodes.Text(" "), *running(item.text)] if item.text else []
    return found


def judgment_entry(row: JudgmentRow, *, whole: bool = False) -> nodes.Element:
    """A judgment in a list: its mark, its whole title as a link, what it rests on.

    The `whole` entry also has what speaks against it, or that nothing does, and what to watch.
    """
    told: Nodes = [nodes.inline("", row.target.text, classes=["jid"])]
    if row.step:  # without a likelihood the title says so, and need not say it twice
        told += [nodes.Text(" "), likelihood_phrase(row.likelihood, row.word, row.step, row.term, row.steps)]
    mark = make_block("mark", paragraph(*told), slot="mark")
    notes = make_block("notes", *[note_block(note, opened=False) for note in row.notes], slot="notes")
    title = paragraph(link(row.target, nodes.Text(row.title)), classes=["judgment-title"])
    args = {
        "id": row.target.id,
        "likelihood": row.likelihood,
        "step": str(row.step) if row.step else "",
        "term": row.term,
    }
    entry = make_block("key-judgment", mark, title, notes, args=args)
    if whole:
        beside = [
            ("Speaks against it", _counters(row) or [muted("nothing on file")]),
            ("Watch", _items(row.indicators)),
        ]
        entry += make_block("facts", definitions((term, words) for term, words in beside if words), slot="facts")
    return entry


def draw_judgments(rows: tuple[JudgmentRow, ...]) -> Nodes:
    """A list of judgments."""
    return [make_block("key-judgments", *[judgment_entry(row, whole=not row.compact) for row in rows])] if rows else []
