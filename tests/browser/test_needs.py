"""A missing tool skips a test on a reader's machine and fails it in CI."""

from __future__ import annotations

import pytest

from browser.needs import program, require


def test_what_is_there_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    require("something", "a thing")
    assert program("no-such-browser", "sh").endswith("/sh")


def test_on_a_reader_s_machine_its_lack_is_a_reason_to_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-browser"):
        program("no-such-browser")


def test_in_ci_its_lack_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-browser or other"):
        program("no-such-browser", "other")
