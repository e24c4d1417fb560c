"""A pair of words, drawn: both in both scripts with what differs marked, then letter by letter, then in a sentence."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, cell, link, paragraph, table
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.views.glossary import Pair, Runs, TermRow
from sphinx_briefing.views.shown import Shown


def draw_pair(rows: tuple[TermRow, ...]) -> Nodes:
    """The two words with their glosses, and how they differ."""
    if not rows or rows[0].pair is None:
        return []
    words = [make_block("pair-word", *headed(row, row.target)) for row in rows]
    return [make_block("pair-words", *words), compared(rows[0].pair)]


def headed(row: TermRow, target: Shown | None = None) -> Nodes:
    """A word in its script and in Latin letters, what differs marked, and its gloss; `target` makes it a link."""
    native = make_phrase("headword", "", *_marked(row.native_runs), args={"lang": row.lang})
    head = paragraph(
        link(target, native) if target else native,
        nodes.Text(" "),
        make_phrase("romanization", "", *_marked(row.romanization_runs), args={"lang": row.lang}),
        classes=["lexeme-head"],
    )
    return [head, paragraph(make_phrase("gloss", row.gloss))] if row.gloss else [head]


def _marked(runs: Runs) -> Nodes:
    return [make_phrase("unlike", text) if unlike else nodes.Text(text) for text, unlike in runs]


def compared(pair: Pair) -> nodes.Element:
    """Letter by letter in a table, and in a sentence for those who do not see it."""
    heads = [cell(nodes.Text("Word")), *[cell(nodes.Text(str(number))) for number in range(1, len(pair.letters) + 1)]]
    rows = [_row(pair, pair.first, pair.first_gloss, "first"), _row(pair, pair.second, pair.second_gloss, "second")]
    letters = table("Letter by letter", heads, rows, [4, *[1] * len(pair.letters)], classes=["letters"])
    return make_block("pair", letters, paragraph(*_told(pair)), args={"lang": pair.lang})


def _row(pair: Pair, shown: Shown, gloss: str, side: str) -> list[nodes.entry]:
    letters = [(letter, getattr(letter, side)) for letter in pair.letters]
    return [
        cell(link(shown), nodes.Text(f" ({gloss})") if gloss else nodes.Text("")),
        *[
            cell(
                make_phrase("letter", text or "–", args={"kind": letter.kind if text else "gap", "lang": pair.lang}),
                classes=[f"letter-{letter.kind if text else 'gap'}"],
            )
            for letter, text in letters
        ],
    ]


def _told(pair: Pair) -> Nodes:
    common = sum(letter.kind == "same" for letter in pair.letters)
    told: Nodes = [nodes.Text(f"{common} letters in common, in the same order")]
    for side, word in (("first", pair.first), ("second", pair.second)):
        only = "".join(getattr(letter, side) for letter in pair.letters if letter.kind != "same")
        if only:
            told += [nodes.Text("; "), make_phrase("lang", only, args={"lang": pair.lang})]
            told.append(nodes.Text(f" only in {word.text}"))
    return [*told, nodes.Text(".")]
