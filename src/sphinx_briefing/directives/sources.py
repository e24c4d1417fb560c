"""Sources, drawn: all of them in a table, or those of one page in a list."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, joined, link, muted, paragraph, rubric
from sphinx_briefing.domain.nodes import make_block, make_phrase
from sphinx_briefing.model.places import Key, anchor
from sphinx_briefing.views.sources import SourceRow


def draw_sources(rows: tuple[SourceRow, ...]) -> Nodes:
    """One entry a source: id, who put it out, title with its address, date, reliability, the pages that cite it."""
    return [make_block("sources", *[_entry(row) for row in rows])] if rows else []


def _entry(row: SourceRow) -> nodes.Element:
    entry = make_block(
        "source-row",
        *_words(row),
        args={"id": row.target.id, "held": "yes" if row.held else "no"},
        ids=[anchor(Key("source", row.target.id))],
    )
    if row.used:
        used = paragraph(muted("Cited on "), *joined((link(page) for page in row.used), "; "), classes=["used"])
        entry += used
    else:
        entry += paragraph(muted("Cited on no page"), classes=["used"])
    return entry


def _words(row: SourceRow) -> Nodes:
    title: nodes.Node = (
        nodes.reference("", row.title, refuri=row.url, internal=False) if row.url else nodes.emphasis("", row.title)
    )
    first = paragraph(
        make_phrase("ident", row.target.id), nodes.Text(" "),
        *([nodes.Text(f"{row.author}, ")] if row.author else []),
        *([nodes.strong("", row.issuer), nodes.Text(", ")] if row.issuer else []),
        title, *([nodes.Text(f", {row.date}")] if row.date else []),
    )  # fmt: skip
    return [first, paragraph(*_facts(row), classes=["source-facts"])]


def _facts(row: SourceRow) -> Nodes:
    """What is to be known of a source, in a few words each; what is not known is left out."""
    said = [
        f"reliability {row.reliability}" if row.reliability else "",
        "text held and verified at every build" if row.held else "text not held here",
        f"last checked {row.checked}" if row.checked else "",
        "the address is an archive’s" if row.archive and row.archive == row.url else "",
        row.note,
    ]
    facts = muted(" · ".join(filter(None, said)))
    if not row.archive or row.archive == row.url:
        return [facts]
    return [facts, nodes.Text(" · "), nodes.reference("", "archived copy", refuri=row.archive, internal=False)]


def draw_page_sources(rows: tuple[SourceRow, ...]) -> Nodes:
    """The sources that a page cites, at its end."""
    if not rows:
        return []
    items = []
    for row in rows:
        words = _words(row)
        mark = link(row.target, make_phrase("ident", row.target.text))
        first = words[0]
        assert isinstance(first, nodes.paragraph)
        first.replace(first.children[0], mark)
        items.append(nodes.list_item("", *words))
    return [make_block("page-sources", rubric("Sources on this page", 2), nodes.bullet_list("", *items))]
