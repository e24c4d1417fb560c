"""Files of earlier builds that nothing in the book stands for any more; stock Sphinx leaves all of them in place."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

#: What of a theme, of `templates_path` and of `html_static_path` shows in every page: by its words or by a checksum.
FRAMING = frozenset({".css", ".js", ".html", ".jinja", ".toml", ".xml"})


def files_below(folder: Path) -> Iterator[Path]:
    """The files of a folder, at any depth, in order; or the one file that it is."""
    if folder.is_file():
        yield folder
    for root, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(root, name) for name in sorted(names))


def checksum(folders: Iterable[Path]) -> str:
    """A hash of all files that frame pages: style sheets, scripts, templates."""
    found = hashlib.sha256()
    for folder in folders:
        for path in files_below(folder):
            if path.suffix in FRAMING:
                found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def keep_only(folder: Path, kept: Set[str], suffix: str = "") -> None:
    """Remove every file of a folder but those at the paths `kept`, or of those with a suffix; then empty folders."""
    for path in list(files_below(folder)):
        if path.name.endswith(suffix) and path.relative_to(folder).as_posix() not in kept:
            path.unlink()


def remove_empty(folder: Path) -> None:
    """Remove the folders below `folder` that hold nothing."""
    for root, _folders, _names in os.walk(folder, topdown=False):
        if Path(root) != folder and not any(Path(root).iterdir()):
            Path(root).rmdir()
