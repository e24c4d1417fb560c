"""A small harbor book that uses every kind of node a Sphinx book may hold. Nothing of a briefing is in it."""

from __future__ import annotations

project = "The harbor of Lowmark"
author = "The harbor desk"
release = "1.2"
language = "en"
extensions = ["myst_parser", "sphinx_design", "hand_made"]
myst_enable_extensions = [
    "attrs_block",
    "attrs_inline",
    "colon_fence",
    "deflist",
    "dollarmath",
    "fieldlist",
    "strikethrough",
    "substitution",
    "tasklist",
]
myst_substitutions = {"office": "Port **Office**", "native": "Управление порта"}
myst_heading_anchors = 3
numfig = True
suppress_warnings = ["myst.strikethrough", "config.cache"]
brief_asof = "2021-05"
brief_subtitle = "Every kind of node, on paper"
