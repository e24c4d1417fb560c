"""What rests on a source, as an editor sees it on a page, and what a judgment says that it rests on."""

from __future__ import annotations

from conftest import BookCopy

CLAIMS = """

:::{claim} low-tide
The tables say so.

> @tides
:::

:::{judgment} j-09 likely
:rests-on: claim/low-tide

The dredger waits.

> @minutes
:::

:::{depends-on} tides
:::

:::{depends-on} minutes
:::
"""


def test_the_lists_and_the_facts_of_the_judgment_are_drawn(built: BookCopy) -> None:
    built.write("source/words.md", built.read_text("source/words.md") + CLAIMS)
    result = built.build("html", "data")
    assert result.code == 0, result.err
    page = built.html("words")
    first, _, second = page.partition("Rests on it alone (2):")[2].partition("Rests on it")
    assert first.count("<span>The tables say so.</span>") == 2  # by itself, and as what the judgment falls through
    assert "<span>The channel can be entered at high water only" in first
    assert "Falls with these (1):" in first
    assert "Likely: the dredger waits" in first.partition("Falls with these")[2]
    assert ", through " in first
    assert 'href="#claim-low-tide"' in first
    assert second
    facts = page.partition("Rests on</")[2].partition("</dd>")[0]
    assert 'href="#claim-low-tide"' in facts
    assert '"rests_on": [\n    "claim/low-tide"\n   ]' in built.read_text("build/data/book.json")


def test_a_source_that_nothing_rests_on(built: BookCopy) -> None:
    built.edit("source/actors/rehn.md", "> @tides", "> @minutes")
    built.write("source/words.md", built.read_text("source/words.md") + "\n:::{depends-on} tides\n:::\n")
    assert built.build().code == 0
    assert "No statement rests on this source." in built.html("words")


def test_the_page_is_written_again_when_something_else_comes_to_rest_on_the_source(built: BookCopy) -> None:
    built.write("source/words.md", built.read_text("source/words.md") + "\n:::{depends-on} tides\n:::\n")
    assert built.build().code == 0
    built.edit("source/actors/rehn.md", "> @tides\n", "> @tides\n> @minutes\n")
    result = built.build()
    assert result.read == ("actors/rehn",)
    assert "words" in result.written
    assert "Rests on it and on other sources (1):" in built.html("words")


def test_an_unknown_statement_and_a_circle_are_findings(built: BookCopy) -> None:
    built.write(
        "source/words.md", built.read_text("source/words.md") + CLAIMS.replace("claim/low-tide", "claim/low-tid")
    )
    assert [item["message"] for item in built.check()[1]] == ["unknown claim `low-tid` (option `:rests-on:`)"]
    built.edit("source/words.md", "claim/low-tid\n", "judgment/j-09\n")
    assert [item["code"] for item in built.check()[1]] == ["brief.rests-circle"]
