"""Tables: one Typst table each, with its header rows, spans, and a note of which cells head their row."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinx_briefing.outputs.typst.figures import Figures
from sphinx_briefing.outputs.typst.literals import call, literal

_LONG = 26
"""A column with a cell longer than this many characters takes its share of the free width."""

_LINKS = ("#xref(", "#outside(", "#footnote-")
"""A head that holds one of these is not repeated on the next sheet: a repeated head is an artifact and may not link."""

_TALL = 900
"""A row with more characters than this may be parted between two sheets, since it might fill one."""

_FEW, _SHORT = 8, 900
"""A table of at most so many rows and characters is kept on one sheet."""

_KINDS = ("matrix", "pair", "sources", "passages")


class Tables(Figures):
    """Tables of docutils, whoever made them."""

    def visit_table(self, node: nodes.Element) -> None:
        group = next(child for child in node.children if isinstance(child, nodes.tgroup))
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        columns = [child for child in group.children if isinstance(child, nodes.colspec)]
        head = [row for part in group.children if isinstance(part, nodes.thead) for row in part.children]
        body = [row for part in group.children if isinstance(part, nodes.tbody) for row in part.children]
        kind = next((kind for kind in _KINDS if self.stands_in(kind)), None)
        stubs = sum(1 for column in columns if column.get("stub")) or (1 if kind in ("matrix", "pair") else 0)
        leading = leading_cells(body, len(columns), stubs)
        self.book.tables.append(tuple(leading))
        caption = f"[{self.numbered_caption(node, title)}]" if title is not None else None
        narrow = self.narrow
        anchors = self.anchors(node)
        with self.within("narrow"), self.within("cell"):
            heads = "".join(f"({self.row(row, 'head')}), " for row in head)
            cells = [self.row(row, "", count) for row, count in zip(body, leading, strict=True)]
        if anchors:
            self.write(anchors)
        self.block(
            node,
            "data-table",
            None,
            *(cell for cell in cells if cell),
            columns=f"({', '.join(map(str, widths(node, columns, head + body, kind or '')))},)",
            head=f"({heads})",
            repeat="false" if any(link in heads for link in _LINKS) else None,
            caption=caption,
            kind=literal(kind) if kind else None,
            long="true" if any(len(row.astext()) > _TALL for row in body) else None,
            keep="true" if len(body) <= _FEW and len(node.astext()) <= _SHORT else None,
            narrow=narrow,
        )

    def row(self, row: nodes.Node, kind: str, stubs: int = 0) -> str:
        """The cells of a row as arguments of a call."""
        assert isinstance(row, nodes.Element)
        group = "group" if "grp" in row.get("classes", ()) else ""
        cells = [entry for entry in row.children if isinstance(entry, nodes.Element)]
        return ", ".join(
            self.cell(entry, kind or group or ("stub" if place < stubs else "")) for place, entry in enumerate(cells)
        ) + ("," if kind else "")

    def cell(self, entry: nodes.Element, kind: str) -> str:
        classes = entry.get("classes", ())
        look = next(
            (name for name in ("derived", "gap", "grp", "count", "letter-gap", "turned") if name in classes), kind
        ).replace("grp", "group")
        align = next((side for side in ("right", "center") if f"text-{side}" in classes), None)
        signs = [node for node in entry.findall() if isinstance(node, nodes.Element) and node.get("part") == "stance"]
        compact = any(node["args"].get("compact") for node in signs)
        hangs = "true" if signs and not compact else None
        align = "center + horizon" if compact else align
        body = self.anchors(entry) + self.inside(entry)
        if not look and not align and not hangs and not entry.get("morecols") and not entry.get("morerows"):
            return f"[{body}]"
        return call(
            "cell",
            body,
            kind=literal(look) if look else None,
            align=align,
            hangs=hangs,
            colspan=str(entry["morecols"] + 1) if entry.get("morecols") else None,
            rowspan=str(entry["morerows"] + 1) if entry.get("morerows") else None,
        ).removeprefix("#")


def widths(table: nodes.Element, columns: Sequence[nodes.Element], rows: Sequence[nodes.Node], kind: str) -> list[int]:
    """The share of each column; 0 lets a column be as wide as its words."""
    given = [max(1, int(column.get("colwidth", 1))) for column in columns]
    if kind in ("matrix", "pair") or "colwidths-given" in table.get("classes", ()):
        return given
    longest = [0] * len(columns)
    for row in rows:
        assert isinstance(row, nodes.Element)
        if len(row) == len(columns):  # a row without spans
            longest = [max(known, len(entry.astext())) for known, entry in zip(longest, row.children, strict=True)]
    return [0 if size <= _LONG else min(size, 4 * _LONG) for size in longest]


def leading_cells(rows: list[nodes.Node], width: int, stubs: int) -> list[int]:
    """Of each row, how many of its own cells stand in the first `stubs` columns, spans from above allowed for."""
    taken: dict[tuple[int, int], bool] = {}
    counts = []
    for down, row in enumerate(rows):
        assert isinstance(row, nodes.Element)
        across, count = 0, 0
        for entry in row.children:
            assert isinstance(entry, nodes.Element)
            while taken.get((down, across)):
                across += 1
            count += across < stubs
            for below in range(entry.get("morerows", 0) + 1):
                for beside in range(entry.get("morecols", 0) + 1):
                    taken[down + below, across + beside] = True
        counts.append(count)
    return counts
