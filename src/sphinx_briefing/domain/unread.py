"""Pages that must be read again though Sphinx, which compares times alone, would keep what it has of them.

Two kinds: a page one of whose files was put back or replaced by an older one, and a page that was being read when the
build was killed. Of that page a doctree may lie on the disk that no environment knows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from sphinx.environment import BuildEnvironment

#: For each file of a page, itself first: when it was last changed and how long it is; None where there is no file.
Signature = tuple[tuple[int, int] | None, ...]
_NAME: Final = "brief-reading.json"


def signature(env: BuildEnvironment, page: str) -> Signature:
    """The files that a page was read from, as they are now."""
    others = sorted(str(path) for path in env.dependencies.get(page, ()))
    return tuple(_stamp(path) for path in (Path(env.doc2path(page)), *(Path(env.srcdir, other) for other in others)))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def replaced(env: BuildEnvironment, known: Mapping[str, Signature]) -> Iterator[str]:
    """The pages whose files are others than those they were read from."""
    for page, before in known.items():
        if page in env.found_docs and page in env.all_docs and signature(env, page) != before:
            yield page


class Unfinished:
    """The pages that are being read, in a file that stays if the build does not come to its end."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def pages(self) -> Sequence[str]:
        """The pages that an earlier build did not finish reading."""
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return ()
        return [page for page in found if isinstance(page, str)] if isinstance(found, list) else ()

    def begin(self, pages: Iterable[str]) -> None:
        """These pages are about to be read."""
        wanted = sorted({*self.pages(), *pages})
        if wanted:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path.with_suffix(".tmp")
            temporary.write_text(json.dumps(wanted, indent=0), "utf-8")
            temporary.replace(self._path)

    def end(self) -> None:
        """All have been read, and the environment that knows them is on the disk."""
        self._path.unlink(missing_ok=True)
