"""Numbers to cite aloud, and the word of a layer once for each run."""

from __future__ import annotations

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

from sphinx_briefing.domain.nodes import block, make_block
from sphinx_briefing.domain.numbering import number_page


def section(name: str, *children: nodes.Node, classes: tuple[str, ...] = ()) -> nodes.section:
    return nodes.section("", nodes.title("", name), *children, ids=[name], classes=[*classes])


def words(text: str, *classes: str) -> nodes.paragraph:
    return nodes.paragraph("", text, classes=[*classes])


def statement(layer: str = "fact") -> block:
    return make_block("statement", words("inside"), args={"kind": "claim", "layer": layer}, ids=[f"claim-{layer}"])


def page(*children: nodes.Node) -> nodes.document:
    document = new_document("page", get_default_settings())
    document += section("page", *children)
    number_page(document)
    return document


def numbers(document: nodes.document) -> list[str]:
    return [node["number"] for node in document.findall(nodes.Element) if node.get("number")]


def test_sections_and_what_stands_in_them_are_numbered_in_order() -> None:
    document = page(words("lead"), section("one", words("a"), statement(), words("b")), section("two", words("c")))
    assert numbers(document) == ["1", "1.1", "1.2", "1.3", "2", "2.1"]


def test_a_subsection_and_a_layer_go_on_counting_and_what_is_inside_a_statement_does_not_count() -> None:
    layer = make_block("layer", words("in a layer"), statement("context"), args={"layer": "context"})
    document = page(section("one", words("a"), layer, section("deeper", words("b"))))
    assert [number for number in numbers(document) if "." in number] == ["1.1", "1.2", "1.3", "1.4"]


def test_a_judgment_has_an_id_of_its_own_and_no_number() -> None:
    judgment = section("Likely: it ends", words("comment"), classes=("judgment",))
    document = page(judgment, section("one", words("a"), section("j", words("b"), classes=("judgment",))))
    assert numbers(document) == ["1", "1.1"]


def test_the_bottom_line_and_lists_are_not_counted() -> None:
    items = nodes.bullet_list("", nodes.list_item("", words("item")))
    assert numbers(page(section("one", words("bottom", "bottom-line"), items, words("a")))) == ["1", "1.1"]


def test_a_paragraph_is_found_by_its_number_and_a_statement_keeps_its_own_id_first() -> None:
    document = page(section("one", words("a"), statement()))
    paragraph = next(node for node in document.findall(nodes.paragraph) if node.astext() == "a")
    found = next(node for node in document.findall(block) if node["part"] == "statement")
    assert paragraph["ids"] == ["p1-1"]
    assert found["ids"] == ["claim-fact", "p1-2"]
    assert found["args"]["number"] == "1.2"


def test_the_word_of_a_layer_stands_before_each_run() -> None:
    document = page(
        section(
            "one",
            statement("fact"),
            statement("fact"),
            statement("context"),
            statement("fact"),
            words("x"),
            statement("fact"),
        ),
        section("two", statement("fact")),
    )
    labels = [node.astext() for node in document.findall(block) if node["part"] == "layer-label"]
    assert labels == ["Reported fact", "Our context", "Reported fact", "Reported fact", "Reported fact"]


def test_a_page_without_a_title_is_left_as_it_is() -> None:
    document = new_document("page", get_default_settings())
    document += words("alone")
    number_page(document)
    assert numbers(document) == []
