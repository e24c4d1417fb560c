"""Sphinx's own references of a page (`ref`, `doc`, `term`, links of Markdown) and what each shows now.

Stock Sphinx leaves the text of such a reference stale when the page it leads to is renamed; so they are kept as keys by
page, as our own are, and compared at every build.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

#: (domain, type, target)
Link = tuple[str, str, str]


def links_of(document: nodes.document, page: str) -> tuple[Link, ...]:
    """The references of a page whose text or target may change elsewhere, each once."""
    found: dict[Link, None] = {}
    for node in document.findall(addnodes.pending_xref):
        if node.get("refdomain") != "brief":
            target = str(node.get("reftarget", ""))
            if node.get("reftype") == "doc":
                target = _absolute(page, target)
            found[(str(node.get("refdomain") or ""), str(node.get("reftype") or ""), target)] = None
    return tuple(found)


def _absolute(page: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(page), target))


#: By name, in lower case: every object of every domain that has it.
Objects = Mapping[str, tuple[tuple[object, ...], ...]]


def objects_of(env: BuildEnvironment) -> Objects:
    """What any domain knows by a name: objects, citations, numbered equations."""
    found: dict[str, list[tuple[object, ...]]] = {}
    for domain in env.domains.sorted():
        for name, *rest in domain.get_objects():
            found.setdefault(name.lower(), []).append((domain.name, name, *rest))
        for table in ("citations", "objects" if domain.name == "math" else ""):
            for name, where in domain.data.get(table, {}).items():
                found.setdefault(name.lower(), []).append((domain.name, name, repr(where)))
    return {name: tuple(rows) for name, rows in found.items()}


def shows(env: BuildEnvironment, link: Link, objects: Objects) -> object:
    """What a reference shows and where it leads, as plain values."""
    _domain, kind, target = link
    std = env.domains.standard_domain
    if kind == "doc":
        return _title(env, target)
    if kind in ("ref", "numref"):
        name = target.lower()
        page, identifier, text = std.labels.get(name, ("", "", ""))
        number = env.toc_fignumbers.get(page, {}) if kind == "numref" else ""
        return (page, identifier, str(text), std.anonlabels.get(name), number)
    if kind == "term":
        return std.objects.get(("term", target)), std.data.get("terms", {}).get(target.lower())
    page, _, anchor = target.partition("#")
    return (
        _title(env, page),
        anchor,
        std.labels.get(target.lower()),
        std.anonlabels.get(target.lower()),
        env.metadata.get(page, {}).get("myst_slugs"),
        objects.get(target.lower()),
    )


def _title(env: BuildEnvironment, page: str) -> tuple[str, str]:
    title = env.titles.get(page)
    return (page, title.astext()) if title is not None else ("", "")
