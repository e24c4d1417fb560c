"""Files of earlier builds that nothing in the book stands for any more, and what frames pages that must not be stale.

Stock Sphinx leaves the first in place, and looks at the times of the second. The site and the e-book share both.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from sphinx.builders.html import StandaloneHTMLBuilder

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


def framing(builder: StandaloneHTMLBuilder) -> tuple[str, str, str]:
    """The style sheets and scripts that pages link with a checksum, the templates they are drawn by, and options.

    Stock Sphinx leaves the first stale, compares the times of the second, and notes the third too early: it would
    take them for written after a build that was killed.
    """
    config = builder.config
    folders = [Path(folder) for folder in builder.theme.get_theme_dirs()]
    folders += [Path(builder.confdir, entry) for entry in (*config.templates_path, *config.html_static_path)]
    return (checksum(folders), builder.build_info.config_hash, builder.build_info.tags_hash)


def remove_stale_pages(builder: StandaloneHTMLBuilder, made: Set[str], others: Set[str] = frozenset()) -> None:
    """Keep of pages and pictures what this build stands for: its pages, those it made, `others`, static ones."""
    outdir = Path(builder.outdir)
    written = {Path(builder.get_output_path(page)) for page in {*builder.env.all_docs, *made}}
    static = {path for path in files_below(Path(builder._static_dir)) if path.name.endswith(builder.out_suffix)}
    pages = {path.relative_to(outdir).as_posix() for path in written | static}
    keep_only(outdir, pages | others, builder.out_suffix)
    keep_only(Path(builder._images_dir), {name for _pages, name in builder.env.images.values()})


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
