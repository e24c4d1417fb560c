"""What an editor answers for: brackets, omissions, cuts, without a word of the source that is not shown."""

from __future__ import annotations

from typing import Any

from sphinx_briefing.views.answered import Answered
from sphinx_briefing.views.budget import ledger
from views.books import book, cite, claim


def of(*citations: Any) -> tuple[Answered, ...]:
    facts = [claim(f"c{number}", page=cited.place.page, citations=(cited,)) for number, cited in enumerate(citations)]
    found = ledger(book(*facts), "page", {"source": "tale"})
    assert found is not None
    return found.answered


def told(*citations: Any) -> list[str]:
    return [row.what for row in of(*citations)]


def test_nothing_is_listed_of_words_that_nobody_edited() -> None:
    assert (
        of(cite("Northport opposes the new toll"), cite("northport opposes the old toll"), cite(passage="p1s1")) == ()
    )
    assert of(cite("The two towns met on Monday.")) == ()


def test_words_in_brackets_are_listed_with_passage_and_page() -> None:
    (row,) = of(cite("Northport [then] opposes the new toll", page="a"))
    assert (row.passage.text, row.what, row.page.id) == ("p1s1", "[then] added", "a")


def test_what_brackets_stand_for_is_told_only_where_the_book_shows_it() -> None:
    edited = cite("Northport opposes [it] and says so", page="a")
    assert told(edited) == ["[it] for 3 words"]
    assert told(edited, cite("opposes the new toll and", page="b")) == ["[it] for “the new toll”"]
    assert told(edited, cite("opposes the new toll and", page="b", silent=True)) == ["[it] for 3 words"]


def test_an_acknowledged_cut_is_told_without_the_words_left_outside() -> None:
    cut = cite("expects it before spring", passage="p2s1", acknowledged=("cut-acknowledged",))
    (what,) = told(cut)
    assert what.startswith("cut acknowledged: ")
    assert "negation" in what
    assert "though" not in what
    assert "nobody" not in what


def test_an_acknowledged_omission_is_told_without_its_words() -> None:
    elided = cite("Southport may yet agree ... it before spring", acknowledged=("elides-acknowledged",))
    assert told(elided) == ["words left out that turn or limit, acknowledged"]


def test_the_same_edit_on_two_pages_is_two_rows_and_on_one_page_one() -> None:
    words = "Northport [then] opposes the new toll"
    assert [
        row.page.id for row in of(cite(words, page="b"), cite(words, page="a"), cite(words, page="a", line=30))
    ] == [
        "a",
        "b",
    ]
