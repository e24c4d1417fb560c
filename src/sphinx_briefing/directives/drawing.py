"""How answers become nodes: links, running text, notes of evidence, tables.

They are ordinary nodes, so that every builder works.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.domain.nodes import block, make_block, make_phrase, phrase
from sphinx_briefing.model.vocabularies import LAYER_WORDS
from sphinx_briefing.views.notes import Note
from sphinx_briefing.views.shown import Shown

Nodes = list[nodes.Node]


def link(shown: Shown, *words: nodes.Node, classes: Sequence[str] = ()) -> nodes.Element:
    """A reference to what is shown, under its own text or under `words`; plain text when it leads nowhere."""
    children = words or (nodes.Text(shown.text),)
    inner = nodes.inline("", "", *children, classes=[*classes])
    if not shown.known:
        return inner
    return addnodes.pending_xref(
        "", inner, refdomain="brief", reftype=shown.kind, reftarget=shown.id, refexplicit=True, refwarn=True,
        brief_page=shown.page, brief_anchor=shown.anchor,
    )  # fmt: skip


def running(parts: Iterable[str | Shown]) -> Nodes:
    """Running text with its references."""
    return [nodes.Text(part) if isinstance(part, str) else link(part) for part in parts]


def paragraph(*children: nodes.Node, classes: Sequence[str] = ()) -> nodes.paragraph:
    """A paragraph."""
    return nodes.paragraph("", "", *children, classes=[*classes])


def quoted(words: str) -> str:
    """Words in double marks; marks inside them become single, as American usage has it.

    To verification all marks are one class.
    """
    return "“" + words.replace("“", "‘").replace("”", "’") + "”"


def muted(text: str) -> phrase:
    """Words of less weight."""
    return make_phrase("muted", text)


def joined(items: Iterable[nodes.Node], separator: str = ", ") -> Nodes:
    """Nodes with a separator between each two."""
    found: Nodes = []
    for item in items:
        if found:
            found.append(nodes.Text(separator))
        found.append(item)
    return found


def stance_phrases(stance: str, basis: str) -> Nodes:
    """A stance with its sign, and the basis it is known by."""
    return [stance_phrase(stance), nodes.Text(" "), *basis_phrases((basis,))]


def stance_phrase(stance: str, *, compact: bool = False) -> phrase:
    """A stance with its sign; `compact` where the sign alone is seen and the word is for voices."""
    return make_phrase(
        "stance", stance, args={"stance": stance.replace(" ", "-"), **({"compact": "yes"} if compact else {})}
    )


def basis_phrases(bases: Sequence[str]) -> Nodes:
    """What a position is known by: one basis or more."""
    return [make_phrase("basis", ", ".join(bases), args={"basis": bases[0]})]


def likelihood_phrase(likelihood: str, word: str, step: int, term: str, steps: int) -> phrase:
    """The author's likelihood with its step of `steps`; without one the author's own word, and that it states none."""
    args = {"likelihood": likelihood, "step": str(step) if step else "", "steps": str(steps)}
    if step:
        return make_phrase("likelihood", word, args=args)
    shown = f"“{term}”, no likelihood stated" if term else "no likelihood stated"
    return make_phrase("likelihood", shown, args=args)


def dated(said: str, date: nodes.Node) -> Nodes:
    """A date; behind the source's own words for it in brackets: “last Thursday” [17 September 2009]."""
    return [muted(f"“{said}” "), nodes.Text("["), date, nodes.Text("]")] if said else [date]


def course_mark(state: str, words: str, compact: bool = False) -> phrase:
    """The sign of a change, a conflict or a later position, with its words."""
    return make_phrase("course", words, args={"state": state, **({"compact": "yes"} if compact else {})})


def layer_label(layer: str) -> phrase:
    """The word of a layer."""
    return make_phrase("layer-word", LAYER_WORDS[layer], args={"layer": layer})


def note_block(note: Note, *, opened: bool = True) -> block:
    """A note of evidence: its reference, the words that may be shown, and whether they were verified."""
    head = paragraph(link(note.reference, make_phrase("ident", note.reference.text)), nodes.Text(" "), muted(note.head))
    slots = [make_block("evidence-head", head, slot="head")]
    if note.words:
        slots.append(make_block("evidence-words", paragraph(nodes.Text(quoted(note.words))), slot="words"))
    verdict = make_phrase("verified", note.verdict, args={"state": note.state})
    foot: Nodes = [nodes.Text(f"p.\u00a0{note.page} · ")] if note.page else []
    if note.issuer:
        foot += [nodes.Text(", ".join(filter(None, (note.issuer, note.date))))]
        if note.reliability:
            foot.append(nodes.Text(f" · reliability\u00a0{note.reliability}"))
        foot.append(nodes.Text(" · "))
    slots.append(make_block("evidence-foot", paragraph(*foot, verdict, *_in_the_original(note)), slot="foot"))
    return make_block("evidence", *slots, args={"state": note.state, "open": "yes" if opened else "no"})


def _in_the_original(note: Note) -> Nodes:
    """The way to the words where they were published. Print leaves it out: the address would fill the margin."""
    if not note.original:
        return []
    way = nodes.reference("", "in the original", refuri=note.original, internal=False)
    return [make_phrase("original", " · ", way)]


def note_marks(notes: Iterable[Note]) -> Nodes:
    """The references of notes in one line, for tables: `p3s3; not verified here: S47`."""
    once = _once(notes)
    held = [note for note in once if not note.unverified]
    others = [note for note in once if note.unverified]
    separator: Nodes = [nodes.Text("; ")] if held and others else []
    return [*_marks(held), *separator, *([muted("not verified here: ")] if others else []), *_marks(others)]


def _marks(notes: Iterable[Note]) -> Nodes:
    return joined(link(note.reference, make_phrase("ident", note.reference.text)) for note in notes)


def _once(notes: Iterable[Note]) -> list[Note]:
    return list({note.reference: note for note in notes}.values())


def definitions(rows: Iterable[tuple[str, Nodes]], classes: Sequence[str] = ()) -> nodes.definition_list:
    """Facts in two columns: a term and what holds. `classes` are those of each fact."""
    items = []
    for term, words in rows:
        fact = (nodes.term("", term), nodes.definition("", paragraph(*words)))
        items.append(nodes.definition_list_item("", *fact, classes=[*classes]))
    return nodes.definition_list("", *items)


def bullets(items: Iterable[Nodes], classes: Sequence[str] = ()) -> nodes.bullet_list:
    """A list, one paragraph an item."""
    return nodes.bullet_list("", *[nodes.list_item("", paragraph(*words)) for words in items], classes=[*classes])


def cell(*children: nodes.Node, classes: Sequence[str] = (), **attributes: Any) -> nodes.entry:
    """A table cell. Inline children stand in one paragraph."""
    inside = (
        list(children) if children and isinstance(children[0], (nodes.paragraph, block)) else [paragraph(*children)]
    )
    return nodes.entry("", *inside, classes=[*classes], **attributes)


def table(
    caption: str, head: Sequence[nodes.entry], rows: Iterable[Sequence[nodes.entry]], widths: Sequence[int],
    *, stub: bool = True, classes: Sequence[str] = (),
) -> nodes.table:  # fmt: skip
    """A table with a caption, one row of column heads and, with `stub`, row heads in the first column."""
    group = nodes.tgroup("", cols=len(widths))
    for number, width in enumerate(widths):
        spec = nodes.colspec("", colwidth=width)
        if stub and number == 0:
            spec["stub"] = 1
        group += spec
    group += nodes.thead("", nodes.row("", *head))
    group += nodes.tbody("", *[nodes.row("", *row) for row in rows])
    found = nodes.table("", group, classes=["brief", *classes])
    if caption:
        found.insert(0, nodes.title("", caption))
    return found


def rubric(text: str, level: int = 3) -> nodes.rubric:
    """A small heading that is no section: views are drawn after Sphinx has collected those. `level` is for voices."""
    found = nodes.rubric("", text)
    found["heading-level"] = level
    return found
