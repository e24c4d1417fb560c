"""The changes since an edition on a page: read from the folder of editions, and said in words where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes

from directives.building import build
from sphinx_briefing.directives.changes import draw_changes
from sphinx_briefing.model.serialization import book_json
from sphinx_briefing.views.changes import Change, Changes
from sphinx_briefing.views.shown import Shown
from views.books import book, claim

PAGE = "# Page\n\n:::{claim} c\nThe ferry sank.\n\n> @#p1s1\n:::\n\n:::{changes}\n:::\n"


def freeze(folder: Path, name: str, *texts: str) -> None:
    target = folder / "editions" / name
    target.mkdir(parents=True)
    facts = [claim("c", text=(text,)) for text in texts]
    (target / "book.json").write_text(book_json(book(*facts)), "utf-8")


def text_of(found: Changes) -> str:
    return nodes.container("", *draw_changes(found)).astext()


def test_the_newest_edition_is_compared_by_count_and_not_by_letters(tmp_path: Path) -> None:
    freeze(tmp_path, "9", "It rained.")
    freeze(tmp_path, "10", "The ferry was late.")
    built = build(tmp_path, {"page": PAGE})
    text = built.pages["page"].astext()
    assert "Since edition 10, as of 21\u00a0September 2009" in text
    assert "“The ferry was late.” is now “The ferry sank.”" in text
    assert built.messages("page") == []


def test_an_edition_that_was_never_frozen_is_a_finding(tmp_path: Path) -> None:
    freeze(tmp_path, "9", "It rained.")
    built = build(tmp_path, {"page": PAGE.replace(":::{changes}\n", ":::{changes}\n:since: 7\n")})
    (message,) = built.messages("page")
    assert message.startswith("unknown edition `7` | name an edition that `briefing freeze` wrote")


def test_a_book_without_editions_is_a_first_edition(tmp_path: Path) -> None:
    built = build(tmp_path, {"page": PAGE})
    assert "This is the first edition" in built.pages["page"].astext()
    assert built.messages("page") == []


def test_an_edition_that_cannot_be_read_stops_the_build_and_says_which(tmp_path: Path) -> None:
    freeze(tmp_path, "1")
    (tmp_path / "editions/1/book.json").write_text("{", "utf-8")
    with pytest.raises(
        Exception, match=r"editions/1/book\.json: error\[brief\.build\]: .+ cannot be read: it is not JSON"
    ):
        build(tmp_path, {"page": PAGE})


def test_an_edition_that_nobody_asks_for_is_not_read(tmp_path: Path) -> None:
    freeze(tmp_path, "1")
    (tmp_path / "editions/1/book.json").write_text("{", "utf-8")
    assert build(tmp_path, {"page": "# Page\n"}).code == 0


def test_what_matters_stands_before_typing_and_names_the_judgments() -> None:
    ground, touched = (
        Shown("claim", "c", "C", "page", "claim-c"),
        Shown("judgment", "j-1", "J-1", "page", "judgment-j-1"),
    )
    text = text_of(
        Changes(
            "1",
            "",
            (
                Change("stance", ground, "", "opposes", "mixed", judgments=(touched,)),
                Change("evidence", ground, "", "", "S02"),
                Change("evidence", ground, "", "S03", ""),
                Change("gone", ground, "", "It rained.", ""),
            ),
            (Change("reworded", ground, "", "a", "b", significant=False),),
        )
    )
    assert "Since edition 1: 4 changes of what the book says." in text
    assert "opposes is now mixed · touches J-1" in text
    assert "S02 added" in text
    assert "S03 taken away" in text
    assert "gone: It rained." in text
    assert text.index("gone") < text.index("Typing mended")


def test_an_edition_without_changes_says_so() -> None:
    assert text_of(Changes("1", "May 2009")) == "Since edition 1, as of May 2009, no statement has changed."
