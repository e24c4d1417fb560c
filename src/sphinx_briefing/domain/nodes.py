"""The node classes of a briefing: two that every output draws, two that wait for the whole Book.

`block` and `phrase` carry meaning (a *part* and its arguments), never looks. They are our own classes, because
MyST-Parser and sphinx-design both override how docutils' `container` is drawn in HTML.
"""

from __future__ import annotations

from typing import Any, Final

from docutils import nodes

#: A class of the words of a link whose page on paper is told beside it already, by the head of its row or column.
SAME_PAGE: Final = "same-page"
#: A class of a fact that the printed book leaves out, because there it would tell the reader what is in hand.
SCREEN_ONLY: Final = "screen-only"


class block(nodes.General, nodes.Element):  # noqa: N801 - docutils names its node classes in lower case
    """A block-level part of a briefing, such as a statement or a note of evidence.

    Attributes: `part` (name), `args` (what the part needs to know), `slot` (set when the parent places it elsewhere).
    """


class phrase(nodes.Inline, nodes.TextElement):  # noqa: N801
    """An inline part of a briefing, such as a likelihood or a stance. Attributes as for `block`."""


class pending_mention(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A reference to an object of the Book, drawn when the Book is whole. Attributes: `kind`, `target`, `explicit`."""


class pending_view(nodes.General, nodes.Element):  # noqa: N801
    """A view of the Book, drawn when the Book is whole. Attributes: `view` (name), `options` (dict of strings)."""


def make_block(
    part: str, *children: nodes.Node, slot: str = "", args: dict[str, str] | None = None, **attributes: Any
) -> block:
    """A `block` of `part` holding `children`."""
    node = block("", *children, part=part, args=args or {}, **attributes)
    if slot:
        node["slot"] = slot
    return node


def make_phrase(
    part: str, text: str = "", *children: nodes.Node, args: dict[str, str] | None = None, **attributes: Any
) -> phrase:
    """A `phrase` of `part` holding `text` and then `children`."""
    return phrase(text, text, *children, part=part, args=args or {}, **attributes)
