"""The same words for stock Sphinx: their text is kept, nothing is checked.

The least that lets it read the same Markdown.
"""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from sphinx.domains import Domain
from sphinx.util.docutils import SphinxDirective, SphinxRole


class Any(dict):
    def __getitem__(self, name):
        return str

    def __bool__(self):
        return True


class Word(SphinxDirective):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = Any()

    def run(self):
        return [nodes.container("", *self.parse_content_to_nodes())]


class Role(SphinxRole):
    def run(self):
        return [nodes.inline("", self.text)], []


class Plain(Domain):
    name = "brief"
    label = "Plain"
    directives = dict.fromkeys(("actor", "issue", "position", "claim"), Word)
    roles: ClassVar = {"actor": Role()}

    def merge_domaindata(self, docnames, otherdata):
        pass

    def resolve_any_xref(self, *args):
        return []


def setup(app):
    app.add_domain(Plain)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
