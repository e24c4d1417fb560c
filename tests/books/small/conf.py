"""A small whole book: an invented harbor, every word and every view once."""

project = "The north channel"
html_title = project
author = "The test desk"
language = "en"

extensions = ["myst_parser", "sphinx_design", "sphinx_briefing"]
primary_domain = "brief"
root_doc = "index"
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]

html_theme = "briefing"
html_copy_source = False
html_show_sourcelink = False
templates_path = ["source/_templates"]
html_static_path = ["source/_static"]
html_extra_path = ["source/_extra"]
html_css_files = ["own.css"]

brief_source = "herald"
brief_asof = "2031-05-12"
brief_edition = "1"
brief_likelihoods = "harbor"
brief_subtitle = "A harbor that does not exist"
