"""The reading order of pages: that of the tables of contents, from the first page down."""

from __future__ import annotations

from sphinx.environment import BuildEnvironment


def reading_order(env: BuildEnvironment) -> tuple[str, ...]:
    """All pages, each once: depth first through the tables of contents, then those that stand in none, by name."""
    order: dict[str, None] = {}
    stack = [env.config.root_doc]
    while stack:
        page = stack.pop()
        if page in order or page not in env.all_docs:
            continue
        order[page] = None
        stack.extend(reversed(env.toctree_includes.get(page, [])))
    return (*order, *sorted(page for page in env.all_docs if page not in order))
