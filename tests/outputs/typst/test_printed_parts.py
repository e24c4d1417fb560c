"""What the printed small book is given of dates, facts and drawings. Printing itself is tested elsewhere."""

from __future__ import annotations

import re

import pytest

from conftest import BookCopy
from laws.clean import not_printed
from sphinx_briefing.outputs.typst.builder import TypstPdfBuilder


@pytest.fixture
def written(small: BookCopy, monkeypatch: pytest.MonkeyPatch) -> BookCopy:
    monkeypatch.setattr(TypstPdfBuilder, "printed", not_printed)
    return small


def source(book: BookCopy) -> str:
    result = book.build("pdf")
    assert result.code == 0, result.err
    return book.read_text("build/work/typstpdf/typst/book.typ")


def test_a_date_breaks_where_the_column_has_no_room_for_it(written: BookCopy) -> None:
    """Beside the axis; and between the source's words for it and the bracket, where no line would break by itself."""
    found = source(written)
    row = re.search(
        r'#muted\(parted: true\)\[#"“before the winter” "\]#"\["#date(\(.*?\))?\[#"about November 2028"\]', found
    )
    assert row
    assert row[1] is None  # in the list of events; in the text itself a line holds it
    assert '#date(whole: true)[#"about November 2028"]' in found
    assert '#"["#date(whole: true)[#"28\u00a0April 2031"]' in found


def test_facts_keep_their_space_where_no_status_is_printed_below(written: BookCopy) -> None:
    assert 'kind: "identity")' in source(written)
    page = "source/issues/plain.md"
    written.write(
        page, "# Plain\n\n:::{issue} plain\n:scope: all of it\nWhat of it?\n:::\n\nThe text begins at once.\n"
    )
    written.edit("source/index.md", "\nwords\nsource\n", "\nwords\nsource\nissues/plain\n")
    found = source(written)
    assert found.index('kind: "identity-alone")') < found.index("The text begins at once.")


@pytest.mark.parametrize(
    ("asked", "told"), [("", " The table below has the same."), (":figure-only:\n", " Tomas Rehn asks Odile Brandt.")]
)
def test_a_network_is_told_aloud(written: BookCopy, asked: str, told: str) -> None:
    tie = ":::{relation} -> mayor asks\nHe asks.\n\n> @minutes\n:::"
    written.edit("source/actors/rehn.md", "## On file", f"{tie}\n\n:::{{network}}\n{asked}:::\n\n## On file")
    assert f'told: "Network of 2 actors, 1 relation.{told}"' in " ".join(source(written).split())


def test_many_records_under_one_statement_are_told_in_short(written: BookCopy) -> None:
    """Each by its name and date; the last tells for all that none of them is verified, so that none looks checked."""
    records = ("survey", "letter", "almanac")
    file = "seeds/sources.yaml"
    more = "".join(
        f'  - {{id: {name}, type: report, title: "A {name}", publisher: "Desk of {name}", issued: "2030"}}\n'
        for name in records
    )
    written.write(file, written.read_text(file) + more)

    def drawn(*cited: str) -> str:
        lines = "".join(f"> @{name}\n" for name in cited)
        page = f"# Plain\n\n:::{{issue}} plain\n:::\n\n:::{{claim}} c-many\nIt rained.\n\n{lines}:::\n"
        written.write("source/issues/plain.md", page)
        found = source(written)
        return found[found.index('"It rained."') - 3000 : found.index('"It rained."')]

    written.edit("source/index.md", "\nwords\nsource\n", "\nwords\nsource\nissues/plain\n")
    two = drawn(*records[:2])
    assert "brief: true" not in two
    assert two.count('#"Not verified here"') == 2
    three = drawn(*records)
    assert three.count("brief: true") == 3
    assert three.count('#"Not verified here"') == 1
    assert 'of: "3"' in three or "of: 3" in three
    assert all(f'#"Desk of {name}, 2030"' in three for name in records)
