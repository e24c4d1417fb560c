"""Both forms of a value, on the argument line and as an option, give equal facts; only one of them may be written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from directives.building import Built, build
from sphinx_briefing.model.findings import Code
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.statements import Discrepancy, Judgment, Mention, Position

LINES = """# By line

:::{position} north / toll none stated, reported
One.

> @#p1s1
:::

:::{judgment} j-1 roughly even chance, moderate
It ends.

> @#p1s1
:::

:::{discrepancy} d-1 internal tension
It differs.

> @#p1s1
:::
"""
OPTIONS = """# By option

:::{position} north / toll
:stance: None stated
:basis: reported

One.

> @#p1s1
:::

:::{judgment} j-1 moderate
:likelihood: roughly even chance

It ends.

> @#p1s1
:::

:::{discrepancy} d-1
:severity: internal tension

It differs.

> @#p1s1
:::
"""
BOTH = """# Both

:::{position} north / toll opposes, words
:stance: supports

Two.

> @#p1s1
:::

:::{judgment} j-2 likely
:confidence: likely

It ends.

> @#p1s1
:::
"""


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("forms"), {"lines": LINES, "options": OPTIONS, "both": BOTH})


@pytest.mark.parametrize("kind", [Position, Judgment, Discrepancy], ids=lambda kind: kind.__name__)
def test_both_forms_give_equal_facts(harbor: Built, kind: type) -> None:
    (line,) = (fact for fact in harbor.facts("lines") if isinstance(fact, kind))
    (option,) = (fact for fact in harbor.facts("options") if isinstance(fact, kind))
    somewhere = Place("page", 1)
    facts = [
        replace(fact, place=somewhere, citations=tuple(replace(item, place=somewhere) for item in fact.citations))
        for fact in (line, option)
    ]
    assert facts[0] == facts[1]


def test_two_values_of_one_vocabulary_are_a_finding(harbor: Built) -> None:
    assert harbor.found("both") == [(Code.ARGUMENT, 3), (Code.OPTION, 12)]
    assert "two values for stance: `opposes` and `supports`" in harbor.messages("both")[0]
    assert "write one of: `high`" in harbor.messages("both")[1]
    assert all(isinstance(fact, Mention) for fact in harbor.facts("both"))  # only what they cite is held to its source
