"""`{relation}`: two actors and what is between them, and every way to write it wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes

from directives.building import Built, build
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.statements import Relation

TOWNS = "# Towns\n\n:::{actor} south\n:name: Southport\n:::\n\n:::{issue} toll\n:name: Toll\n:::\n"
NORTH = "# Northport\n\n:::{actor} north\n:::\n\n"
BODY = "Over the fog.\n\n> @#p1s1\n:::\n"


def relations(built: Built, page: str = "north") -> list[Relation]:
    return [fact for fact in built.book.page_by_name[page].facts if isinstance(fact, Relation)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("north -> south asks", "north.south.asks"),
        ("-> south asks", "north.south.asks"),
        ("south -> north negotiates with, 2009-05", "south.north.negotiates-with.2009-05"),
        ("north → south met", "north.south.met"),
        ("north->south met", "north.south.met"),
    ],
)
def test_two_actors_and_what_is_between_them(tmp_path: Path, line: str, expected: str) -> None:
    built = build(tmp_path, {"towns": TOWNS, "north": NORTH + f":::{{relation}} {line}\n:issues: toll\n{BODY}"})
    (found,) = relations(built)
    assert found.id == expected
    assert found.issues == ("toll",)
    assert found.text == ("Over the fog.",)
    assert not built.findings


def test_it_is_drawn_as_a_label_with_links(tmp_path: Path) -> None:
    built = build(tmp_path, {"towns": TOWNS, "north": NORTH + f":::{{relation}} -> south asks\n{BODY}"})
    (head,) = [node for node in built.pages["north"].findall(nodes.paragraph) if "position-head" in node["classes"]]
    assert head.astext() == "Northport → Southport: asks"
    assert len(list(head.findall(nodes.reference))) == 2


def test_a_drawing_has_its_lines_in_a_table_and_leaves_the_words_to_the_statements(tmp_path: Path) -> None:
    built = build(
        tmp_path, {"towns": TOWNS, "north": NORTH + f":::{{relation}} -> south asks\n{BODY}\n:::{{network}}\n:::\n"}
    )
    (table,) = built.pages["north"].findall(nodes.table)
    rows = [[entry.astext() for entry in row.findall(nodes.entry)] for row in table.findall(nodes.row)]
    assert rows == [
        ["Who", "What", "Whom", "When", "Evidence"],
        ["Northport", "asks", "Southport", "", "p1s1"],
    ]
    assert built.text("north").count("Over the fog.") == 1


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("north -> south aks", Code.ARGUMENT, "did you mean `asks`"),
        ("north south asks", Code.ARGUMENT, "no arrow stands between two actors"),
        ("north -> south", Code.ARGUMENT, "its kind is missing"),
        ("north -> north met", Code.SUBJECT, "related to itself"),
        ("north -> sout met", Code.REFERENCE, "did you mean `south`"),
    ],
)
def test_what_can_be_wrong_is_said(tmp_path: Path, line: str, code: Code, said: str) -> None:
    built = build(tmp_path, {"towns": TOWNS, "north": NORTH + f":::{{relation}} {line}\n{BODY}"})
    assert [(finding.code, said in f"{finding.message}; {finding.hint}") for finding in built.findings][:1] == [
        (code, True)
    ]
