"""On which page of the printed book each thing stands, asked of Typst itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from sphinx_briefing.outputs.typst.compile import compiler_of
from sphinx_briefing.outputs.typst.literals import strings

_ASK = """
#context [#metadata(({}).map(name => {{ let found = query(label(name)); if found.len() == 0 {{ "" }} else {{
  page-number(found.first().location()) }} }}))<briefing-pages>]
"""


def page_numbers(folder: Path, labels: Iterable[str]) -> dict[str, int]:
    """By label (`docname#anchor`, `docname#` for a page): the number printed on its page. `folder` holds `book.typ`.

    A label that print does not have is left out.
    """
    asked = list(labels)
    main = folder / "numbers.typ"
    main.write_text((folder / "book.typ").read_text("utf-8") + _ASK.format(strings(asked)), "utf-8")
    try:
        (found,) = json.loads(compiler_of(folder, main).query("<briefing-pages>", field="value"))
    finally:
        main.unlink()
    return {name: int(number) for name, number in zip(asked, found, strict=True) if number}
