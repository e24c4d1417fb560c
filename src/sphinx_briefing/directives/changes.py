"""What changed since an edition, drawn: what matters first, then the typing that was mended."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.directives.drawing import Nodes, bullets, joined, link, muted, paragraph, quoted, rubric
from sphinx_briefing.domain.nodes import make_phrase
from sphinx_briefing.views.changes import Change, Changes

#: How a kind of change is told; any other is the name of a field.
WORDS = {"evidence": "other evidence", "quoted": "other words quoted"}


def draw_changes(found: Changes) -> Nodes:
    """All changes; a first edition, and one without changes, say so."""
    if not found.since:
        return [paragraph(muted("This is the first edition: there is none before it to compare."))]
    since = f"Since edition {found.since}" + (f", as of {found.asof}" if found.asof else "")
    if not found.significant and not found.slight:
        return [paragraph(nodes.Text(f"{since}, no statement has changed."))]
    number = _counted(len(found.significant), "change")
    drawn: Nodes = [paragraph(nodes.Text(f"{since}: {number} of what the book says."))]
    if found.significant:
        drawn.append(bullets(map(_line, found.significant)))
    if found.slight:
        drawn += [rubric("Typing mended, nothing said otherwise"), bullets(map(_line, found.slight))]
    return drawn


def _counted(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def _line(change: Change) -> Nodes:
    """One change: of what, what kind, before and after, and the judgments that it touches."""
    said: Nodes = [
        link(change.target, nodes.strong("", change.title or change.target.text)),
        nodes.Text(" "),
        muted(f"{change.target.kind}, {WORDS.get(change.kind, change.kind)}: "),
    ]
    if change.kind == "reworded":
        said += [nodes.Text(quoted(change.before)), muted(" is now "), nodes.Text(quoted(change.after))]
    elif change.before and change.after:
        said += [nodes.Text(change.before), muted(" is now "), nodes.Text(change.after)]
    elif change.kind in ("new", "gone", "quoted"):
        said.append(nodes.Text(change.after or change.before))
    else:
        said += [nodes.Text(change.after or change.before), muted(" added" if change.after else " taken away")]
    others = [item for item in change.judgments if item.id != change.target.id or item.kind != change.target.kind]
    if others:
        marks = joined(link(item, make_phrase("ident", item.text)) for item in others)
        said += [muted(" · touches "), *marks]
    return said
