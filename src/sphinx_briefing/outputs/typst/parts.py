"""The parts of a briefing: each is a function of the template, called with its arguments, its slots and its text."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinx_briefing.outputs.typst.blocks import Blocks
from sphinx_briefing.outputs.typst.literals import call, literal, text_arguments

BLOCK_PARTS = frozenset(
    """statement layer-label layer judgment evidence kicker identity answer differs erratum quotation lexeme pair matrix
    legend wide landscape timeline event-row key-judgments key-judgment passages passage-row mentions sources source-row
    strip strip-tick strip-asof strip-mark network network-side network-edge network-label network-node bottom-line
    status note-line a-to-z index-letter index-rows index-row pair-words pair-word""".split()  # noqa: SIM905 - reads better
)
PHRASE_PARTS = frozenset(
    """likelihood stance course basis ident verified severity native lang hit headword romanization gloss layer-word
    date letter muted unlike see index-kind""".split()  # noqa: SIM905
)
HOLDERS = frozenset(
    """here notes facts evidence-head evidence-words evidence-foot mark when pid meta by source record answer-name head
    words foot name""".split()  # noqa: SIM905
)
"""Blocks that only hold what another part places."""
UNPRINTED = frozenset({"page-sources", "sr", "original", "letters-nav", "index-places"})
"""What print leaves out: the book has one list of sources, a tagged PDF needs no hidden words, and the address of a
quotation in the original would fill the margin."""

_FELT = frozenset(
    """layer statement judgment key-judgments matrix legend pair sources passages identity status landscape
    evidence""".split()  # noqa: SIM905 - reads better
)
"""Parts whose children are drawn otherwise because they stand in them."""
_NARROW = frozenset({"wide", "evidence", "timeline", "key-judgments", "passages", "differs", "erratum"})
"""Parts whose children may not leave the measure, because these have left it or stand in a column."""
_SAY_LANGUAGE = frozenset({"lang", "native", "headword", "letter"})


_CROWD = 3
"""So many records under one statement are told in short, or their notes stand far taller than its text."""
_ROWS = frozenset({"event-row", "key-judgment", "passage-row", "source-row"})
_LONG = 1500
"""A row is kept on one sheet unless it has more than so many characters."""
_KEPT = {"judgment": 1200, "differs": 900, "erratum": 900, "statement": 700, "quotation": 500, "lexeme": 700}
"""Parts that are kept on one sheet, unless they have more than so many characters (notes included)."""
_SHORT = 14
"""A matrix of at most so many rows is kept on one sheet."""
_DATE = 20
"""A date of at most so many characters stands on one line."""
_DATE_BESIDE = 17
"""As many have room in the column beside the axis of a timeline, brackets included."""
_UPRIGHT, _UPRIGHT_COMPACT = 5, 16
"""As many columns of a matrix, or of a compact one, fit beside each other on an upright sheet."""


def fits_upright(matrix: nodes.Element) -> bool:
    """Whether a matrix needs no turned sheet.

    That of the whole book always has one: it is looked up, not read in passing.
    """
    compact = matrix["args"].get("compact") == "yes"
    if matrix["args"].get("whole") == "yes" and not compact:
        return False
    most = _UPRIGHT_COMPACT if compact else _UPRIGHT
    return all(len(list(group.findall(nodes.colspec))) <= most for group in matrix.findall(nodes.tgroup))


class Parts(Blocks):
    """Our own two node classes."""

    notices: list[tuple[str, str]]

    def visit_block(self, node: nodes.Element) -> None:
        part = node.get("part", "")
        if part in UNPRINTED or node is self.drawn_above:
            return
        if part not in BLOCK_PARTS:
            if part not in HOLDERS:
                self.unknown_part(node, part)
            self.write(self.anchors(node) + self.flow(node.children))
            return
        slots = [child for child in node.children if isinstance(child, nodes.Element) and child.get("slot")]
        opening = self.anchors(node) + (self.differs_mark(node) if part == "differs" else "")
        arguments = text_arguments(node.get("args", {})) | self.situation(node, part)
        for name in dict.fromkeys(slot["slot"] for slot in slots):
            if content := self.slot(name, [slot for slot in slots if slot["slot"] == name]):
                arguments[name] = f"[{content}]"
        if part == "evidence":
            arguments |= self.in_short(node)
        with self.within(part if part in _FELT else ""), self.within("narrow" if part in _NARROW else ""):
            body = self.flow([child for child in node.children if not any(child is slot for slot in slots)])
        self.block(node, part, opening + body, **arguments)

    def situation(self, node: nodes.Element, part: str) -> dict[str, str]:
        """What a part needs to know of where it stands."""
        found = {}
        if any(map(self.stands_in, ("layer", "statement", "judgment"))):
            found["fenced"] = "true"
        if self.stands_in("narrow"):
            found["narrow"] = "true"
        said = len(node.astext())
        if part in _ROWS and said > _LONG:
            found["long"] = "true"
        if said <= _KEPT.get(part, 0):
            found["keep"] = "true"
        upright = part == "matrix" and fits_upright(node)
        if upright and sum(1 for _ in node.findall(nodes.row)) <= _SHORT:
            found["keep"] = "true"
        if part in ("matrix", "landscape") and (upright or self.stands_in("turned") or self.stands_in("landscape")):
            found["stays"] = "true"
        return found

    def in_short(self, note: nodes.Element) -> dict[str, str]:
        """One note of many records: which and whose it is; the last tells for all that none is verified."""
        crowd = [other for other in note.parent.children if _is_record(other)]
        if not _is_record(note) or len(crowd) < _CROWD:
            return {}
        head, foot = (next(held.findall(nodes.paragraph)) for held in note.children)
        short = f"[{self.drawn([head[0]])} {self.drawn([foot[0]])}]"
        verdict = next(node for node in foot.findall(nodes.Element) if node.get("part") == "verified")
        closing = {"closing": f"[{self.drawn([verdict])}]", "of": str(len(crowd))} if note is crowd[-1] else {}
        return {"head": short, "foot": "none", "brief": "true", **closing}

    def flow(self, children: Sequence[nodes.Node]) -> str:
        """Children as blocks: words that stand there bare become a paragraph, for a reader aloud needs one."""
        written, bare = [], ""
        for child in children:
            drawn = self.drawn([child])
            if isinstance(child, (nodes.Text, nodes.Inline)):
                bare += drawn
                continue
            if bare:
                written.append(call("par", bare))
            written.append(drawn)
            bare = ""
        return "\n".join([*written, call("par", bare)] if bare else written)

    def slot(self, name: str, holders: list[nodes.Element]) -> str:
        """The content of one slot. A holder that is itself a part (a note of evidence) is drawn as that part."""
        with self.within(name), self.within("narrow"):
            return "".join(map(self.held, holders)).strip()

    def held(self, holder: nodes.Element) -> str:
        if holder.tagname != "block" or holder.get("part", "") in BLOCK_PARTS:
            return self.drawn([holder])
        return self.anchors(holder) + self.flow(holder.children)

    def visit_phrase(self, node: nodes.Element) -> None:
        part = node.get("part", "")
        if part in UNPRINTED:
            return
        if part not in PHRASE_PARTS:
            self.unknown_part(node, part)
            self.write(self.anchors(node) + self.inside(node))
            return
        arguments: dict[str, str] = node.get("args", {})
        if part in _SAY_LANGUAGE and arguments.get("lang"):
            with self.within("language"):
                body = self.inside(node)
        else:
            body = self.inside(node)
        self.write(self.anchors(node) + call(part, body, **text_arguments(arguments), **self.standing(node, part)))

    def standing(self, node: nodes.Element, part: str) -> dict[str, str]:
        """How a phrase stands: in the key of the matrix side by side, in a cell or a mark one thing below the other."""
        if part == "date" and len(node.astext()) <= self.room_for_date(node):
            return {"whole": "true"}
        if part == "muted" and _follows(node, "["):
            return {"parted": "true"}
        if part in ("stance", "basis", "course") and self.stands_in("legend"):
            return {"listed": "true"}
        if (part == "basis" and self.stands_in("cell")) or (part == "likelihood" and self.stands_in("mark")):
            return {"below": "true"}
        if part in ("stance", "course") and self.stands_in("cell") and not _is_first(node):
            return {"below": "true"}
        return {}

    def room_for_date(self, node: nodes.Element) -> int:
        """How many characters of a date are kept on one line where it stands."""
        if not self.stands_in("when"):
            return _DATE
        bracketed = str(node.parent[node.parent.index(node) - 1]).endswith("[")
        return _DATE_BESIDE - (2 if bracketed else 0)

    def unknown_part(self, node: nodes.Element, part: str) -> None:
        self.warn("print-node", f"the printed book has no part {part!r}; its text is kept", node)

    def differs_mark(self, node: nodes.Element) -> str:
        """The target by which the running head finds the notices of its page."""
        arguments: dict[str, str] = node.get("args", {})
        name = arguments.get("id", "")
        label = self.label(f"differs:{name}")
        if not name or not self.book.place(label):
            return ""
        self.notices.append((label, name))
        return call("anchor", None, literal(label))


def _is_record(node: nodes.Node) -> bool:
    """Whether it is a note of evidence that names a record without words."""
    return isinstance(node, nodes.Element) and node.get("part") == "evidence" and node["args"]["state"] == "record"


def _follows(node: nodes.Element, words: str) -> bool:
    """Whether these words stand right behind it."""
    after = node.next_node(descend=False, siblings=True)
    return isinstance(after, nodes.Text) and after.startswith(words)


def _is_first(node: nodes.Element) -> bool:
    """Whether nothing stands before it in its paragraph."""
    inner: nodes.Node = node
    parent = inner.parent
    while isinstance(parent, nodes.Element):
        if parent.index(inner):
            return False
        if not isinstance(parent, nodes.Inline):
            return True
        inner, parent = parent, parent.parent
    return True
