"""The imprint: what names a copy of the book, and that its build follows from what the book says."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from sphinx_briefing.model.serialization import book_json
from sphinx_briefing.views.imprint import imprint
from views.books import INFO, book, claim, record


def test_it_says_edition_and_date_and_whether_there_is_hindsight() -> None:
    own = imprint(book(claim("c", citations=(record(),))), "page", {})
    assert (own.edition, own.asof, own.hindsight) == ("1", "21\u00a0September 2009", False)
    later = imprint(book(replace(claim("c", citations=(record(),)), layer="hindsight")), "page", {})
    assert later.hindsight


def test_the_build_is_the_beginning_of_the_hash_of_the_data() -> None:
    one = book(claim("c", citations=(record(),)))
    found = imprint(one, "page", {})
    assert found.sha256 == hashlib.sha256(book_json(one).encode()).hexdigest()
    assert found.build == found.sha256[:12]


def test_another_word_in_the_book_is_another_build() -> None:
    one, same, other = (
        imprint(book(claim("c", text=(words,), citations=(record(),))), "page", {}).build
        for words in ("It rains.", "It rains.", "It rained.")
    )
    assert one == same != other


def test_what_the_book_does_not_say_is_empty() -> None:
    found = imprint(book(info=replace(INFO, edition="", asof="", source="")), "page", {})
    assert (found.edition, found.asof) == ("", "")
