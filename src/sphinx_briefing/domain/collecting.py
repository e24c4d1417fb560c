"""What a page noted, completed from its finished doctree: texts of statements, mentions with their sentences, anchors.

Runs after all transforms of reading (smart quotes among them), so that a text is kept as a reader will see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from docutils import nodes
from docutils.utils import get_source_line

from sphinx_briefing.domain.nodes import pending_mention, pending_view
from sphinx_briefing.domain.reading import Reading
from sphinx_briefing.model.entities import Actor, Issue, Role
from sphinx_briefing.model.places import Key, Prose
from sphinx_briefing.model.statements import Mention, sentence
from sphinx_briefing.model.texts import CUT, Paragraph
from sphinx_briefing.text.passages import split_sentences

#: Stands for a reference while a paragraph is cut into sentences; belongs to no script, is no punctuation.
_OBJECT: Final = "\ufffc"
#: Stands for the mark of a `cite`, which is no word of the text: it goes, and so does the space before it.
_MARK: Final = "\u2063"
_MARKS: Final = re.compile(rf"\s*{_MARK}")


def prose_of(*parents: nodes.Node) -> Prose:
    """Running text of nodes, paragraphs parted by a space; a reference without words of its own stays a key."""
    parts: list[str | Key] = []
    for number, parent in enumerate(parents):
        if number and parts:
            parts.append(" ")
        parts.extend(_parts(parent))
    return _joined(parts)


def _parts(node: nodes.Node) -> Iterator[str | Key]:
    if isinstance(node, nodes.Text):
        yield str(node)
    elif isinstance(node, pending_mention):
        yield Key(node["kind"], node["target"]) if node["kind"] and not node["explicit"] else node.astext() or _MARK
    elif not isinstance(node, (pending_view, nodes.system_message, nodes.comment)):
        for child in node.children:
            yield from _parts(child)


def _joined(parts: list[str | Key]) -> Prose:
    joined: list[str | Key] = []
    for part in parts:
        if isinstance(part, str):
            part = part.replace("\n", " ")
            if joined and isinstance(joined[-1], str):
                joined[-1] += part
                continue
        if part != "":
            joined.append(part)
    unmarked = [_MARKS.sub("", part) if isinstance(part, str) else part for part in joined]
    return tuple(part for part in unmarked if part != "")


def paragraphs_of(document: nodes.document, reading: Reading) -> tuple[Paragraph, ...]:
    """A page's own words, block by block, and what its facts say in options. Words quoted from evidence are cut out."""
    found = [
        Paragraph(
            get_source_line(node)[1] or 0, _joined(list(_own(node))), isinstance(node, nodes.title), _set_off(node)
        )
        for node in document.findall(nodes.TextElement)
        if _is_block_of_text(node)
    ]
    found += [
        Paragraph(get_source_line(node)[1] or 0, (CUT, node["alt"], CUT))
        for node in document.findall(nodes.image)
        if node.get("alt")
    ]
    for fact in reading.facts:
        values = (getattr(fact, item.name) for item in fields(fact) if item.name != "id")
        told = [text for value in values for text in _texts(value) if " " in text]
        found += [Paragraph(fact.place.line, (CUT, value, CUT)) for value in told]
    return tuple(item for item in found if item.text)


def _set_off(node: nodes.TextElement) -> tuple[str, ...]:
    """The words in italics or set as code."""
    if isinstance(node, nodes.FixedTextElement):
        return (node.astext(),)
    return tuple(item.astext() for item in node.findall() if isinstance(item, (nodes.emphasis, nodes.literal)))


def _texts(value: object) -> tuple[str, ...]:
    """What one field of a fact says in an option's words; running text is found in the document."""
    if isinstance(value, tuple):
        return tuple(item.title for item in value if isinstance(item, Role))
    return (value,) if isinstance(value, str) else ()


def _is_block_of_text(node: nodes.TextElement) -> bool:
    inside = isinstance(node.parent, nodes.TextElement)
    return not inside and not isinstance(node, nodes.comment) and (_is_raw(node) or not isinstance(node, nodes.Inline))


def _is_raw(node: nodes.Node) -> bool:
    return isinstance(node, nodes.raw)


def _own(node: nodes.Node) -> Iterator[str | Key]:
    """The parts of a text without what was quoted."""
    if isinstance(node, nodes.Text):
        yield str(node)
    elif isinstance(node, pending_mention) and not node["kind"]:
        yield CUT if node.children else ""
    elif isinstance(node, pending_mention):
        yield node.astext() if node["explicit"] else Key(node["kind"], node["target"])
    elif isinstance(node, pending_view):
        yield CUT
    elif not isinstance(node, (nodes.system_message, nodes.comment)):
        for child in node.children:
            yield from _own(child)


def complete(document: nodes.document, reading: Reading) -> None:
    """Fill in what facts could not know while their words were being read."""
    _name_entities(document, reading)
    for node in document.findall(nodes.Element):
        number = node.get("fact")
        if number is not None:
            reading.replace_fact(number, text=_statement_text(node))
        number = node.get("answer")
        if number is not None:
            reading.replace_fact(
                number,
                answer=prose_of(
                    *[child for child in node.children if not (isinstance(child, nodes.Element) and child.get("slot"))]
                ),
            )
    _mentions(document, reading)


def _statement_text(node: nodes.Element) -> Prose:
    if isinstance(node, nodes.section):  # a judgment: its title says it, after the likelihood
        title = node.next_node(nodes.title)
        assert title is not None
        return sentence(prose_of(*[nodes.inline("", "", *[child.deepcopy() for child in title.children[1:]])]))
    body = [
        child
        for child in node.children
        if isinstance(child, nodes.Element)
        and not isinstance(child, pending_view)
        and not (child.get("slot") or child.get("head"))
    ]
    return prose_of(*body)


def _name_entities(document: nodes.document, reading: Reading) -> None:
    title = document.next_node(nodes.title)
    for number, fact in enumerate(reading.facts):
        if isinstance(fact, (Actor, Issue)) and not fact.name:
            reading.replace_fact(number, name=title.astext() if title is not None else fact.id)


def _mentions(document: nodes.document, reading: Reading) -> None:
    """Give each mention the sentence it stands in and the paragraph that leads to it."""
    for node in document.findall(pending_mention):
        number = node.get("mention")
        fact = reading.facts[number] if number is not None else None
        if not isinstance(fact, Mention):
            continue
        paragraph = _paragraph(node)
        around, hit = _sentence_around(paragraph, node)
        place = reading.place(fact.place.line, _anchor(node))
        reading.replace_fact(number, sentence=around, hit=hit, place=place)


def _paragraph(node: nodes.Node) -> nodes.Element:
    while node.parent is not None and not isinstance(node, (nodes.paragraph, nodes.title, nodes.term, nodes.entry)):
        node = node.parent
    assert isinstance(node, nodes.Element)
    return node


def _anchor(node: nodes.Node) -> str:
    """The nearest id above a node: its numbered paragraph, its statement, its section."""
    above: nodes.Node | None = node.parent
    while above is not None:
        if isinstance(above, nodes.Element) and above.get("ids"):
            return str(above["ids"][0])
        above = above.parent
    return ""


def _sentence_around(paragraph: nodes.Element, node: nodes.Node) -> tuple[Prose, int]:
    """The sentence of `paragraph` in which `node` stands, and which of its parts is the node."""
    flat, marks = "", []
    for item in paragraph.findall(lambda found: isinstance(found, (nodes.Text, pending_mention))):
        if isinstance(item, pending_mention):
            if not item["kind"] and item is not node:  # a mark is no word of the sentence
                flat = flat.rstrip(" \u00a0") + (f" {item.astext()}" if item.children else "")
                continue
            marks.append((len(flat), item))
            flat += _OBJECT
        elif not isinstance(item.parent, pending_mention):
            flat += str(item).replace("\n", " ").replace(_OBJECT, "")
    at = next(position for position, item in marks if item is node)
    start, end = next((span for span in split_sentences(flat) if span[0] <= at < span[1]), (0, len(flat)))
    parts: list[str | Key] = []
    hit, last = -1, start
    for position, item in marks:
        if start <= position < end:
            if flat[last:position]:
                parts.append(flat[last:position])
            if item is node:
                hit = len(parts)
            parts.append(_shown_part(item))
            last = position + 1
    if flat[last:end]:
        parts.append(flat[last:end])
    return tuple(parts), hit


def _shown_part(item: pending_mention) -> str | Key:
    if item["kind"] and not item["explicit"]:
        return Key(item["kind"], item["target"])
    return item.astext()
