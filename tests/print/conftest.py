"""The printed book for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser.realbook import RealBook, built, letter, with_hindsight
from print.paper import Paper, read


@pytest.fixture(scope="session")
def realbook(tmp_path_factory: pytest.TempPathFactory) -> RealBook:
    return built(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def paper(realbook: RealBook) -> Iterator[Paper]:
    with read(realbook.pdf) as found:
        yield found


@pytest.fixture(scope="session")
def letter_paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    with read(letter(tmp_path_factory.getbasetemp())) as found:
        yield found


@pytest.fixture(scope="session")
def later_paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    """The edition with hindsight."""
    with read(with_hindsight(tmp_path_factory.getbasetemp())) as found:
        yield found
