"""Headings, paragraphs, lists, notices, figures."""

from __future__ import annotations

from docutils import nodes

from sphinx_briefing.domain.nodes import SCREEN_ONLY
from sphinx_briefing.outputs.typst.literals import call, literal, strings, verbatim
from sphinx_briefing.outputs.typst.sheet import Sheet, boxes, passes, skips

_LOOKS = (
    "judgment-mark",
    "judgment-title",
    "event-head",
    "lexeme-head",
    "marks",
    "source-facts",
    "used",
    "sentence",
    "differs-title",
    "erratum-title",
    "bottom-line",
)
"""Classes of paragraphs that the template draws in their own way."""
_SHORT = 400
"""An item of several paragraphs with at most so many characters is kept on one sheet."""
_FACTS = ("status", "identity", "facts")


class Blocks(Sheet):
    """What stands on the page beside tables, links and our own parts."""

    visit_document = visit_start_of_file = visit_tgroup = passes
    visit_comment = visit_substitution_definition = visit_pending = visit_system_message = skips
    visit_toctree = visit_meta = visit_tabular_col_spec = visit_colspec = visit_highlightlang = skips
    visit_decoration = visit_header = visit_footer = skips
    visit_topic = boxes("aside")
    visit_sidebar = boxes("aside")
    visit_rubric = boxes("rubric")
    visit_centered = boxes("centered")
    visit_block_quote = boxes("block-quote")
    visit_attribution = boxes("attribution")
    visit_glossary = passes
    visit_legend = passes
    visit_acks = passes
    visit_compound = passes
    visit_compact_paragraph = boxes("par")
    visit_subtitle = boxes("rubric")

    # -- sections ----------------------------------------------------------------------------------------------------

    def visit_section(self, node: nodes.Element) -> None:
        self.depth += 1
        self.write(self.inside(node))
        self.depth -= 1

    def visit_title(self, node: nodes.Element) -> None:
        if not isinstance(node.parent, nodes.section):
            self.block(node, "rubric", self.inside(node))
            return
        labels = strings(label for label in map(self.label, names_in(node)) if self.book.place(label))
        with self.within("title"):
            title = self.inside(node)
        number = self.section_number(node)
        if self.depth == 1:
            self.page_title(node, title, labels, number)
        else:
            judgment = any(
                isinstance(child, nodes.Element) and child.get("part") == "judgment" for child in node.parent.children
            )
            self.block(
                node,
                "section",
                title,
                level=str(self.depth),
                number=literal(number) if number else None,
                kind='"judgment"' if judgment else None,
                labels=labels,
            )

    def page_title(self, node: nodes.Element, title: str, labels: str, number: str) -> None:
        kicker = next(
            (
                other
                for other in node.parent.children[:4]
                if isinstance(other, nodes.Element) and other.get("part") == "kicker"
            ),
            None,
        )
        above = None
        if kicker is not None:
            self.drawn_above = kicker
            above = f"[{self.inside(kicker)}]"
        self.block(
            node,
            "page-title",
            title,
            kicker=above,
            part=literal(self.page.part if self.page.opens and self.page.captioned else ""),
            opens="true" if self.page.opens else None,
            number=literal(number) if number else None,
            labels=labels,
        )

    drawn_above: nodes.Node | None = None

    def section_number(self, node: nodes.Element) -> str:
        """The number our directives gave, else Sphinx's own where a toctree is numbered."""
        if node.get("number"):
            return str(node["number"])
        numbers = self.builder.env.toc_secnumbers.get(self.page.docname, {})
        own = numbers.get("" if self.depth == 1 else f"#{node.parent['ids'][0]}") if node.parent["ids"] else None
        return ".".join(map(str, own)) if own else ""

    # -- paragraphs --------------------------------------------------------------------------------------------------

    def visit_paragraph(self, node: nodes.Element) -> None:
        body = self.anchors(node) + self.inside(node)
        if node.get("number"):
            fenced = "true" if self.stands_in("layer") else None
            self.block(node, "numbered", body, literal(str(node["number"])), fenced=fenced)
        elif look := next((name for name in _LOOKS if name in node.get("classes", ())), ""):
            self.block(node, "line-of", body, literal(look))
        elif self.is_bare(node) or "#" not in body.replace("#anchor(", ""):
            self.write(body)
        else:
            self.block(node, "par", body)

    def is_bare(self, node: nodes.Element) -> bool:
        """The only paragraph of a cell or an item needs no space around it. (A fact's value is laid out by itself.)"""
        if isinstance(node.parent, nodes.definition) and any(map(self.stands_in, _FACTS)):
            return False
        return isinstance(node.parent, (nodes.entry, nodes.list_item, nodes.definition)) and len(node.parent) == 1

    def visit_line_block(self, node: nodes.Element) -> None:
        if isinstance(node.parent, nodes.line_block):
            self.write(self.inside(node))
        else:
            self.block(node, "line-block", self.anchors(node) + self.inside(node))

    def visit_line(self, node: nodes.Element) -> None:
        level, above = -1, node.parent
        while isinstance(above, nodes.line_block):
            level, above = level + 1, above.parent
        self.write(call("verse", self.inside(node), indent=str(level)))

    def visit_transition(self, node: nodes.Element) -> None:
        """A line; but not the one MyST draws above footnotes, which print at the foot of their page."""
        following = node.parent[node.parent.index(node) + 1 :]
        if not all(isinstance(other, nodes.footnote) for other in following):
            self.block(node, "transition", "")

    # -- lists -------------------------------------------------------------------------------------------------------

    def visit_bullet_list(self, node: nodes.Element) -> None:
        self.block(node, "bullets", None, *self.items(node))

    def visit_enumerated_list(self, node: nodes.Element) -> None:
        start = str(node.get("start", 1))
        self.block(node, "numbers", None, *self.items(node), start=start, kind=literal(node.get("enumtype", "arabic")))

    def items(self, node: nodes.Element) -> list[str]:
        found: list[str] = []
        for item in node.children:
            assert isinstance(item, nodes.Element)
            body = self.inside(item)
            if len(item) > 1 and len(item.astext()) <= _SHORT:
                body = call("kept", body)
            found.append(f"[{self.anchors(node) if not found else ''}{self.anchors(item)}{body}]")
        return found

    def visit_definition_list(self, node: nodes.Element) -> None:
        rows = []
        for item in node.children:
            assert isinstance(item, nodes.Element)
            if SCREEN_ONLY in item["classes"]:
                continue
            terms = [
                child
                for child in item.children
                if isinstance(child, (nodes.term, nodes.field_name, nodes.option_group))
            ]
            heads = "".join(f"[{self.anchors(term)}{self.inside(term)}], " for term in terms)
            with self.within("narrow"):
                body = self.drawn([child for child in item.children if not any(child is term for term in terms)])
            rows.append(f"(({heads}), [{self.anchors(item)}{body}])")
        look = next((kind for kind in _FACTS if self.stands_in(kind)), None)
        if look == "status" and follows_identity(node.parent):
            look = "status-joined"
        if look == "identity" and not leads_status(node.parent):
            look = "identity-alone"
        if look == "facts" and self.stands_in("key-judgments"):
            look = "beside"
        if look is None and isinstance(node, (nodes.field_list, nodes.option_list)):
            look = "fields"
        self.block(node, "definitions", None, *rows, kind=literal(look) if look else None)

    visit_field_list = visit_option_list = visit_docinfo = visit_definition_list
    visit_definition = visit_field_body = visit_description = passes

    def visit_classifier(self, node: nodes.Element) -> None:
        self.write(call("muted", self.inside(node)))

    def visit_option(self, node: nodes.Element) -> None:
        separator = ", " if node is not node.parent[0] else ""
        self.write((f"#{literal(separator)}" if separator else "") + call("code", None, verbatim(node.astext())))

    def visit_hlist(self, node: nodes.Element) -> None:
        self.block(
            node,
            "columns-of",
            None,
            *(f"[{self.inside(column)}]" for column in node.children if isinstance(column, nodes.Element)),
            narrow="true",
        )

    # -- notices -----------------------------------------------------------------------------------------------------

    def visit_admonition(self, node: nodes.Element) -> None:
        kind = node.tagname if node.tagname != "admonition" else "other"
        title = node.next_node(nodes.title) if kind == "other" else None
        with self.within("narrow"):
            body = self.anchors(node) + self.inside(node, [title] if title is not None else ())
        heading = (
            f"[{self.inside(title)}]" if title is not None else f"[#{literal(_NOTICES.get(kind, kind.capitalize()))}]"
        )
        self.block(node, "notice", body, kind=literal(kind), title=heading)

    def visit_versionmodified(self, node: nodes.Element) -> None:
        self.block(node, "changed", self.anchors(node) + self.inside(node))


for _kind in ("attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "warning"):
    setattr(Blocks, f"visit_{_kind}", Blocks.visit_admonition)
_NOTICES = {"seealso": "See also"}


def leads_status(block: nodes.Element | None) -> bool:
    """Whether a status that is printed stands right under the facts of an actor or issue, which then leave no space."""
    after = block.next_node(descend=False, siblings=True) if block is not None else None
    return isinstance(after, nodes.Element) and after.get("part") == "status" and after["args"].get("every") != "yes"


def follows_identity(block: nodes.Element | None) -> bool:
    """Whether a status stands right under the facts of an actor or issue: one line then parts them."""
    if block is None or block.parent is None or block.parent.index(block) == 0:
        return False
    before = block.parent[block.parent.index(block) - 1]
    return isinstance(before, nodes.Element) and before.get("part") == "identity"


def names_in(title: nodes.Element) -> list[str]:
    """Every target of a title: its section's, its own, those of what is in it. (The contents repeat its words.)"""
    found: list[str] = [*title.parent["ids"]]
    for node in title.findall(nodes.Element):
        found += [entry[2] for entry in node["entries"]] if node.tagname == "index" else node.get("ids", ())
    return found
