"""The sources as CSL-JSON, which reference managers read: `sources.csl.json`."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.model.sources import Name, Source

_ONE: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)")


def sources_csl(book: Book) -> str:
    """All sources as one CSL-JSON document (1.0.2): same Book, same bytes."""
    return json.dumps([_record(item) for item in book.sources], ensure_ascii=False, indent=1) + "\n"


def _record(source: Source) -> dict[str, Any]:
    """The fields that the Citation Style Language has; ours stay out."""
    known = {
        "title": source.title,
        "author": [_name(item) for item in source.author],
        "publisher": source.publisher,
        "container-title": source.container,
        "issued": csl_date(source.issued) if source.issued else None,
        "accessed": csl_date(source.accessed) if source.accessed else None,
        "URL": source.url,
        "archive_location": source.archive,
        "language": source.language,
        "note": source.note,
    }
    return {"id": source.id, "type": source.type} | {name: value for name, value in known.items() if value}


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {part: value for part, value in (("family", name.family), ("given", name.given)) if value}


def csl_date(edtf: str) -> dict[str, Any]:
    """A date in parts, a range as two; what has no parts (a season, an open end) as it is written."""
    found = [_ONE.fullmatch(end) for end in edtf.split("/")]
    matches = [item for item in found if item is not None]
    if len(matches) < len(found):
        return {"raw": edtf}
    parts: dict[str, Any] = {"date-parts": [[int(part) for part in item.groups()[:3] if part] for item in matches]}
    return parts | ({"circa": True} if any(item[4] for item in matches) else {})
