"""Which scale a book is held to: one built in, one of its own, or a finding and the first of those built in."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.likelihood import ICD_203, SCALES, Likelihood, Scale
from sphinx_briefing.text.scales import load_scale

OWN = """scales:
  - id: harbor
    title: Words of the Harbor Office
    date: "2021"
    steps:
      - words: [Very Unlikely, out of the question]
        range: [0, 20]
      - words: [doubtful]
        forms: [doubtfully]
      - words: [likely]
        range: [50, 90.5]
"""


def load(folder: Path, text: str, name: str = "harbor") -> list[str]:
    """What is wrong, as line, message and hint."""
    (folder / "likelihoods.yaml").write_text(text, "utf-8")
    scale, findings = load_scale(folder, "seeds", name)
    assert {finding.code for finding in findings} <= {Code.LIKELIHOODS_FILE}
    assert {finding.path for finding in findings} <= {"seeds/likelihoods.yaml", "conf.py"}
    assert {finding.place.page for finding in findings} <= {""}
    assert scale.id in (name, "icd-203")
    return [f"{finding.place.line}: {finding.message}; {finding.hint}" for finding in findings]


@pytest.mark.parametrize("name", SCALES)
def test_a_scale_that_is_built_in_needs_no_file(tmp_path: Path, name: str) -> None:
    assert load_scale(tmp_path / "nowhere", "seeds", name) == (SCALES[name], ())


def test_a_book_defines_its_own_words_with_ranges_or_without(tmp_path: Path) -> None:
    (tmp_path / "likelihoods.yaml").write_text(OWN, "utf-8")
    scale, findings = load_scale(tmp_path, "seeds", "harbor")
    assert findings == ()
    steps = (
        Likelihood(1, ("very unlikely", "out of the question"), 0, 20),
        Likelihood(2, ("doubtful",), forms=("doubtfully",)),
        Likelihood(3, ("likely",), 50, 90.5),
    )
    assert scale == Scale("harbor", "Words of the Harbor Office", steps, "2021")
    assert [scale.range_of(step) for step in scale.steps] == ["0 to 20%", "", "50 to 90.5%"]


def test_a_scale_may_have_a_note_and_ranges_that_are_approximate_and_meet(tmp_path: Path) -> None:
    more = OWN.replace('    date: "2021"\n', "    note: By hand\n    approximate: true\n")
    more = more.replace("[0, 20]", "[20, 20]").replace("[50, 90.5]", "[20, 90.5]")
    assert load(tmp_path, more) == []
    scale, _ = load_scale(tmp_path, "seeds", "harbor")
    assert (scale.note, scale.approximate, scale.date) == ("By hand", True, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "0: the file is empty; write `scales:` and under it a record for each scale of the book"),
        (
            "scales: 3\n",
            "1: `scales`: 3 is not of type 'array'; see the manual, page `likelihoods.yaml`, for the fields",
        ),
        (
            'scales:\n  - title: T\n    id: phia\n    date: ""\n    steps: [{words: [likely]}, {words: [unlikely]}]\n',
            "3: scale `phia`: a scale of this name is built in; give it another id",
        ),
        (OWN.replace('"2021"', "2021-13"), "4: scale `harbor`: `date`: `2021-13` is not an EDTF date"),
        (OWN.replace('"2021"', "2021-13"), "; correct it, or leave it out"),
    ],
)
def test_how_to_mend_it_is_said(tmp_path: Path, text: str, said: str) -> None:
    (found,) = load(tmp_path, text)
    assert found.startswith(said) or (said.startswith(";") and found.endswith(said))


def test_an_unknown_scale_is_a_finding_and_the_book_is_read_all_the_same(tmp_path: Path) -> None:
    scale, findings = load_scale(tmp_path, "seeds", "idc-203")
    assert scale is ICD_203
    assert [finding.path for finding in findings] == ["conf.py"]
    assert findings[0].hint.startswith("did you mean `icd-203`?")
    assert load(tmp_path, OWN, "port") == [
        "0: brief_likelihoods: there is no scale `port`; write one of: icd-203, phia, author, harbor; "
        "or define it in seeds/likelihoods.yaml"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: harbor", "id: phia", "2: scale `phia`: a scale of this name is built in; give it another id"),
        ('"2021"', "last year", "4: scale `harbor`: `date`: `last year` is not an EDTF date"),
        (
            "[doubtful]",
            "[likely]",
            "10: scale `harbor`: the word `likely` stands in step 2 already; write another word",
        ),
        ("[doubtful]", "[high]", "8: scale `harbor`: the word `high` is a level of confidence; write another word"),
        ("[doubtful]", "[none stated]", "8: scale `harbor`: the word `none stated` stands outside every scale"),
        ("[0, 20]", "[20, 0]", "6: scale `harbor`: the range of step 1 ends before it begins; write the lower figure"),
        ("[50, 90.5]", "[10, 30]", "10: scale `harbor`: the range of step 3 begins below the end of step 1"),
        ("[0, 20]", "[0, 200]", "7: record 1: 200 is greater than the maximum of 100"),
        ("[doubtful]", '["even, odd"]', "8: record 1: 'even, odd' does not match"),
        ("title:", "titel:", "2: record 1: the field `title` is missing"),
        ("- words: [doubtful]", "- words: [doubtful", "9: not YAML: "),
    ],
)
def test_a_faulty_scale_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert OWN.count(old) == 1
    found = load(tmp_path, OWN.replace(old, new))
    assert any(line.startswith(said) for line in found), found


def test_two_scales_of_one_name_are_a_finding(tmp_path: Path) -> None:
    found = load(tmp_path, OWN + OWN.removeprefix("scales:\n"))
    assert found == ["12: scale `harbor`: a scale of this name is declared above; give it another id"]
