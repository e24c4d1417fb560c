"""The quotation ledger of a source, drawn: what is shown of it against what may be, and where most of it stands."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, cell, definitions, joined, link, muted, paragraph, table
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.views.answered import Answered
from sphinx_briefing.views.budget import Ledger, Span


def draw_ledger(found: Ledger | None) -> Nodes:
    """The account, the longest quotations and largest spans, what is answered for, and the rules of counting."""
    if found is None:
        return [paragraph(muted("The text of this source is not held here, so nothing of it can be counted."))]
    drawn: Nodes = [make_block("facts", definitions(_account(found)))]
    if found.longest:
        drawn.append(_table("The longest quotations", found.longest))
    if found.largest:
        drawn.append(_table("The largest spans", found.largest))
    if found.answered:
        drawn.append(_answered(found.answered))
    digest = " ".join(found.sha256[at : at + 16] for at in range(0, len(found.sha256), 16))
    rules = (
        f"Counted by the rules of {found.rules}, with Unicode {found.unicode}, in the text with the SHA-256 {digest}."
    )
    return [*drawn, make_block("note-line", paragraph(nodes.Text(rules)))]


def _account(found: Ledger) -> list[tuple[str, Nodes]]:
    rows = [
        ("Words of the text", f"{found.words:,}"),
        ("Shown, each counted once", f"{found.shown:,}, which is {found.percent:.1f}%"),
        ("Limit for all", f"{found.limit_percent:g}%" if found.limit_percent else "none set"),
        ("Limit for one quotation", f"{found.limit_words} words" if found.limit_words else "none set"),
    ]
    if found.unquoted:
        rows.append(("Of these unquoted", f"{found.unquoted:,}"))
    return [(term, [nodes.Text(words)]) for term, words in rows]


def _table(caption: str, spans: Sequence[Span]) -> nodes.Element:
    head = [cell(nodes.Text(words)) for words in ("Passage", "Words", "Shown on")]
    rows = [
        [
            cell(*joined((link(item, make_phrase("ident", item.text)) for item in span.passages), " ")),
            cell(nodes.Text(str(span.words))),
            cell(*joined((link(page) for page in span.pages), "; ")),
        ]
        for span in spans
    ]
    return table(caption, head, rows, (20, 10, 70))


def _answered(rows: Sequence[Answered]) -> nodes.Element:
    """What whoever reviews the book should look at: it passed because somebody answers for it."""
    head = [cell(nodes.Text(words)) for words in ("Passage", "What", "On")]
    drawn = [
        [
            cell(link(row.passage, make_phrase("ident", row.passage.text))),
            cell(nodes.Text(row.what)),
            cell(link(row.page)),
        ]
        for row in rows
    ]
    return table("Edited and acknowledged", head, drawn, (20, 50, 30))
