"""Words that look as if they governed a quotation: each reason why one does not, and where the reason ends."""

from __future__ import annotations

import pytest

from sphinx_briefing.text.hedges import tokens
from sphinx_briefing.text.idle import idle


def is_idle(left: str, word: str, quoted: str = "stood") -> bool:
    """Whether a word of those before a quotation governs nothing of it."""
    written = tokens(left)
    words = [token.casefold() for token in written]
    return idle(words.index(word), words, written, tokens(quoted))


@pytest.mark.parametrize(
    ("left", "word", "expected"),
    [
        ("On Hope", "hope", True),
        ("Hope Street and the", "hope", True),
        ("Hope Street", "hope", True),
        ("Hope", "hope", False),
        ("Hope springs", "hope", False),
        ("“Hope springs", "hope", False),
        ("Hopes Fade", "hopes", False),
        ("Feared Men", "feared", False),
        ("Fearing Men", "fearing", False),
        ("He wrote: Hope springs", "hope", False),
        ("He wrote: Hope Street", "hope", True),
        ("No. Hope springs", "hope", False),
        ("He met Judge Fear", "fear", True),
        ("on hope Street", "hope", False),
        ("No Street", "no", False),  # no name
    ],
)
def test_a_name_governs_nothing(left: str, word: str, expected: bool) -> None:
    assert is_idle(left, word) is expected


@pytest.mark.parametrize(
    ("left", "word", "expected"),
    [
        ("the might of the fleet", "might", True),
        ("by the might", "might", True),
        ("the might be", "might", False),
        ("the must be", "must", False),
        ("the can be", "can", False),
        ("the will be", "will", False),
        ("might of the", "might", False),
        ("all might of", "might", False),
        ("for this reason", "reason", True),
        ("for reason", "reason", False),
        ("the report on it", "report", True),
        ("the report that", "report", False),
        ("the report to him that", "report", False),
        ("the report to him", "report", False),
        ("the report whether", "report", False),
        ("the report is:", "report", False),
        ("the doubt on it", "doubt", False),  # no such noun
    ],
)
def test_a_noun_governs_only_what_it_holds(left: str, word: str, expected: bool) -> None:
    assert is_idle(left, word) is expected


@pytest.mark.parametrize(
    ("left", "word", "expected"),
    [
        ("there is no doubt", "doubt", True),
        ("without doubt", "doubt", True),
        ("beyond doubt", "doubt", True),
        ("they doubt", "doubt", False),
        ("doubt is no", "doubt", False),
        ("not far from it", "far", True),
        ("so far from it", "far", False),
        ("it is not far off leaving", "far", False),
        ("it is not far leaving", "far", False),
        ("it is not far from the leaving", "far", True),
        ("no doubt", "no", True),
        ("no fewer than", "no", True),
        ("no later than", "no", True),
        ("no earlier than", "no", True),
        ("no ferry", "no", False),
        ("no", "no", False),
        ("it was not until", "not", True),
        ("not far from it", "not", True),
        ("not long after it", "not", True),
        ("not surprisingly", "not", True),
        ("not infrequently", "not", True),
        ("it was not far from", "not", False),
        ("not", "not", False),
        ("even if", "if", True),
        ("if so even", "if", False),
        ("whether by luck or skill,", "whether", True),
        ("whether by luck or skill", "whether", False),
        ("whether by luck,", "whether", False),
        ("ask whether by luck or skill,", "whether", False),
        ("lest by luck or skill,", "lest", False),
    ],
)
def test_a_set_phrase_governs_nothing(left: str, word: str, expected: bool) -> None:
    assert is_idle(left, word) is expected


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("the unlikely winner", True),
        ("the unlikely", False),
        ("most unlikely winner", False),
        ("unlikely winner of the", False),
        ("unlikely winner in the", False),
        ("the unlikely and late", False),
        ("the unlikely winner that", False),
        ("the unlikely winner to", False),
        ("the unlikely winner of", False),
        ("the unlikely winner and", False),
        ("the unlikely winner or", False),
    ],
)
def test_a_word_of_likelihood_may_color_one_noun_only(left: str, expected: bool) -> None:
    assert is_idle(left, "unlikely") is expected


def test_not_every_word_of_likelihood_is_an_attribute() -> None:
    assert not is_idle("the maybe winner", "maybe")


@pytest.mark.parametrize(
    ("left", "word", "expected"),
    [
        ("The bridge, which may be sold next year,", "may", True),
        (", which may be sold,", "may", True),
        ("The bridge, in June, which may be sold,", "may", True),
        ("The bridge, which may be sold next year", "may", False),
        ("The bridge, which may be sold, and then,", "may", False),
        ("The bridge, it may be sold,", "may", False),
        ("which may be sold,", "may", False),
        ("may so, which is,", "may", False),
        ("may so which is,", "may", False),
    ],
)
def test_an_aside_governs_nothing_behind_it(left: str, word: str, expected: bool) -> None:
    assert is_idle(left, word) is expected


@pytest.mark.parametrize(
    ("left", "word", "expected"),
    [
        ("After the mayor refused to answer,", "refused", True),
        ("After the mayor refused to answer", "refused", False),
        ("The mayor refused to answer,", "refused", False),
        ("After the mayor refused, he then,", "refused", False),
        ("After, when the mayor refused to answer,", "refused", True),
        ("After this,", "after", False),
    ],
)
def test_a_clause_in_front_is_over(left: str, word: str, expected: bool) -> None:
    assert is_idle(left, word) is expected


@pytest.mark.parametrize(
    ("left", "word", "quoted", "expected"),
    [
        ("The house that we could not afford", "could", "was sold", True),
        ("The house that we could not afford", "not", "was sold", True),
        ("The house that we never liked", "never", "was sold", True),
        ("Those that never came", "never", "were fined", True),
        ("The old red house that never sold", "never", "was burnt", True),
        ("The big old red house that never sold", "never", "was burnt", False),
        ("The house which never sold", "never", "was burnt", True),
        ("The house that never sold", "never", "burnt down", False),
        ("The house that, then, never sold", "never", "was burnt", False),
        ("Every house that never sold", "never", "was burnt", False),
        ("He said that we never came", "never", "was sold", False),
        ("The house is that we never liked", "never", "was sold", False),
        ("The house that we never hoped to own", "never", "was sold", False),
        ("The house that we never liked is", "never", "was sold", False),
        ("The house we never liked", "never", "was sold", False),
        ("The house never liked that", "never", "was sold", False),
    ],
)
def test_a_relative_clause_says_only_which(left: str, word: str, quoted: str, expected: bool) -> None:
    assert is_idle(left, word, quoted) is expected


@pytest.mark.parametrize(
    ("left", "word", "quoted", "expected"),
    [
        ("Hoping that the fog would lift,", "hoping", "we waited", True),
        ("Hoping that the fog would lift,", "hoping", "boats waited", False),
        ("Hoping that the fog would lift", "hoping", "we waited", False),
        ("Hoping that the fog would lift,", "would", "we waited", False),
        ("Assuming that the fog lifts,", "assuming", "we wait", False),
        ("Supposing that the fog lifts,", "supposing", "we wait", False),
        ("Providing that the fog lifts,", "providing", "we wait", False),
        ("Barring that,", "barring", "we wait", False),
        ("Told to leave,", "told", "we waited", True),
        ("Asked to leave,", "asked", "we waited", True),
        ("Ordered to leave,", "ordered", "we waited", True),
        ("Urged to leave,", "urged", "we waited", True),
        ("Invited to leave,", "invited", "we waited", True),
        ("Forced to leave,", "forced", "we waited", False),
        ("Instead of a crane", "instead", "the town bought a car", True),
        ("Without a crane", "without", "the town bought a car", True),
        ("Besides a crane", "besides", "the town bought a car", False),
        ("Without cranes", "without", "the town bought a car", True),
        ("Without", "without", "the town", False),
        ("Instead of buying a crane", "instead", "the town slept", False),
        ("Without a crane", "without", "the town will sleep", False),
        *(
            (f"Instead of cranes {word}", "instead", "the town slept", False)
            for word in ("of", "a", "the", "an", "any", "to", "for", "and", "or", "with", "in", "on")
        ),
    ],
)
def test_a_phrase_in_front_is_over(left: str, word: str, quoted: str, expected: bool) -> None:
    assert is_idle(left, word, quoted) is expected
