"""What a test needs from outside Python: skipped with its reason on a reader's machine, a failure where CI runs."""

from __future__ import annotations

import os
import shutil

import pytest


def require(found: object, what: str) -> None:
    """Go on if `found` is true. Else skip, or fail if CI is set: there a missing tool would pass for a passed test."""
    if found:
        return
    if os.environ.get("CI", "").lower() in ("", "0", "false", "no"):
        pytest.skip(f"{what} was not found on this machine")
    pytest.fail(f"{what} was not found, and CI must have it", pytrace=False)


def program(*names: str) -> str:
    """The path of the first of some programs that is installed."""
    path = next((path for name in names if (path := shutil.which(name))), "")
    require(path, " or ".join(names))
    return path
