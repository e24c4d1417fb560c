"""The index of the book: who stands under which letter, and where each is treated."""

from __future__ import annotations

from sphinx_briefing.model.places import Key
from sphinx_briefing.views.a_to_z import IndexRow, Letter, a_to_z
from views.books import actor, book, cite, claim, issue, mention, position, record, term

HARBOR = book(
    actor("mayor", name="Odile Brandt", also=("Brandt", "the mayor")),
    actor("towns", name="The towns", kind="group"),
    actor("hu", name="Hu Jintao", sort_as="Hu Jintao"),
    actor("emile", name="Émile Zola", native="Эмиль Золя", lang="ru"),
    issue("toll", name="2009 toll"),
    term("fog", "туман", lang="ru", romanization="tuman", also=("mist",)),
    position("mayor", "toll", page="one"),
    mention(Key("actor", "mayor"), ("x",), page="two"),
    claim("c", page="two", citations=(record("two"),)),
    claim("d", page="three", citations=(cite(passage="p1s1", page="three"),)),
)


def letters(**options: str) -> tuple[Letter, ...]:
    return a_to_z(HARBOR, "index", options)


def row(words: str) -> IndexRow:
    (found,) = [row for letter in letters() for row in letter.rows if row.words == words]
    return found


def test_a_person_stands_under_the_surname_others_under_their_name() -> None:
    by_letter = {item.letter: [row.words for row in item.rows] for item in letters(only="actor")}
    assert by_letter == {
        "B": ["Brandt, Odile"],
        "H": ["Hu Jintao"],
        "M": ["the mayor"],
        "T": ["The towns"],
        "Z": ["Zola, Émile"],
        "З": ["Золя, Эмиль"],  # in the other script, too
    }


def test_letters_stand_in_order_signs_first_other_scripts_last() -> None:
    names = [item.letter for item in letters()]
    assert names[0] == "#"
    assert names == sorted(names)
    assert len(names) == len(set(names))
    assert names[-1] == "Т"


def test_an_entry_says_where_it_is_treated_beside_its_home() -> None:
    found = row("Brandt, Odile")
    assert (found.home.page, found.kind) == ("actors/mayor", "person")
    assert [place.page for place in found.places] == ["one", "two"]
    assert [place.page for place in row("2009 toll").places] == ["one"]
    assert row("Zola, Émile").places == ()


def test_another_name_refers_to_the_main_one() -> None:
    found = row("the mayor")
    assert (found.see, found.home.id, found.places) == ("Brandt, Odile", "mayor", ())
    assert [row(words).see for words in ("tuman", "mist")] == ["туман", "туман"]
    assert not [item for letter in letters() for item in letter.rows if item.words == "Brandt"]  # it would stand there


def test_sources_stand_under_their_titles_with_the_pages_that_cite_them() -> None:
    assert [(item.words, item.note) for letter in letters(only="source") for item in letter.rows] == [
        ("The Harbor Talks", "tale"),
        ("Minutes", "S02"),
    ]
    assert [place.page for place in row("Minutes").places] == ["two"]


def test_an_empty_book_has_no_letters() -> None:
    assert a_to_z(book(), "index", {"only": "term"}) == ()
