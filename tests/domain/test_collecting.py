"""Texts of statements and sentences of mentions, taken from a finished doctree."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

from sphinx_briefing.domain.collecting import complete, paragraphs_of, prose_of
from sphinx_briefing.domain.nodes import make_block, pending_mention, pending_view
from sphinx_briefing.domain.reading import Reading
from sphinx_briefing.model.entities import Role
from sphinx_briefing.model.places import Key, Place
from sphinx_briefing.model.statements import Mention
from sphinx_briefing.model.texts import CUT, Paragraph
from views.books import actor, claim

NORTH = Key("actor", "north")


def ref(number: int | None = None, target: str = "north", words: str = "") -> pending_mention:
    node = pending_mention("", *([nodes.Text(words)] if words else []))
    node.attributes.update(kind="actor", target=target, explicit=bool(words), mention=number, view="mention")
    return node


def mark(number: int | None = None) -> pending_mention:
    node = pending_mention("")
    node.attributes.update(kind="", target="", explicit=True, mention=number, view="cite")
    return node


def para(*parts: str | nodes.Node, **attributes: Any) -> nodes.paragraph:
    return nodes.paragraph(
        "", "", *[nodes.Text(part) if isinstance(part, str) else part for part in parts], **attributes
    )


def completed(reading: Reading, *children: nodes.Node) -> list[Any]:
    document = new_document("page", get_default_settings())
    document += nodes.section("", nodes.title("", "The title"), *children, ids=["top"])
    complete(document, reading)
    return reading.facts


def test_running_text_keeps_references_as_keys() -> None:
    found = prose_of(
        para("So ", ref(), " and ", nodes.emphasis("", "not"), "\n", ref(words="the mayor"), "."), para("More.")
    )
    assert found == ("So ", NORTH, " and not the mayor. More.")


def test_placeholders_of_views_and_comments_are_no_text() -> None:
    view = pending_view("", view="matrix", options={}, page="page")
    assert prose_of(nodes.container("", para("Words."), view, nodes.comment("", "no"))) == ("Words.",)
    assert prose_of() == ()


def test_the_mark_of_a_citation_is_no_word() -> None:
    assert prose_of(para("It is so ", mark(), ", they say ", mark(), ".")) == ("It is so, they say.",)


def test_a_statements_text_is_its_body_without_head_and_notes() -> None:
    reading = Reading("page", facts=[claim("c", text=())])
    node = make_block(
        "statement",
        para("Head", head=True),
        para("One ", ref(), "."),
        para("Two."),
        make_block("notes", para("Note"), slot="notes"),
        fact=0,
    )
    assert completed(reading, node)[0].text == ("One ", NORTH, ". Two.")


def test_an_entity_without_a_name_of_its_own_is_named_by_the_page() -> None:
    reading = Reading("page", facts=[actor("north", name=""), actor("quay", name="Quay")])
    answer = make_block("answer", para("Against ", ref(), "."), answer=0)
    found = completed(reading, answer)
    assert [fact.name for fact in found] == ["The title", "Quay"]
    assert found[0].answer == ("Against ", NORTH, ".")


@pytest.mark.parametrize(
    ("parts", "sentence", "hit"),
    [
        (["One. Two names ", ref(0), ". Three."], ("Two names ", NORTH, "."), 1),
        ([ref(0), " begins. Two."], (NORTH, " begins."), 0),
        (["The U.S. and ", ref(0), " met. They left."], ("The U.S. and ", NORTH, " met."), 1),
        (["So ", ref(None, "south"), " tells ", ref(0), "."], ("So ", Key("actor", "south"), " tells ", NORTH, "."), 3),
        (["So says ", ref(0, words="the mayor"), ". Two."], ("So says ", "the mayor", "."), 1),
        (["He said\nto ", ref(0), " no."], ("He said to ", NORTH, " no."), 1),
        (["Only ", ref(0)], ("Only ", NORTH), 1),
        (["It is so ", mark(), " and ", ref(0), " knows. Two."], ("It is so and ", NORTH, " knows."), 1),
    ],
)
def test_a_mention_has_its_sentence_and_knows_which_part_it_is(
    parts: list[Any], sentence: tuple[Any, ...], hit: int
) -> None:
    reading = Reading("page", facts=[Mention(NORTH, Place("page", 3))])
    (found,) = completed(
        reading, para(*[part.deepcopy() if isinstance(part, nodes.Node) else part for part in parts], ids=["p1-1"])
    )
    assert (found.sentence, found.hit) == (sentence, hit)
    assert found.place == Place("page", 3, "p1-1")


def test_a_mention_leads_to_the_nearest_anchor_above_it() -> None:
    reading = Reading("page", facts=[Mention(NORTH, Place("page", 3))])
    (found,) = completed(reading, nodes.bullet_list("", nodes.list_item("", para("See ", ref(0), "."))))
    assert found.place.anchor == "top"


def own(*children: nodes.Node, reading: Reading | None = None) -> list[Paragraph]:
    """The page's own words after its title."""
    document = new_document("page", get_default_settings())
    document += nodes.section("", nodes.title("", "The title"), *children, ids=["top"])
    first, *others = paragraphs_of(document, reading or Reading("page"))
    assert first.text == ("The title",)
    return others


def test_every_block_of_text_is_the_pages_own_with_its_line() -> None:
    one = para("In ", nodes.emphasis("", "one"), " paragraph by ", ref(), ",\n", ref(words="the mayor"), ".")
    one.line = 12
    item = nodes.bullet_list("", nodes.list_item("", para("An item.")))
    entry = nodes.entry("", para("A cell."))
    found = own(one, item, entry, nodes.literal_block("", "A block."), nodes.raw("", "<b>Raw</b>", format="html"))
    assert found[0] == Paragraph(12, ("In one paragraph by ", NORTH, ", the mayor."), set_off=("one",))
    assert [item.text for item in found[1:]] == [("An item.",), ("A cell.",), ("A block.",), ("<b>Raw</b>",)]


def test_headings_are_known_and_so_is_what_is_spoken_of() -> None:
    found = own(
        nodes.title("", "Perhaps"), para("Say ", nodes.literal("", "may"), "."), nodes.literal_block("", "x = 1")
    )
    assert [(item.heading, item.set_off) for item in found] == [(True, ()), (False, ("may",)), (False, ("x = 1",))]


def test_what_is_quoted_from_evidence_is_cut_out_and_marks_are_no_words() -> None:
    quote = pending_mention("", nodes.Text("“exact words”"))
    quote.attributes.update(kind="", target="", explicit=True, mention=None, view="cite")
    found = own(para("They say ", quote, " at last ", mark(), ", we hear."), pending_view("", view="x", options={}))
    assert [item.text for item in found] == [(f"They say {CUT} at last , we hear.",)]


def test_comments_are_published_nowhere_and_alternatives_of_pictures_are() -> None:
    found = own(nodes.comment("", "not shown"), nodes.image("", uri="x.png", alt="A picture of fog"))
    assert [item.text for item in found] == [(CUT, "A picture of fog", CUT)]


def test_what_options_say_is_the_pages_own_too() -> None:
    reading = Reading(
        "page", facts=[actor("north", page="page", line=4, roles=(Role("Mayor of the town"), Role("Owner")))]
    )
    assert own(reading=reading) == [Paragraph(4, (CUT, "Mayor of the town", CUT))]
