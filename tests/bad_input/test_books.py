"""What may be wrong between the pages of a book: circles, what was deleted, two of one name, ids that are none."""

from __future__ import annotations

import json

import pytest

from conftest import BookCopy


def add(book: BookCopy, words: str, page: str = "source/words.md") -> None:
    book.write(page, f"{book.read_text(page)}\n\n{words}\n")


def told(book: BookCopy) -> list[str]:
    """The errors of a build; nothing of it was published, and a second build says the same."""
    before = book.published()
    first, second = book.build(), book.build()
    assert (first.code, second.code) == (1, 1)
    assert "Traceback" not in first.err
    errors = [[line for line in run.err.splitlines() if ": error[" in line] for run in (first, second)]
    assert errors[0] == errors[1]
    assert book.published() == before
    return errors[0]


def test_a_circle_of_groups_through_several_pages(built: BookCopy) -> None:
    """Every view that walks from a member to its groups comes to an end."""
    built.edit("source/actors/mayor.md", ":kind: person\n", ":kind: person\n:part-of: line\n")
    built.edit("source/actors/dockers.md", ":side: Harbor\n:also:", ":side: Harbor\n:part-of: mayor\n:also:")
    (line,) = told(built)
    at = built.line_of("source/actors/mayor.md", "{actor} mayor")
    assert line == (
        f"source/actors/mayor.md:{at}: error[brief.part-circle]: the actor `mayor` is part of itself: "
        "actor/mayor → actor/line → actor/dockers → actor/mayor; "
        "leave out one of these `:part-of:`; a whole cannot be a part of its part"
    )


def test_a_circle_of_groups_in_a_matrix_that_asks_for_their_members(built: BookCopy) -> None:
    built.edit("source/actors/dockers.md", ":side: Harbor\n:also:", ":side: Harbor\n:part-of: line\n:also:")
    add(built, ":::{matrix}\n:actors: dockers/*\n:::")
    assert [line.partition("error[")[2].partition("]")[0] for line in told(built)] == ["brief.part-circle"]


def test_a_judgment_that_supports_itself_by_way_of_a_claim(built: BookCopy) -> None:
    built.edit("source/issues/night-work.md", ":horizon: autumn\n", ":horizon: autumn\n:rests-on: claim/rehn-tides\n")
    built.edit("source/actors/rehn.md", "{claim} rehn-tides\n", "{claim} rehn-tides\n:rests-on: judgment/j-03\n")
    (line,) = told(built)
    assert (
        "error[brief.rests-circle]: the claim `rehn-tides` rests on itself: claim/rehn-tides → judgment/j-03 →" in line
    )
    assert line.endswith("leave out one of these `:rests-on:`; what proves itself proves nothing")


def test_positions_on_an_issue_that_was_deleted(built: BookCopy) -> None:
    """The page goes; whatever names the issue is told, and the site of before stands."""
    (built.root / "source/issues/night-work.md").unlink()
    built.edit("source/index.md", "issues/night-work\n", "")
    lines = told(built)
    assert any("unknown issue `night-work` (the position's issue)" in line for line in lines)
    named = {line.partition(":")[0] for line in lines}
    assert named == {"source/actors/dockers.md", "source/index.md"}
    built.write("source/issues/night-work.md", "# Night work\n\n:::{issue} night-work\nMay they?\n:::\n\n## On file\n")
    built.edit("source/index.md", "issues/dredging\n", "issues/dredging\nissues/night-work\n")
    assert all("night-work`" not in line for line in told(built))  # what is left is about the judgments that went too


def test_an_actor_that_is_an_issue_too(built: BookCopy) -> None:
    """Nothing is lost, since each kind has a name space of its own; but it is said."""
    add(
        built,
        ":::{issue} mayor\n:name: The mayor's seat\nWho will be mayor?\n:::\n\nSee {issue}`mayor`, {actor}`mayor`.",
    )
    code, (finding,) = built.check()
    assert (code, finding["severity"], finding["code"]) == (0, "warning", "brief.id-duplicate")
    assert "`mayor` is an issue here and an actor in actors/mayor" in finding["message"]
    assert built.build("html", "data").code == 0
    assert 'id="issue-mayor"' in built.html("words")
    data = json.loads(built.read_text("build/data/book.json"))
    assert {"mayor"} == {item["id"] for kind in ("actors", "issues") for item in data[kind] if item["id"] == "mayor"}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (":::{actor} Mayor\n:name: Another\n:::", "`Mayor` is not an id"),
        ("{actor}`Mayor`", "unknown actor `Mayor`; did you mean `mayor`?"),
        (":::{position} Mayor / dredging mixed, words, 2030\nSo.\n\n> @#p1s1\n:::", "`Mayor` is not an id"),
        (":::{event} e-1 2031\n:actors: MAYOR\nSo.\n\n> @#p1s1\n:::", "without capitals: `mayor`"),
        ("{cite}`@Herald#p1s1`", "unknown source `Herald`; did you mean `herald`?"),
        ("{cite}`@#P1S1`", "`herald` has no passage `P1S1`"),
    ],
)
def test_an_id_that_differs_in_case_only(built: BookCopy, words: str, wanted: str) -> None:
    add(built, words)
    assert any(wanted in line for line in told(built))


def test_two_sources_whose_ids_differ_in_case_only(built: BookCopy) -> None:
    """They would be one file on a disk that knows no case, and one source to whoever reads them aloud."""
    text = built.read_text("seeds/sources.yaml")
    built.write("seeds/sources.yaml", text + "  - id: Herald\n    type: document\n    title: Another\n")
    at = built.line_of("seeds/sources.yaml", "id: Herald")
    assert [
        line
        for line in told(built)
        if line.startswith(f"seeds/sources.yaml:{at}: error[brief.id-duplicate]: the sources `herald` and `Her")
    ]


NO_IDS = [
    "../../etc/passwd",
    "/etc/passwd",
    "c:\\windows",
    "a/../b",
    "<script>x()</script>",
    '"onload="x',
    "a b",
    "%2e",
]
DECLARING = {
    "actor": "", "issue": "", "event": " 2031", "claim": "", "judgment": " likely", "lexeme": "", "quotation": "",
    "discrepancy": " factual error", "erratum": " 2031-05-01",
}  # fmt: skip


def test_an_id_that_is_a_path_or_a_script_is_refused_by_every_word(built: BookCopy) -> None:
    tried = [(word, name) for word in DECLARING for name in NO_IDS]
    add(built, "\n\n".join(f":::{{{word}}} {name}{DECLARING[word]}\nSo.\n\n> @#p1s1\n:::" for word, name in tried))
    code, found = built.check()
    assert code == 1
    lines = {item["place"]["line"] for item in found if item["code"] == "brief.argument-line"}
    assert lines == {built.line_of("source/words.md", f"{{{word}}} {name}") for word, name in tried}
    assert built.build("data").code == 1
    data = (built.root / "build/work/briefdata/book.json").read_text("utf-8")
    assert not [name for name in ("passwd", "windows", "x()", "onload") if name in data]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "../../etc/passwd", '"><img src=x onerror=y>'])
def test_what_refers_to_a_path_or_a_script_shows_it_as_words(built: BookCopy, text: str) -> None:
    add(built, f"See {{actor}}`{text}` and {{cite}}`@{text}`.\n\n:::{{timeline}}\n:actors: {text}\n:::")
    result = built.build("html", "data")
    assert result.code == 1
    assert text.partition(" ")[0] in result.err
    for path in (built.root / "build" / "work" / "html").rglob("*.html"):
        assert "<script>alert" not in path.read_text("utf-8")
        assert "<img src=x" not in path.read_text("utf-8")


@pytest.mark.slow
def test_a_page_of_very_many_actors(built: BookCopy) -> None:
    """Each with a position, and each a part of another: no chain of groups is too long, no page too full."""
    blocks = [
        f":::{{actor}} a-{number}\n:name: Actor {number}\n:part-of: a-{number + 1}\n:::\n\n"
        f":::{{position}} a-{number} / dredging mixed, words, 2030\nSo.\n\n> @#p1s1\n:::"
        for number in range(200)
    ]
    last = ":::{actor} a-200\n:name: The last\n:::"
    built.write(
        "source/many.md", "# Many\n\n## Who\n\n" + "\n\n".join([*blocks, last, ":::{matrix}\n:actors: a-200/*\n:::"])
    )
    built.edit("source/index.md", "words\nsource\n", "words\nmany\nsource\n")
    assert built.check() == (0, [])
    assert built.build("html", "data").code == 0
    assert "Actor 199" in built.html("many")
