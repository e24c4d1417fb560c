"""What an editor may get wrong: each is a finding on its line, says how to mend it, and nothing is noted half."""

from __future__ import annotations

import pytest

from directives.building import Built, build
from sphinx_briefing.model.findings import Code, Severity
from sphinx_briefing.model.statements import Mention

#: A page of faults. Each line that is wrong ends in a comment of its own: `%% code: what is said`.
FAULTS = """# Faults

:::{claim} %% argument-line: `{claim}`: its id is missing
No id.

> @#p1s1
:::

:::{claim} c-1 likely %% argument-line: unknown value `likely`
A claim has no likelihood.

> @#p1s1
:::

:::{claim} c-2
:speaker: nobody %% option-unknown: unknown option `:speaker:`

No such option.

> @#p1s1
:::

:::{event} e-1 %% date-invalid: its date is missing
No date.

> @#p1s1
:::

:::{event} e-2 2009-02-30 %% date-invalid: `2009-02-30` is not an EDTF date
No such day.

> @#p1s1
:::

:::{event} e-3 2009
:place: Here
:place: There %% option-unknown: option `:place:` stands twice

One place too many.

> @#p1s1
:::

:::{event} e-4 2009
:actors: Northport %% option-unknown: option `:actors:` has the value `Northport`

A name is not an id.

> @#p1s1
:::

:::{judgment} j-1 %% argument-line: its likelihood is missing
It ends.

> @#p1s1
:::

:::{judgment} j-2 liekly %% argument-line: unknown value `liekly`
It ends.

> @#p1s1
:::

:::{judgment} j-3 likely %% subject-missing: its first paragraph is missing
> @#p1s1
:::

:::{discrepancy} d-1 grave %% argument-line: unknown value `grave`
No such severity.

> @#p1s1
:::

:::{erratum} e-1 2009-10-01 %% argument-line: it does not say what was wrong
It was Tuesday.
:::

:::{erratum} e-2 2009-10-01 %% argument-line: it does not say what is right
:was: It was Monday.

> @#p1s1
:::

:::{erratum} e-3 %% date-invalid: its date is missing
:was: It was Monday.

It was Tuesday.
:::

:::{erratum} e-4 2009-10-01
:on: harbor %% option-unknown: option `:on:` has the value `harbor`
:was: It was Monday.

It was Tuesday.
:::

:::{quotation} q-1
:kind: shout %% option-unknown: option `:kind:` has the value `shout`

> @#p1s2 "a tax on fog"
:::

:::{quotation} q-2
:date: last week %% date-invalid: option `:date:` has the value `last week`

> @#p1s2 "a tax on fog"
:::

:::{claim} c-3
A bad line of evidence.

> @#p1s1 Northport opposes %% evidence-syntax: `Northport opposes` cannot be read
:::

::::{layer} foresight %% argument-line: unknown layer `foresight`
Words that stay.
::::

:::{dossier} %% subject-missing: the page is about no actor or issue
:::

:::{matrix} all %% argument-line: `all` stands on its argument line
:::

:::{matrix}
:parties: Towns %% option-unknown: unknown option `:parties:`
:::

:::{timeline} %% argument-line: a view has no body
Some body.
:::

:::{timeline}
:from: spring %% date-invalid: option `:from:`
:::

{quote}`@#p1s1` %% evidence-syntax: there are no words to show

{cite}`p1s1` %% evidence-syntax: evidence begins with `@`

{cite}`@#p1s2 "a tax on dogs"` %% quote-altered: [-fog-] {+dogs+}

A paragraph
that runs over lines and names
{actor}`nobody`. %% reference-unknown: unknown actor `nobody`

:::{nosuch} word %% markup: Unknown directive type: 'nosuch'
:::

{nosuch}`role` %% markup: Unknown interpreted text role
"""

NESTED = """# Nested

::::::{layer} context
Before them.

:::::{judgment} j-9 likely

It ends, says {actor}`one`. %% reference-unknown: unknown actor `one`

> @#p9s1 %% passage-unknown: no passage `p9s1`

::::{alternatives}
:nosuch: 1 %% option-unknown: unknown option `:nosuch:`

- {actor}`two` comes. %% reference-unknown: unknown actor `two`
::::
:::::

:::{claim} c-1
The same line.

> @#p9s2 %% passage-unknown: no passage `p9s2`
:::

:::{claim} c-2
The same line.

> @#p9s3 "some words
> that run on" %% passage-unknown: no passage `p9s3`
> @#p1s1 "Northport opposes the old toll" %% quote-altered: [-new-] {+old+}
:::

:::{claim} c-3 likely %% argument-line: unknown value `likely`
The same line.

> @#p1s1
:::
::::::

- A list.

  :::{claim} c-4
  In it.

  > @#p9s4 %% passage-unknown: no passage `p9s4`
  :::
"""


def expected(text: str) -> list[tuple[int, str, str]]:
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        code, _, said = line.partition(" %% ")[2].partition(": ")
        if code:
            found.append((number, code, said))
    return found


def clean(text: str) -> str:
    return "\n".join(line.partition(" %% ")[0] for line in text.split("\n"))


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Built:
    pages = {
        "faults": clean(FAULTS),
        "nested": clean(NESTED),
        "entity": """# Northport

:::{actor} north
:kind: planet

A wrong kind.
:::

:::{actor} south
:::

:::{issue} toll
:name: The toll

Evidence has no place here.

> @#p1s1
:::
""",
        "twice": "# Twice\n\n:::{claim} same\nOne.\n\n> @#p1s1\n:::\n\n:::{claim} same\nTwo.\n\n> @#p1s1\n:::\n",
        "begins": "# B\n\n::::{layer} context\n:::{claim} b likely\nx\n\n> @#p1s1\n:::\n::::\n",
        "tight": "# T\n\n:::{claim} t-1\nx\n\n>@#p9s9\n:::\n\n:::{claim} t-2\ny\n\n> @#p1s1\n:::\n",
        "options": "# O\n\n:::{event} o 2009\n:place: A\n:place: B\n:nosuch: 1\n\nx\n\n> @S02\n:::\n",
        "sign": "# S\n\n:::{actor} sign\n:role: Mayor #1 of the town\n:::\n",
        "outside": "# O\n\n:::{alternatives}\n- It rains.\n:::\n",
        "shifted": '# S\n\n:::{claim} s\nx\n\n  > @#p1s1 "words that nobody wrote"\n:::\n',
        "bare": "# Bare\n\n:::{claim} bare\nRests on nothing.\n:::\n",
        "front": "---\nsource: nowhere\n---\n# Front\n\n:::{claim} front\nFrom nowhere.\n\n> @#p1s1\n:::\n",
    }
    return build(tmp_path_factory.mktemp("problems"), pages)


@pytest.mark.parametrize("fault", expected(FAULTS), ids=lambda fault: f"{fault[0]}-{fault[1]}")
def test_a_fault_is_found_on_its_line(harbor: Built, fault: tuple[int, str, str]) -> None:
    line, code, said = fault
    found = [
        item
        for item in harbor.findings
        if (item.place.page, item.place.line, item.code.value) == ("faults", line, code)
    ]
    assert [item for item in found if said in item.message], harbor.messages("faults")
    assert all(item.severity is Severity.ERROR for item in found)


def test_nothing_but_the_faults_is_found(harbor: Built) -> None:
    lines = {number for number, *_ in expected(FAULTS)}
    assert [item for item in harbor.findings if item.place.page == "faults" and item.place.line not in lines] == []


def test_every_finding_of_ours_says_how_to_mend_it(harbor: Built) -> None:
    assert [item for item in harbor.findings if item.code is not Code.MARKUP and not item.hint] == []


def test_a_faulty_statement_is_not_noted_half_and_its_words_stay(harbor: Built) -> None:
    assert {fact.target.id for fact in harbor.facts("faults") if isinstance(fact, Mention)} == {
        "nobody",
        "tale#p1s1",
        "tale#p1s2",
    }
    assert [fact for fact in harbor.facts("faults") if not isinstance(fact, Mention)] == []
    for words in ("No id.", "A claim has no likelihood.", "No such day.", "It ends.", "Words that stay."):
        assert words in harbor.text("faults")


@pytest.mark.parametrize("fault", expected(NESTED), ids=lambda fault: f"{fault[0]}-{fault[1]}")
def test_lines_are_right_in_nested_fences(harbor: Built, fault: tuple[int, str, str]) -> None:
    line, code, said = fault
    found = [
        item
        for item in harbor.findings
        if item.place.page == "nested" and item.code.value == code and said in item.message
    ]
    wanted = line - 1 if said.endswith("`p9s3`") else line  # a finding stands where its evidence begins
    assert [item.place.line for item in found] == [wanted]


def test_did_you_mean(harbor: Built) -> None:
    said = harbor.messages("faults")
    assert any("unknown value `liekly` | did you mean `likely`?" in message for message in said)
    assert any("unknown layer `foresight`" in message and "`hindsight`" in message for message in said)


def test_faults_of_entities(harbor: Built) -> None:
    assert harbor.found("entity") == [(Code.OPTION, 4), (Code.SUBJECT, 9), (Code.EVIDENCE_SYNTAX, 12)]


def test_one_id_twice_names_both_lines(harbor: Built) -> None:
    (found,) = [item for item in harbor.findings if item.code is Code.DUPLICATE]
    assert (found.place.line, found.related[0].line, found.related[0].path) == (9, 3, "twice.md")


def test_a_statement_that_rests_on_nothing(harbor: Built) -> None:
    assert harbor.found("bare") == [(Code.EVIDENCE_MISSING, 3)]


def test_a_page_may_name_a_source_that_is_none(harbor: Built) -> None:
    assert harbor.found("front") == [(Code.SOURCE_UNKNOWN, 9)]


def test_a_word_that_begins_a_fence_knows_its_line(harbor: Built) -> None:
    assert harbor.found("begins") == [(Code.ARGUMENT, 4)]


def test_evidence_without_a_space_after_its_mark_knows_its_line(harbor: Built) -> None:
    assert harbor.found("tight") == [(Code.PASSAGE_UNKNOWN, 6)]


def test_all_that_is_wrong_with_a_words_options_is_named_at_once(harbor: Built) -> None:
    assert harbor.found("options") == [(Code.OPTION, 5), (Code.OPTION, 6)]


def test_words_after_a_number_sign_in_an_option_are_not_lost_silently(harbor: Built) -> None:
    assert [item.severity for item in harbor.findings if item.place.page == "sign"] == [Severity.ERROR]


def test_alternatives_outside_a_judgment_are_a_finding(harbor: Built) -> None:
    assert [line for _, line in harbor.found("outside")] == [3]


def test_words_that_are_shifted_a_little_are_verified_all_the_same(harbor: Built) -> None:
    assert [line for _, line in harbor.found("shifted")] == [6]
    assert "words that nobody wrote" not in harbor.text("shifted")


def test_all_of_it_is_reported_and_fails_the_build(harbor: Built) -> None:
    assert harbor.code == 1
    assert harbor.warnings.count("[brief.") == len(harbor.findings)
    assert "faults.md:3" in harbor.warnings
    assert "Traceback" not in harbor.warnings
