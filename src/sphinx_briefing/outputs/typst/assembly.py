"""The pages of a book in reading order, resolved and ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_briefing.outputs.typst.manuscript import Page

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def reading_order(env: BuildEnvironment) -> Iterator[str]:
    """The root page and then every page below it, each once, as the toctrees name them."""
    seen: set[str] = set()
    waiting = [env.config.root_doc]
    while waiting:
        docname = waiting.pop()
        if docname in seen or docname not in env.found_docs:
            continue
        seen.add(docname)
        yield docname
        waiting.extend(reversed(env.toctree_includes.get(docname, [])))


def captions(env: BuildEnvironment) -> dict[str, str]:
    """The caption of the root page's toctree that a page is found under, where it has one."""
    found: dict[str, str] = {}
    for toctree in env.get_doctree(env.config.root_doc).findall(addnodes.toctree):
        waiting: list[str] = list(toctree.get("includefiles", []))
        while waiting:
            docname = waiting.pop()
            if docname not in found:
                found[docname] = toctree.get("caption") or ""
                waiting.extend(env.toctree_includes.get(docname, []))
    return {docname: caption for docname, caption in found.items() if caption}


def sections(env: BuildEnvironment) -> dict[str, str]:
    """Pages that have pages below them head a part of their own: its name is their title."""
    found: dict[str, str] = {}
    for above, below in env.toctree_includes.items():
        if above != env.config.root_doc and above in env.titles:
            for docname in (above, *below):
                found.setdefault(docname, env.titles[above].astext())
    return found


def pages(builder: Builder) -> Iterator[Page]:
    """Each page with its references resolved.

    Pages are resolved one by one, as the website's are, so a view or reference means the same in both. (Sphinx's
    `inline_all_toctrees` would put the other pages into the middle of the root page, each under a wrong parent.)
    """
    env = builder.env
    caption_of, section_of = captions(env), sections(env)
    before = ""
    for docname in reading_order(env):
        doctree = env.get_doctree(docname)
        env.apply_post_transforms(doctree, docname)
        builder.post_process_images(doctree)
        part = caption_of.get(docname) or section_of.get(docname, "")
        path = str(env.doc2path(docname, False))
        yield Page(docname, path, doctree, part, captioned=docname in caption_of, opens=part != before)
        before = part


def metadata(doctree: nodes.document) -> dict[str, str]:
    """The `meta` entries of a page (`html_meta` in Markdown): keywords, description."""
    return {node["name"]: node.get("content", "") for node in doctree.findall(nodes.meta) if "name" in node}
