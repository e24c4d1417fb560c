"""How the two node classes of a briefing, `block` and `phrase`, are drawn in HTML.

One table says which tags a part has and where its slots go; a part that needs more has a small function. An unknown
part is a plain `div` or `span` that carries its name, so that a new part is never lost. The functions work with any
translator of the HTML family; only paragraph numbers need ours (see `translator`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from sphinx_briefing.domain.nodes import block, make_block, phrase
from sphinx_briefing.outputs.html.glyphs import likelihood_bar, stance_sign
from sphinx_briefing.outputs.html.network import network_svg
from sphinx_briefing.outputs.html.strip import strip_svg


@dataclass(frozen=True)
class Shape:
    """The tags of a part: its own, the one around what is no slot, and which slots stand where."""

    tag: str = "div"
    body: str = ""
    before: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


_NOTED: Final = Shape(body="div", after=("notes",))

BLOCKS: Final[dict[str, Shape]] = {
    "statement": _NOTED,
    "layer": Shape(),
    "judgment": Shape(body="div", inside=("facts",), after=("notes",)),
    "identity": Shape(),
    "lexeme": _NOTED,
    "pair": Shape(),
    "pair-word": Shape(),
    "a-to-z": Shape(),
    "index-rows": Shape(tag="ul"),
    "index-row": Shape(tag="li"),
    "matrix": Shape(),
    "wide": Shape(),
    "landscape": Shape(),
    "timeline": Shape(tag="ol"),
    "event-row": Shape(tag="li", body="div", before=("when",), after=("notes",)),
    "key-judgments": Shape(tag="ol"),
    "key-judgment": Shape(tag="li", body="div", before=("mark",), inside=("facts",), after=("notes",)),
    "passages": Shape(tag="ol"),
    "passage-row": Shape(tag="li", body="div", before=("pid",), after=("meta",)),
    "mentions": Shape(),
    "page-sources": Shape(),
    "sources": Shape(),
    "bottom-line": Shape(),
    "status": Shape(),
}
# One paragraph each: the paragraph itself takes the part's name, without a box around it.
LINES: Final = frozenset({"kicker", "layer-label", "answer", "note-line"})
PHRASES: Final = {"hit": "mark", "headword": "b", "unlike": "mark"}
CLASS_OF_ARG: Final = {
    "layer": "is",
    "kind": "kind",
    "state": "state",
    "severity": "severity",
    "basis": "basis",
    "compact": "compact",
}
SOURCE_LABELS: Final = {"source": "The source", "record": "The record"}

_HTML_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def visit_block(self: HTML5Translator, node: block) -> None:
    """Open a block, or draw all of it when its parts are drawn in another order than they stand."""
    part = node["part"]
    if node.get("drawn"):  # the kicker stands after the title in the document, but is drawn above it
        raise nodes.SkipNode
    if part in LINES:
        _open_line(self, node)
        return
    if draw := _DRAWN_WHOLE.get(part):
        draw(self, node)
        raise nodes.SkipNode
    shape = BLOCKS.get(part)
    if shape and shape.body:
        _draw_shaped(self, node, shape)
        raise nodes.SkipNode
    tag = shape.tag if shape else "div"
    self.body.append(self.starttag(node, tag, CLASS=_class_names(node)))
    self.context.append(f"</{tag}>\n")


def depart_block(self: HTML5Translator, node: block) -> None:
    """Close a block that `visit_block` left open."""
    self.body.append(self.context.pop())


def visit_phrase(self: HTML5Translator, node: phrase) -> None:
    """Open a phrase: its tag, its language, and the sign of a stance before the word."""
    part, args = node["part"], node["args"]
    tag, attributes = PHRASES.get(part, "span"), _language(node)
    if part == "date" and _HTML_DATE.fullmatch(value := args.get("date", "")):
        tag, attributes["datetime"] = "time", value
    close = f"</{tag}>"
    self.body.append(self.starttag(node, tag, "", CLASS=_class_names(node), **attributes))
    if part in ("stance", "course"):
        self.body.append(f'{stance_sign(args.get("stance") or args.get("state", ""))} <span class="word">')
        close = f"</span>{close}"
    elif part == "likelihood":
        self.body.append('<span class="word">')
        step, steps = args.get("step", ""), args.get("steps", "")
        close = f"</span> {likelihood_bar(step, steps)}{_spoken_step(step, steps)}{close}"
    self.context.append(close)


def depart_phrase(self: HTML5Translator, node: phrase) -> None:
    """Close a phrase: after a likelihood's word come the drawn cells, and the step for those who cannot see them."""
    self.body.append(self.context.pop())


def _open_line(self: HTML5Translator, node: block) -> None:
    names = _class_names(node)
    if len(node) == 1 and isinstance(lone := node[0], nodes.paragraph):
        lone["classes"] = [*lone["classes"], *node["classes"], *names.split()]
        lone["ids"] = [*lone["ids"], *node["ids"]]
        self.context.append("")
        return
    tag = "p" if all(isinstance(child, nodes.Text | nodes.Inline) for child in node.children) else "div"
    self.body.append(self.starttag(node, tag, "", CLASS=names))
    self.context.append(f"</{tag}>\n")


def _draw_shaped(self: HTML5Translator, node: block, shape: Shape) -> None:
    _lend_number(node)
    self.body.append(self.starttag(node, shape.tag, CLASS=_class_names(node)))
    _draw_slots(self, node, shape.before)
    self.body.append(f'<{shape.body} class="body">\n')
    _draw(self, _unslotted(node))
    _draw_slots(self, node, shape.inside)
    self.body.append(f"</{shape.body}>\n")
    placed = {*shape.before, *shape.inside, *shape.after}
    others = dict.fromkeys(child["slot"] for child in _slotted(node) if child["slot"] not in placed)
    _draw_slots(self, node, (*others, *shape.after))
    self.body.append(f"</{shape.tag}>\n")


def _draw_evidence(self: HTML5Translator, node: block) -> None:
    """One native disclosure; without anything to disclose, only its line."""
    rest = [child for child in node.children if _slot_name(child) != "head"]
    if rest:
        _move_links(node)
    tag, head = ("details", "summary") if rest else ("div", "p")
    opened: dict[str, Any] = {"open": "open"} if rest and node["args"].get("open") != "no" else {}
    self.body.append(self.starttag(node, tag, CLASS=_class_names(node), **opened))
    self.body.append(f'<{head} class="head">')
    _draw_inline(self, (child for child in _slotted(node) if child["slot"] == "head"))
    self.body.append(f"</{head}>\n")
    if rest:
        self.body.append('<div class="proof">\n')
        _draw(self, _unslotted(node))
        _draw_slots(self, node, ("words",), "blockquote")
        _draw_slots(self, node, ("foot",))
        self.body.append("</div>\n")
    self.body.append(f"</{tag}>\n")


def _move_links(node: block) -> None:
    """A summary is a control, and a control holds no link: links in the head stand at the end of the foot instead."""
    links = [link for slot in _slotted(node) if slot["slot"] == "head" for link in list(slot.findall(nodes.reference))]
    if not links:
        return
    for link in links:
        link.replace_self([child.deepcopy() for child in link.children])
    foot = next((slot for slot in _slotted(node) if slot["slot"] == "foot"), None)
    if foot is None:
        foot = make_block("foot", slot="foot")
        node += foot
    last = foot.children[-1] if foot.children else None
    if not isinstance(last, nodes.paragraph):
        last = nodes.paragraph()
        foot += last
    for link in links:
        if last.children:
            last += nodes.Text(" · ")
        place = link.get("refuri", "").partition("#")[2] or link.get("refid", "")
        link.insert(0, nodes.Text("source " if place.startswith("source-") else "passage "))
        last += link


def _draw_quotation(self: HTML5Translator, node: block) -> None:
    self.body.append(self.starttag(node, "div", CLASS=_class_names(node)))
    self.body.append('<figure class="body">\n<blockquote>\n')
    _draw(self, _unslotted(node))
    self.body.append("</blockquote>\n")
    _draw_slots(self, node, ("by",), "figcaption")
    self.body.append("</figure>\n")
    _draw_slots(self, node, ("notes",))
    self.body.append("</div>\n")


def _draw_differs(self: HTML5Translator, node: block) -> None:
    """Where source and record part: title, notice, then the two side by side."""
    self.body.append(self.starttag(node, "div", CLASS=_class_names(node), role="note"))
    title, *notice = _unslotted(node) or [nodes.paragraph("", "The source differs")]
    if isinstance(title, nodes.paragraph):
        title["classes"] = [*title["classes"], "differs-title"]
    _draw(self, (title, *notice))
    slots = [child for child in _slotted(node) if child["slot"] in SOURCE_LABELS]
    if slots:
        self.body.append('<dl class="two">\n')
        for slot in slots:
            self.body.append(f"<div><dt>{SOURCE_LABELS[slot['slot']]}</dt><dd>")
            _draw(self, slot.children)
            self.body.append("</dd></div>\n")
        self.body.append("</dl>\n")
    _draw_slots(self, node, ("notes",))
    self.body.append("</div>\n")


def _draw_strip(self: HTML5Translator, node: block) -> None:
    self.body.append(strip_svg(node))


def _draw_network(self: HTML5Translator, node: block) -> None:
    self.body.append(network_svg(node))


_DRAWN_WHOLE: Final[dict[str, Callable[[HTML5Translator, block], None]]] = {
    "evidence": _draw_evidence,
    "quotation": _draw_quotation,
    "differs": _draw_differs,
    "strip": _draw_strip,
    "network": _draw_network,
}


def _draw(self: HTML5Translator, children: Iterable[nodes.Node]) -> None:
    for child in children:
        child.walkabout(self)


def _draw_inline(self: HTML5Translator, slots: Iterable[block]) -> None:
    """What stands in the slots, without the paragraphs around it: a summary holds running text only."""
    for slot in slots:
        for child in slot.children:
            _draw(self, child.children if isinstance(child, nodes.paragraph) else (child,))


def _draw_slots(self: HTML5Translator, node: block, names: Iterable[str], tag: str = "div") -> None:
    """The slots of each name in one element of that name; a slot that is a part itself keeps its own shape in it."""
    for name in names:
        slots = [child for child in _slotted(node) if child["slot"] == name]
        if not slots:
            continue
        keeper = nodes.Element(ids=[identifier for slot in slots if not _is_part(slot) for identifier in slot["ids"]])
        self.body.append(self.starttag(keeper, tag, CLASS=name))
        for slot in slots:
            _draw(self, (slot,) if _is_part(slot) else slot.children)
        self.body.append(f"</{tag}>\n")


def _is_part(node: block) -> bool:
    part = node["part"]
    return part in BLOCKS or part in LINES or part in _DRAWN_WHOLE


def _slot_name(node: nodes.Node) -> str:
    return str(node.get("slot", "")) if isinstance(node, block) else ""


def _slotted(node: block) -> list[block]:
    return [child for child in node.children if isinstance(child, block) and child.get("slot")]


def _unslotted(node: block) -> list[nodes.Node]:
    return [child for child in node.children if not _slot_name(child)]


def _class_names(node: block | phrase) -> str:
    part, args = node["part"], node["args"]
    name = "vh" if part == "sr" else part
    values = (f"{prefix}-{nodes.make_id(value)}" for arg, prefix in CLASS_OF_ARG.items() if (value := args.get(arg)))
    unstated = ("unstated",) if part in {"likelihood", "judgment", "key-judgment"} and not args.get("step") else ()
    return " ".join((name, *values, *unstated))


def _language(node: phrase) -> dict[str, Any]:
    """The phrase's language: its own, or for a word in another script that of the entry it stands in."""
    lang = node["args"].get("lang", "")
    holder = node.parent
    while not lang and node["part"] in {"headword", "native", "romanization", "letter"} and holder is not None:
        lang = holder["args"].get("lang", "") if isinstance(holder, block) else ""
        holder = holder.parent
    if lang and node["part"] == "romanization" and "-" not in lang:
        lang += "-Latn"
    return {"lang": lang} if lang else {}


def _spoken_step(step: str, steps: str) -> str:
    if not step.isdecimal():
        return ""
    return f'<span class="vh">, step {step}{f" of {steps}" if steps.isdecimal() else ""}</span>'


def _lend_number(node: block) -> None:
    """A statement's number is printed in its first paragraph, and found there."""
    number = node["args"].get("number")
    first = next((found for child in _unslotted(node) for found in child.findall(nodes.paragraph)), None)
    if not number or first is None:
        return
    anchor = "p" + number.replace(".", "-")
    if anchor in node["ids"] and len(node["ids"]) > 1:  # a statement has an id for good beside the number of an edition
        node["ids"].remove(anchor)
        first["ids"].append(anchor)
    if not any("number" in child for child in node.findall(nodes.paragraph)):
        first["number"] = number
