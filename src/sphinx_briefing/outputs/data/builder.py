"""The builder `briefdata`: the whole Book as one JSON file, and what of each held source is used."""

from __future__ import annotations

import json
from collections.abc import Set
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util.inventory import InventoryFile

from sphinx_briefing.domain import brief_domain
from sphinx_briefing.model.book import Book
from sphinx_briefing.model.rules import fingerprint
from sphinx_briefing.model.schema import schema_json
from sphinx_briefing.outputs.data.annotations import annotations_json
from sphinx_briefing.outputs.data.bibliography import sources_csl
from sphinx_briefing.outputs.data.spreadsheets import events_csv, positions_csv
from sphinx_briefing.views.coverage import coverage
from sphinx_briefing.views.figures import count_figures


class BriefDataBuilder(Builder):
    """Writes the whole Book in the forms that other programs read; draws no page."""

    name = "briefdata"
    format = "briefdata"
    epilog = "The data is in %(outdir)s."
    allow_parallel = True
    default_translator_class: ClassVar[Any] = nodes.GenericNodeVisitor

    def get_outdated_docs(self) -> str:
        return "the whole book"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Where the page is on the site: the inventory leads there."""
        return f"{docname}.html"

    def write_documents(self, docnames: Set[str]) -> None:
        """Write the data of the whole Book, each file in one step."""
        domain = brief_domain(self.env)
        self._write("book.json", domain.book_json())
        self._write("book.schema.json", schema_json())
        self._write("book.jsonld", annotations_json(domain.book))
        self._write("positions.csv", positions_csv(domain.book))
        self._write("events.csv", events_csv(domain.book))
        self._write("sources.csl.json", sources_csl(domain.book))
        self._write("figures.json", json.dumps(count_figures(domain.book), indent=1) + "\n")
        self._write("coverage.json", json.dumps(coverage_report(domain.book), ensure_ascii=False, indent=1) + "\n")

        temporary = Path(self.outdir, "objects.tmp")
        InventoryFile.dump(temporary, self.env, self)
        temporary.replace(Path(self.outdir, "objects.inv"))

    def _write(self, name: str, text: str) -> None:
        path = Path(self.outdir, name)
        temporary = path.with_suffix(".tmp")
        temporary.write_text(text, "utf-8", newline="")  # a table says itself how its lines end
        temporary.replace(path)


def coverage_report(book: Book) -> dict[str, Any]:
    """By source: how many passages there are, how many are used, set aside and unused, and what uses each;
    and by which rules that was found.
    """
    report = {}
    made_by = fingerprint(book)
    for source in book.sources:
        found = coverage(book, "", {"source": source.id})
        if found is None:
            continue
        report[source.id] = {
            "rules": {
                "version": made_by["version"],
                "unicode": made_by["unicode"],
                "sha256": made_by["seeds"].get(source.id, ""),
            },
            "passages": len(found.rows),
            "used": found.count("quoted") + found.count("used"),
            "set_aside": found.count("aside"),
            "unused": found.count("unused"),
            "by_passage": {
                row.id: {
                    "state": "set aside" if row.state == "aside" else row.state,
                    **({"reason": row.reason} if row.reason else {}),
                    "used_by": [{"kind": item.kind, "id": item.id, "page": item.page} for item in row.used],
                }
                for row in found.rows
            },
        }
    return report
