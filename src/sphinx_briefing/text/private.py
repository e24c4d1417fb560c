"""Private seeds: texts that may not lie in the repository, in a folder that the environment names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

VARIABLE: Final = "BRIEFING_SEEDS"


def private_folder() -> Path | None:
    """The folder of private seeds; None where the environment names none."""
    name = os.environ.get(VARIABLE)
    return Path(name) if name else None


def private_seed(name: str) -> Path | None:
    """The file of a private seed; None where it is not at hand, so that nothing is verified by it."""
    folder = private_folder()
    if folder is None:
        return None
    path = folder / name
    return path if path.is_file() else None
