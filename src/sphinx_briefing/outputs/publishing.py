"""A finished output is published in one step: readers see the old tree or the new one, never half of either.

Files that did not change are hard links to those of the tree that is published now, so that their bytes and their times
stay; a tree without any change is left as it is.
"""

from __future__ import annotations

import ctypes
import filecmp
import os
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

#: Names that serve the next build only.
NOT_PUBLISHED: Final = frozenset({".buildinfo", ".buildinfo.bak", ".doctrees", "typst"})
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


def publish(work: Path, target: Path, pattern: str = "*") -> tuple[int, int]:
    """Publish the tree `work` as `target`, of it only files whose names match `pattern`.

    Returns how many files changed and how many there are.
    Raises OSError when the disk does not allow it; the published tree is then what it was.
    """
    new, aside = (target.with_name(f".{target.name}.{end}") for end in ("new", "old"))
    if aside.is_dir() and not target.exists():  # a run was killed between two steps
        aside.rename(target)
    for left in (new, aside):
        shutil.rmtree(left, ignore_errors=True)
    names = sorted(name for name in _files(work) if fnmatch(name, pattern))
    old = set(_files(target)) if target.is_dir() else set()
    changed = [name for name in names if name not in old or not filecmp.cmp(work / name, target / name, shallow=False)]
    if not changed and old == set(names):
        return 0, len(names)
    fresh = set(changed)
    for name in names:
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        if name in fresh or not _linked(target / name, new / name):
            shutil.copy2(work / name, new / name)
    _exchange(new, target)
    return len(changed), len(names)


def replace_if_other(source: Path, target: Path) -> None:
    """Make `target` a copy of `source` in one step; one that is a copy already is not touched."""
    if target.is_file() and filecmp.cmp(source, target, shallow=False):
        return
    temporary = target.with_name(f".{target.name}.new")
    shutil.copyfile(source, temporary)
    temporary.replace(target)


def _files(folder: Path) -> Iterator[str]:
    """The files of a tree that are published, by their paths in it."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in NOT_PUBLISHED)
        for name in files:
            if name not in NOT_PUBLISHED:
                yield Path(root, name).relative_to(folder).as_posix()


def _linked(old: Path, new: Path) -> bool:
    try:
        os.link(old, new)
    except OSError:  # a disk without hard links: a copy does as well
        return False
    return True


def _exchange(new: Path, target: Path) -> None:
    """Put `new` in the place of `target` and remove what was there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        new.rename(target)
        return
    if not _renameat2(new, target):  # two steps: between them there is no published tree, but never half of one
        aside = target.with_name(f".{target.name}.old")
        shutil.rmtree(aside, ignore_errors=True)
        target.rename(aside)
        new.rename(target)
        new = aside
    shutil.rmtree(new, ignore_errors=True)


def _renameat2(one: Path, other: Path) -> bool:
    """Exchange two paths in one step (Linux, renameat2(2)); False where that cannot be had."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    result = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(result == 0)
