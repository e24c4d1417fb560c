"""The names under which pictures are published: the same whichever page was read first.

Two pictures may share a file's name. Stock Sphinx numbers them in the order in which it met them, so that an
incremental build or a second process gives them other names than a clean build does.
"""

from __future__ import annotations

from collections.abc import Mapping

from sphinx.environment import BuildEnvironment

#: By page: each picture's path and the name it is published under.
Names = Mapping[str, tuple[tuple[str, str], ...]]


def name_pictures(env: BuildEnvironment) -> Names:
    """Name all pictures anew, in the order of their paths."""
    fresh = type(env.images)()
    by_page: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(env.images):
        for page in sorted(env.images[path][0]):
            by_page.setdefault(page, []).append((path, fresh.add_file(page, path)))
    env.images = fresh
    return {page: tuple(names) for page, names in by_page.items()}
