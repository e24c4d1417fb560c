"""`{position}`: whose it is and on what, in every place in which it may stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes

from directives.building import Built, build
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.statements import Position

PAGES = {
    "north": """# Northport

:::{actor} north
:::

:::{position} toll opposes, words
It is against the toll.

> @#p1s2 "a tax on fog"
:::

:::{position} ferry
:stance: mixed
:basis: reported

It is of two minds.

> @#p1s3
:::

:::{position} south / toll none stated, derived, 2009-08
A neighbor's.

> @#p2s1
:::
""",
    "toll": """# The toll

:::{issue} toll
:::

:::{position} south supports, forecast, 2009-10
It may agree.

> @#p2s1
:::
""",
    "ferry": "# The ferry\n\n:::{issue} ferry\n:::\n",
    "south": "# Southport\n\n:::{actor} south\n:::\n",
    "notes": """# Notes

:::{position} south / ferry supports, acts
Both are named.

> @S02
:::

:::{position} toll opposes, words
Whose is it?

> @S02
:::

:::{position} north / toll / ferry opposes, words
Three.

> @S02
:::

:::{position} north / toll oposes
No basis, and a slip.

> @S02
:::
""",
}


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("position"), PAGES)


def positions(built: Built, page: str) -> list[tuple[str, str, str, str, str, int]]:
    return [
        (item.actor, item.issue, item.stance, item.basis, item.as_of.edtf if item.as_of else "", item.place.line)
        for item in built.facts(page)
        if isinstance(item, Position)
    ]


def test_on_a_page_of_an_actor_the_argument_names_the_issue(harbor: Built) -> None:
    assert positions(harbor, "north") == [
        ("north", "toll", "opposes", "words", "", 6),
        ("north", "ferry", "mixed", "reported", "", 12),
        ("south", "toll", "none stated", "derived", "2009-08", 21),
    ]


def test_on_a_page_of_an_issue_it_names_the_actor(harbor: Built) -> None:
    assert positions(harbor, "toll") == [("south", "toll", "supports", "forecast", "2009-10", 6)]


def test_the_date_may_be_an_option_and_two_bases_may_disagree_on_one_page(tmp_path: Path) -> None:
    statement = ":::{{position}} north / toll {}\n{}\nSo.\n\n> @S02\n:::\n\n"
    page = "".join(
        (
            statement.format("opposes, words", ":as-of: 2009-03"),
            statement.format("supports, acts", ":date: 2009-03"),
            statement.format("mixed, words, 2009-04", ":as-of: 2009-05"),
            statement.format("supports, acts, 2009-03", ""),
        )
    )
    built = build(tmp_path, {**PAGES, "notes": "# Notes\n\n" + page})
    found = [item.id for item in built.facts("notes") if isinstance(item, Position)]
    assert found == ["north.toll.2009-03", "north.toll.2009-03.acts", "north.toll.2009-03.acts"]
    assert built.found("notes") == [(Code.ARGUMENT, 17), (Code.DUPLICATE, 24)]
    assert "two dates: `2009-04` and `2009-05`" in built.messages("notes")[0]
    assert "or put both on one page if their bases disagree" in built.messages("notes")[1]


def test_elsewhere_both_are_named_or_it_is_a_finding(harbor: Built) -> None:
    assert positions(harbor, "notes") == [("south", "ferry", "supports", "acts", "", 3)]
    assert harbor.found("notes")[0] == (Code.SUBJECT, 9)
    assert "write `actor / toll`" in harbor.messages("notes")[0]


def test_what_is_wrong_is_not_noted_half_and_all_of_it_is_named(harbor: Built) -> None:
    said = harbor.messages("notes")
    assert any("unknown value `/ ferry opposes`" in message for message in said)
    assert any("unknown value `oposes` | did you mean `opposes`?" in message for message in said)
    assert any("its basis is missing" in message for message in said)
    assert [code for code, line in harbor.found("notes") if line == 21] == [
        Code.ARGUMENT
    ] * 2  # a value that cannot be read is not missing too


def test_the_head_says_what_the_page_does_not_already_say(harbor: Built) -> None:
    paragraphs = [node for page in ("north", "toll") for node in harbor.pages[page].findall(nodes.paragraph)]
    heads = [node.astext() for node in paragraphs if "position-head" in node["classes"]]
    assert heads == [
        "The toll: opposes words",
        "The ferry: mixed reported",
        "Southport on the toll: none stated derived · as of August 2009",
        "Southport: supports forecast · as of October 2009",
    ]


def test_a_statement_is_a_block_with_an_anchor_its_layer_and_its_notes(harbor: Built) -> None:
    first = harbor.parts("north", "statement")[0]
    assert first["ids"][0] == "position-north-toll"
    assert first["args"] == {"kind": "position", "layer": "fact"}
    assert [note["args"]["state"] for note in harbor.parts("north", "evidence")] == ["exact", "cited", "cited"]
    assert "“a tax on fog”" in harbor.text("north")


def test_positions_in_conflict_are_marked_in_the_dossier(tmp_path: Path) -> None:
    pages = {
        "toll": "# The toll\n\n:::{issue} toll\n:::\n\n:::{dossier}\n:::\n",
        "south": "# Southport\n\n:::{actor} south\n:::\n\n"
        + "\n\n".join(
            f":::{{position}} toll {stance}\nSo it is.\n\n> @#p2s1\n:::"
            for stance in ("supports, words", "opposes, acts", "mixed, words, 2008")
        ),
    }
    built = build(tmp_path, pages)
    (table,) = [found for found in built.pages["toll"].findall(nodes.table) if "positions" in found["classes"]]
    rows = [row.astext() for row in table.findall(nodes.row)][1:]
    marked = [word for row in rows for word in ("supports", "opposes", "mixed") if word in row and "conflict" in row]
    assert (len(rows), marked) == (3, ["supports", "opposes"])
