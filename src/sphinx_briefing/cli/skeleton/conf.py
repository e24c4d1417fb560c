"""A briefing book. Each option with the prefix `brief_` has its line in the manual."""

project = "@@TITLE@@"
author = "The briefing desk"
language = "en"

extensions = ["myst_parser", "sphinx_design", "sphinx_briefing"]
primary_domain = "brief"  # so that every word of a briefing is written bare
root_doc = "index"
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]

html_theme = "briefing"
html_title = project
html_copy_source = False
html_show_sourcelink = False

brief_source = "text"
brief_asof = "@@TODAY@@"
brief_edition = "0.1"
