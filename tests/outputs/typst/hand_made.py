"""A Sphinx extension for the tests: it registers the PDF builder alone, and pages whose nodes are made by hand.

With it the print output is tested without the rest of the house: every part once, as the directives would draw it.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sphinx_briefing.domain.nodes import block, make_block, make_phrase, phrase
from sphinx_briefing.outputs.typst import register


def para(*words: nodes.Node | str, **attributes: Any) -> nodes.paragraph:
    return nodes.paragraph(
        "", "", *(nodes.Text(word) if isinstance(word, str) else word for word in words), **attributes
    )


def facts(**rows: str) -> nodes.definition_list:
    return nodes.definition_list(
        "",
        *(
            nodes.definition_list_item("", nodes.term("", name.replace("_", " ")), nodes.definition("", para(value)))
            for name, value in rows.items()
        ),
    )


def to(target: str, *words: nodes.Node | str) -> nodes.reference:
    inner = [nodes.Text(word) if isinstance(word, str) else word for word in words]
    docname, _, name = target.partition("#")
    return nodes.reference("", "", *inner, refuri=f"print:{docname}#{name}", internal=True)


def note(passage: str, words: str = "", said: str = "Verified, word for word") -> block:
    slots = [
        make_block(
            "evidence-head",
            para(
                to(f"passages#{passage}", make_phrase("ident", passage)),
                " ",
                make_phrase("muted", "what the article says"),
            ),
            slot="head",
        )
    ]
    if words:
        slots.append(make_block("evidence-words", para(f"“{words}”"), slot="words"))
    slots.append(
        make_block(
            "evidence-foot",
            para("A magazine, 21 September 2009 · ", make_phrase("verified", said, args={"state": "exact"})),
            slot="foot",
        )
    )
    return make_block("evidence", *slots, args={"state": "exact", "open": "yes"})


def notes(*held: block) -> block:
    return make_block("notes", *held, slot="notes")


def statement(number: str, layer: str, text: str, *held: block, kind: str = "claim") -> block:
    return make_block(
        "statement",
        para(text),
        notes(*held),
        args={"kind": kind, "layer": layer, "number": number},
        ids=[f"p{number.replace('.', '-')}"],
    )


def label(layer: str, words: str) -> block:
    return make_block("layer-label", nodes.Text(words), args={"layer": layer})


def section(number: str, title: str, *content: nodes.Node, name: str = "") -> nodes.section:
    head = nodes.title("", title)
    if number:
        head["number"] = number
    return nodes.section("", head, *content, ids=[name or f"section-{number}"])


def likelihood(step: str, word: str) -> phrase:
    return make_phrase("likelihood", word, args={"step": step, "likelihood": word.replace(" ", "-")})


def judgment(name: str, title: str, step: str, word: str) -> nodes.section:
    mark = para(nodes.inline("", name, classes=["jid"]), " ", likelihood(step, word), classes=["judgment-mark"])
    body = make_block(
        "judgment",
        mark,
        make_block(
            "facts",
            facts(
                Holder="The author",
                Horizon="None stated",
                Alternatives="Support in form, delay in substance.",
                Indicators="Drafts in the Council; the word “inevitable”.",
            ),
            slot="facts",
        ),
        notes(note("p3s2", "a change of heart")),
        args={"id": name, "likelihood": word, "step": step, "term": ""},
    )
    return nodes.section("", nodes.title("", title), body, ids=[f"judgment-{name}"], classes=["judgment"])


def differs() -> block:
    title = para(
        nodes.strong("", "The source differs"),
        " ",
        make_phrase("ident", "d-1"),
        " ",
        make_phrase("severity", "factual error"),
        classes=["differs-title"],
    )
    return make_block(
        "differs",
        title,
        para("The source places this meeting in one city. It took place in another, half a year before."),
        make_block("source", note("p6s1", "earlier this year"), slot="source"),
        make_block("record", note("s23", said="Cited as a whole"), slot="record"),
        args={"id": "d-1", "severity": "factual-error"},
    )


def actor() -> list[nodes.Node]:
    return [
        make_block("kicker", para("Actors · a minister")),
        make_block(
            "answer",
            para("The flattest voice against new measures, and the man to whom the button was handed."),
            ids=["actor-minister"],
        ),
        make_block(
            "identity",
            facts(Role="Foreign minister, as the article names him", Part_of="The government", Also="The minister"),
            args={"kind": "actor"},
        ),
        make_block("status", facts(Edition="0.9", As_of="21 September 2009", From_the_article="2 of 24 passages")),
        section(
            "1",
            "What the article reports",
            label("fact", "Reported fact"),
            statement(
                "1.1",
                "fact",
                "He has said more than once, and without qualification, that he is against harsher measures.",
                note("p3s3", "repeatedly said, flatly"),
            ),
            statement(
                "1.2",
                "fact",
                "A second statement has two notes, so that its row is as tall as they are and nothing collides.",
                note("p6s1", "earlier this year"),
                note("s23", said="Cited as a whole"),
            ),
            para(
                "A plain numbered paragraph between the statements; it hangs its number in the gutter like they do.",
                number="1.3",
                ids=["p1-3"],
            ),
            differs(),
        ),
        section(
            "2",
            "Judgments",
            label("judgment", "Author’s judgment"),
            judgment(
                "j-06", "Very unlikely: the government turns round and backs harsher measures", "2", "very unlikely"
            ),
            judgment("j-05", "Likely: it backs the talks while they last", "5", "likely"),
        ),
        section(
            "3",
            "From the record",
            make_block(
                "layer",
                label("context", "Our context"),
                para("What other records say, in our own words."),
                statement("3.1", "context", "A statement inside the fence draws no second rule.", note("s47")),
                args={"layer": "context"},
            ),
            make_block(
                "layer",
                label("hindsight", "Written with hindsight"),
                para("What happened later stands in a dotted box."),
                args={"layer": "hindsight"},
            ),
            make_block(
                "statement",
                make_block(
                    "quotation",
                    para("“I do not think it will be approved”"),
                    make_block("by", para("The minister, 10 September 2009"), slot="by"),
                    args={"speaker": "minister"},
                ),
                notes(note("s47")),
                args={"kind": "quotation", "layer": "context", "number": "3.2"},
            ),
            make_block(
                "mentions",
                nodes.bullet_list(
                    "",
                    nodes.list_item(
                        "",
                        para(to("matrix#", "Position matrix")),
                        para("Here the ", make_phrase("hit", "minister"), " is named.", classes=["sentence"]),
                    ),
                ),
            ),
            make_block("page-sources", para("UNPRINTED SOURCES OF THE PAGE")),
        ),
    ]


def cell(*words: nodes.Node | str, classes: tuple[str, ...] = (), **spans: int) -> nodes.entry:
    return nodes.entry("", para(*words), classes=list(classes), **spans)


def table(
    caption: str, heads: list[nodes.entry], rows: list[list[nodes.entry]], classes: tuple[str, ...] = ()
) -> nodes.table:
    group = nodes.tgroup(
        "",
        *(nodes.colspec("", colwidth=1, **({"stub": 1} if place == 0 else {})) for place in range(len(heads))),
        cols=len(heads),
    )
    group += nodes.thead("", nodes.row("", *heads))
    group += nodes.tbody("", *(nodes.row("", *row) for row in rows))
    return nodes.table("", nodes.title("", caption), group, classes=list(classes))


def held(stance: str, basis: str) -> nodes.entry:
    words = to(
        "actor#p1-1",
        make_phrase("stance", stance, args={"stance": stance.replace(" ", "-")}),
        " ",
        make_phrase("basis", basis, args={"basis": basis}),
    )
    return cell(words, classes=("derived",) if basis == "derived" else ("held",))


def gap() -> nodes.entry:
    return cell("–", make_phrase("sr", " no position"), classes=("gap",))


def matrix() -> list[nodes.Node]:
    issues = ["Missile defense", "Sanctions", "Talks", "Enlargement", "Energy", "The reset"]
    stances = ["supports", "opposes", "conditional", "mixed", "ambiguous", "none stated"]
    rows = [[cell("The United States", classes=("grp",), morecols=7)]]
    rows += [
        [
            cell(to("actor#", name)),
            *(
                gap()
                if (place + shift) % 3 == 0
                else held(stances[(place + shift) % 6], "derived" if place == 3 else "acts")
                for place in range(6)
            ),
            cell("4", classes=("count",)),
        ]
        for shift, name in enumerate(["The administration", "The minister"])
    ]
    rows += [
        [cell("Others", classes=("grp",), morecols=7)],
        [cell("The Union"), *(gap() for _ in range(5)), held("supports", "words"), cell("1")],
    ]
    legend = make_block(
        "legend",
        para(
            *(
                piece
                for stance in stances
                for piece in (make_phrase("stance", stance, args={"stance": stance.replace(" ", "-")}), "  ")
            ),
            "– no position",
        ),
    )
    grid = table(
        "Who stands where: nine positions in eighteen cells",
        [cell("Actor"), *(cell(issue) for issue in issues), cell("Held")],
        rows,
    )
    return [
        make_block("answer", para("The whole board on one sheet.")),
        make_block("matrix", legend, grid, args={"whole": "yes"}),
    ]


def conflict() -> list[nodes.Node]:
    """Two stances in a narrow cell, one on bases that take more lines than one; and a sign on a hatched ground."""
    disputed = held("supports", "reported, attributed, forecast")
    paragraph, other = disputed.children[0], held("opposes", "words").children[0]
    paragraph.insert(0, make_phrase("course", "conflict", args={"state": "conflict"}))
    paragraph += other.children[0]
    signed = cell(make_phrase("stance", "mixed", args={"stance": "mixed", "compact": "yes"}), classes=("derived",))
    head = [cell("Actor"), *(cell(f"Issue {number}") for number in range(8))]
    rows = [[cell("The minister"), disputed, *(gap() for _ in range(6)), signed]]
    return [make_block("matrix", table("Who disagrees", head, rows))]


def events() -> list[nodes.Node]:
    rows = [
        make_block(
            "event-row",
            make_block("when", para(make_phrase("date", date)), slot="when"),
            para(text),
            para(make_phrase("layer-word", word, args={"layer": layer}), " · Geneva", classes=["marks"]),
            notes(note("p6s1")),
            args={"layer": layer, "date": date},
        )
        for date, text, layer, word in [
            ("7 February 2009", "The metaphor is spoken for the first time.", "context", "Our context"),
            ("6 March 2009", "The two ministers meet, and a button is handed over.", "fact", "Reported fact"),
            ("9 June 2010", "A resolution is adopted.", "hindsight", "Written with hindsight"),
        ]
    ]
    key = [
        make_block(
            "key-judgment",
            make_block("mark", para(likelihood(step, word)), slot="mark"),
            para(to("actor#judgment-j-06", title), classes=["judgment-title"]),
            notes(note("p3s2", "a change of heart")),
            args={"id": "j-06", "step": step, "likelihood": word, "term": ""},
        )
        for step, word, title in [
            ("2", "very unlikely", "Very unlikely: the government turns round"),
            ("5", "likely", "Likely: it backs the talks"),
            ("", "“danger”, no likelihood stated", "No likelihood stated: interest fades"),
        ]
    ]
    return [
        make_block("bottom-line", para("The home page says in sixty words what the whole book says.")),
        make_block("timeline", *rows),
        make_block("key-judgments", *key),
    ]


def words() -> list[nodes.Node]:
    first, second = list("перезагрузка"), list("пере  грузка")

    def row(name: str, letters: list[str]) -> list[nodes.entry]:
        return [
            cell(name),
            *(
                cell(
                    make_phrase(
                        "letter",
                        letter if letter != " " else "–",
                        args={"kind": "gap" if letter == " " else "extra" if place in (4, 5) else "same", "lang": "ru"},
                    )
                )
                for place, letter in enumerate(letters)
            ),
        ]

    pair = make_block(
        "pair",
        table(
            "Letter by letter",
            [cell("Word"), *(cell(str(place)) for place in range(1, 13))],
            [row("reset", first), row("overload", second)],
        ),
        args={"lang": "ru"},
    )
    head = para(
        make_phrase("headword", "перезагрузка", args={"lang": "ru"}),
        " ",
        make_phrase("romanization", "perezagruzka"),
        classes=["lexeme-head"],
    )
    lexeme = make_block(
        "lexeme",
        head,
        para(make_phrase("gloss", "reset, reboot")),
        para("From the verb to load, with the prefix again."),
        pair,
        notes(note("s30")),
        args={"id": "reset", "lang": "ru", "script": "Cyrl"},
        ids=["term-reset"],
    )
    native = para(
        "In its own script: ",
        make_phrase("native", "Сергей Лавров", args={"lang": "ru"}),
        "; and in passing Совет Безопасности, ",
        make_phrase("lang", "перевод", args={"lang": "ru"}),
        ".",
    )
    return [
        lexeme,
        native,
        make_block("wide", para("A block that may be wider than the measure, to the edge of the notes.")),
    ]


def passages() -> list[nodes.Node]:
    rows = [
        make_block(
            "passage-row",
            make_block("pid", para(make_phrase("ident", name)), slot="pid"),
            para("What the passage says, in our words."),
            make_block(
                "meta",
                para(make_phrase("muted", "sentence · 26 words · quoted")),
                para(make_phrase("muted", "Used by "), to("actor#p1-1", "a claim"), classes=["used"]),
                slot="meta",
            ),
            args={"id": name, "state": "quoted", "words": "26"},
            ids=[name],
        )
        for name in ("p3s2", "p3s3", "p6s1")
    ]
    sources = [
        make_block(
            "source-row",
            para(
                make_phrase("ident", name.upper()),
                " ",
                nodes.strong("", "An agency"),
                ", ",
                nodes.reference("", "A title in the record", refuri=f"https://example.org/records/{name}?page=2"),
                ", 10 September 2009",
            ),
            para(make_phrase("muted", "reliability B · text not held here"), classes=["source-facts"]),
            args={"id": name},
            ids=[name],
        )
        for name in ("s23", "s30", "s47")
    ]
    return [
        make_block("note-line", para("Three passages: two quoted.")),
        make_block("passages", *rows),
        make_block("sources", *sources),
    ]


class strange_thing(nodes.General, nodes.TextElement):  # noqa: N801
    """A node that nobody has a rule for."""


def strange() -> list[nodes.Node]:
    return [strange_thing("", "Strange words")]


def strange_part() -> list[nodes.Node]:
    return [make_block("oracle", para("Words of an oracle"))]


PAGES = {
    "strange": strange,
    "strange_part": strange_part,
    "actor": actor,
    "matrix": matrix,
    "conflict": conflict,
    "events": events,
    "words": words,
    "passages": passages,
}


class HandMade(SphinxDirective):
    """`{hand-made} NAME`: the nodes of one page of `PAGES`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        made = PAGES[self.arguments[0]]()
        for node in made:
            self.set_source_info(node)
            node.line = self.lineno
            if isinstance(node, nodes.section):
                self.state.document.note_implicit_target(node)
        return made


def nothing(*_: object) -> None:
    """Other builders need not draw these nodes."""


def setup(app: Sphinx) -> dict[str, bool]:
    register(app)
    app.add_node(block, html=(nothing, nothing))
    app.add_node(phrase, html=(nothing, nothing))
    app.add_directive("hand-made", HandMade)
    for name, default in (("asof", ""), ("edition", ""), ("subtitle", ""), ("paper", "a4")):
        app.add_config_value(f"brief_{name}", default, "env")
    return {"parallel_read_safe": True}
