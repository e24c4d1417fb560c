"""The manual of sphinx-briefing: a Sphinx project of its own, in the theme that it describes."""

from __future__ import annotations

from sphinx_briefing.config import option_table


def options_as_table() -> str:
    """The options of a book as a Markdown table, from the one place that declares them."""
    rows = ["| Option | Type | Default | When it changes |", "| --- | --- | --- | --- |"]
    effects = {
        "env": "all pages are read again",
        "html": "all pages are written again",
        "": "only the PDF is made again",
    }
    for name, default, kind, rebuild, _help in option_table():
        link = f"[`{name}`](#{name.replace('_', '-')})"
        cells = (link, "yes or no" if kind is bool else "text", f"`{default!r}`", effects[rebuild])
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


project = "sphinx-briefing"
html_title = "The manual of sphinx-briefing"
author = "The sphinx-briefing contributors"
copyright = "The sphinx-briefing contributors, MIT License"
language = "en"

extensions = ["myst_parser", "sphinx_design", "sphinx_briefing"]
root_doc = "index"
# The manual is no book: it states nothing, so its words are not written bare and `primary_domain` stays as it is.
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist", "substitution"]
myst_substitutions = {"options": options_as_table()}
myst_heading_anchors = 3

html_theme = "briefing"
html_copy_source = False
html_show_sourcelink = False

brief_seeds = "no-seeds"  # those beside this file belong to the examples, which the manual prints whole
brief_subtitle = "Words, views, checks and outputs, each with an example that is a test"
