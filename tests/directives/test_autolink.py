"""Names linked at their first mention, in whole pages."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes

from directives.building import Built, build
from sphinx_briefing.model.findings import Code

NAMES = """# Harbor names

## People

:::{actor} marsh
:name: Ada Marsh
:also: Marsh; the chair
:::

:::{lexeme} pristan
:native: пристань
:also: landing stages
:::
"""
PAGE = """---
autolink: true
---
# On Ada Marsh

## Of Marsh

> Marsh in a block quotation.

“Marsh,” they *say of “Marsh* or Marsh”. {quote}`@#p1s2 "called the plan"`. `Marsh` and [Marsh](https://example.org).

- **The chair** comes to the landing stages.

Marsh again, with the пристань.

| Marsh | heads |
| --- | --- |
| a | b |
"""


def links(built: Built, page: str) -> list[tuple[str, str]]:
    """The words of each inner link, and the paragraph or cell in which it stands."""
    found = [node for node in built.pages[page].findall(nodes.reference) if node.get("internal")]
    return [(node.astext(), node.get("card", "")) for node in found if "card" in node]


def test_the_first_mention_outside_quotations_and_headings_is_linked(tmp_path: Path) -> None:
    built = build(tmp_path, {"names": NAMES, "page": PAGE})
    assert links(built, "page") == [("The chair", "actor-marsh"), ("landing stages", "term-pristan")]
    strong = next(iter(built.pages["page"].findall(nodes.strong)))
    assert isinstance(strong.children[0], nodes.reference)
    assert "“Marsh,” they say of “Marsh or Marsh”." in built.text("page")


def test_a_page_that_does_not_ask_has_no_links_and_an_option_asks_for_all(tmp_path: Path) -> None:
    plain = PAGE.replace("autolink: true", "autolink: false")
    other = "# Other\n\nAda Marsh, and {actor}`marsh`.\n\n{term}`landing stages` and пристань\n"
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    built = build(tmp_path / "one", {"names": NAMES, "page": plain, "other": other})
    assert (links(built, "page"), len(links(built, "other"))) == ([], 1)
    built = build(tmp_path / "two", {"names": NAMES, "page": plain, "other": other}, "brief_autolink = True\n")
    assert links(built, "page") == []
    assert [words for words, _ in links(built, "other")] == ["Ada Marsh", "Ada Marsh"]
    assert links(built, "names") == []


def test_a_wrong_wish_is_a_finding(tmp_path: Path) -> None:
    built = build(tmp_path, {"names": NAMES, "page": PAGE.replace("true", "yes please")})
    assert built.found("page") == [(Code.OPTION, 2)]
    assert links(built, "page") == []
