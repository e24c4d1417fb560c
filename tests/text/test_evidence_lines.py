"""The grammar of evidence, and how evidence lines are parted from a statement's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.text.evidence_lines import EvidenceText, parse_evidence, split_body, straightened


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("@", EvidenceText()),
        ("@S47", EvidenceText("S47")),
        ("@kliment-2009", EvidenceText("kliment-2009")),
        ("@#p3s3", EvidenceText("", "p3s3")),
        ("@tale#p3s3", EvidenceText("tale", "p3s3")),
        ('@ "a tax on fog"', EvidenceText(words="a tax on fog")),
        ('@#p1s2 "a tax on fog"', EvidenceText("", "p1s2", "a tax on fog")),
        ('@#p1s2 ~"a tax on fog"', EvidenceText("", "p1s2", "a tax on fog", silent=True)),
        ('@ "tax" after "a" before "on"', EvidenceText(words="tax", after="a", before="on")),
        ('@ before "on" "tax"', EvidenceText(words="tax", before="on")),
        ('@ "tax" cut-acknowledged', EvidenceText(words="tax", acknowledged=("cut-acknowledged",))),
        (
            '@S1#t1 ~"tax" after "a" cut-acknowledged elides-acknowledged',
            EvidenceText("S1", "t1", "tax", True, after="a", acknowledged=("cut-acknowledged", "elides-acknowledged")),
        ),
        ('@  "  a tax\n  on fog "', EvidenceText(words="a tax on fog")),  # white space is no difference
        ('@ "he said: #2, “no” (50%), it\'s ~over"', EvidenceText(words="he said: #2, “no” (50%), it's ~over")),
        ('@ "write before it, after that"', EvidenceText(words="write before it, after that")),
    ],
)
def test_an_evidence_line_is_read(text: str, read: EvidenceText) -> None:
    assert parse_evidence(text) == read


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "evidence begins with `@`"),
        ("p3s3", "evidence begins with `@`"),
        ('"a tax on fog"', "evidence begins with `@`"),
        ("@#p3s3 a tax on fog", "`a tax on fog` cannot be read"),
        ("@#p3s3 “a tax on fog”", "straight quotation marks"),
        ("@#p3s3 «a tax on fog»", "straight quotation marks"),
        ("@#p3s3 'a tax on fog'", "straight quotation marks"),
        ("@#p3s3 ”a tax on fog”", "straight quotation marks"),
        ("@#p3s3 „a tax on fog“", "straight quotation marks"),
        ("@#p3s3 ‘a tax on fog’", "straight quotation marks"),
        ("@#p3s3 “" + "fog " * 20 + "”", "`“fog fog fog fog fog fog fog f`: exact words stand between"),
        ("@#p3s3 " + "fog " * 20, "`fog fog fog fog fog fog fog fo` cannot be read"),
        ('@#p3s3 "' + "fog " * 20, '`"fog fog fog fog fog fog fog f`: a quotation mark is missing'),
        ('@#p3s3 a "tax" on fog', "cannot be read"),
        ('@#p3s3 a "tax" on "fog', "a quotation mark is missing"),
        ('@#p3s3 "a tax on fog', "a quotation mark is missing"),
        ('@#p3s3 a tax on fog"', "a quotation mark is missing"),
        ('@#p3s3 "one" "two"', 'only one quotation stands in an evidence line; give each its own `> @` line'),
        ('@#p3s3 "one" ~"two"', "only one quotation"),
        ('@#p3s3 ~"one" "two"', "only one quotation"),
        ('@#p3s3 "one" after "a" after "b"', "only one quotation"),
        ('@#p3s3 ""', "there are no words to verify"),
        ('@#p3s3 ~" "', "there are no words to verify"),
        ('@#p3s3 after "a"', "there are no words to verify"),
        ("@#p3s3 cut-acknowledged", "there are no words to verify"),
        ('@#p3s3 "one" cut-acknowledge', "`cut-acknowledge` cannot be read"),
        ('@#p3s3 "one", and more', "`, and more` cannot be read"),
        ("@ #p3s3", "`#p3s3` cannot be read"),
        ("@#", "`#` cannot be read"),
        ("@-x", "`-x` cannot be read"),
    ],
)  # fmt: skip
def test_what_does_not_follow_the_grammar_is_refused_in_a_sentence(text: str, complaint: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - what it says is asserted
        parse_evidence(text)
    assert complaint in str(refused.value)


def test_where_words_are_asked_for_it_is_shown_how_to_write_them() -> None:
    with pytest.raises(ValueError, match=r'^there are no words to verify: .* as in `@#p3s3 "exact words"`$'):
        parse_evidence('@#p3s3 ""')


@pytest.mark.parametrize(("text", "head"), [('@S1#p3s3 "tax"', "@S1#p3s3"), ('@ "tax"', "@"), ("@#p3s3", "@#p3s3")])
def test_how_the_source_and_the_passage_were_written_is_kept(text: str, head: str) -> None:
    """A fix puts a passage in the place of what was written."""
    assert parse_evidence(text).head == head


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("@#p3s3 “a tax on fog”", '@#p3s3 "a tax on fog"'),
        ("@#p3s3 ~„a tax on fog“ cut-acknowledged", '@#p3s3 ~"a tax on fog" cut-acknowledged'),
        ("@ “a “tax” on fog”", '@ "a “tax” on fog"'),
        ('@ after "of" “a tax”', '@ after "of" "a tax"'),
        ('@ “a tax” after "of"', None),  # not the only fault, or none
        ('@ "of" “a tax”', None),
        ('@ “a "tax" on fog”', None),
        ("@ “a tax on fog", None),
        ("p3s3 “a tax on fog”", None),
        ("@ a “tax”", None),
        ("@x“fog” “fog”", None),
        ('@ "a tax on fog"', None),
        ("@#p3s3", None),
    ],
)
def test_curly_outer_marks_are_made_straight_where_nothing_else_is_wrong(text: str, mended: str | None) -> None:
    found = straightened(text)
    assert (found and text.replace(*found)) == mended
    assert mended is None or parse_evidence(mended)


NAMES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,11}", fullmatch=True)
PASSAGES = st.from_regex(r"[a-z][0-9]{1,2}(s[0-9]{1,2})?", fullmatch=True)
WORDS = st.text(st.characters(exclude_characters='"', exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40).map(
    lambda text: " ".join(text.split())
)
FLAGS = st.lists(st.sampled_from(["cut-acknowledged", "elides-acknowledged"]), unique=True).map(tuple)


@given(
    st.one_of(st.just(""), NAMES),
    st.one_of(st.just(""), PASSAGES),
    WORDS.filter(bool),
    st.booleans(),
    st.one_of(st.just(""), WORDS),
    st.one_of(st.just(""), WORDS),
    FLAGS,
)
def test_what_is_written_is_what_is_read(
    source: str, passage: str, words: str, silent: bool, before: str, after: str, flags: tuple[str, ...]
) -> None:
    line = f"@{source}" + (f"#{passage}" if passage else "") + f' {"~" if silent else ""}"{words}"'
    line += f' after "{after}"' if after else ""
    line += f' before "{before}"' if before else ""
    assert parse_evidence(" ".join((line, *flags))) == EvidenceText(
        source, passage, words, silent, before, after, flags
    )


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_evidence("@" + text)
    except ValueError as problem:
        said = str(problem)
    else:
        said = "read"
    assert said


BODY = """\
He has ruled it out.
> @#p1s1 "one"

> A quotation in our own text.
> @#p1s2 "two
> and more"
> @S47

More.
""".splitlines()


def test_evidence_is_taken_out_and_the_lines_keep_their_numbers() -> None:
    body, evidence = split_body(BODY)
    assert len(body) == len(BODY)
    assert evidence == [(1, '@#p1s1 "one"'), (4, '@#p1s2 "two and more"'), (6, "@S47")]
    assert [line for line in body if line] == ["He has ruled it out.", "> A quotation in our own text.", "More."]


def test_the_given_lines_are_left_as_they_are() -> None:
    lines = list(BODY)
    split_body(lines)
    assert lines == BODY


def test_only_a_line_that_begins_with_the_mark_is_evidence() -> None:
    lines = ["> more", "    > @#p1s1", "text > @#p1s1", ">not @", "@#p1s1", "- > @S1"]
    assert split_body(lines) == (lines, [])


@pytest.mark.parametrize("mark", ["> @", ">@", " > @", "   >@"])
def test_a_mark_that_markdown_would_read_is_read_as_evidence(mark: str) -> None:
    """Left in the body, its words would be shown as a quotation that nobody has verified."""
    body, evidence = split_body([f'{mark}#p1s1 "words', f"{mark[:-1].rstrip()} that run", '>on"'])
    assert (body, evidence) == (["", "", ""], [(0, '@#p1s1 "words that run on"')])


def test_a_blank_line_ends_the_evidence() -> None:
    body, evidence = split_body(["> @#p1s1", "", "> our own quotation"])
    assert evidence == [(0, "@#p1s1")]
    assert body[2] == "> our own quotation"


@pytest.mark.parametrize("fence", [":::", "::::", "```", "~~~"])
def test_what_stands_in_a_nested_fence_is_left_to_it(fence: str) -> None:
    lines = ["> @#p1s1", f"{fence}{{alternatives}}", "> @#p1s2", fence, "> @#p1s3"]
    body, evidence = split_body(lines)
    assert evidence == [(0, "@#p1s1"), (4, "@#p1s3")]
    assert body[1:4] == lines[1:4]


def test_a_shorter_fence_does_not_close_a_longer_one() -> None:
    lines = ["::::{layer} context", ":::{claim} c", "> @#p1s1", ":::", "> @#p1s2", "::::", "> @#p1s3"]
    assert split_body(lines)[1] == [(6, "@#p1s3")]


def test_a_fence_does_not_continue_evidence() -> None:
    body, evidence = split_body(["> @#p1s1", ":::{indicators}", "- a", ":::", "> ours"])
    assert evidence == [(0, "@#p1s1")]
    assert body[4] == "> ours"


@given(
    st.lists(
        st.sampled_from(["text", "", '> @#p1s1 "x"', "> more", ":::{word}", ":::", "::::", "```", "- a"]), max_size=12
    )
)
def test_no_line_is_lost(lines: list[str]) -> None:
    """Each line stays in the body, or is part of some evidence."""
    body, evidence = split_body(lines)
    assert len(body) == len(lines)
    taken = [line for line, kept in zip(lines, body, strict=True) if line != kept]
    assert " ".join(text for _, text in evidence) == " ".join(line[1:].strip() for line in taken)
    assert all(lines[number].startswith("> @") for number, _ in evidence)
