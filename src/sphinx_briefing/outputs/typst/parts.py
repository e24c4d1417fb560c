"""The parts of a briefing: each is a function of the template, called with its arguments, its slots and its text."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.outputs.typst.literals import call, literal, text_arguments
from sphinx_briefing.outputs.typst.tables import Tables

BLOCK_PARTS = frozenset(
    """statement layer-label layer judgment evidence kicker identity answer differs quotation lexeme pair matrix wide
    landscape timeline event-row key-judgments key-judgment passages passage-row mentions sources bottom-line status
    note-line""".split()
)
PHRASE_PARTS = frozenset(
    "likelihood stance basis ident verified severity native lang hit headword romanization gloss layer-word date letter muted".split()
)
UNPRINTED = frozenset({"page-sources", "sr"})
"""What print leaves out: the book has one list of sources, and a tagged PDF needs no hidden words."""

_STANDS_ALONE = frozenset({"layer", "matrix", "pair", "sources", "passages", "identity", "status", "landscape", "evidence"})
"""Parts whose children are drawn otherwise because they stand in them."""
_NARROW = frozenset({"evidence", "timeline", "key-judgments", "passages", "differs"})
_SAY_LANGUAGE = frozenset({"lang", "native", "headword"})


class Parts(Tables):
    """Our own two node classes."""

    notices: list[tuple[str, str]]

    def visit_block(self, node: nodes.Element) -> None:
        part = node.get("part", "")
        if part in UNPRINTED or node is self.drawn_above:
            return
        if part not in BLOCK_PARTS:
            self.unknown_part(node, part)
            self.write(self.anchors(node) + self.inside(node))
            return
        slots = [child for child in node.children if isinstance(child, nodes.Element) and child.get("slot")]
        arguments = text_arguments(node.get("args", {}))
        if self.stands_in("layer"):
            arguments["fenced"] = "true"
        if self.stands_in("narrow"):
            arguments["narrow"] = "true"
        if part in ("matrix", "landscape") and (self.stands_in("turned") or self.stands_in("landscape")):
            arguments["turned"] = "true"
        for name in dict.fromkeys(slot["slot"] for slot in slots):
            arguments[name] = f"[{self.slot(name, [slot for slot in slots if slot['slot'] == name])}]"
        places = [place for place in (part if part in _STANDS_ALONE else "", "narrow" if part in _NARROW else "") if place]
        opening = self.anchors(node) + (self.differs_mark(node) if part == "differs" else "")
        body = opening + self.placed_in(places, node, slots)
        self.block(node, part, body, **arguments)

    def placed_in(self, places: list[str], node: nodes.Element, slots: list[nodes.Element]) -> str:
        if not places:
            return self.inside(node, slots)
        with self.within(places[0]):
            return self.placed_in(places[1:], node, slots)

    def slot(self, name: str, holders: list[nodes.Element]) -> str:
        """The content of one slot. A holder that is itself a part (a note of evidence) is drawn as that part."""
        with self.within(name), self.within("narrow"):
            return "".join(self.drawn([holder] if self.is_content(holder) else holder.children) for holder in holders)

    @staticmethod
    def is_content(holder: nodes.Element) -> bool:
        return holder.tagname != "block" or holder.get("part", "") in BLOCK_PARTS

    def visit_phrase(self, node: nodes.Element) -> None:
        part = node.get("part", "")
        if part in UNPRINTED:
            return
        if part not in PHRASE_PARTS:
            self.unknown_part(node, part)
            self.write(self.anchors(node) + self.inside(node))
            return
        arguments = node.get("args", {})
        if part in _SAY_LANGUAGE and arguments.get("lang"):
            with self.within("language"):
                body = self.inside(node)
        else:
            body = self.inside(node)
        self.write(self.anchors(node) + call(part, body, **text_arguments(arguments)))

    def unknown_part(self, node: nodes.Element, part: str) -> None:
        self.warn("print-node", f"the printed book has no part {part!r}; its text is kept", node)

    def differs_mark(self, node: nodes.Element) -> str:
        """The target by which the running head finds the notices of its page."""
        name = str(node.get("args", {}).get("id", ""))
        label = self.label(f"differs:{name}")
        if not name or not self.book.place(label):
            return ""
        self.notices.append((label, name))
        return call("anchor", None, literal(label))
