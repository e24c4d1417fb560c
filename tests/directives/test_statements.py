"""Every word once, in one book without a fault: the facts it states and what is drawn of it."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes

from directives.building import Built, build
from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.entities import Actor, Event, Issue, Term
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.serialization import build_id
from sphinx_briefing.model.sources import Source
from sphinx_briefing.model.statements import Claim, Discrepancy, Erratum, Judgment, Mention, Quotation

PAGES = {
    "north": """---
source: S02
---
# Northport

:::{actor} north
:kind: administration
:native: Северный порт
:role: Town of {the} north
:part-of: towns
:side: Towns
:also: the port; Port of the North

Against the {issue}`toll`, and loudly.
:::

:::{actor} quay
:name: The quay
:::

## What it says

:::{claim} c-1
From the minutes.

> @
:::

:::{dossier}
:::
""",
    "towns": "# The towns\n\n:::{actor} towns\n:::\n",
    "toll": "# The toll\n\n:::{issue} toll\n:scope: since 2009\n:also: the fee\n:::\n\n:::{mentions}\n:::\n",
    "judgments": """# Judgments

::::{judgment} j-2 very unlikely, low
:holder: north
:horizon: 2010
:condition: if it rains
:issues: toll
:actors: north, quay
:against: claim/c-1
:rank: 1

The mayor of {actor}`north` turns round.

A comment, {cite}`@#p2s1`.

> @#p2s1 "nobody expects it before spring"

:::{alternatives}
- It rains.
- Nobody comes to {actor}`north`.
:::

:::{indicators}
- Clouds.
:::
::::

:::{judgment} j-10 none stated
:term: danger

Northport pays.

> @#p2s1 ~"though nobody expects it"
:::

:::{judgment} j-1 probable
*All* of it ends.

> @#p2s1
:::

:::{judgments}
:only: j-10, j-2
:::

:::{judgments}
:compact:
:only: j-2
:::
""",
    "words": """# Words

:::{lexeme} reset
:native: перезагрузка
:script: Cyrl
:romanization: perezagruzka
:gloss: reset
:also: perezagruzki; resets
:confused-with: overload

A word with an origin.

> @#p1s3
:::

:::{lexeme} overload
:native: перегрузка
:romanization: peregruzka
:gloss: overload
:::

{term}`перезагрузка`, {term}`perezagruzka`, {term}`perezagruzki`, {term}`the new start <resets>`, {term}`peregruzka`.

:::{quotation} q-1
:speaker: north
:kind: speech
:date: 2009-08
:variant: “a fee on fog”

> @#p1s2 "a tax on fog"
:::

:::{erratum} e-1 2009-11-20
:on: judgment/j-1
:was: The toll was said to be “dead”: gone.

It is only {actor}`north` that is late.

> @#p2s2
:::

:::{erratum} e-2 2009-12
:was: We wrote May.

It is June.
:::

:::{discrepancy} d-1 factual error
:issues: toll
:events: meeting
:actors: north

It was a Tuesday.

> @#p2s2 "The two towns met on Monday"
> @S02
:::

:::{event} meeting 2009-09~
:said: on Monday
:place: Customs house
:actors: north
:issues: toll

The towns met, says {actor}`the mayor <north>`.

> @#p2s2
:::

:::{event} fire 2009-08/2009-09
A fire.

> @S02 "words nobody can check"
:::

:::{timeline}
:from: 2009-09
:::
""",
    "layers": """# Layers

## First

Our {quote}`@#p1s2 "a tax on fog"` begins. A second sentence names {event}`meeting`.

:::{claim} c-2
Fact.

> @#p1s1
:::

:::{claim} c-3
Fact again.

> @#p1s1
:::

::::{layer} context
Words of context.

:::{claim} c-4
Context.

> @#p1s1
:::
::::

::::{layer} hindsight
Later {actor}`nobody`.

:::{claim} c-5
Never shown.

> @#p9s9
:::
::::

### A part of it

Deeper.

## Second

See {judgment}`j-2` and {judgment}`that one <j-10>`.
""",
    "text": "# Text\n\n:::{coverage}\n:::\n",
    "sources": "# Sources\n\n:::{sources}\n:::\n\n:::{discrepancies}\n:::\n\n:::{matrix}\n:::\n\n:::{imprint}\n:::\n",
}


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("statements"), PAGES)


def facts(built: Built, page: str, kind: type[Any]) -> list[Any]:
    return [fact for fact in built.facts(page) if isinstance(fact, kind)]


def test_a_good_book_has_no_findings_and_no_warnings(harbor: Built) -> None:
    assert harbor.findings == ()
    assert harbor.warnings == ""
    assert harbor.code == 0


def test_an_actor(harbor: Built) -> None:
    north, quay = facts(harbor, "north", Actor)
    assert (north.name, north.kind, north.native, north.lang, north.side) == (
        "Northport", "administration", "Северный порт", "ru", "Towns",
    )  # fmt: skip
    assert ([role.title for role in north.roles], north.part_of, north.also) == (
        ["Town of {the} north"],
        ("towns",),
        ("the port", "Port of the North"),
    )
    assert north.answer == ("Against the ", Key("issue", "toll"), ", and loudly.")
    assert (quay.name, quay.kind, quay.lang, quay.place.line) == ("The quay", "person", "", 17)


def test_an_issue(harbor: Built) -> None:
    (toll,) = facts(harbor, "toll", Issue)
    assert (toll.name, toll.scope, toll.also) == ("The toll", "since 2009", ("the fee",))


def test_the_page_may_name_its_own_source(harbor: Built) -> None:
    (claim,) = facts(harbor, "north", Claim)
    assert claim.citations[0].source == "S02"
    assert facts(harbor, "layers", Claim)[0].citations[0].source == "tale"


def test_a_judgment(harbor: Built) -> None:
    found = {item.id: item for item in facts(harbor, "judgments", Judgment)}
    full = found["j-2"]
    assert (full.likelihood, full.confidence, full.holder, full.horizon, full.condition) == (
        "very unlikely", "low", "north", "2010", "if it rains",
    )  # fmt: skip
    assert (full.issues, full.actors, full.layer) == (("toll",), ("north", "quay"), "judgment")
    assert full.text == ("The mayor of ", Key("actor", "north"), " turns round.")
    assert full.alternatives == (("It rains.",), ("Nobody comes to ", Key("actor", "north"), "."))
    assert full.indicators == (("Clouds.",),)
    assert full.against == (Key("claim", "c-1"),)
    assert (full.rank, found["j-1"].rank) == (1, 0)
    assert (found["j-10"].term, found["j-10"].text) == ("danger", ("Northport pays.",))
    assert found["j-10"].citations[0].silent
    assert found["j-1"].likelihood == "probable"


def test_a_likelihood_stands_in_every_judgments_title(harbor: Built) -> None:
    sections = [node for node in harbor.pages["judgments"].findall(nodes.section) if "judgment" in node["classes"]]
    titles = [section.next_node(nodes.title) for section in sections]
    assert [title.astext() for title in titles if title] == [
        "Very unlikely: the mayor of Northport turns round",
        "No likelihood stated (“danger”): Northport pays",
        "Probable: All of it ends",  # a word that is set off keeps what it has
    ]


def test_judgments_in_a_list_are_links_under_their_whole_titles(harbor: Built) -> None:
    rows = harbor.parts("judgments", "key-judgment")
    assert [row["args"]["id"] for row in rows] == ["j-10", "j-2", "j-2"]
    beside = [[node.astext() for node in row.findall(nodes.definition_list)] for row in rows]
    marks = [mark.astext() for mark in harbor.parts("judgments", "mark")]
    assert marks == ["J-10", "J-2 very unlikely", "J-2 very unlikely"]  # without a likelihood the title says so
    assert beside == [
        ["Speaks against it\n\nnothing on file"],  # said, so that nobody takes it for forgotten
        ["Speaks against it\n\nNorthport: From the minutes.\n\nWatch\n\nClouds."],
        [],  # listed without either
    ]
    titles = [
        node for node in harbor.pages["judgments"].findall(nodes.paragraph) if "judgment-title" in node["classes"]
    ]
    assert [title.astext() for title in titles][1] == "Very unlikely: the mayor of Northport turns round"
    assert all(title.next_node(nodes.reference) is not None for title in titles)


def test_a_term_and_its_comparison(harbor: Built) -> None:
    reset, overload = facts(harbor, "words", Term)
    assert (reset.native, reset.romanization, reset.gloss, reset.lang, reset.also) == (
        "перезагрузка", "perezagruzka", "reset", "ru", ("perezagruzki", "resets"),
    )  # fmt: skip
    assert (reset.layer, reset.confused_with, overload.citations) == ("context", "overload", ())
    kinds = [letter["args"]["kind"] for letter in harbor.parts("words", "letter")]
    assert (kinds.count("extra"), kinds.count("gap"), kinds.count("same")) == (2, 2, 20)


def test_a_lexeme_enters_the_glossary_under_every_form(harbor: Built) -> None:
    references = [
        node
        for node in harbor.pages["words"].findall(nodes.reference)
        if node.get("refid") == "term-reset" or str(node.get("refuri", "")).endswith("#term-reset")
    ]
    assert {"перезагрузка", "perezagruzka", "perezagruzki", "the new start"} <= {node.astext() for node in references}


def test_a_quotation(harbor: Built) -> None:
    (found,) = facts(harbor, "words", Quotation)
    assert (found.speaker, found.kind, found.variant, found.date) == (
        "north",
        "speech",
        "“a fee on fog”",
        parse_date("2009-08"),
    )
    (drawn,) = harbor.parts("words", "quotation")
    assert "“a tax on fog”" in drawn.astext()
    assert "Northport, August 2009" in drawn.astext()


def test_a_mistake_of_the_book_says_what_was_wrong_and_what_is_right(harbor: Built) -> None:
    first, second = facts(harbor, "words", Erratum)
    assert (first.date, first.on, first.was) == (
        parse_date("2009-11-20"),
        Key("judgment", "j-1"),
        "The toll was said to be “dead”: gone.",
    )
    assert first.text == ("It is only ", Key("actor", "north"), " that is late.")
    assert second.on == Key("page", "words")  # the page it stands on, when it does not say
    drawn, other = harbor.parts("words", "erratum")
    assert drawn.astext().startswith("We were wrong E-1 mended on 20\u00a0November 2009")
    assert "It said: The toll was said to be “dead”: gone." in drawn.astext()
    assert "p2s2" in drawn.astext()
    assert "About: Words" in other.astext()
    assert "differs" not in drawn.astext()


def test_a_discrepancy_says_what_each_side_says(harbor: Built) -> None:
    (found,) = facts(harbor, "words", Discrepancy)
    assert (found.severity, found.issues, found.events, found.actors) == (
        "factual error",
        ("toll",),
        ("meeting",),
        ("north",),
    )
    assert found.text == ("It was a Tuesday.",)
    drawn = harbor.parts("words", "differs")[0]
    source, record = (
        next(node for node in drawn.children if isinstance(node, nodes.Element) and node.get("slot") == slot)
        for slot in ("source", "record")
    )
    assert "“The two towns met on Monday”" in source.astext()
    assert "Harbor Board" in record.astext()
    assert (
        harbor.parts("north", "differs")[0].astext() == drawn.astext()
    )  # the dossier shows it on the pages it touches


def test_an_event(harbor: Built) -> None:
    meeting, fire = facts(harbor, "words", Event)
    assert (meeting.date.edtf, meeting.said, meeting.place_name) == ("2009-09~", "on Monday", "Customs house")
    assert (meeting.actors, meeting.issues) == (("north",), ("toll",))
    assert meeting.text == ("The towns met, says the mayor.",)
    text = harbor.text("words")
    assert text.count("“on Monday” [about September 2009]") == 2  # in its own place and in the timeline
    assert fire.date == parse_date("2009-08/2009-09")
    assert [row["args"]["date"] for row in harbor.parts("words", "event-row")] == ["2009-08/2009-09", "2009-09~"]


def test_words_nobody_can_check_are_shown_as_such(harbor: Built) -> None:
    notes = [note for note in harbor.parts("words", "evidence") if note["args"]["state"] == "unverified"]
    assert notes
    assert all("Not verified here" in note.astext() for note in notes)


def test_a_fence_gives_its_layer_to_what_stands_in_it(harbor: Built) -> None:
    assert [(item.id, item.layer) for item in facts(harbor, "layers", Claim)] == [
        ("c-2", "fact"),
        ("c-3", "fact"),
        ("c-4", "context"),
    ]


def test_hindsight_leaves_nothing_when_it_is_off(harbor: Built) -> None:
    assert "Never shown" not in harbor.text("layers")
    assert "Later" not in harbor.text("layers")
    assert not any("nobody" in repr(fact) for fact in harbor.facts("layers"))


def test_sections_and_what_stands_in_them_are_numbered(harbor: Built) -> None:
    page = harbor.pages["layers"]
    numbered = [
        (node["number"], node.astext().split("\n")[0][:12])
        for node in page.findall(nodes.Element)
        if node.get("number")
    ]
    assert [item for item in numbered if "." not in item[0]] == [("1", "First"), ("2", "Second")]
    assert [number for number, _ in numbered if "." in number] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1"]
    assert {"p1-1", "p1-4", "p2-1"} <= {
        identifier for node in page.findall(nodes.Element) for identifier in node.get("ids", ())
    }
    statements = harbor.parts("layers", "statement")
    assert [item["args"]["number"] for item in statements] == ["1.2", "1.3", "1.5"]
    assert not [
        node for node in harbor.pages["judgments"].findall(nodes.Element) if node.get("number")
    ]  # no section: no number


def test_the_word_of_a_layer_stands_once_for_a_run_of_statements(harbor: Built) -> None:
    assert [label.astext() for label in harbor.parts("layers", "layer-label")] == ["Reported fact", "Our context"]


def test_the_word_of_a_layer_stands_once_under_the_title_too(harbor: Built) -> None:
    assert [label.astext() for label in harbor.parts("judgments", "layer-label")] == ["Author’s judgment"]


def test_a_mention_keeps_its_sentence_and_where_it_stands(harbor: Built) -> None:
    mentions = {item.target: item for item in facts(harbor, "layers", Mention)}
    meeting = mentions[Key("event", "meeting")]
    assert meeting.sentence == ("A second sentence names ", Key("event", "meeting"), ".")
    assert (meeting.hit, meeting.place.line, meeting.place.anchor) == (1, 5, "p1-1")
    assert mentions[Key("judgment", "j-10")].sentence[3] == "that one"
    assert mentions[Key("judgment", "j-10")].hit == 3


def test_a_page_is_mentioned_with_the_sentence_and_the_name_marked(harbor: Built) -> None:
    (found,) = harbor.parts("toll", "mentions")
    assert "Against the The toll, and loudly." in found.astext()
    assert [node.astext() for node in harbor.parts("toll", "hit")] == ["The toll"]


def test_a_quote_shows_its_words_and_its_mark(harbor: Built) -> None:
    paragraph = next(node for node in harbor.pages["layers"].findall(nodes.paragraph) if "begins" in node.astext())
    assert paragraph.astext() == "Our “a tax on fog”\u00a0p1s2 begins. A second sentence names about September 2009."
    marks = [node for node in paragraph.findall(nodes.reference) if node.astext() == "p1s2"]
    assert marks[0]["refuri"].endswith("#passage-tale-p1s2")


def test_every_passage_and_every_source_has_its_home(harbor: Built) -> None:
    rows = {row["args"]["id"]: row["args"]["state"] for row in harbor.parts("text", "passage-row")}
    assert (rows["p1s2"], rows["p2s1"], rows["t1"], rows["p1s1"]) == ("quoted", "quoted", "unused", "used")
    assert [row["ids"] for row in harbor.parts("sources", "source-row")] == [["source-tale"], ["source-S02"]]
    assert all(isinstance(source, Source) for source in harbor.book.sources)


def test_a_source_tells_the_last_look_and_leads_to_its_archived_copy(harbor: Built) -> None:
    held, other = harbor.parts("sources", "source-row")
    assert "last checked" not in held.astext()
    assert "text not held here · last checked 1\u00a0October 2009 · archived copy" in other.astext()
    links = {node.astext(): node["refuri"] for node in other.findall(nodes.reference) if not node["internal"]}
    assert links == {"Minutes": "https://harbor.example/minutes", "archived copy": "https://archive.example/minutes"}


def test_the_imprint_names_the_build(harbor: Built) -> None:
    (shown,) = (node.astext() for node in harbor.parts("sources", "facts"))
    assert build_id(harbor.book)[:12] in shown
    (rule,) = (node.astext() for node in harbor.parts("sources", "note-line"))
    assert build_id(harbor.book) in rule.replace(" ", "")


def test_a_page_that_cites_ends_with_its_sources(harbor: Built) -> None:
    assert [len(harbor.parts(page, "page-sources")) for page in ("words", "north", "towns")] == [1, 1, 0]
    assert len(harbor.parts("index", "status")) == 1  # the first page counts the book


def test_no_word_of_a_silent_anchor_is_drawn(harbor: Built) -> None:
    everything = "".join(page.astext() for page in harbor.pages.values())
    assert "though nobody expects it" not in everything


def test_cyrillic_is_marked_as_russian(harbor: Built) -> None:
    assert [node["args"]["lang"] for node in harbor.parts("north", "native")] == ["ru"]
    assert {node.astext() for node in harbor.parts("words", "headword")} == {"перезагрузка", "перегрузка"}


def test_every_object_is_in_the_inventory_and_leads_to_an_anchor_of_its_page(harbor: Built) -> None:
    objects = {(kind, name): (page, anchor) for name, _, kind, page, anchor, _ in harbor.domain.get_objects()}
    assert objects["actor", "north"] == ("north", "actor-north")
    assert objects["term", "reset"] == ("words", "term-reset")
    assert objects["passage", "tale#p1s1"] == ("text", "passage-tale-p1s1")
    for (kind, name), (page, anchor) in objects.items():
        ids = {found for node in harbor.pages[page].findall(nodes.Element) for found in node.get("ids", ())}
        assert anchor in ids, (kind, name)
    assert {"judgment", "claim", "discrepancy", "quotation", "event", "source"} <= {kind for kind, _ in objects}
