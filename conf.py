"""The book: The U.S.-Russia reset, September 2009."""

project = "The U.S.-Russia reset, September 2009"
html_title = project
author = "The briefing desk"
copyright = "The briefing desk, CC BY 4.0"
language = "en"

extensions = ["myst_parser", "sphinx_design", "sphinx_briefing"]
primary_domain = "brief"  # so that every word of a briefing is written bare
root_doc = "index"

# Quotation marks and apostrophes are typed curly in the pages, so MyST need not guess them.
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]

html_theme = "briefing"
html_copy_source = False
html_show_sourcelink = False

brief_source = "kliment-2009"
brief_seeds = "seeds"
brief_asof = "2009-09-21"
brief_edition = "1"
brief_subtitle = "A briefing from one article, checked against the public record"
