"""Row headers: Typst's Python package has no call for them, so they are named in the finished PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from sphinx_briefing.outputs.typst.saving import saved


class TablesDifferError(ValueError):
    """The PDF has not the tables that were written into it."""


def elements(node: Any) -> Iterator[Any]:
    """All structure elements under `node`, in reading order."""
    if isinstance(node, Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def children(node: Any) -> list[Any]:
    """What stands directly under a structure element."""
    below = node.get("/K", Array())
    return list(below) if isinstance(below, Array) else [below]


def rows_of(table: Any) -> list[Any]:
    """The rows of the body of `table`; those of its head are left out."""
    parts = children(table)
    bodies = [part for part in parts if part.S == "/TBody"]
    rows = [row for body in bodies for row in children(body)]
    return rows or [row for row in parts if row.S == "/TR"]


def make_header(cell: Any) -> None:
    """Turn a cell into the header of its row."""
    cell.S = Name.TH
    attributes = cell.get("/A", Dictionary(O=Name.Table))
    for entry in attributes if isinstance(attributes, Array) else [attributes]:
        if entry.get("/O") == "/Table":
            entry.Scope = Name.Row
    cell.A = attributes


def name_row_headers(pdf: bytes, tables: Sequence[Sequence[int]]) -> bytes:
    """`pdf` with its row headers named, saved small and the same each time.

    `tables` holds, for each table in reading order and each row of its body, how many first cells are headers.
    Raises TablesDifferError when the PDF has another number of tables or rows.
    """
    book = pikepdf.open(io.BytesIO(pdf))
    found = [element for element in elements(book.Root.StructTreeRoot) if element.S == "/Table"]
    if len(found) != len(tables):
        raise TablesDifferError(f"{len(tables)} tables were written, {len(found)} are in the PDF")
    for table, stubs in zip(found, tables, strict=True):
        if any(stubs):
            rows = rows_of(table)
            if len(rows) != len(stubs):
                raise TablesDifferError(f"a table of {len(stubs)} rows has {len(rows)} in the PDF")
            for row, count in zip(rows, stubs, strict=True):
                for cell in children(row)[:count]:
                    make_header(cell)
    return saved(book)
