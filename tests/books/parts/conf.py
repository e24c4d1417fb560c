"""Every part of a briefing once, made by hand: no seed, no directives, only what is drawn."""

from __future__ import annotations

project = "The parts of a briefing"
author = "The desk"
release = "0.9"
extensions = ["myst_parser", "hand_made"]
myst_enable_extensions = ["colon_fence"]
brief_asof = "2009-09-21"
brief_subtitle = "Each part once, checked on paper"
suppress_warnings = ["config.cache"]
