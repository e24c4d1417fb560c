"""What an editor may get wrong on a page: each mistake is one finding, at its line, that says how to mend it."""

from __future__ import annotations

import pytest
from conftest import BookCopy

E = '> @#p1s1 "deepen the north channel"\n'

#: name -> (what is appended to a page, the words whose line is meant, code, what the line says)
MISTAKES: dict[str, tuple[str, str, str, str]] = {
    "unknown actor": ("One line,\nthen {actor}`mayer`.\n", "{actor}`mayer`", "reference-unknown", "unknown actor `mayer`; did you mean `mayor`?"),
    "unknown issue": ("See {issue}`dredgin`.\n", "`dredgin`", "reference-unknown", "unknown issue `dredgin`; did you mean `dredging`?"),
    "unknown event": ("See {event}`presentatio`.\n", "`presentatio`", "reference-unknown", "unknown event `presentatio`; did you mean `presentation`?"),
    "unknown judgment": ("See {judgment}`j-09`.\n", "`j-09`", "reference-unknown", "unknown judgment `j-09`"),
    "unknown subject": (f":::{{position}} mayor / dredgin opposes, words\nNo.\n\n{E}:::\n", ":::{position}", "reference-unknown", "unknown issue `dredgin`"),
    "unknown in option": (f":::{{event}} e-1 2031-01-01\n:actors: mayor, painter\nSo.\n\n{E}:::\n", ":::{event}", "reference-unknown", "unknown actor `painter` (option `:actors:`)"),
    "unknown source": ("See {cite}`@heralt`.\n", "@heralt", "source-unknown", "unknown source `heralt`; did you mean `herald`?"),
    "unknown passage": ("See {cite}`@#p9s1`.\n", "@#p9s1", "passage-unknown", "`herald` has no passage `p9s1`"),
    "stance": (f":::{{position}} mayor / night-work oposes, words\nNo.\n\n{E}:::\n", ":::{position}", "argument-line", "unknown value `oposes`; did you mean `opposes`?"),
    "two stances": (f":::{{position}} mayor / night-work opposes, mixed, words\nNo.\n\n{E}:::\n", ":::{position}", "argument-line", "two values for stance"),
    "basis": (f":::{{position}} mayor / night-work opposes, rumored\nNo.\n\n{E}:::\n", ":::{position}", "argument-line", "unknown value `rumored`"),
    "likelihood": (f":::{{judgment}} j-09 rather likely\nIt comes.\n\n{E}:::\n", ":::{judgment}", "argument-line", "unknown value `rather likely`"),
    "severity": (f":::{{discrepancy}} d-9 howler\nNo.\n\n{E}:::\n", ":::{discrepancy}", "argument-line", "unknown value `howler`"),
    "date": (f":::{{event}} e-1 2031-13-01\nSo.\n\n{E}:::\n", ":::{event}", "date-invalid", "`2031-13-01` is not an EDTF date"),
    "date in words": (f":::{{event}} e-1 in May\nSo.\n\n{E}:::\n", ":::{event}", "argument-line", "unknown value `in May`"),
    "no date": (f":::{{event}} e-1\nSo.\n\n{E}:::\n", ":::{event}", "date-invalid", "its date is missing"),
    "no id": (f":::{{claim}}\nSo.\n\n{E}:::\n", ":::{claim}", "argument-line", "its id is missing"),
    "id twice": (f":::{{claim}} rehn-tides\nSo.\n\n{E}:::\n", ":::{claim}", "id-duplicate", "the claim `rehn-tides` is declared twice: first in actors/rehn"),
    "not found": (":::{claim} c-1\nSo.\n\n> @#p1s1 \"zebras grazed upon seven distant moons\"\n:::\n", "zebras", "quote-not-found", "stands nowhere in `herald`"),
    "altered": (":::{claim} c-1\nSo.\n\n> @#p1s1 \"a plan to deepen the south channel\"\n:::\n", "south channel", "quote-altered", "[-north-]"),
    "wrong passage": (":::{claim} c-1\nSo.\n\n> @#p2s1 \"a plan to deepen the north channel\"\n:::\n", "north channel", "quote-not-found", "it stands in p1s1"),
    "ambiguous": (":::{claim} c-1\nSo.\n\n> @#p3s1 \"the\"\n:::\n", '"the"', "quote-ambiguous", "times in `herald`"),
    "too short": (":::{claim} c-1\nSo.\n\n> @ \"no resident\"\n:::\n", "no resident", "quote-short", "three words or fewer"),
    "wrong context": (":::{claim} c-1\nSo.\n\n> @#p2s1 \"the old dredger\" after \"sold\"\n:::\n", "sold", "quote-context", "but not after “sold”"),
    "curly marks": (":::{claim} c-1\nSo.\n\n> @#p1s1 “the north channel”\n:::\n", "“the north", "evidence-syntax", "straight quotation marks"),
    "missing mark": (":::{claim} c-1\nSo.\n\n> @#p1s1 \"the north channel\n:::\n", '"the north', "evidence-syntax", "a quotation mark is missing"),
    "two quotations": (":::{claim} c-1\nSo.\n\n> @#p1s1 \"the north\" \"channel by two\"\n:::\n", '"the north"', "evidence-syntax", "only one quotation"),
    "no words": (":::{claim} c-1\nSo.\n\n> @#p1s1 after \"the\"\n:::\n", '> @#p1s1 after', "evidence-syntax", "there are no words to verify"),
    "no evidence": (":::{claim} c-1\nSo.\n:::\n", ":::{claim}", "evidence-missing", "the claim `c-1` rests on nothing"),
    "unknown option": (f":::{{event}} e-1 2031-01-01\n:plaice: Here\nSo.\n\n{E}:::\n", ":plaice:", "option-unknown", "unknown option `:plaice:`; did you mean `place`?"),
    "repeated option": (f":::{{event}} e-1 2031-01-01\n:said: here\n:said: there\nSo.\n\n{E}:::\n", ":said: there", "option-unknown", "option `:said:` stands twice"),
    "option outside vocabulary": (f":::{{quotation}} q-1\n:kind: shout\n\n{E}:::\n", ":kind: shout", "option-unknown", "write one of"),
    "whose position": (f":::{{position}} night-work opposes, words\nNo.\n\n{E}:::\n", ":::{position}", "subject-missing", "whose position is it"),
    "no judgment": (f":::{{judgment}} j-09 likely\n:::\n", ":::{judgment}", "subject-missing", "its first paragraph is missing"),
    "unknown layer": (":::{layer} foresight\nSo.\n:::\n", ":::{layer}", "argument-line", "unknown layer `foresight`"),
    "which layer": (":::{layer}\nSo.\n:::\n", ":::{layer}", "argument-line", "which layer?"),
    "text in a view": (":::{timeline}\nSo.\n:::\n", ":::{timeline}", "argument-line", "a view has no body"),
    "argument of a view": (":::{timeline} 2031\n:::\n", ":::{timeline}", "argument-line", "takes options only"),
    "date in a view": (":::{timeline}\n:from: soon\n:::\n", ":from:", "date-invalid", "`soon` is not an EDTF date"),
    "dossier of nothing": (":::{dossier}\n:::\n", ":::{dossier}", "subject-missing", "the page is about no actor or issue"),
    "quote without words": ("See {quote}`@#p1s1`.\n", "@#p1s1", "evidence-syntax", "there are no words to show"),
    "cite without mark": ("See {cite}`p1s1`.\n", "{cite}`p1s1`", "evidence-syntax", "evidence begins with `@`"),
    "unknown word": (":::{judgement} j-09\n:::\n", ":::{judgement}", "markup", "judgement"),
    "unknown role": ("A {roll}`x`.\n", "{roll}", "markup", "roll"),
}  # fmt: skip


def appended(book: BookCopy, words: str, page: str = "source/source.md") -> int:
    """Append words to a page; returns the line before them."""
    text = book.read_text(page) + "\n## Tried\n\n"
    book.write(page, text + words)
    return text.count("\n")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_finding_at_its_line(built: BookCopy, name: str) -> None:
    words, place, code, message = MISTAKES[name]
    start = appended(built, words)
    line = start + next(number for number, text in enumerate(words.splitlines(), 1) if place in text)
    lines = built.check_lines()
    assert len([text for text in lines if text.startswith(f"source/source.md:{line}: error[brief.{code}]: ") and message in text]) == 1, lines
    for other in lines:  # a stance that is unknown is a stance that is missing, too; nothing further off follows from it
        assert other.startswith(f"source/source.md:{line}: ")


def test_all_mistakes_at_once(built: BookCopy) -> None:
    """Nothing stops at the first, and nothing is published."""
    before = built.published()
    appended(built, "\n".join(words.replace("c-1", f"c-{n}").replace("e-1", f"e-{n}").replace("d-9", f"d-{n + 9}").replace("j-09 ", f"j-{n + 9} ").replace("q-1", f"q-{n}") for n, (words, *_rest) in enumerate(MISTAKES.values(), 1)))
    result = built.build()
    assert result.code == 1
    assert "Traceback" not in result.err
    found = [line for line in result.err.splitlines() if line.startswith("source/source.md:")]
    assert len(found) == len(result.err.splitlines())
    for words, _place, code, message in MISTAKES.values():
        assert any(f"error[brief.{code}]" in line and message in line for line in found), (words, message)
    assert built.published() == before


def test_an_id_declared_twice_names_both_places(built: BookCopy) -> None:
    appended(built, f":::{{event}} presentation 2031-05-01\nSo.\n\n{E}:::\n")
    _, (finding,) = built.check()
    first = built.line_of("source/actors/mayor.md", "{event} presentation")
    assert finding["place"] == {"path": "source/source.md", "line": built.line_of("source/source.md", "{event} presentation")}
    assert finding["related"] == [{"path": "source/actors/mayor.md", "line": first, "message": "declared here first"}]


def test_a_word_right_under_the_fence_around_it_has_its_own_line(built: BookCopy) -> None:
    """MyST counts one line too many for a directive on the first line of another's body."""
    appended(built, f"::::{{layer}} context\n:::{{claim}} rehn-tides\nSo.\n\n{E}:::\n::::\n")
    _, (finding,) = built.check()
    assert finding["place"]["line"] == built.line_of("source/source.md", "rehn-tides")


def test_a_line_of_evidence_far_down_a_nested_body_has_its_own_line(built: BookCopy) -> None:
    appended(built, f"::::::{{layer}} context\nText.\n\n:::::{{claim}} c-1\nSo.\n\nAnd so.\n\n{E}> @#p1s1 \"deepen the south channel by two meters\"\n:::::\n::::::\n")
    (line,) = built.check_lines()
    assert line.startswith(f"source/source.md:{built.line_of('source/source.md', 'south channel')}: error[brief.quote-altered]")


def test_front_matter_that_is_not_yaml(built: BookCopy) -> None:
    built.write("source/words.md", "---\nsource: [herald\n---\n" + built.read_text("source/words.md"))
    code, found = built.check()
    assert code == 1
    assert {item["place"]["path"] for item in found} == {"source/words.md"}
    assert "brief.markup" in {item["code"] for item in found}
    assert built.check() == (code, found)


def test_a_source_in_front_matter_that_does_not_exist(built: BookCopy) -> None:
    built.write("source/words.md", "---\nsource: gazette\n---\n" + built.read_text("source/words.md"))
    code, found = built.check()
    assert code == 1
    assert {item["code"] for item in found} == {"brief.source-unknown"}
    assert found[0]["place"]["line"] == built.line_of("source/words.md", "@#p4s2")
