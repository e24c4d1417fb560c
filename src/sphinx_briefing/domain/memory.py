"""What each page last showed, remembered for each builder: else building the PDF would leave the site stale.

A page's *digest* is a hash of all that it shows from elsewhere. The memory is put away before pages are written and
kept anew only when all of them have been, so that a build that is killed leaves nothing stale: the next one writes
every page. Pages that warned are forgotten, so that they warn again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path


def digest(values: Iterable[object]) -> str:
    """A hash of shown values: strings, numbers, tuples and frozen dataclasses, whose `repr` says all they hold."""
    found = hashlib.blake2b(digest_size=16)
    for value in values:
        found.update(repr(value).encode("utf-8", "surrogatepass"))
        found.update(b"\0")
    return found.hexdigest()


@cache
def code_version() -> int:
    """A number that changes with the system's own code.

    Pages read by another version are read again, and so written.
    """
    found = hashlib.blake2b(digest_size=4)
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*.py")):
        found.update(path.relative_to(package).as_posix().encode())
        found.update(path.read_bytes())
    return int.from_bytes(found.digest())


class Memory:
    """The digests of one builder, in one JSON file."""

    def __init__(self, folder: Path, builder: str) -> None:
        self._path = folder / f"brief-{builder}.json"

    def read(self) -> Mapping[str, str]:
        """The digests of the last build that succeeded; none when there was none or its file cannot be read."""
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def forget(self) -> None:
        """Remember nothing, until `write`: what stands in the output folder is about to change."""
        self._path.unlink(missing_ok=True)

    def write(self, digests: Mapping[str, str]) -> None:
        """Remember `digests`, in one step."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self._path.with_suffix(".tmp")
        temporary.write_text(json.dumps(dict(sorted(digests.items())), indent=0), "utf-8")
        temporary.replace(self._path)
