"""Sources: names and who put a source out."""

from __future__ import annotations

from sphinx_briefing.model.sources import Name, Source


def test_a_person_is_named_given_name_first_and_a_body_by_its_own_name() -> None:
    assert str(Name("Marsh", "Ada")) == "Ada Marsh"
    assert str(Name(family="Marsh")) == "Marsh"
    assert str(Name(literal="Harbor Board")) == "Harbor Board"


def test_the_journal_it_stands_in_comes_before_the_publisher() -> None:
    assert Source("a", "t", "T", publisher="House", container="Gull").issuer == "Gull"
    assert Source("a", "t", "T", publisher="House").issuer == "House"
    assert Source("a", "t", "T").issuer == ""
