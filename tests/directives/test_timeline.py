"""The timeline on a page: its strip before its list, and neither without events."""

from __future__ import annotations

from pathlib import Path

import pytest

from directives.building import Built, build

EVENTS = "".join(
    f"\n:::{{event}} e-{number} 2009-0{number}-06\n:said: {said}\nThe towns met again.\n\n> @\n:::\n"
    for number, said in ((1, "in winter"), (4, "at last"), (7, "again"))
)


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Built:
    pages = {
        "events": f"# Events\n{EVENTS}",
        "all": "# All\n\n:::{timeline}\n:::\n",
        "short": "# Short\n\n:::{timeline}\n:compact:\n:::\n",
        "drawn": "# Drawn\n\n:::{timeline}\n:figure-only:\n:::\n",
        "few": "# Few\n\n:::{timeline}\n:from: 2009-07\n:::\n",
    }
    return build(tmp_path_factory.mktemp("harbor"), pages)


def test_the_strip_stands_before_the_list_and_says_nothing_of_its_own(harbor: Built) -> None:
    (strip,) = harbor.parts("all", "strip")
    (rows,) = harbor.parts("all", "timeline")
    assert strip.parent is rows.parent
    assert strip.parent.index(strip) + 1 == strip.parent.index(rows)
    assert strip.astext().strip() == ""  # other builders show the list alone
    marks = harbor.parts("all", "strip-mark")
    assert [mark["args"]["label"] for mark in marks] == [
        f"6\u00a0{month}: The towns met again" for month in ("Jan", "Apr", "Jul")
    ]
    assert {mark["args"]["layer"] for mark in marks} == {"fact"}


def test_a_compact_list_and_one_of_few_events_have_no_strip(harbor: Built) -> None:
    assert [len(harbor.parts(page, "strip")) for page in ("short", "few")] == [0, 0]
    assert [len(harbor.parts(page, "event-row")) for page in ("all", "short", "few")] == [3, 3, 1]


def test_a_strip_without_a_list_says_that_it_stands_alone(harbor: Built) -> None:
    (alone,), (beside,) = (harbor.parts(page, "strip") for page in ("drawn", "all"))
    assert alone["args"]["alone"] == "yes"
    assert "alone" not in beside["args"]
    assert harbor.parts("drawn", "event-row") == []


def test_unknown_actors_and_issues_are_findings(tmp_path: Path) -> None:
    built = build(tmp_path, {"page": "# Page\n\n:::{timeline}\n:actors: nobody\n:issues: nothing\n:::\n"})
    assert [message.split(" | ")[0] for message in built.messages("page")] == [
        "unknown actor `nobody`", "unknown issue `nothing`",
    ]  # fmt: skip
