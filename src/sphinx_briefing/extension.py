"""The composition root: walks the registers of all floors and connects them to Sphinx."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from sphinx_briefing.config import option_table
from sphinx_briefing.directives import ROLES, WORDS
from sphinx_briefing.directives.resolve import DrawViews
from sphinx_briefing.domain import BriefDomain, build
from sphinx_briefing.domain.memory import code_version
from sphinx_briefing.domain.nodes import block, pending_mention, pending_view, phrase
from sphinx_briefing.outputs import OUTPUTS


def setup(app: Sphinx) -> dict[str, Any]:
    """Register options, domain, words, roles, nodes, outputs, and the moments of a build."""
    for row in option_table():
        app.add_config_value(row.name, row.default, row.rebuild, row.type, row.help)
    app.add_domain(BriefDomain)
    for name, word in WORDS.items():
        app.add_directive_to_domain("brief", name, word)
    for name, role in ROLES.items():
        app.add_role_to_domain("brief", name, role)
    for node in (block, phrase, pending_mention, pending_view):
        app.add_node(node)
    app.add_post_transform(DrawViews)
    for register in OUTPUTS.values():
        register(app)
    app.connect("config-inited", build.check_options)
    app.connect("env-get-outdated", build.read_scale)
    app.connect("env-get-outdated", build.read_again)
    app.connect("env-before-read-docs", build.begin_reading, priority=900)
    app.connect("write-started", build.end_reading)
    app.connect("env-before-read-docs", build.refuse_unreadable)
    app.connect("source-read", build.begin_page)
    app.connect("doctree-read", build.end_page, priority=900)
    app.connect("env-updated", build.freeze_and_judge)
    app.connect("build-finished", build.finish)
    return {"env_version": code_version(), "parallel_read_safe": True, "parallel_write_safe": True}
