"""The HTML that stands for each part: structure, numbers, language, and no style in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from sphinx.writers.html import HTMLWriter
from sphinx.writers.html5 import HTML5Translator

from sphinx_briefing.domain.nodes import block, make_block, make_phrase, phrase
from sphinx_briefing.outputs.html.glyphs import likelihood_bar, stance_sign
from sphinx_briefing.outputs.html.translator import BriefingTranslator
from sphinx_briefing.outputs.html.visitors import depart_block, depart_phrase, visit_block, visit_phrase

Draw = Callable[..., str]


@pytest.fixture(scope="module")
def draw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Draw]:
    """A function that draws nodes as one page's body, with Sphinx's own settings."""
    source = tmp_path_factory.mktemp("book")
    (source / "conf.py").write_text("")
    (source / "index.rst").write_text("Title\n=====\n")
    with docutils_namespace():  # to the end, or Sphinx would tell the next book that our nodes are known already
        app = Sphinx(source, source, source / "out", source / "doctrees", "html", status=None, warning=None)
        app.add_node(block, override=True, html=(visit_block, depart_block))
        app.add_node(phrase, override=True, html=(visit_phrase, depart_phrase))
        app.set_translator("html", BriefingTranslator, override=True)
        app.builder.fignumbers = {}  # type: ignore[attr-defined]  # set when a build begins; none begins here
        app.builder.secnumbers = {}  # type: ignore[attr-defined]

        def draw_nodes(*children: nodes.Node) -> str:
            settings = get_default_settings(_writer(app))
            document = new_document("page", settings)
            document.extend(children)
            translator = app.builder.create_translator(document, app.builder)
            assert isinstance(translator, BriefingTranslator)
            document.walkabout(translator)
            return "".join(translator.body)

        yield draw_nodes


def _writer(app: Sphinx) -> Any:
    return HTMLWriter(app.builder)  # type: ignore[arg-type]  # a standalone HTML builder, by its name


def paragraph(*parts: str | nodes.Node, **attributes: Any) -> nodes.paragraph:
    children = (nodes.Text(part) if isinstance(part, str) else part for part in parts)
    return nodes.paragraph("", "", *children, **attributes)


def evidence(words: str = "", opened: str = "yes") -> block:
    node = make_block(
        "evidence",
        make_block("head", paragraph(make_phrase("ident", "p3s3"), " exact words"), slot="head"),
        args={"state": "exact", "open": opened},
    )
    if words:
        node += make_block("words", paragraph(words), slot="words")
        node += make_block("foot", paragraph(make_phrase("verified", "Verified", args={"state": "exact"})), slot="foot")
    return node


def table(head: list[str], row: list[str | nodes.entry], **attributes: Any) -> nodes.table:
    group = nodes.tgroup(cols=len(head))
    group.extend(nodes.colspec(colwidth=1, stub=int(not place)) for place in range(len(head)))
    group += nodes.thead("", nodes.row("", *(nodes.entry("", paragraph(words)) for words in head)))
    cells = (cell if isinstance(cell, nodes.entry) else nodes.entry("", paragraph(cell)) for cell in row)
    group += nodes.tbody("", nodes.row("", *cells))
    return nodes.table("", group, **attributes)


def test_a_statement_prints_its_number_in_its_first_paragraph_and_its_notes_last(draw: Draw) -> None:
    notes = make_block("notes", evidence("“flatly”"), slot="notes")
    args = {"layer": "fact", "kind": "claim", "number": "2.1"}
    html = draw(make_block("statement", notes, paragraph("He refused."), args=args, ids=["p2-1"]))
    assert '<div class="statement is-fact kind-claim" id="p2-1">' in html
    assert '<p><a class="no" href="#p2-1" aria-label="Paragraph 2.1, link">2.1</a>He refused.</p>' in html
    assert html.index("He refused.") < html.index('<div class="notes">')
    assert html.count('class="no"') == 1


def test_evidence_is_a_disclosure_and_its_summary_holds_no_paragraph(draw: Draw) -> None:
    html = draw(evidence("“flatly”"))
    assert '<details class="evidence state-exact" open="open">' in html
    assert '<summary class="head"><span class="ident">p3s3</span> exact words</summary>' in html
    assert html.index('<blockquote class="words">') < html.index('<div class="foot">')
    assert " open=" not in draw(evidence("“flatly”", opened="no"))


def test_evidence_without_anything_to_disclose_is_a_line(draw: Draw) -> None:
    html = draw(evidence())
    assert "<details" not in html
    assert '<p class="head">' in html


def test_a_link_in_the_head_of_evidence_moves_to_its_foot(draw: Draw) -> None:
    note = evidence("“flatly”")
    ident = note[0].next_node(nodes.paragraph)
    assert ident is not None
    ident.insert(0, nodes.reference("", "p3s3", refuri="source.html#passage-p3s3", internal=True))
    html = draw(note)
    assert "<a" not in html[: html.index("</summary>")]
    assert '<a class="reference internal" href="source.html#passage-p3s3">passage p3s3</a>' in html


def test_the_number_of_an_edition_is_found_at_the_paragraph(draw: Draw) -> None:
    args = {"layer": "fact", "number": "1.2"}
    html = draw(make_block("statement", paragraph("He refused."), args=args, ids=["position-lavrov-reset", "p1-2"]))
    assert '<div class="statement is-fact" id="position-lavrov-reset">\n<div class="body">' in html
    assert '<p id="p1-2"><a class="no" href="#p1-2"' in html


def test_an_evidence_block_may_be_the_slot_itself(draw: Draw) -> None:
    note = evidence("“flatly”")
    note["slot"] = "notes"
    html = draw(make_block("statement", paragraph("He refused."), note, args={"layer": "fact"}))
    assert '<div class="notes">\n<details' in html


@pytest.mark.parametrize("step", [str(number) for number in range(1, 8)])
def test_a_likelihood_has_its_word_seven_cells_and_a_spoken_step(draw: Draw, step: str) -> None:
    html = draw(
        paragraph(make_phrase("likelihood", "likely", args={"step": step, "steps": "7", "likelihood": "likely"}))
    )
    assert '<span class="word">likely</span>' in html
    assert html.count('class="off"') == 6
    assert html.count('class="on"') == 1
    assert f'<span class="vh">, step {step} of 7</span>' in html


def test_without_a_step_there_is_a_line_and_never_a_bar(draw: Draw) -> None:
    html = draw(paragraph(make_phrase("likelihood", "if … will", args={"step": "", "likelihood": ""})))
    assert "unstated" in html
    assert 'class="line"' in html
    assert 'class="on"' not in html
    assert "step" not in html
    assert likelihood_bar("8") == likelihood_bar("")


def test_a_scale_of_other_length_has_as_many_cells(draw: Draw) -> None:
    html = draw(
        paragraph(make_phrase("likelihood", "likely", args={"step": "3", "steps": "4", "likelihood": "likely"}))
    )
    assert (html.count('class="off"'), html.count('class="on"')) == (3, 1)
    assert ", step 3 of 4</span>" in html


def test_a_strip_is_one_picture_with_a_name_and_its_labels_escaped(draw: Draw) -> None:
    mark = {"lane": "1", "above": "yes", "left": "no", "sure": "yes", "axis": "1", "layer": "context"}
    html = draw(
        make_block(
            "strip",
            make_block("strip-tick", args={"at": "0.0000", "label": "Jan 2009", "axis": "1"}),
            make_block("strip-asof", args={"at": "0.9000", "axis": "1"}),
            make_block("strip-mark", args={**mark, "at": "0.2500", "until": "0.2500", "label": "6 Mar: A & B <met>"}),
            make_block("strip-mark", args={**mark, "at": "0.3000", "until": "0.8000", "label": "x", "sure": "no"}),
            args={"title": "Timeline of “A & B”", "above": "1", "below": "0"},
        )
    )
    assert html.count("<svg") == html.count("</svg>") == 1
    assert 'role="img" aria-label="Timeline of “A &amp; B”"' in html
    assert ">6 Mar: A &amp; B &lt;met&gt;</text>" in html
    assert '<circle class="mark is-context" cx="183" cy="32" r="5"/>' in html
    assert '<rect class="mark is-context unsure" x="218.4"' in html
    assert 'class="as-of"' in html
    assert "style=" not in html


def test_a_strip_that_stands_alone_can_be_scrolled_with_the_keyboard(draw: Draw) -> None:
    args = {"title": "September", "above": "1", "below": "0"}
    html = draw(make_block("strip", args={**args, "alone": "yes"}))
    assert '<div class="strip-alone" role="region" tabindex="0" aria-label="September"><svg class="strip"' in html
    assert "strip-alone" not in draw(make_block("strip", args=args))


def test_a_stance_has_its_sign_before_its_word(draw: Draw) -> None:
    html = draw(paragraph(make_phrase("stance", "none stated", args={"stance": "none-stated"})))
    assert html.index("<svg") < html.index('<span class="word">none stated</span>')
    signs = {stance_sign(key) for key in ("supports", "opposes", "conditional", "mixed", "ambiguous", "none-stated")}
    assert len(signs) == 6
    assert stance_sign("unheard-of") == ""


def test_words_in_another_script_carry_their_language(draw: Draw) -> None:
    first = paragraph(make_phrase("headword", "перегрузка"), make_phrase("romanization", "peregruzka"))
    html = draw(make_block("lexeme", first, args={"id": "peregruzka", "lang": "ru"}))
    assert '<b class="headword" lang="ru">перегрузка</b>' in html
    assert '<span class="romanization" lang="ru-Latn">' in html


def test_the_source_differs_shows_both_sides_under_their_names(draw: Draw) -> None:
    source = make_block("source", paragraph("Moscow"), slot="source")
    record = make_block("record", paragraph("Geneva"), slot="record")
    title = paragraph("The source differs: D-1")
    html = draw(make_block("differs", title, source, record, args={"severity": "factual error"}, ids=["d-1"]))
    assert '<p class="differs-title">The source differs: <span class="nb">D-1</span></p>' in html
    assert "<dt>The source</dt><dd><p>Moscow</p>" in html
    assert "<dt>The record</dt><dd><p>Geneva</p>" in html
    assert "error" not in html.replace("severity-factual-error", "")


def test_the_kicker_stands_above_the_title_and_once(draw: Draw) -> None:
    kicker = make_block("kicker", paragraph("Actors"))
    html = draw(nodes.section("", nodes.title("", "Sergey Lavrov"), kicker, ids=["lavrov"]))
    assert html.index('<p class="kicker">Actors</p>') < html.index("<h1>")
    assert html.count("Actors") == 1


def test_a_section_prints_its_number(draw: Draw) -> None:
    inner = nodes.section("", nodes.title("", "Positions"), ids=["positions"], number="1")
    html = draw(nodes.section("", nodes.title("", "Lavrov"), inner, ids=["lavrov"]))
    assert '<h2><a class="no" href="#positions" aria-label="Section 1, link">1</a>Positions</h2>' in html
    assert "headerlink" not in html


def test_headers_have_a_scope_and_an_empty_one_is_a_cell(draw: Draw) -> None:
    html = draw(table(["", "Stance"], ["Iran", "opposes"]))
    assert '<td class="head"><p></p></td>' in html
    assert '<th class="head" scope="col">' in html
    assert '<th class="stub" scope="row">' in html


def test_a_table_of_facts_can_be_stacked_and_a_matrix_cannot(draw: Draw) -> None:
    facts = table(["Issue", "Stance", "Basis"], ["Iran", "opposes", "reported"])
    html = draw(facts)
    assert 'class="stack docutils' in html
    assert '<td data-label="Basis"><p>reported</p></td>' in html
    assert "data-label" not in draw(make_block("matrix", facts.deepcopy()))


@pytest.mark.parametrize(("columns", "stacked"), [(4, False), (5, True)])
def test_a_table_without_heads_of_rows_is_stacked_where_it_is_wide(draw: Draw, columns: int, stacked: bool) -> None:
    plain = table(["A", "B", "C", "D", "E"][:columns], ["1", "2", "3", "4", "5"][:columns])
    for column in plain.findall(nodes.colspec):
        column["stub"] = 0
    assert ('<td data-label="A"><p>1</p></td>' in draw(plain)) is stacked


def test_a_wide_table_is_a_named_region_that_takes_the_focus(draw: Draw) -> None:
    wide = table(["A", "B", "C", "D", "E"], ["1", "2", "3", "4", "5"])
    wide.insert(0, nodes.title("", "Who & what"))
    assert '<div class="tw scrolls" tabindex="0" role="region" aria-label="Who &amp; what">' in draw(wide)
    assert '<div class="tw">' in draw(table(["A", "B"], ["1", "2"]))


def test_each_group_of_rows_has_a_body_that_its_header_spans(draw: Draw) -> None:
    grid = table(["", "Iran"], ["Obama", "supports"])
    body = next(iter(grid.findall(nodes.tbody)))
    body += nodes.row("", nodes.entry("", paragraph("Russia"), morecols=1), classes=["grp"])
    html = draw(make_block("matrix", grid))
    assert html.count("<tbody>") == 2
    assert 'colspan="2" scope="rowgroup"' in html


def test_nothing_is_styled_in_place(draw: Draw, tmp_path: Path) -> None:
    given = table(["A", "B"], ["1", "2"], classes=["colwidths-given"], width="50%")
    image = nodes.image(uri="pic.png", alt="", width="10em", height="2in")
    html = draw(given, nodes.figure("", image, width="40%"))
    assert " style=" not in html
    assert '<col class="w50" />' in html
    assert 'width="160"' in html
    assert 'height="192"' in html


def test_what_comes_from_the_book_is_escaped(draw: Draw) -> None:
    text = '<script>"&'
    parts = (make_phrase("ident", text), make_phrase("likelihood", text, args={"step": text}))
    html = draw(make_block("statement", paragraph(*parts), args={"layer": text, "number": text}, ids=["p1"]))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_name_with_a_number_is_not_parted_at_its_hyphen(draw: Draw) -> None:
    html = draw(paragraph("Whether S-300 systems go; J-06 and SM-3 too, but not mid-2009 or S-three."))
    assert html.count('<span class="nb">') == 3
    assert '<span class="nb">S-300</span>' in html  # the hyphen is the one that was written
    assert "mid-2009 or S-three" in html


def test_a_day_is_not_parted_from_its_month(draw: Draw) -> None:
    html = draw(paragraph("Before 21 September 2009, on 7 May or 19\u00a0March; in May 2009, the 9 Mayors."))
    assert html.count('<span class="nb">') == 2
    assert '<span class="nb">21 September</span> 2009' in html


def test_an_unknown_part_is_never_lost(draw: Draw) -> None:
    html = draw(make_block("new-part", paragraph(make_phrase("new-phrase", "words"))))
    assert '<div class="new-part">' in html
    assert '<span class="new-phrase">words</span>' in html


def test_a_link_to_an_entity_names_it_for_its_card(draw: Draw) -> None:
    link = nodes.reference("", "Lavrov", refuri="lavrov.html", internal=True, card="actor-lavrov")
    html = draw(paragraph(link))
    assert '<a data-card="actor-lavrov" class="reference internal" href="lavrov.html">Lavrov</a>' in html


def test_other_builders_can_draw_the_nodes_with_the_stock_translator(draw: Draw) -> None:
    assert issubclass(BriefingTranslator, HTML5Translator)
    assert all(callable(visitor) for visitor in (visit_block, depart_block, visit_phrase, depart_phrase))
