"""How answers become nodes: links, notes, tables, marks; without an application."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.directives import DRAWINGS
from sphinx_briefing.directives.coverage import draw_coverage
from sphinx_briefing.directives.dossier import draw_dossier
from sphinx_briefing.directives.drawing import (
    cell,
    definitions,
    joined,
    likelihood_phrase,
    link,
    note_block,
    note_marks,
    running,
    stance_phrases,
    table,
)
from sphinx_briefing.directives.entity import draw_status
from sphinx_briefing.directives.ledger import draw_ledger
from sphinx_briefing.directives.matrix import draw_matrix
from sphinx_briefing.directives.mentions import draw_mentions
from sphinx_briefing.directives.quotation import quotation_block
from sphinx_briefing.directives.sources import draw_sources
from sphinx_briefing.domain.nodes import SCREEN_ONLY, block
from sphinx_briefing.model.sources import SetAside
from sphinx_briefing.text.library import Library
from sphinx_briefing.views import VIEWS
from sphinx_briefing.views.budget import ledger
from sphinx_briefing.views.coverage import coverage
from sphinx_briefing.views.dossier import QuotationRow, dossier
from sphinx_briefing.views.identity import Status
from sphinx_briefing.views.matrix import matrix
from sphinx_briefing.views.mentions import MentionRow
from sphinx_briefing.views.notes import Note
from sphinx_briefing.views.shown import Shown
from sphinx_briefing.views.sources import sources
from views.books import LIBRARY, TALE, actor, book, cite, claim, event, issue, judgment, position, relation

NORTH = Shown("actor", "north", "Northport", "actors/north", "actor-north")
LOST = Shown("actor", "lost", "lost")


def test_what_leads_somewhere_is_a_reference_that_sphinx_resolves() -> None:
    found = link(NORTH)
    assert isinstance(found, addnodes.pending_xref)
    assert (found["refdomain"], found["reftype"], found["reftarget"]) == ("brief", "actor", "north")
    assert (found["brief_page"], found["brief_anchor"]) == ("actors/north", "actor-north")
    assert found.astext() == "Northport"
    assert link(NORTH, nodes.Text("the mayor")).astext() == "the mayor"


def test_what_leads_nowhere_is_plain_text() -> None:
    assert isinstance(link(LOST), nodes.inline)
    assert link(LOST).astext() == "lost"


def test_running_text_keeps_its_words() -> None:
    assert "".join(node.astext() for node in running(("So ", NORTH, " says."))) == "So Northport says."


@pytest.mark.parametrize(
    ("likelihood", "word", "step", "term", "text"),
    [
        ("very-unlikely", "very unlikely", 2, "", "very unlikely"),
        ("", "none stated", 0, "", "no likelihood stated"),
        ("", "none stated", 0, "danger", "“danger”, no likelihood stated"),
    ],
)
def test_a_likelihood_shows_its_step_or_that_none_is_stated(
    likelihood: str, word: str, step: int, term: str, text: str
) -> None:
    found = likelihood_phrase(likelihood, word, step, term, 7)
    assert found.astext() == text
    assert found["args"] == {"likelihood": likelihood, "step": str(step) if step else "", "steps": "7"}


def test_a_stance_is_a_word_and_a_key() -> None:
    stance, _, basis = stance_phrases("none stated", "derived")
    assert isinstance(stance, nodes.Element)
    assert (stance.astext(), stance["args"], basis.astext()) == ("none stated", {"stance": "none-stated"}, "derived")


def test_a_note_has_its_words_only_when_they_may_be_shown() -> None:
    reference = Shown("passage", "tale#p1s2", "p1s2", "text", "passage-tale-p1s2")
    loud = note_block(Note("exact", reference, "exact words", "Verified", "a tax on fog"))
    silent = note_block(Note("silent", reference, "silent anchor", "Verified, not shown"), opened=False)
    slots = [[child["slot"] for child in note.children if isinstance(child, block)] for note in (loud, silent)]
    assert slots == [["head", "words", "foot"], ["head", "foot"]]
    assert "“a tax on fog”" in loud.astext()
    assert (loud["args"]["open"], silent["args"]["open"]) == ("yes", "no")


def test_a_reference_stands_once_in_a_line_of_marks() -> None:
    reference, other = Shown("source", "S02", "S02"), Shown("source", "S03", "S03")
    notes = [Note("record", item, "record", "Not verified here") for item in (reference, other, reference)]
    assert "".join(node.astext() for node in note_marks(notes)) == "not verified here: S02, S03"


def test_what_was_not_verified_is_set_apart_in_a_line_of_marks() -> None:
    held, other = Shown("passage", "tale#p1s2", "p1s2"), Shown("source", "S02", "S02")
    notes = [Note("unverified", other, "words", "Not verified here"), Note("exact", held, "exact words", "Verified")]
    assert "".join(node.astext() for node in note_marks(notes)) == "p1s2; not verified here: S02"
    assert "".join(node.astext() for node in note_marks(notes[1:])) == "p1s2"
    assert note_marks([]) == []


def test_a_quotation_away_from_its_notes_says_what_it_rests_on() -> None:
    record = Note("unverified", Shown("source", "S02", "S02"), "words of the record", "Not verified here", "fog")
    row = QuotationRow(Shown("quotation", "q", "Q"), ("fog",), "Anna", "translation", "2009", "", (), (record,))
    assert "not verified here: S02" in quotation_block(row, away=True).astext()
    assert "S02" not in quotation_block(row).astext()  # at its own place the notes stand beside it


@pytest.mark.parametrize(
    ("more", "every"),
    [
        ({}, True),  # the foot of each sheet has it
        ({"changed": "20 May 2024"}, False),
        ({"used": (Shown("passage", "tale#p1s2", "p1s2"),), "total": 9}, False),
        ({"whole": 8, "total": 9}, False),
    ],
)
def test_a_status_that_every_page_has_is_marked_so(more: dict[str, Any], every: bool) -> None:
    (line,) = draw_status(replace(Status("1", "21 May 2024", "2024-05-21", (), 0, -1), **more))
    assert isinstance(line, block)
    assert (line["args"].get("every") == "yes") is every


def test_a_status_tells_the_page_in_print_to_screens_alone() -> None:
    (line,) = draw_status(Status("1", "", "", (), 0, -1, printed=14))
    assert isinstance(line, block)
    assert line.astext().endswith("In print\n\npage 14")
    (last,) = (item for item in line.findall(nodes.definition_list_item) if SCREEN_ONLY in item["classes"])
    assert last.astext().startswith("In print")
    assert line["args"] == {"every": "yes"}  # on paper nothing is left that the foot of the sheet does not say


@pytest.mark.parametrize(
    ("speaker", "kind", "date", "caption"),
    [
        ("Anna", "speech", "2009", "Anna, 2009"),
        ("Anna", "translation", "2009", "Anna, 2009, in translation"),
        ("", "term", "", "a term"),
        ("", "scare", "", "words held at a distance"),
        ("", "pun", "", "a play on words"),
        ("", "", "", ""),
    ],
)
def test_a_quotation_says_whose_words_it_has_and_of_what_kind(speaker: str, kind: str, date: str, caption: str) -> None:
    row = QuotationRow(Shown("quotation", "q", "Q"), ("fog",), speaker, kind, date, "", (), ())
    assert quotation_block(row).astext().split("\n\n")[1:] == ([caption] if caption else [])


def test_the_way_to_the_original_stands_in_the_foot() -> None:
    held = Shown("passage", "tale#p1s2", "p1s2")
    note = Note("exact", held, "exact words", "Verified", "fog", original="https://gull.example/#:~:text=fog")
    (way,) = note_block(note).findall(nodes.reference)
    assert (way["refuri"], way.astext()) == ("https://gull.example/#:~:text=fog", "in the original")
    assert not list(note_block(Note("exact", held, "exact words", "Verified", "fog")).findall(nodes.reference))


def test_things_are_joined_by_commas() -> None:
    assert "".join(node.astext() for node in joined([nodes.Text("a"), nodes.Text("b"), nodes.Text("c")])) == "a, b, c"
    assert joined([]) == []


def test_a_table_has_row_heads_and_a_caption() -> None:
    found = table(
        "Who", [cell(nodes.Text("A")), cell(nodes.Text("B"))], [[cell(nodes.Text("1")), cell(nodes.Text("2"))]], [1, 2]
    )
    assert found.next_node(nodes.title) is not None
    assert [spec.get("stub", 0) for spec in found.findall(nodes.colspec)] == [1, 0]
    assert [len(row.children) for row in found.findall(nodes.row)] == [2, 2]
    assert not list(table("", [cell()], [], [1]).findall(nodes.title))


def test_facts_stand_in_two_columns() -> None:
    found = definitions([("Role", [nodes.Text("Mayor")])])
    assert next(iter(found.findall(nodes.term))).astext() == "Role"
    assert next(iter(found.findall(nodes.definition))).astext() == "Mayor"


def harbor() -> Any:
    return book(
        actor("north", side="Towns"),
        actor("board", side="Boards"),
        issue("toll"),
        issue("ferry"),
        position("north", "toll", "none stated", "derived"),
        position("board", "toll", "supports"),
    )


def test_every_row_of_the_matrix_is_as_wide_as_its_head_and_gaps_are_drawn() -> None:
    (found,) = draw_matrix(matrix(harbor(), "matrix", {}))
    assert isinstance(found, nodes.Element)
    head, *rows = found.findall(nodes.row)
    width = len(head.children)
    assert width == 1 + 2 + 1  # an actor, two issues, how many are held
    assert all(sum(1 + entry.get("morecols", 0) for entry in row.findall(nodes.entry)) == width for row in rows)
    classes = [name for entry in found.findall(nodes.entry) for name in entry["classes"]]
    assert (classes.count("gap"), classes.count("derived"), classes.count("held"), classes.count("grp")) == (2, 1, 1, 2)
    assert "2 positions in 4 cells" in found.astext()
    assert len([part for part in found.findall(nodes.Element) if part.get("part") == "sr"]) == 2  # a gap is read aloud


def test_a_cell_tells_conflict_change_and_what_came_later() -> None:
    facts = (
        position("a", "i", "opposes", "words"),
        replace(position("a", "i", "supports", "acts"), apart="acts"),
        position("a", "i", "mixed", asof="2008"),
        position("a", "i", "conditional", asof="2010", layer="hindsight"),
    )
    (found,) = draw_matrix(matrix(book(actor("a"), issue("i"), *facts), "page", {}))
    assert isinstance(found, nodes.Element)
    (held,) = [entry for entry in found.findall(nodes.entry) if "held" in entry["classes"]]
    assert held.astext() == "conflictopposes wordssupports actswas mixedlater conditional"
    legend = next(part.astext() for part in found.findall(nodes.Element) if part.get("part") == "legend")
    assert "conflict: positions of one date disagree" in legend
    assert "was: an earlier position differed" in legend
    assert "later: after the book’s date" in legend


def test_a_compact_matrix_has_its_words_for_voices_and_its_key_below() -> None:
    (found,) = draw_matrix(matrix(harbor(), "matrix", {"compact": ""}))
    assert isinstance(found, nodes.Element)
    assert [child.get("part", "table") for child in found.children if isinstance(child, nodes.Element)] == [
        "table",
        "legend",
    ]
    parts = [part["args"].get("compact") for part in found.findall(nodes.Element) if part.get("part") == "stance"]
    assert parts.count("yes") == 2  # in the cells, and not in the key
    assert "derived" in [part.astext().strip() for part in found.findall(nodes.Element) if part.get("part") == "sr"]


def test_a_matrix_of_many_columns_is_compact_by_itself() -> None:
    issues = [issue(f"i{number}") for number in range(11)]
    for count, compact in ((10, "no"), (11, "yes")):
        (found,) = draw_matrix(matrix(book(actor("a"), *issues[:count]), "page", {}))
        assert isinstance(found, nodes.Element)
        assert found["args"]["compact"] == compact


def test_a_part_of_the_matrix_counts_nothing_in_its_margins() -> None:
    (found,) = draw_matrix(matrix(harbor(), "index", {"issues": "toll"}))
    assert isinstance(found, nodes.Element)
    assert "Held" not in found.astext()
    assert "Holders" not in found.astext()


def test_the_mention_is_marked_in_its_sentence() -> None:
    (found,) = draw_mentions((MentionRow(NORTH, ("So ", NORTH, " and ", NORTH, "."), 3),))
    assert isinstance(found, nodes.Element)
    hits = [node for node in found.findall(nodes.Element) if node.get("part") == "hit"]
    assert [hit.astext() for hit in hits] == ["Northport"]
    assert "So Northport and Northport." in found.astext()


OPTIONS = {
    "notes": {"kind": "claim", "id": "c"},
    "position": {"id": "a.b", "other": "issue"},
    "judgment": {"id": "j"},
    "relation": {"id": "a.b.met"},
    "quotation": {"id": "q"},
    "discrepancy": {"id": "d"},
    "erratum": {"id": "e-1"},
    "term": {"id": "t"},
    "identity": {"kind": "actor", "id": "a"},
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_view_of_an_empty_book_is_drawn_without_an_error(name: str) -> None:
    assert isinstance(DRAWINGS[name](VIEWS[name](book(), "page", OPTIONS.get(name, {}))), list)


def test_the_ledger_says_what_is_shown_and_by_which_rules() -> None:
    limited = Library((replace(TALE, budget_words=6, budget_percent=12.5),), LIBRARY.seeds)
    cited = claim("c", page="notes", citations=(cite("Northport opposes the new toll", page="notes"),))
    answer = ledger(book(cited, library=limited), "page", {"source": "tale"})
    document = nodes.container("", *draw_ledger(answer))
    text = document.astext()
    assert "5, which is 9.1%" in text
    assert "12.5%" in text
    assert "6 words" in text
    assert [table.next_node(nodes.title).astext() for table in document.findall(nodes.table)] == [  # type: ignore[union-attr]
        "The longest quotations",
        "The largest spans",
    ]
    assert "Title of notes" in text
    assert LIBRARY.seeds["tale"].sha256[:16] in text
    assert "toll" not in text
    assert "unquoted" not in text


def test_the_ledger_lists_what_an_editor_answers_for_and_hides_what_is_hidden() -> None:
    edited = claim("c", page="notes", citations=(cite("Northport [now] opposes [it] and says so", page="notes"),))
    answer = ledger(book(edited), "page", {"source": "tale"})
    *_, listed = nodes.container("", *draw_ledger(answer)).findall(nodes.table)
    assert listed.next_node(nodes.title).astext() == "Edited and acknowledged"  # type: ignore[union-attr]
    assert [[entry.astext() for entry in row.findall(nodes.entry)] for row in listed.findall(nodes.row)][1:] == [
        ["p1s1", "[it] for 3 words", "Title of notes"],
        ["p1s1", "[now] added", "Title of notes"],
    ]


def test_a_ledger_without_limits_and_quotations_says_so() -> None:
    document = nodes.container("", *draw_ledger(ledger(book(), "page", {"source": "tale"})))
    assert document.astext().count("none set") == 2
    assert not list(document.findall(nodes.table))


def test_a_passage_that_is_set_aside_shows_its_reason() -> None:
    library = Library((replace(TALE, set_aside=(SetAside("b1", "a name only"),)),), LIBRARY.seeds)
    text = nodes.container("", *draw_coverage(coverage(book(library=library), "page", {"source": "tale"}))).astext()
    assert "1 set aside, 7 not used yet" in text
    assert "Set aside: a name only" in text
    bare = nodes.container("", *draw_coverage(coverage(book(), "page", {"source": "tale"}))).astext()
    assert "set aside" not in bare


def test_a_passage_names_a_page_once_however_often_it_is_used_there() -> None:
    used = [claim(name, page="notes", citations=(cite(passage="p1s1", page="notes"),)) for name in ("one", "two")]
    other = claim("three", page="north", citations=(cite(passage="p1s1", page="north"),))
    text = nodes.container("", *draw_coverage(coverage(book(*used, other), "page", {"source": "tale"}))).astext()
    assert "Used by Title of notes; Title of north" in text


def test_pages_are_parted_by_semicolons_since_a_title_may_have_a_comma() -> None:
    cited = [claim(page, page=page, citations=(cite(passage="p1s1", page=page),)) for page in ("notes", "north")]
    text = nodes.container("", *draw_sources(sources(book(*cited), "page", {"cited": ""}))).astext()
    assert "Cited on Title of notes; Title of north" in text


def test_the_parts_of_a_dossier_are_headed_by_the_name_first() -> None:
    facts = [
        actor("north", "north", name="Northport"),
        actor("south", "other", name="Southport"),
        position("north", "toll", page="other"),
        judgment("j-1", actors=("north",), page="other"),
        relation("north", "south", page="other"),
        event("e", "2009", actors=("north",), page="other"),
    ]
    found = book(*facts, issue("toll", "toll", name="The toll"))
    document = nodes.container("", *draw_dossier(dossier(found, "north", {})))
    heads = [node.astext() for kind in (nodes.rubric, nodes.title) for node in document.findall(kind)]
    assert sorted(heads) == [
        "Northport: events told elsewhere",
        "Northport: judgments made elsewhere",
        "Northport: positions stated elsewhere",
        "Northport: relations",
    ]
    document = nodes.container("", *draw_dossier(dossier(found, "toll", {})))
    assert [node.astext() for node in document.findall(nodes.title)] == ["The toll: positions"]


def test_an_empty_dossier_says_what_it_looked_for() -> None:
    (line,) = draw_dossier(dossier(book(actor("north", "north")), "north", {}))
    assert line.astext() == "No position, judgment, relation, notice, quotation or event on another page."
