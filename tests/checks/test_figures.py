"""A figure that stands in none of the passages its statement rests on is found."""

from __future__ import annotations

from sphinx_briefing.checks.figures import figures
from sphinx_briefing.model.findings import Code, Severity
from sphinx_briefing.text.anchors import Seed
from sphinx_briefing.text.library import Library
from views.books import RECORD, TALE, book, cite, claim

TEXT = """Some sixty people met last Thursday in the old hall. The toll of 4 billion was set on 6 March 2009.

It was dear. Two towns paid 40 percent.
"""
LIBRARY = Library((TALE, RECORD), {"tale": Seed.of("tale", TEXT)})


def test_the_finding_names_figure_and_mend() -> None:
    fact = claim("c", text=("61 met, 62 left, 60 stayed.",), citations=(cite(passage="p1s1"),))
    found = list(figures(book(fact, library=LIBRARY)))
    assert [(item.code, item.severity, item.place) for item in found] == [
        (Code.FIGURE, Severity.WARNING, fact.place)
    ] * 2
    assert "“61”" in found[0].message
    assert "{computed}`62 <...>`" in found[1].hint
    assert "{aside}`62 <...>`" in found[1].hint
